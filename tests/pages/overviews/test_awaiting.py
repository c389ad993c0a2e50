"""Who is awaited, where and since when: every open idea once, and each count from the files again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from idesluss.derived.whole import Derived
from idesluss.pages.base.site import Site
from idesluss.pages.overviews import awaiting
from tests.support import catalogues, markup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.words import Language

    Changed = Callable[..., Catalogue]

SMALL = "2026/enklare-felanmalan/idea.md"
TRYGG = "2025/trygg-hemgang/idea.md"
LATE = """---
title: Bänk %s
summary: Den som går långsamt ska kunna vila på halva vägen.
stage: %s
outcome: open
submitted: %s
origin: resident
sector: samhallsbyggnad
---

## Behov

Backen är brant.
"""


def page(found: Catalogue, language: Language = "sv") -> markup.Element:
    made = list(awaiting.pages(Site(Derived(found), language)))
    assert len(made) == 1
    return markup.tree(str(made[0].content).replace("\u00a0", " "))


def rows(tree: markup.Element) -> list[str]:
    return [row.one("span", "waits__title").text for row in tree.all("ol", "waits") for row in row.all("li")]


@pytest.fixture
def late(tmp_path: Path) -> Catalogue:
    """The rich content, and ideas that have waited at two gates for some time."""
    root = catalogues.lay(tmp_path)
    waits = [("a", "idea", "2020-03-01"), ("b", "assessment", "2026-09-24"), ("c", "assessment", "2019-05")]
    for slug, stage, day in waits:
        file = root / "ideas" / "2020" / f"bank-{slug}" / "idea.md"
        file.parent.mkdir(parents=True)
        file.write_text(LATE % (slug, stage, day), encoding="utf-8")
    return catalogues.read(root)


def test_every_open_idea_stands_once(late: Catalogue) -> None:
    """Under its role and gate: what is late first, then the longest wait; what runs stands last."""
    tree = page(late)
    assert rows(tree) == [
        *("Bänk a", "Enklare felanmälan", "A quiet hour at the library"),
        *("Bänk c", "Bänk b"),
        "Trygg hemgång",
    ]
    assert [section.one("h2").text for section in tree.all("section", "move")] == [
        "Väntar på: granskaren",
        "Väntar på: Projektgrupp",
    ]
    assert [queue.one("h3").text for queue in tree.all("section", "queue")] == [
        "G1 Prövning",
        "G2 Förstudiebeslut",
        "G5 Överlämning",
    ]


def test_each_row_says_how_long_and_how_late(late: Catalogue) -> None:
    """Days since the last answer, the promised day, and the days past it."""
    found = {row.one("a").text: row.text for row in page(late).all("li", "waits__row")}
    assert found["Bänk a"] == (
        "Bänk a Väntat 2 458 dagar sedan 1 mars 2020 "
        "2 428 dagar försenat Svaret skulle ha kommit 31 mars 2020"
    )
    assert found["Bänk b"] == "Bänk b Väntat 60 dagar sedan 24 september 2026 Svar senast 23 november 2026"
    assert found["Bänk c"].startswith("Bänk c Väntat 2 733 dagar sedan maj 2019")
    assert (
        found["Trygg hemgång"]
        == "Trygg hemgång Väntat 460 dagar sedan 20 augusti 2025 Arbetet pågår till februari 2027"
    )


def test_what_is_late_comes_first_whoever_is_late(changed: Changed) -> None:
    """A role that keeps others waiting stands before one that does not."""
    found = changed(today=dt.date(2027, 6, 1))
    assert next(s.one("h2").text for s in page(found).all("section", "move")) == "Väntar på: granskaren"
    on_time = changed((SMALL, "submitted: 2026-11-02", "submitted: 2027-05-25"), today=dt.date(2027, 6, 1))
    tree = page(on_time)
    assert "Perioder som har gått ut 1" in tree.text
    assert "Perioden gick ut februari 2027" in tree.text


def test_the_head_counts_and_leads(late: Catalogue) -> None:
    """How many, how many late, where the first of those stands, and which has waited longest."""
    tree = page(late)
    tally = next(p for p in tree.all("p", "tally"))
    assert tally.text == "6 öppna idéer. 2 svar är försenade. 1 har arbete som pågår."
    assert tally.one("a").attributes["href"].endswith("vantar-pa-svar/#late")
    assert tree.by_id("late").one("a").text == "Bänk a"
    assert "Den här idén har väntat längst på svar, 2 733 dagar: Bänk c" in tree.text


def test_dates_that_have_passed_have_lists_of_their_own(changed: Changed) -> None:
    """Ideas on hold to take up, follow-ups to make, and periods that ended while the outcome is open."""
    found = changed(
        (SMALL, "outcome: open", "outcome: on_hold\nresume_on: 2027-01-07"),
        (TRYGG, "sources:", "next_follow_up: 2027-02\nsources:"),
        today=dt.date(2027, 3, 15),
    )
    tree = page(found)
    lists = {
        name: [
            row.text
            for row in next(
                s for s in tree.all("section") if s.attributes.get("aria-labelledby") == name
            ).all("li")
        ]
        for name in ("resume", "follow-up", "period")
    }
    assert lists == {
        "resume": ["Enklare felanmälan 7 januari 2027"],
        "follow-up": ["Trygg hemgång februari 2027"],
        "period": ["Trygg hemgång februari 2027"],
    }


def test_nobody_waiting_is_said(changed: Changed) -> None:
    found = changed(
        (SMALL, "outcome: open", "outcome: completed"), (TRYGG, "outcome: open", "outcome: completed")
    )
    tree = page(found)
    assert "Ingen idé väntar på svar just nu." in tree.text
    assert "Om din idé väntar" in tree.text


def test_a_promise_is_told_in_words(late: Catalogue) -> None:
    """Of each gate, also where there is none."""
    promises = [p.text for p in page(late).all("p", "queue__promise")]
    assert promises == [
        "Hör idén hemma här? Svaret ska komma inom 30 dagar.",
        "Är idén värd en förstudie? Svaret ska komma inom 60 dagar.",
        "Vem äger och betalar sedan? Grinden har ingen utlovad svarstid.",
    ]


def test_an_unknown_day_is_not_invented(changed: Changed) -> None:
    found = changed((SMALL, "submitted: 2026-11-02\n", ""))
    row = next(row for row in page(found).all("li", "waits__row") if "felanmälan" in row.text)
    assert row.text == "Enklare felanmälan Okänt sedan när Inget datum är utlovat"


def test_what_came_today_has_not_waited(late: Catalogue) -> None:
    """No days are counted yet."""
    row = next(row for row in page(late).all("li", "waits__row") if "quiet hour" in row.text)
    assert row.text.startswith("A quiet hour at the library Väntar sedan i dag 23 november 2026")


def test_a_long_list_has_several_pages(late: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts are of the whole group, on whichever page it stands; the rest is told on the first."""
    monkeypatch.setattr(awaiting, "PAGE_SIZE", 2)
    made = [markup.tree(p.content) for p in awaiting.pages(Site(Derived(late), "sv"))]
    assert [len(rows(tree)) for tree in made] == [2, 2, 2]
    counts = [[p.text for q in tree.all("section", "queue") for p in q.all("p", "tally")] for tree in made]
    assert counts[0] == ["3 idéer varav 1 försenad"]
    assert counts[1] == ["3 idéer varav 1 försenad", "2 idéer varav 1 försenad"]
    assert [len([e for e in tree if e.attributes.get("id") == "late"]) for tree in made] == [1, 0, 0]


