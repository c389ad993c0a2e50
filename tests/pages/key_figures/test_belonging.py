"""Where ideas belong, what others have taken up and what was learnt, counted again from the files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.figure_pages import counters, number, table, value
from tests.support.file_figures import Record, closed_on, coordinator, of_kind, outcomes, standing, title

if TYPE_CHECKING:
    from tests.support import markup


@pytest.mark.parametrize(
    ("chart", "field", "unknown"),
    [("sectors", "sector", "Ingen sektor"), ("origins", "origin", "Ursprung saknas")],
)
def test_groups(
    page: markup.Element, records: list[Record], settings: Record, chart: str, field: str, unknown: str
) -> None:
    """Ideas and records by outcome in each sector and origin, and the research beside them."""
    placed = of_kind(records, "idea", "record")
    used = [key for key in outcomes(settings) if any(standing(record) == key for record in placed)]
    expected = {}
    for key in {record.get(field) for record in records}:
        here = [record for record in records if record.get(field) == key]
        told = [standing(record) for record in here if record in placed]
        kinds = [len(of_kind(here, kind)) for kind in ("idea", "record") if of_kind(records, kind)]
        name = title(settings, chart, key) if key else unknown
        expected[name] = [*kinds, *(told.count(outcome) for outcome in used), len(here) - len(told)]
    assert {row: list(map(number, cells)) for row, cells in table(page, chart).items()} == expected


def test_use_and_lessons(page: markup.Element, placed: list[Record], settings: Record) -> None:
    """Ideas that others have taken up, and closed ones with a lesson written."""
    ended = [record for record in placed if closed_on(record, settings) is not None]
    told = [record for record in ended if re.search(r"^## Lärdomar\n+\S", record["_body"], re.MULTILINE)]
    taken = {
        record["title"]: others
        for record in placed
        if (
            others := [
                r["organisation"]
                for r in record.get("reused_by", [])
                if r["organisation"] != coordinator(record)
            ]
        )
    }
    assert number(value(page, "Använda av andra")) == len(taken)
    assert [link.text for held in page.all("ul", "reused") for link in held.all("a")] == sorted(
        taken, key=list(taken).index
    )
    below = {name: found.all(class_="figure__below") for name, found in counters(page).items()}
    if taken:
        assert number(below["Använda av andra"][0].text) == len(
            {name for held in taken.values() for name in held}
        )
    if any(section.get("use") == "lessons" for section in settings["process"]["sections"].values()):
        assert number(value(page, "Lärdomar av avslutade")) == len(told)
        stopped = [record for record in told if record.get("outcome") == "stopped"]
        assert number(value(page, "Lärdomar av nedlagda")) == len(stopped)
    assert number(below["Lärdomar av avslutade"][0].text) == len(ended)
