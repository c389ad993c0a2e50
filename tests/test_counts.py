"""Every number that the site shows, counted again from the files by code that shares nothing with it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from . import project, shown

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


def page(pages: Pages, path: str) -> shown.Element:
    return shown.tree(plain(str(pages[path].content)))


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


def test_pipeline(pages: Pages, ideas: list[Record], settings: Record) -> None:
    """The sum above the board, and the count of each stage, which is also how many are listed."""
    board = page(pages, "slussen/index.html")
    numbers = [int(word.strip(".")) for word in board.one(class_="tally").text.split() if word[0].isdigit()]
    late = sum(is_late(record, settings) for record in ideas)
    assert numbers == [len(ideas), sum(record["outcome"] == "open" for record in ideas), late]
    stages = Counter(record["stage"] for record in ideas)
    for key, stage in zip(settings["process"]["stages"], board.all("li", "board__stage"), strict=True):
        assert stage.one(class_="count").text == str(stages[key]) == str(len(stage.all("li", "slip")))
    assert len(board.all("span", "late")) == late


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


def test_listings(pages: Pages, records: list[Record]) -> None:
    """Above each list stand how many entries it has and the sum of their grants, and so many cards follow."""
    everything = {("ideer", ""): records}
    for record in records:
        for section, held in values(record).items():
            for value in held if section != "utlysningar" else ():
                everything.setdefault((section, value), []).append(record)
    assert len(everything) > 15
    for (section, value), listed in everything.items():
        lists = page(pages, f"{section}/{value}/index.html".replace("//", "/"))
        total = granted(listed)
        words = f"{len(listed)} {'post' if len(listed) == 1 else 'poster'}"
        assert lists.one(class_="tally").text == words + (f" · {money(total)} i bidrag" if total else "")
        assert len(lists.all("article", "card")) == len(listed), (section, value)


def test_calls(pages: Pages, records: list[Record]) -> None:
    """A call's grants, their sum, and a row for each; the same on the list of calls."""
    grants = [g for record in records for g in record.get("grants", []) if g.get("call") == "testbaddar-2025"]
    total = money(sum(map(amount, grants)))
    assert (len(grants), total) == (3, "500 000 kr")
    call = page(pages, "utlysningar/testbaddar-2025/index.html")
    granted_here = call.all("section")[0]
    assert granted_here.one("p").text == f"{len(grants)} bidrag, {total} i kända belopp."
    assert len(granted_here.one("tbody").all("tr")) == len(grants)
    facts = [item.text for item in page(pages, "utlysningar/index.html").one(class_="card__facts").all("li")]
    assert facts == ["Vinnova", f"{len(grants)} bidrag i katalogen", total]


@pytest.mark.parametrize("path", ["index.html", "slussen/index.html", "amnen/index.html", "ideer/index.html"])
def test_both_languages_say_the_same(pages: Pages, path: str) -> None:
    """The English page has the same counts in the same order."""
    english = f"{pages[path].translations['en']}index.html"
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
