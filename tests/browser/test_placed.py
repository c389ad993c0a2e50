"""A site below a path of its host, also one with letters that an address has to spell out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from playwright.sync_api import expect

from tests.support.browser import MISSING

if TYPE_CHECKING:
    from tests.support.browser import Visit


def test_one_walks_from_home_to_an_idea_and_to_the_other_language(placed: str, visit: Visit) -> None:
    """By links alone, and never out of the site."""
    page = visit(f"{placed}/")
    page.get_by_role("link", name="Idéer", exact=True).first.click()
    page.wait_for_url(f"{placed}/ideer/")
    page.locator("main a[href*='trygg-hemgang']").first.click()
    page.wait_for_url(f"{placed}/ideer/2025/trygg-hemgang/")
    page.locator(".top__language").click()
    page.wait_for_url(f"{placed}/en/ideas/2025/trygg-hemgang/")
    page.locator(".top__name").click()
    page.wait_for_url(f"{placed}/en/")


def test_every_address_that_a_page_tells_is_below_the_path(placed: str, visit: Visit) -> None:
    """What machines read is the site's own address, spelt as machines want it; what is linked is there."""
    page = visit(f"{placed}/ideer/2025/trygg-hemgang/")
    path = placed.partition("//")[2].partition("/")[2]
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"https://example.org/{path}/ideer/2025/trygg-hemgang/"
    site_map = page.request.get(f"{placed}/sitemap.xml").text()
    assert f"<loc>{canonical}</loc>" in site_map
    assert site_map.count("<loc>") == site_map.count(f"<loc>https://example.org/{path}/")
    for link in page.eval_on_selector_all("link[href], script[src]", "all => all.map(e => e.href || e.src)"):
        if link.startswith(placed):
            assert page.request.get(link).ok, link


def test_what_is_not_found_leads_back_into_the_site(placed: str, visit: Visit) -> None:
    """At any depth, with its style and its links."""
    page = visit(f"{placed}/finns/inte/alls/", provokes=MISSING)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") != "inline"
    for link in page.eval_on_selector_all("main a", "all => all.map(e => e.href)"):
        assert link.startswith(urljoin(placed, f"{placed}/")), link
        assert page.request.get(link).ok, link
