"""An idea's neighbours follow the list that a reader came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support.browse_page import LIST, expect_drawn, titles
from tests.support.browser import follow

if TYPE_CHECKING:
    from tests.support.browser import Visit


def test_neighbours_follow_the_list_that_one_came_from(visit: Visit, address: str) -> None:
    """Previous and next are those of the narrowed list; without it, those of the whole catalogue."""
    page = visit(f"{address}{LIST}?sort=title&outcome=open")
    expect_drawn(page)
    listed = titles(page)
    page.locator("#results a").nth(1).click()
    expect(page.get_by_role("link", name=f"Föregående i listan {listed[0]}")).to_be_visible()
    page.get_by_role("link", name=f"Nästa i listan {listed[2]}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(listed[2])


def test_an_older_list_is_forgotten(visit: Visit, address: str) -> None:
    """Who comes from the whole catalogue gets its neighbours, whatever was narrowed before."""
    page = visit(f"{address}{LIST}?sort=title&outcome=open")
    expect_drawn(page)
    title = titles(page)[1]
    follow(page, page.locator("#results a").nth(1))
    page.goto(address + LIST)
    follow(page, page.locator("#results").get_by_role("link", name=title, exact=True))
    expect(page.locator(".neighbours").get_by_text("Nyare")).to_be_visible()


def test_neighbours_follow_a_list_of_a_topic(visit: Visit, address: str) -> None:
    """Not the list that was narrowed before, when the idea is opened from another one."""
    page = visit(f"{address}{LIST}?sort=title&outcome=completed")
    expect_drawn(page)
    follow(page, page.locator("#results a").first)
    page.goto(f"{address}/sektorer/vard-och-omsorg/")
    listed = page.locator(".card h3").all_text_contents()
    follow(page, page.locator(".card h3 a").nth(1))
    expect(page.get_by_role("link", name=f"Föregående i listan {listed[0].strip()}")).to_be_visible()
    page.goto(f"{address}/slussen/")
    follow(page, page.locator(".slip").get_by_role("link", name=listed[1].strip(), exact=True))
    expect(page.locator(".neighbours").get_by_text("i listan")).to_have_count(0)
