"""The search as a test asks it: words written, and their answer waited for."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.support.browser import Visit


@contextmanager
def answered(page: Page, within: str = "main .search") -> Iterator[None]:
    """What is done meanwhile asks one question; wait until it has its answer, or is thrown away."""
    panel = page.locator(within)
    before = int(panel.get_attribute("data-answered") or 0)
    yield
    expect(panel).to_have_attribute("data-answered", str(before + 1))


def asked(page: Page, words: str, within: str = "main .search") -> None:
    """Write the words, and wait until they are answered."""
    with answered(page, within):
        page.locator(f"{within} input[type=search]").fill(words)


def opened(visit: Visit, url: str, **options: int) -> Page:
    """The search page with the answer to the question in its address."""
    page = visit(url, **options)
    expect(page.locator("main .search")).to_have_attribute("data-answered", "1")
    return page


def addresses_asked_for(page: Page) -> Callable[[], list[str]]:
    """What tells what the page has asked for from now on, once all that has begun has been noticed."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))

    def so_far() -> list[str]:
        # Requests are noticed in their order, so this one comes after all before it.
        with page.expect_request("**/empty"):
            page.evaluate("() => fetch('/empty').then((answer) => answer.text())")
        return seen

    return so_far
