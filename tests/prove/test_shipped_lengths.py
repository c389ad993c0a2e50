"""How much of a phone the pages of the shipped ideas take."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, project
from tests.support.beside import NOT_MEASURED
from tests.support.browser import Windows, served
from tests.support.phone import screens_of
from tests.support.proofs import MEASURED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.prove, pytest.mark.shipped]
SEED = "ideer/2015/lerum-innovationssluss/"
MOST_OF_SEED, MOST_OF_HALF = 7.0, 5.5


def test_ideas_are_read_on_few_screens(
    chromium: Browser, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The seed's page takes at most 7 screens of a phone, and half of all pages at most 5.5."""
    entries = catalogues.read(project.ROOT).entries
    pages = [f"ideer/{entry.year}/{entry.slug}/" for entry in entries]
    if SEED not in pages:
        pytest.skip(f"{NOT_MEASURED}: the shipped catalogue does not hold the seed")
    windows, made = Windows(chromium), project.make(tmp_path, project.ROOT / "ideas")
    with served(project.build(made, IDESLUSS_TODAY="")) as address:
        screens = {page: screens_of(windows.open(f"{address}/{page}")) for page in pages}
    all_told = sorted(screens.values())
    told = f"{len(pages)} pages, screens: {all_told[0]:.1f} {median(all_told):.1f} {all_told[-1]:.1f}"
    record_property(MEASURED, f"{told}, the seed {screens[SEED]:.2f}")
    assert screens[SEED] <= MOST_OF_SEED
    assert median(all_told) <= MOST_OF_HALF
