"""The catalogue page in a browser: its list, its boxes, and the address that keeps what is chosen."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

LIST = "/ideer/"
CARDS = "#results .card"


def titles(page: Page) -> list[str]:
    """Those of the list, as it is shown now."""
    return page.locator("#results :is(h3, th) a").all_inner_texts()


def index_of(site: Path) -> dict[str, Any]:
    """What the script reads."""
    columns: dict[str, Any] = json.loads((site / "ideer" / "index.json").read_text(encoding="utf-8"))
    return columns


def checkbox(page: Page, name: str) -> Locator:
    """The box of a value of that name."""
    return page.get_by_role("checkbox", name=re.compile(f"^{re.escape(name)} "))


def expect_drawn(page: Page) -> None:
    """Wait until the script has drawn the list that was asked for."""
    expect(page.locator(".browse__status")).to_have_text(re.compile(r" (av|of) \d+$"))


def expect_query(page: Page, query: str) -> None:
    """The address, as it is once the script has written it, ends so."""
    expect(page).to_have_url(re.compile(f"{re.escape(LIST + query)}$"))
