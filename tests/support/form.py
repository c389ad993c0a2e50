"""The form for a new idea, filled in as somebody would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page


def answer(page: Page, answers: Mapping[str, str]) -> None:
    """Write or choose the answer to each question, by its name."""
    for name, words in answers.items():
        field = page.locator(f"[name='{name}']")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words)
