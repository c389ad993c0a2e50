"""Every number that the site shows, counted again from the files by code that shares nothing with it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.support import project, shown

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Published

Record = dict[str, Any]
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
  - { funder: vinnova, call: testbaddar-2025, awarded: 250000, final: 0, start: 2020-05 }
  - { funder: vinnova, call: testbaddar-2025, start: 2020-05 }
decisions:
  - { gate: G1, date: 2020-04-01, verdict: go, role: granskare, reason: Många har frågat. }
---

## Behov

Backen är brant.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shown.lay(tmp_path_factory.mktemp("counts"))
    file = folder / "ideas" / "2020" / "bank-i-skuggan" / "idea.md"
    file.parent.mkdir(parents=True)
    file.write_text(LATE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pages(root: Path) -> Pages:
    return shown.publish_all(shown.read(root))


@pytest.fixture(scope="module")
def settings(root: Path) -> Record:
    return _yaml((root / "ideas" / "catalogue.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def records(root: Path) -> list[Record]:
    """The fields of every idea.md, all values as text, with the folder's year."""
    files = sorted(root.glob("ideas/*/*/idea.md"))
    texts = [(file.parts[-3], file.read_text(encoding="utf-8").split("---\n")[1]) for file in files]
    return [{**_yaml(text), "_year": year} for year, text in texts]


def _yaml(text: str) -> Record:
    # libyaml's, as PyYAML's own refuses a question mark before a comma.
    found: Record = yaml.load(text, yaml.CBaseLoader)  # noqa: S506  # it makes nothing but text
    return found


@pytest.fixture(scope="module")
def ideas(records: list[Record]) -> list[Record]:
    return [record for record in records if record.get("kind") != "research"]


def amount(grant: Record) -> int:
    told = str(grant.get("final", grant.get("awarded", "0")))
    return int(told)


def granted(listed: list[Record]) -> int:
    return sum(amount(grant) for record in listed for grant in record.get("grants", []))


def organisations(record: Record) -> set[str]:
    holders = [record.get(name) for name in ("coordinator", "recipient", "owner")]
    holders += [grant.get("coordinator") for grant in record.get("grants", [])]
    return {holder["organisation"] for holder in [*holders, *record.get("partners", [])] if holder}


def is_late(record: Record, settings: Record) -> bool:
    """Whether the time promised at the gate ahead has passed; the rich content needs no more than this."""
    ahead = [g for g in settings["process"]["gates"].values() if g["from_stage"] == record["stage"]]
    if record["outcome"] != "open" or not ahead or "answer_days" not in ahead[0]:
        return False
    since = [decision["date"] for decision in record.get("decisions", [])][-1:] or [record["submitted"]]
    promised = dt.date.fromisoformat(since[0]) + dt.timedelta(days=int(ahead[0]["answer_days"]))
    return promised < shown.TODAY


def money(value: int) -> str:
    """`181 294 kr`, with spaces that do not break told as plain ones."""
    return f"{value:,} kr".replace(",", " ")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def numbers(text: str) -> list[int]:
    return [int(found.replace(" ", "")) for found in re.findall(r"\b\d{1,3}(?: \d{3})*\b", plain(text))]


def page(pages: Pages, path: str) -> shown.Element:
    return shown.tree(plain(shown.text_in(pages, path)))


def test_home(pages: Pages, ideas: list[Record], settings: Record) -> None:
    """The seven figures, and each chamber of the lock with how many in it are open."""
    home = page(pages, "index.html")
    figures = {f.one("dt").text: f.one("dd", "figure__value").text for f in home.all("div", "figure")}
    outcomes = Counter(record["outcome"] for record in ideas)
    everyone = set[str]().union(*map(organisations, ideas))
    late = sum(is_late(record, settings) for record in ideas)
    assert late == 1
    assert figures == {
        "Idéer": str(len(ideas)),
        "Öppna": str(outcomes["open"]),
        "Väntar för länge": str(late),
        "Genomförda": str(outcomes["completed"]),
        "Nedlagda": str(outcomes["stopped"]),
        "Organisationer": str(len(everyone)),
        "Bidrag": money(granted(ideas)),
    }
    stages = Counter(record["stage"] for record in ideas)
    still_open = Counter(record["stage"] for record in ideas if record["outcome"] == "open")
    chambers = [
        (c.one(class_="chamber__name").text, c.one(class_="chamber__count").text, c.text.split()[-2])
        for c in home.all("li", "chamber")
    ]
    titles = {key: stage["title"]["sv"] for key, stage in settings["process"]["stages"].items()}
    assert chambers == [(title, str(stages[key]), str(still_open[key])) for key, title in titles.items()]


