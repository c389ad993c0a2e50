"""What came in, was decided and was closed, by month and by year, counted again from the files."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, markup
from tests.support.figure_pages import note, number, numbers, table
from tests.support.file_figures import (
    MONTHS,
    Record,
    came_in,
    closed_on,
    decisions,
    month,
    outcomes,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from idesluss.catalogue.catalogue import Catalogue

LONGEST = 24  # months in a picture
FEWEST = 3  # months or years that hold anything, before they are drawn
Spans = Callable[[str], str]


def year(date: str) -> str:
    return date[:4]


def happened(ideas: list[Record], settings: Record, spans: Spans) -> dict[str, list[int]]:
    """New ideas, decisions and closed ideas in each month or year in which there are any."""
    new = Counter(spans(date) for record in ideas if (date := came_in(record)))
    decided = Counter(spans(decision["date"]) for record in ideas for decision in decisions(record))
    ended = Counter(spans(date) for record in ideas if (date := closed_on(record, settings)))
    return {span: [new[span], decided[span], ended[span]] for span in {*new, *decided, *ended}}


def drawn(pace: Mapping[str, object], chart: str) -> set[str]:
    """The years, or the months of the picture, which ends with the last of them."""
    if chart == "years":
        return {*pace}
    order = {span: int(span[-4:]) * 12 + MONTHS.index(span[:-5]) for span in pace}
    return {span for span, at in order.items() if at > max(order.values()) - LONGEST}


@pytest.mark.parametrize(("chart", "spans"), [("came", month), ("years", year)])
def test_new_ideas(
    page: markup.Element, ideas: list[Record], settings: Record, chart: str, spans: Spans
) -> None:
    """By month and by year, with the outcome of today; the years also with what was decided and closed."""
    new = Counter((spans(date), standing(record)) for record in ideas if (date := came_in(record)))
    used = [key for key in outcomes(settings) if any(standing(record) == key for record in ideas)]
    pace = happened(ideas, settings, spans)
    expected = {}
    for span, counted in pace.items():
        row = [*(new[span, key] for key in used), counted[0]]
        if chart == "years" or counted[0]:
            expected[span] = row + counted[1:] * (chart == "years")
    found = {row: list(map(number, cells)) for row, cells in table(page, chart).items()}
    came = {span for span, counted in pace.items() if counted[0]}
    assert found == (expected if len(came & drawn(pace, chart)) >= FEWEST else {})


def test_pace(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """What came in, was decided and was closed in each month."""
    found = {row: list(map(number, cells)) for row, cells in table(page, "pace").items()}
    expected = happened(ideas, settings, month)
    assert found == (expected if len(expected) >= FEWEST else {})


def test_what_has_no_month_is_told(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """Beside the charts stands how many are left out, or counted by another day; nothing where none is."""
    undated = sum(came_in(record) is None for record in ideas)
    by_grant = sum("submitted" not in record and came_in(record) is not None for record in ideas)
    unknown = sum(closed_on(record, settings) == "" for record in ideas)
    assert numbers(note(page, "came")) == [told for told in (undated, by_grant) if told]
    assert numbers(note(page, "pace")) == ([unknown] if unknown else [])


def test_no_picture_of_less_than_three_months(changed: Callable[..., Catalogue]) -> None:
    """Two ideas came in two months of two years: that is said, and neither drawn nor set in a table."""
    page = figures_of(changed())
    for chart in ("came", "years"):
        assert is_told_to_be_few(page, chart)
        assert page.by_id(chart).all("table") == []
        assert page.by_id(chart).one("summary").text.startswith("Så räknas det:")
    assert page.by_id("pace").all("svg", "chart")


def test_no_picture_of_grants_in_less_than_three_years(changed: Callable[..., Catalogue]) -> None:
    """Their numbers stand in the table all the same."""
    page = figures_of(changed())
    assert is_told_to_be_few(page, "grant-years")
    assert table(page, "grant-years")["2025"][1] == "500 000 kr"


def test_months_that_are_not_drawn_do_not_count(changed: Callable[..., Catalogue]) -> None:
    """Of the months in which something happened, the picture holds the last two years; here one of them."""
    today = dt.date(2029, 11, 23)
    late = ("2026/enklare-felanmalan/idea.md", "submitted: 2026-11-02", "submitted: 2029-11-02")
    assert is_told_to_be_few(figures_of(changed(late, today=today)), "pace")


def figures_of(catalogue: Catalogue) -> markup.Element:
    return markup.tree(catalogues.text_in(catalogues.publish_all(catalogue), "nyckeltal/index.html"))


def is_told_to_be_few(page: markup.Element, chart: str) -> bool:
    figure = page.by_id(chart)
    reading = figure.one(class_="chart-figure__reading").text
    return not figure.all("svg", "chart") and "minst 3 månader" in reading