def test_each_count_is_that_of_the_files(late: Catalogue, tmp_path: Path) -> None:
    """Counted again from the files, by code that shares nothing with the page."""
    root = tmp_path
    settings: Any = yaml.load((root / "ideas/catalogue.yml").read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506  # only text
    ideas: list[Any] = [
        yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], yaml.CBaseLoader)  # noqa: S506  # only text
        for file in root.glob("ideas/2*/*/idea.md")
    ]
    stages = [idea["stage"] for idea in ideas if idea.get("outcome") == "open"]
    gates = settings["process"]["gates"]
    expected = Counter(
        next(key for key, gate in gates.items() if gate["from_stage"] == stage) for stage in stages
    )
    tree = page(late)
    found = {
        queue.one("span", "gate__key").text: (
            int(queue.one("p", "tally").text.split()[0]),
            len(queue.all("li")),
        )
        for queue in tree.all("section", "queue")
    }
    assert found == {gate: (count, count) for gate, count in expected.items()}
    assert Derived(late).figures.overdue == len(tree.all("li", "waits__row--late"))


def test_both_languages_say_the_same(late: Catalogue) -> None:
    """The same ideas in the same order, in English words."""
    assert rows(page(late, "en")) == rows(page(late))
    assert "2,428 days late" in page(late, "en").text
