"""Where things stand today: stages, gates passed and outcomes, counted again from the files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.support.figure_pages import heads, number, table
from tests.support.file_figures import Record, decisions, of_kind, outcomes, standing, title

if TYPE_CHECKING:
    from tests.support import markup


def test_flow(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """How many have come to each stage, gone on, and stand there with which outcome."""
    stages = list(settings["process"]["stages"])
    at = Counter(stages.index(record["stage"]) for record in ideas)
    used = [key for key in outcomes(settings) if any(standing(record) == key for record in ideas)]
    assert heads(page, "flow")[4:] == [outcomes(settings)[key] for key in used]
    expected = {}
    for n, stage in enumerate(stages):
        here = [standing(record) for record in ideas if record["stage"] == stage]
        reached = sum(count for m, count in at.items() if m >= n)
        split = [here.count(key) for key in used]
        expected[title(settings, "stages", stage)] = [reached, reached - len(here), len(here), *split]
    assert {row: list(map(number, cells)) for row, cells in table(page, "flow").items()} == expected


def test_passages(page: markup.Element, ideas: list[Record], gates: Record) -> None:
    """Each idea once at each gate that it has a decision to go on at, in the year of the latest."""
    years: Counter[tuple[str, str]] = Counter()
    for record in ideas:
        latest = {d["gate"]: d["date"][:4] for d in decisions(record) if d["verdict"] == "go"}
        years.update((year, gate) for gate, year in latest.items())
    expected = {year: [years[year, gate] for gate in gates] for year, _ in years}
    expected["Summa"] = [sum(row[at] for row in expected.values()) for at in range(len(gates))]
    assert heads(page, "passages")[1:] == list(gates)
    assert {row: list(map(number, cells)) for row, cells in table(page, "passages").items()} == expected


def test_outcomes(page: markup.Element, placed: list[Record], settings: Record) -> None:
    """Every outcome of the process, and what is said in its place where it is; ideas and records apart."""
    kinds = [[*of_kind(placed, kind)] for kind in ("idea", "record") if of_kind(placed, kind)]
    told = [Counter(map(standing, listed)) for listed in (*kinds, *[placed][: len(kinds) - 1])]
    used = {*map(standing, placed), *settings["process"]["outcomes"]}
    expected = {
        name: [counted[key] for counted in told] for key, name in outcomes(settings).items() if key in used
    }
    expected["Summa"] = [counted.total() for counted in told]
    assert {row: list(map(number, cells)) for row, cells in table(page, "outcomes").items()} == expected


def test_work_elsewhere(page: markup.Element, placed: list[Record], settings: Record) -> None:
    """At each stage that sources show, what came of it; stages where nothing stands are left out."""
    elsewhere = of_kind(placed, "record")
    if not elsewhere:
        assert not [figure for figure in page.all("figure") if figure.attributes["id"] == "records"]
        return
    used = [key for key in outcomes(settings) if any(standing(record) == key for record in elsewhere)]
    expected = {}
    for stage in settings["process"]["stages"]:
        here = [standing(record) for record in elsewhere if record["stage"] == stage]
        if here:
            expected[title(settings, "stages", stage)] = [*(here.count(key) for key in used), len(here)]
    assert {row: list(map(number, cells)) for row, cells in table(page, "records").items()} == expected
    assert heads(page, "records")[1:-1] == [outcomes(settings)[key] for key in used]
