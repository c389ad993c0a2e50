"""The figures in Chromium: charts that can be read on a phone, tables that open, and links that lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.support.browser import EITHER_WAY, follow
from tests.support.colours import contrast

if TYPE_CHECKING:
    from tests.support.browser import Visit

Scheme = Literal["light", "dark"]
Forced = Literal["none", "active"]

# Words that stand outside their picture, or over each other.
_LAID = """() => [...document.querySelectorAll("svg.chart")].flatMap(svg => {
  const box = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect()]);
  const isOutside = r => r.left < box.left - 1 || r.right > box.right + 1 || r.bottom > box.bottom + 3;
  const beside = (r, s) => r.left < s.right - 1 && s.left < r.right - 1;
  const isOver = (r, s) => beside(r, s) && r.top < s.bottom - 4 && s.top < r.bottom - 4;
  const over = texts.flatMap(([a, r], at) =>
    texts.slice(at + 1).filter(([, s]) => isOver(r, s)).map(([b]) => [a, b]));
  return [...texts.filter(([, r]) => isOutside(r)).map(([a]) => a), ...over];
})"""
# Words that lie over a filled part of their picture.
_COVERED = """() => [...document.querySelectorAll("svg.chart")].flatMap(svg => {
  const parts = [...svg.querySelectorAll("rect")].map(r => r.getBoundingClientRect());
  const covers = (p, r) => p.left < r.right - 1 && r.left < p.right - 1;
  return [...svg.querySelectorAll("text")].filter(t => {
    const r = t.getBoundingClientRect();
    const middle = (r.top + r.bottom) / 2;
    return parts.some(p => covers(p, r) && p.top < middle && middle < p.bottom);
  }).map(t => t.textContent);
})"""
_PARTS = """() => [...document.querySelectorAll(
  ".chart__part--0, .chart__part--1, .chart__part--9, .chart__ground"
)].map(e => [e.getAttribute("class"), ...["fill", "stroke"].map(name => getComputedStyle(e)[name])])"""
_HATCHES = """() => [...document.querySelectorAll(".chart__hatch")]
  .map(e => ["fill", "stroke"].map(name => getComputedStyle(e)[name]))"""


@pytest.mark.parametrize("path", ["/nyckeltal/", "/en/figures/"])
def test_words_in_charts_stand_clear(visit: Visit, address: str, path: str) -> None:
    """No word outside its chart, over another one or over a bar; and none smaller than 12 pixels."""
    page = visit(address + path)
    page.wait_for_function("document.fonts.ready.then(() => true)")
    assert page.locator("svg.chart").count() >= 12
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(_LAID) == []
        assert page.evaluate(_COVERED) == []
        sizes = page.locator("svg.chart text").evaluate_all(
            "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 12


@EITHER_WAY
def test_a_table_opens_from_the_keyboard(visit: Visit, address: str, script: bool) -> None:
    """The chart's numbers unfold below it, in a box that can be scrolled from the keyboard."""
    page = visit(address + "/nyckeltal/", width=320, script=script)
    chart = page.locator("#outcomes")
    title = chart.get_by_role("heading").inner_text()
    expect(chart.get_by_role("table")).to_be_hidden()
    chart.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(chart.get_by_role("table")).to_be_visible()
    page.keyboard.press("Tab")
    expect(chart.get_by_role("region", name=f"Tabell: {title}")).to_be_focused()
    expect(chart.get_by_role("row", name="Öppen 3 ")).to_be_visible()


@EITHER_WAY
def test_links_lead_to_the_part_and_to_the_list(visit: Visit, address: str, script: bool) -> None:
    """From the top to a part of the page; from a number to the ideas behind it."""
    page = visit(address + "/nyckeltal/", script=script)
    page.get_by_role("navigation", name="På den här sidan").get_by_role(
        "link", name="Bidrag och budget"
    ).click()
    expect(page.get_by_role("heading", name="Bidrag och budget")).to_be_in_viewport()
    opens = page.locator(".figure", has=page.get_by_text("Öppna", exact=True)).get_by_role("link")
    count = opens.inner_text()
    follow(page, opens)
    expect(page.get_by_role("heading", level=1)).to_have_text("Öppen")
    expect(page.locator(".tally").first).to_contain_text(f"{count} idéer här")


def test_a_chart_is_one_picture_to_a_screen_reader(visit: Visit, address: str) -> None:
    """With its heading as name and its sentence as description."""
    page = visit(address + "/nyckeltal/")
    chart = page.get_by_role("img", name="Väntan vid varje grind")
    expect(chart).to_have_accessible_name("Väntan vid varje grind")
    reading = page.locator("#gates .chart-figure__reading").inner_text()
    expect(chart).to_have_accessible_description(reading)


def test_parts_can_be_told_from_the_ground(visit: Visit, address: str) -> None:
    """Fills, or where they are pale their edges, have a contrast of three to one against the page."""
    page = visit(f"{address}/nyckeltal/")
    schemes: list[tuple[Scheme, Forced]] = [("light", "none"), ("dark", "none"), ("light", "active")]
    for scheme, forced in schemes:
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        parts, hatched = page.evaluate(_PARTS), page.evaluate(_HATCHES)
        assert parts
        for name, fill, stroke in parts:
            drawn = [fill, stroke] if "ground" not in name else [fill]
            lines = [colour for pair in hatched for colour in pair] if "ground" in name else []
            contrasts = [contrast(colour, ground) for colour in [*drawn, *lines] if colour.startswith("rgb")]
            assert max(contrasts) >= 3, (scheme, forced, name)
