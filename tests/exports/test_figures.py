"""A figure on a page is the figure in the data: each number shown is told by a name, or follows from such.

The figures are given numbers of which no two are alike, so that a cell can be of one name alone.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from itertools import count, permutations
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.catalogue.entry import Entry
from idesluss.derived.whole import Derived
from idesluss.exports.data_files import data_files
from idesluss.exports.source import ExportSource
from idesluss.pages import File, Page, key_figures
from idesluss.pages.base.site import Site
from idesluss.words import say
from tests.support import catalogues, exported, figure_pages, markup
from tests.support.figure_catalogues import CONTENTS, lay_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.figure_catalogues import Content

STEP = 7919  # a prime, so that sums of few numbers are no number either


@pytest.fixture(scope="module", params=CONTENTS)
def shown(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[markup.Element, dict[str, int | None], dict[str, Any]]:
    """The page of figures, the figures as a table, and as the JSON of the whole catalogue."""
    content: Content = request.param
    catalogue = catalogues.read(lay_figures(tmp_path_factory.mktemp("figures"), content))
    derived = Derived(catalogue)
    numbers = count(20_011, STEP)
    derived.__dict__["figures"] = apart(derived.figures, numbers)
    site = Site(derived, "sv")
    published = {item.path: item for item in key_figures.pages(site)}
    page = next(item for item in published.values() if isinstance(item, Page))
    source = ExportSource(derived, {"sv": site.writer.addresses})
    files = {file.path: file.content for file in data_files(source)}
    rows = exported.csv_rows(files["data/v1/figures.csv"])
    table = {row["figure"]: int(row["value"]) if row["value"] else None for row in rows}
    whole = json.loads(files["data/v1/catalogue.json"])["figures"]
    file = next(item for item in published.values() if isinstance(item, File))
    beside = json.loads(file.content)
    assert {name: beside[name] for name in whole} == whole
    return markup.tree(markup.plain_spaces(page.content)), table, whole


def apart(value: Any, numbers: Iterator[int]) -> Any:
    """The figures with a number of its own in place of each that is not nought."""
    if isinstance(value, bool | str | Entry) or value is None:
        return value
    if isinstance(value, int):
        return next(numbers) if value else 0
    if isinstance(value, dict):
        return {key: apart(part, numbers) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(apart(part, numbers) for part in value)
    if (
        is_dataclass(value)
        and not isinstance(value, type)
        and type(value).__module__.startswith("idesluss.derived")
    ):
        return replace(value, **{f.name: apart(getattr(value, f.name), numbers) for f in fields(value)})
    return value


def test_each_counter_is_the_figure_of_its_name(
    shown: tuple[markup.Element, dict[str, int | None], dict[str, Any]],
) -> None:
    page, table, _ = shown
    by_title = {say(f"figure.{name}.title", "sv"): name for name in NAMES}
    for title, counter in figure_pages.counters(page).items():
        value = figure_pages.number(counter.one(class_="figure__value").text)
        assert table[NAMES[by_title[title]]] == value, title
    assert len(figure_pages.counters(page)) >= 5


# Counter on the page to the figure in the data.
SAME = "ideas open records completed stopped organisations municipalities research overdue median_days"
NAMES = {name: name for name in SAME.split()} | {
    "answered": "answers.none.share",
    "budget": "money.budget",
    "difference": "money.difference.sum",
    "granted": "money.grants.known",
    "grants": "money.grants.count",
    "oldest": "oldest.waiting.days",
    "reused": "reused.ideas",
    "sources": "sources.count",
    "stopped_with_lesson": "learnt.stopped_with_lesson",
    "with_lesson": "learnt.with_lesson",
}


def test_each_number_in_a_table_is_in_the_data(
    shown: tuple[markup.Element, dict[str, int | None], dict[str, Any]],
) -> None:
    """Or it is the sum or the difference of such in its table, or the sum of all that has one name."""
    page, table, _ = shown
    known = {value for value in table.values() if value}
    parents: dict[str, int] = {}
    for name, value in table.items():
        parent = name.rpartition(".")[0]
        parents[parent] = parents.get(parent, 0) + (value or 0)
    known |= {*parents.values()}
    cells = 0
    for chart in page.all("figure"):
        rows = figure_pages.table(page, chart.attributes["id"])
        columns = [*zip(*[[*map(numbers_in, row)] for row in rows.values()], strict=True)] if rows else []
        for row in rows.values():
            inside = {n for cell in row for n in numbers_in(cell)}
            for cell in row:
                for number in numbers_in(cell):
                    cells += 1
                    assert number in known or follows(number, inside & known, columns, known), (
                        chart.attributes["id"],
                        row,
                        number,
                    )
    assert cells > 20


def numbers_in(cell: str) -> tuple[int, ...]:
    """Those that are figures: no shares, and no noughts."""
    return () if "procent" in cell else tuple(filter(None, figure_pages.numbers(cell)))


def follows(number: int, inside: set[int], columns: list[Any], known: set[int]) -> bool:
    """Whether it is a difference of two numbers of its row or of the data, or the sum of its column."""
    sums = {sum(n for cell in column for n in cell if n != number) for column in columns}
    return number in sums or any(a - b == number for a, b in permutations(known, 2)) or sum(inside) == number
