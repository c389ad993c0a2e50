"""Numbers as a reader finds them on a page: counters, the tables of charts, sums above a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.support import catalogues, markup
from tests.support.file_figures import known_sum, money, unknown_amounts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from idesluss.pages import Published
    from tests.support.file_figures import Record

Rows = dict[str, list[str]]
NONE = "–"
# A number with a space between its thousands.
_NUMBER = re.compile(r"\b\d{1,3}(?: \d{3})*\b")


def opened(pages: Mapping[str, Published], path: str) -> markup.Element:
    """The page, with spaces that do not break as plain ones."""
    return markup.tree(markup.plain_spaces(catalogues.text_in(pages, path)))


def number(text: str) -> int:
    """The first number of a text, with or without spaces between its thousands."""
    found = re.search(r"\d{1,3}(?: \d{3})+|\d+", text)
    assert found, text
    return int(found[0].replace(" ", ""))


def numbers(text: str) -> list[int]:
    """Every number of a text."""
    return [int(found.replace(" ", "")) for found in _NUMBER.findall(text)]


def heads(page: markup.Element, chart: str) -> list[str]:
    """What the columns of a chart's table are called."""
    return [cell.text for cell in page.by_id(chart).one("thead").all("th")]


def table(page: markup.Element, chart: str) -> Rows:
    """A chart's table: what each row is called, and its cells; an absent table has no rows."""
    rows = [row for part in page.by_id(chart).all("table") for row in part.all("tr")]
    named = [row for row in rows if row.all("th")[0].attributes["scope"] == "row"]
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in named}


def column(page: markup.Element, chart: str, name: str) -> dict[str, str]:
    """Row to its cell in the column of that name."""
    at = heads(page, chart).index(name) - 1
    return {row: cells[at] for row, cells in table(page, chart).items()}


def counters(page: markup.Element) -> dict[str, markup.Element]:
    """What each counter is called, with all that stands in it."""
    return {counter.one("dt").text: counter for counter in page.all("div", "figure")}


def value(page: markup.Element, name: str) -> str:
    """The number of the counter of that name, as it is written."""
    return counters(page)[name].one(class_="figure__value").text


def note(page: markup.Element, chart: str) -> str:
    """What is said below a chart."""
    return " ".join(said.text for said in page.by_id(chart).all(class_="chart-figure__note"))


def grant_cells(grants: list[Record]) -> list[str]:
    """The cells of a row on grants: how many, what they come to, and of how many that is not known."""
    unknown = unknown_amounts(grants)
    total = "belopp saknas" if grants and unknown == len(grants) else money(known_sum(grants))
    return [str(len(grants)), total, str(unknown)]