def days(record: Record) -> int:
    """Days since the last decision, else since it was submitted."""
    since = [decision["date"] for decision in record.get("decisions", [])][-1:] or [record["submitted"]]
    return (shown.TODAY - dt.date.fromisoformat(since[0])).days


def runs(record: Record) -> bool:
    """Whether a grant has days left; the plans here end with their grants."""
    ends = [grant["end"] for grant in record.get("grants", []) if "end" in grant]
    return max(ends, default="") >= shown.TODAY.isoformat()[:7]


def test_pipeline(pages: Pages, ideas: list[Record], settings: Record) -> None:
    """The sum above the board; of each stage how many stand there, are open, have waited and are late."""
    board = page(pages, "slussen/index.html")
    late = [record["title"] for record in ideas if is_late(record, settings)]
    still_open = [record for record in ideas if record["outcome"] == "open"]
    assert numbers(board.one(class_="tally").text) == [len(ideas), len(still_open), len(late)]
    for key, stage in zip(settings["process"]["stages"], board.all("li", "chamber-row"), strict=True):
        here = [record for record in ideas if record["stage"] == key]
        assert int(stage.one(class_="count").text) == len(here) == len(stage.all("li", "slip"))
        waited = [record for record in here if record in still_open]
        waits = sorted((days(record) for record in waited if not runs(record)), reverse=True)
        told = stage.all("ul", "chamber-row__waits")
        mine = sum(record["title"] in late for record in here)
        middle = round(median(waits)) if waits else 0
        summed = [len(waited), *[middle][:middle], *[mine][:mine]] if waited else []
        assert numbers(told[0].text if told else "") == summed
        states = [slip.one(class_="slip__state").text for slip in stage.all("li", "slip")]
        listed = [numbers(state) for state in states if "pågår till" not in state]
        assert [number for found in listed for number in found] == [wait for wait in waits if wait]
        assert sum("pågår till" in state for state in states) == len(waited) - len(waits)
    marked = [slip.one("a").text for slip in board.all("li", "slip--late")]
    assert sorted(marked) == sorted(late)


def test_gates(pages: Pages, ideas: list[Record], settings: Record) -> None:
    """How many ideas have passed each gate, by their decisions to go on."""
    board = page(pages, "slussen/index.html")
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
        for tag in page(pages, "index.html").all("ul", "tags")[0].all("li")
    ]
    counted = Counter(key for record in records for key in record.get("themes", []))
    assert dict(tags).items() <= counted.items()
    assert sorted(dict(tags).values(), reverse=True) == [count for _, count in counted.most_common(6)]


def values(record: Record) -> dict[str, set[str]]:
    """Section of the topics page to the addresses under which the record is found."""
    in_process = record.get("kind") != "research"
    calls = {grant["call"] for grant in record.get("grants", []) if "call" in grant}
    return {
        "skeden": {record["stage"]} if in_process else set(),
        "utfall": {record["outcome"]} if in_process else set(),
        "sektorer": {record["sector"]},
        "teman": set(record.get("themes", [])),
        "visionsmal": set(record.get("vision_goals", [])),
        "globala-mal": set(record.get("agenda_goals", [])),
        "kommuner": set(record.get("municipalities", [])),
        "organisationer": organisations(record),
        "utlysningar": calls,
        "finansiarer": {grant["funder"] for grant in record.get("grants", [])},
        "ursprung": {record[key] for key in ("origin",) if key in record},
        "innovationstyper": {record[key] for key in ("innovation_type",) if key in record},
        "nyckelfaktorer": {held["factor"] for held in record.get("key_factors", [])},
        "ar": {record["_year"]},
    }


