"""What makes pages readable in Chromium: their length, their tables, where one is, and where focus is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support import markup
from tests.support.colours import contrast, hues_apart
from tests.support.page_kinds import DESK, PAGES, PHONE, opened

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

    from playwright.sync_api import Page

    from tests.support.browser import Visit

SCREEN = (390, 844)
MOST_SCREENS = 8
WITHOUT_CRUMBS = {"home", "home in English", "not found"}
UNFOLD = "document.querySelectorAll('details').forEach((folded) => { folded.open = true; })"
# Of each table that is drawn: how far it goes beyond the nearest element that cuts it, if any does.
CUT = """() => [...document.querySelectorAll("table")].filter((table) => table.getClientRects().length)
  .map((table) => {
    for (let box = table.parentElement; box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return box.scrollWidth - box.clientWidth;
    }
    return table.getBoundingClientRect().right - document.documentElement.clientWidth;
  })"""
# The boxes that tables go on beyond: whether they are named, reached by keys, and shaded at their edge.
BEYOND = """() => [...document.querySelectorAll(".table-scroll")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1)
  .map((box) => [box.tabIndex, box.getAttribute("role"), Boolean(box.getAttribute("aria-label")),
    getComputedStyle(box).backgroundImage.includes("linear-gradient"),
    getComputedStyle(box).backgroundAttachment.includes("local")])"""
RING = """(selector) => {
  const probe = document.createElement("i");
  probe.style.color = "var(--stop)";
  document.body.append(probe);
  const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(document.querySelector(selector));
  const stop = getComputedStyle(probe).color;
  probe.remove();
  return [outlineColor, stop, outlineStyle, parseFloat(outlineWidth)];
}"""


@pytest.mark.parametrize("path", ["/nyckeltal/", "/en/figures/"])
def test_the_figures_take_eight_screens_of_a_phone(visit: Visit, address: str, path: str) -> None:
    """Every chart is drawn there, and every definition is folded."""
    width, height = SCREEN
    page = visit(address + path, width=width, height=height)
    assert page.locator(".chart-figure").count() == 14
    assert page.locator("main details[open]").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_SCREENS * height


@pytest.mark.parametrize("kind", PAGES)
def test_a_table_is_cut_on_a_phone_alone_and_scrolls_there(visit: Visit, address: str, kind: str) -> None:
    """In a region with a name, that Tab reaches, with a shade at the edge beyond which it goes on."""
    page = opened(visit, address, kind, PHONE)
    page.evaluate(UNFOLD)
    assert page.evaluate(BEYOND) == [[0, "region", True, True, True]] * len(cut_tables(page))
    page.set_viewport_size({"width": DESK, "height": 800})
    assert cut_tables(page) == []


def cut_tables(page: Page) -> list[float]:
    """How far each table goes on that goes beyond what cuts it."""
    return [beyond for beyond in page.evaluate(CUT) if beyond > 1]


def test_tables_are_there_to_be_cut(visit: Visit, address: str) -> None:
    """Else nothing would be asked of them; the arrow brings what is beyond the edge into sight."""
    page = opened(visit, address, "figures", PHONE)
    page.evaluate(UNFOLD)
    assert len(page.evaluate(BEYOND)) > 5
    box = page.locator("#all-grants ~ .grants__all .table-scroll")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())


def read(site: Path, kind: str) -> markup.Element:
    """The page as it is served, which no script changes the title, the heading or the crumbs of."""
    file = "404.html" if kind == "not found" else f"{PAGES[kind]}index.html"
    return markup.tree((site / file.removeprefix("/")).read_text(encoding="utf-8"))


def title_of(page: markup.Element) -> str:
    return page.one("head").one("title").text


@pytest.mark.parametrize("kind", sorted({*PAGES} - WITHOUT_CRUMBS))
def test_breadcrumbs_end_with_the_page(site: Path, kind: str) -> None:
    """From the home page to what the window's title says."""
    page = read(site, kind)
    crumbs = page.one("", "crumbs")
    steps = crumbs.all("li")
    assert re.fullmatch(r"(\.\./)+(en/)?", steps[0].one("a").attributes["href"])
    (last,) = [part.text for part in crumbs if part.attributes.get("aria-current") == "page"]
    assert steps[-1].text == last
    title = title_of(page)
    assert title == f"{last} – Prövning"
    assert title.count(page.one("h1").text) == 1


def test_the_folder_of_a_document_is_a_step(visit: Visit, address: str) -> None:
    page = visit(f"{address}/decisions/0009-fonts/")
    expect(page.locator(".crumbs li")).to_have_text(["Home", "Decisions", "9. Fonts on the site itself"])


def test_titles_tell_pages_apart(site: Path) -> None:
    """No two kinds of page in a language have a title in common, nor a heading of the first rank."""
    pages = [read(site, kind) for kind in PAGES]
    seen = [(page.one("html").attributes["lang"], title_of(page), page.one("h1").text) for page in pages]
    for part in (1, 2):
        assert len({(told[0], told[part]) for told in seen}) == len(PAGES)


def test_every_column_of_the_footer_has_its_heading(visit: Visit, address: str) -> None:
    page = opened(visit, address, "home")
    columns = page.locator(".bottom__row > :not(:first-child)")
    assert columns.count() == 3
    for column in columns.all():
        expect(column.locator("h2")).not_to_be_empty()
        assert column.get_by_role("link").count() >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "list", "document"])
def test_the_ring_of_focus_is_seen_and_is_no_error(
    visit: Visit, address: str, kind: str, scheme: Literal["light", "dark"]
) -> None:
    """Three to one against the page, and of another hue than what says that something is wrong."""
    page = opened(visit, address, "about" if kind == "document" else kind)
    page.emulate_media(color_scheme=scheme)
    page.keyboard.press("Tab")
    page.locator("main a").first.focus()
    ring, stop, style, width = page.evaluate(RING, "main a:focus-visible")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (style, width) == ("solid", 3)
    assert contrast(ring, ground) >= 3
    assert hues_apart(ring, stop) > 0.15


@pytest.mark.parametrize("kind", ["facet", "awaiting", "latest", "call"])
def test_the_mark_of_a_feed_is_whole(visit: Visit, address: str, kind: str) -> None:
    """Nothing of it lies outside its picture, and the link says in words what it is."""
    page = opened(visit, address, kind)
    link = page.locator("main .follow a").filter(has=page.locator(".feed-mark"))
    expect(link).to_have_text("Följ via RSS")
    assert inside(page) is True


def inside(page: Page) -> bool:
    return bool(
        page.locator(".feed-mark").evaluate(
            """mark => [...mark.children].every((shape) => {
              const box = shape.getBBox(), pen = parseFloat(getComputedStyle(shape).strokeWidth) || 0;
              const half = getComputedStyle(shape).stroke === "none" ? 0 : pen / 2;
              return box.width > 0 && box.x >= half && box.y >= half
                && box.x + box.width + half <= 16 && box.y + box.height + half <= 16;
            })"""
        )
    )
