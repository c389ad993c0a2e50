"""Every number that the site shows, counted again from the files by code that shares nothing with it."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, file_figures, markup
from tests.support.figure_pages import numbers, opened
from tests.support.file_figures import (
    ADDRESSES,
    Record,
    grants,
    is_late,
    is_running,
    known_sum,
    money,
    of_kind,
    research_sum,
    standing,
    terms_of,
    waited_days,
)
from tests.support.overview_pages import OUTCOMES, amounts

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Published

Pages = dict[str, "Published"]
# The rich content has nobody late; this one has waited since 2020, and this one got money from a call.
LATE = """---
title: Bänk i skuggan
summary: Den som går långsamt ska kunna vila på halva vägen.
stage: assessment
outcome: open
submitted: 2020-03-01
origin: resident
sector: samhallsbyggnad
coordinator: { organisation: omsorgslabbet }
grants:
  - { funder: framsyn, call: testbaddar-2025, awarded: 250000, final: 0, start: 2020-05 }
  - { funder: framsyn, call: testbaddar-2025, start: 2020-05 }
decisions:
  - { gate: G1, date: 2020-04-01, verdict: go, role: granskare, reason: Många har frågat. }
---

## Behov

Backen är brant.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = catalogues.lay(tmp_path_factory.mktemp("counts"))
    file = folder / "ideas" / "2020" / "bank-i-skuggan" / "idea.md"
    file.parent.mkdir(parents=True)
    file.write_text(LATE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pages(root: Path) -> Pages:
    return catalogues.publish_all(catalogues.read(root))


@pytest.fixture(scope="module")
def settings(root: Path) -> Record:
    return file_figures.settings(root)


@pytest.fixture(scope="module")
def gates(settings: Record) -> Record:
    gates: Record = settings["process"]["gates"]
    return gates


@pytest.fixture(scope="module")
def records(root: Path) -> list[Record]:
    return file_figures.records(root)


@pytest.fixture(scope="module")
def ideas(records: list[Record]) -> list[Record]:
    return of_kind(records, "idea")


def test_home(
    pages: Pages, ideas: list[Record], records: list[Record], settings: Record, gates: Record
) -> None:
    """Four figures, and each chamber of the lock as high as it has ideas, with how many of them are open.

    Nobody is told to be late there, though somebody is.
    """
    assert sum(is_late(record, gates) for record in ideas) == 1
    home = opened(pages, "index.html")
    assert "för länge" not in home.text
    assert "försena" not in home.text
    assert [part.text for part in home.all(class_="late")] == []
    figures = {f.one("dt").text: f.one("dd", "figure__value").text for f in home.all("div", "figure")}
    elsewhere = of_kind(records, "record")
    placed = [*ideas, *elsewhere]
    outcomes = Counter(record.get("outcome") for record in placed)
    assert figures == {
        "Idéer här": str(len(ideas)),
        "Öppna": str(outcomes["open"]),
        "Genomförda": str(outcomes["completed"]),
        "Bidrag": money(known_sum(grants(placed))),
    }
    stages = Counter(record["stage"] for record in ideas)
    still_open = Counter(record["stage"] for record in ideas if record.get("outcome") == "open")
    chambers = [
        (c.one(class_="chamber__name").text, c.one(class_="chamber__count").text, c.text.split()[-2])
        for c in home.all("li", "chamber")
    ]
    titles = {key: stage["title"]["sv"] for key, stage in settings["process"]["stages"].items()}
    assert chambers == [(title, str(stages[key]), str(still_open[key])) for key, title in titles.items()]
    levels = [
        [
            float(bar.attributes[side])
            for bar, side in zip(chamber.all("rect"), ("height", "width"), strict=True)
        ]
        for chamber in home.all("li", "chamber")
    ]
    fullest = max(stages.values())
    assert levels == [[pytest.approx(100 * stages[key] / fullest, abs=0.1)] * 2 for key in titles]


def test_pipeline(pages: Pages, records: list[Record], settings: Record, gates: Record) -> None:
    """The sums above the board; of each stage how many stand there, are open, have waited and are late.

    What others do stands apart, without a wait.
    """
    ideas, elsewhere = of_kind(records, "idea"), of_kind(records, "record")
    board = opened(pages, "slussen/index.html")
    late = [record["title"] for record in ideas if is_late(record, gates)]
    still_open = [record for record in ideas if record.get("outcome") == "open"]
    assert numbers(board.one(class_="tally").text) == [len(ideas), len(still_open), len(late), len(elsewhere)]
    for key, stage in zip(settings["process"]["stages"], board.all("li", "chamber-row"), strict=True):
        here = [record for record in ideas if record["stage"] == key]
        slips = [
            slip for slip in stage.all("li", "slip") if "slip--elsewhere" not in slip.attributes["class"]
        ]
        assert int(stage.all(class_="count")[0].text) == len(here) == len(slips)
        others = [record for record in elsewhere if record["stage"] == key]
        beside = {
            slip.one("a").text: slip.one(class_="badge").text for slip in stage.all("li", "slip--elsewhere")
        }
        assert beside == {record["title"]: OUTCOMES[standing(record)] for record in others}
        waited = [record for record in here if record in still_open]
        waits = sorted(
            (waited_days(record) or 0 for record in waited if not is_running(record)), reverse=True
        )
        told = stage.all("ul", "chamber-row__waits")
        mine = sum(record["title"] in late for record in here)
        middle = round(median(waits)) if waits else 0
        summed = [len(waited), *[middle][:middle], *[mine][:mine]] if waited else []
        assert numbers(told[0].text if told else "") == summed
        states = [slip.one(class_="slip__state").text for slip in slips]
        listed = [numbers(state) for state in states if "pågår till" not in state]
        assert [number for found in listed for number in found] == [wait for wait in waits if wait]
        assert sum("pågår till" in state for state in states) == len(waited) - len(waits)
    marked = [slip.one("a").text for slip in board.all("li", "slip--late")]
    assert sorted(marked) == sorted(late)


def test_gates(pages: Pages, ideas: list[Record], settings: Record) -> None:
    """How many ideas have passed each gate, by their decisions to go on."""
    board = opened(pages, "slussen/index.html")
    told = {
        g.one(class_="gate__key").text: numbers(g.one(class_="gate__facts").text)[-1]
        for g in board.all("div", "gate")
    }
    passed = [
        {decision["gate"] for decision in record.get("decisions", []) if decision["verdict"] == "go"}
        for record in ideas
    ]
    assert told == {key: sum(key in held for held in passed) for key in settings["process"]["gates"]}


def test_themes_on_the_home_page(pages: Pages, records: list[Record]) -> None:
    """The six themes with most ideas, most first."""
    tags = [
        (tag.one("a").attributes["href"].split("/")[-2], numbers(tag.text)[-1])
        for tag in opened(pages, "index.html").all("ul", "tags")[0].all("li")
    ]
    counted = Counter(key for record in records for key in record.get("themes", []))
    assert dict(tags).items() <= counted.items()
    assert sorted(dict(tags).values(), reverse=True) == [count for _, count in counted.most_common(6)]


def test_topics(pages: Pages, records: list[Record]) -> None:
    """Every value stands with its count, and no value in use is left out."""
    topics = opened(pages, "amnen/index.html")
    found = {
        item.one("a").attributes["href"].removeprefix("../").strip("/"): int(item.one(class_="count").text)
        for section in topics.all("section", "topic")
        for item in section.all("li")
    }
    counted = Counter(
        f"{section}/{value}"
        for record in records
        for section, held in terms_of(record).items()
        for value in (ADDRESSES.get(key, key) for key in held)
    )
    assert {key: count for key, count in found.items() if count} == dict(counted)


def summed(listed: list[Record], gates: Record) -> str:
    """What a list's entries come to, in the words of the page."""
    open_ones = sum(record.get("outcome") == "open" for record in listed)
    late = sum("outcome" in record and is_late(record, gates) for record in listed)
    kinds = {kind: len(of_kind(listed, kind)) for kind in ("idea", "record", "research")}
    words = {"idea": "idéer här", "record": "arbeten hos andra", "research": "forskning"}
    ones = words | {"idea": "idé här", "record": "arbete hos andra"}
    told = [", ".join(f"{n} {(ones if n == 1 else words)[kind]}" for kind, n in kinds.items() if n)]
    told += [f"{open_ones} {'öppen' if open_ones == 1 else 'öppna'}"] if open_ones else []
    told += [f"{late} {'försenat' if late == 1 else 'försenade'} svar"] if late else []
    told += [f"tillsammans {amounts(grants(listed), research_sum(listed))}"] if grants(listed) else []
    return " · ".join(told)


def test_listings(pages: Pages, records: list[Record], gates: Record) -> None:
    """Above each list stand its sums and the median wait of the open ones, and so many cards follow."""
    everything = {("ideer", ""): records}
    for record in records:
        for section, held in terms_of(record).items():
            for value in [ADDRESSES.get(key, key) for key in held] if section != "utlysningar" else ():
                everything.setdefault((section, value), []).append(record)
    assert len(everything) > 15
    for (section, value), listed in everything.items():
        lists = opened(pages, f"{section}/{value}/index.html".replace("//", "/"))
        tallies = [tally.text for tally in lists.all(class_="tally")]
        waits = [waited_days(r) or 0 for r in listed if r.get("outcome") == "open" and not is_running(r)]
        expected = summed(listed, gates)
        if section == "organisationer":
            expected = expected.partition(" · tillsammans")[0]
        if section == "finansiarer":
            own = [(r, g) for r in listed for g in r["grants"] if g["funder"] == value]
            research = known_sum([g for r, g in own if r.get("kind") == "research"])
            given = amounts([g for _, g in own], research)
            expected = f"{expected.partition(' · tillsammans')[0]} · tillsammans {given}"
        assert tallies[0] == expected
        assert [numbers(told) for told in tallies[1:]] == (
            [[round(median(waits))]] if waits and value else []
        )
        assert len(lists.all("article", "card")) == len(listed), (section, value)


def test_calls(pages: Pages, records: list[Record]) -> None:
    """A call's grants, their sum, and a row for each; the same on the list of calls."""
    mine = [grant for grant in grants(records) if grant.get("call") == "testbaddar-2025"]
    total = money(known_sum(mine))
    assert (len(mine), total) == (3, "500 000 kr")
    told = f"{len(mine)} bidrag, {total}, varav 1 utan känt belopp"
    call = opened(pages, "utlysningar/testbaddar-2025/index.html")
    assert dict(markup.term_rows(call.one("dl", "call-results")))["Bidrag"] == told
    assert len(call.one("tbody").all("tr")) == len(mine)
    listed = opened(pages, "utlysningar/index.html").one("div", "call-row__facts")
    assert told in listed.text


@pytest.mark.parametrize("path", ["index.html", "slussen/index.html", "amnen/index.html", "ideer/index.html"])
def test_both_languages_say_the_same(pages: Pages, path: str) -> None:
    """The English page has the same counts in the same order."""
    english = f"{catalogues.only_pages(pages)[path].translations['en']}index.html"
    classes = ("count", "chamber__count", "figure__value")
    here, there = (
        [e.text for name in classes for e in opened(pages, p).all(class_=name) if e.text.isdecimal()]
        for p in (path, english)
    )
    # The order of names differs between languages.
    assert sorted(here) == sorted(there)