def test_topics(pages: Pages, records: list[Record]) -> None:
    """Every value stands with its count, and no value in use is left out."""
    topics = page(pages, "amnen/index.html")
    found = {
        item.one("a").attributes["href"].removeprefix("../").strip("/"): int(item.one(class_="count").text)
        for section in topics.all("section", "topic")
        for item in section.all("li")
    }
    counted = Counter(
        f"{section}/{value}"
        for record in records
        for section, held in values(record).items()
        for value in held
    )
    assert {key: count for key, count in found.items() if count} == dict(counted)


def summed(listed: list[Record], settings: Record) -> str:
    """What a list's entries come to, in the words of the page."""
    open_ones = sum(record.get("outcome") == "open" for record in listed)
    late = sum("outcome" in record and is_late(record, settings) for record in listed)
    told = [f"{len(listed)} {'post' if len(listed) == 1 else 'poster'}"]
    told += [f"{open_ones} {'öppen' if open_ones == 1 else 'öppna'}"] if open_ones else []
    told += [f"{late} väntar för länge"] if late else []
    grants = [grant for record in listed for grant in record.get("grants", [])]
    told += [f"tillsammans {told_grants(grants)}"] if grants else []
    return " · ".join(told)


def told_grants(grants: list[Record]) -> str:
    unknown = sum("final" not in grant and "awarded" not in grant for grant in grants)
    if unknown == len(grants):
        return f"{len(grants)} bidrag utan känt belopp"
    rest = f", varav {unknown} utan känt belopp" if unknown else ""
    return f"{len(grants)} bidrag, {money(sum(map(amount, grants)))}{rest}"


def test_listings(pages: Pages, records: list[Record], settings: Record) -> None:
    """Above each list stand its sums and the median wait of the open ones, and so many cards follow."""
    everything = {("ideer", ""): records}
    for record in records:
        for section, held in values(record).items():
            for value in held if section != "utlysningar" else ():
                everything.setdefault((section, value), []).append(record)
    assert len(everything) > 15
    for (section, value), listed in everything.items():
        lists = page(pages, f"{section}/{value}/index.html".replace("//", "/"))
        tallies = [tally.text for tally in lists.all(class_="tally")]
        waits = [days(r) for r in listed if r.get("outcome") == "open" and not runs(r)]
        expected = summed(listed, settings)
        if section == "organisationer":
            expected = expected.partition(" · tillsammans")[0]
        if section == "finansiarer":
            own = [g for r in listed for g in r["grants"] if g["funder"] == value]
            expected = f"{expected.partition(' · tillsammans')[0]} · tillsammans {told_grants(own)}"
        assert tallies[0] == expected
        assert [numbers(told) for told in tallies[1:]] == (
            [[round(median(waits))]] if waits and value else []
        )
        assert len(lists.all("article", "card")) == len(listed), (section, value)


def test_calls(pages: Pages, records: list[Record]) -> None:
    """A call's grants, their sum, and a row for each; the same on the list of calls."""
    grants = [g for record in records for g in record.get("grants", []) if g.get("call") == "testbaddar-2025"]
    total = money(sum(map(amount, grants)))
    assert (len(grants), total) == (3, "500 000 kr")
    told = f"{len(grants)} bidrag, {total}, varav 1 utan känt belopp"
    call = page(pages, "utlysningar/testbaddar-2025/index.html")
    assert dict(shown.facts(call.one("dl", "call-results")))["Bidrag"] == told
    assert len(call.one("tbody").all("tr")) == len(grants)
    listed = page(pages, "utlysningar/index.html").one("div", "call-row__facts")
    assert told in listed.text


@pytest.mark.parametrize("path", ["index.html", "slussen/index.html", "amnen/index.html", "ideer/index.html"])
def test_both_languages_say_the_same(pages: Pages, path: str) -> None:
    """The English page has the same counts in the same order."""
    english = f"{shown.only_pages(pages)[path].translations['en']}index.html"
    classes = ("count", "chamber__count", "figure__value")
    here, there = (
        [e.text for name in classes for e in page(pages, p).all(class_=name) if e.text.isdecimal()]
        for p in (path, english)
    )
    # The order of names differs between languages.
    assert sorted(here) == sorted(there)


def test_the_day_is_the_tests() -> None:
    """What is late is judged by the day that the pages are made for."""
    assert str(shown.TODAY) == project.TODAY
