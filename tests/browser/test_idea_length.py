"""How long an idea's page is on a phone, in which order it answers there, and that paper shows all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import barriers
from tests.support.browser import EITHER_WAY, fits
from tests.support.phone import PHONE, screens_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

PLAN = "/ideer/2025/trygg-hemgang/"
FULL = "/ideer/2024/lanecykel-vid-stationen/"
ENGLISH = "/en/ideas/2024/lanecykel-vid-stationen/"
# What a reader asks first comes first: how it stands, who and where, what it is, what is known of it besides.
ORDER = (".page-head", ".status", "#facts", ".on-page", ".prose", "#grants", "#story", "#sources", "#use")
# Where the place begins, also of a heading that only a screen reader tells.
IN_SIGHT = """name => {
  const { top } = document.getElementById(name).getBoundingClientRect();
  return top > -5 && top < innerHeight;
}"""
PRINTED = ("#facts", "#story", "#history", ".past", ".use__address", "#sources")
OLD_ANCHORS = (
    "status",
    "facts",
    "grants",
    "story",
    "ahead",
    "activities",
    "related",
    "history",
    "use",
    "decision-3",
)


@EITHER_WAY
@pytest.mark.parametrize(("path", "most"), [(PLAN, 7.7), (FULL, 8.1), (ENGLISH, 8.7)])
def test_a_page_takes_few_screens(visit: Visit, address: str, path: str, most: float, script: bool) -> None:
    """With a plan, or with a part of every kind; before, they took between 10.4 and 10.9."""
    page = visit(address + path, width=PHONE, script=script)
    assert screens_of(page) <= most
    assert fits(page, PHONE)


def test_what_is_asked_first_stands_first(visit: Visit, address: str) -> None:
    """On a phone the facts come right after how it stands; on a desk they stand beside the text."""
    page = visit(address + FULL, width=PHONE)
    tops = [top_of(page, part) for part in ORDER]
    assert tops == sorted(tops)
    page.set_viewport_size({"width": 1440, "height": 900})
    facts, text = page.locator(".columns__aside").bounding_box(), page.locator(".on-page").bounding_box()
    assert facts is not None
    assert text is not None
    assert facts["x"] >= text["x"] + text["width"]
    assert abs(facts["y"] - text["y"]) < 2


def top_of(page: Page, part: str) -> float:
    return float(page.locator(part).first.evaluate("e => e.getBoundingClientRect().top + scrollY"))


@EITHER_WAY
def test_addresses_of_old_lead_somewhere(visit: Visit, address: str, script: bool) -> None:
    """A link that somebody has kept still finds its place, also where that is folded now."""
    page = visit(address + FULL, width=PHONE, script=script)
    for anchor in OLD_ANCHORS:
        page.goto(f"{address}{FULL}#{anchor}")
        page.wait_for_function(IN_SIGHT, arg=anchor)


@EITHER_WAY
def test_what_is_folded_unfolds(visit: Visit, tracked: str, script: bool) -> None:
    """By the heading itself, from the keyboard."""
    page = visit(f"{tracked}{PLAN}", width=PHONE, script=script)
    expect(page.locator(".past").first).to_be_hidden()
    page.locator("summary:has(#history)").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".past").first).to_be_visible()
    assert fits(page, PHONE)
    if script:
        assert barriers(page) == {}


@EITHER_WAY
def test_paper_shows_what_is_folded(visit: Visit, tracked: str, script: bool) -> None:
    """With a script and without, and a link in a text says its address."""
    page = visit(f"{tracked}{PLAN}", script=script)
    page.emulate_media(media="print")
    for part in PRINTED:
        expect(page.locator(part).first).to_be_visible()
    expect(page.get_by_text("Citera sidan")).to_be_hidden()
    page.goto(f"{tracked}/om/")
    links = page.locator(".document__text a[href^=http]").all()
    assert links
    assert all("http" in link.evaluate("e => getComputedStyle(e, '::after').content") for link in links)


def test_what_is_folded_is_open_while_it_prints(visit: Visit, tracked: str) -> None:
    """For browsers that let no style unfold it; what the reader had folded is folded again after."""
    page = visit(f"{tracked}{PLAN}")
    folded = page.locator(".idea details:not([open])")
    count = folded.count()
    assert count >= 3
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == count
