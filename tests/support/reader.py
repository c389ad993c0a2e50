"""Somebody who comes to the home page with a question, and counts what they do to have it answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support.browser import follow

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MOST = 3


class Reader:
    """Somebody on the home page who may act three times."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.acts = 0

    def _act(self) -> None:
        self.acts += 1
        assert self.acts <= MOST

    def follow(self, name: str | re.Pattern[str]) -> None:
        self._act()
        follow(self.page, self.page.get_by_role("link", name=name, exact=isinstance(name, str)).first)

    def download(self, name: str) -> bytes:
        """Follow a link to a file, which the browser keeps."""
        self._act()
        with self.page.expect_download() as kept:
            self.page.get_by_role("link", name=name, exact=True).first.click()
        return kept.value.path().read_bytes()

    def choose(self, value: str) -> None:
        self._act()
        self.page.get_by_role("checkbox", name=re.compile(f"^{value} ")).first.check()

    def unfold(self, name: str | re.Pattern[str]) -> None:
        self._act()
        self.page.locator("summary").filter(has_text=name).first.click()

    def search(self, words: str) -> None:
        """Type in the home page's field and press Enter."""
        self._act()
        self.page.get_by_label("Sök i katalogen").fill(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/sok/**")

    def sees(self, words: str | re.Pattern[str], within: str = "main") -> Locator:
        place = self.page.locator(within).get_by_text(words).first
        expect(place).to_be_visible()
        return place
