"""What happened lately: decisions from the files, the rest from git, and nothing twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from idesluss.history import news
from idesluss.history.differences import Event
from idesluss.history.news import Chronicle
from idesluss.history.timeline import Moment, Timeline
from idesluss.words import same, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

    Changed = Callable[..., Catalogue]

SMALL = "2026/enklare-felanmalan/idea.md"
PATH = f"ideas/{SMALL}"
DECIDED = """decisions:
  - { gate: G1, date: 2026-11-10, verdict: %s, role: granskare, reason: Bra. }
relations:"""
GO = "2026-11-10 Beslut vid G1 Prövning: vidare till Bedömning"


def event(kind: str, key: str = "") -> Event:
    return Event(kind, same(f"{kind} {key}".strip()), key=key)


def on(day: str, *events: Event) -> Moment:
    return Moment(dt.date.fromisoformat(day), events)


def told(found: Catalogue, *moments: Moment, has_git: bool = True) -> list[str]:
    """What is told of the small idea."""
    known = Timeline({PATH: moments}) if has_git else None
    return [
        f"{n.date} {n.words.in_('sv')}"
        for n in Chronicle(found, known).gathered
        if n.entry and n.entry.path == PATH
    ]


def test_decisions_need_no_git(changed: Changed) -> None:
    """By their own dates; one that has not come is no news yet."""
    found = changed((SMALL, "relations:", DECIDED % "go"))
    sent = "2026-11-02 Idén lämnades in"
    assert told(found, has_git=False) == [GO, sent]
    assert told(changed((SMALL, "relations:", DECIDED % "hold")), has_git=False) == [
        "2026-11-10 Beslut vid G1 Prövning: vänta",
        sent,
    ]
    early = changed((SMALL, "relations:", DECIDED % "go"), today=dt.date(2026, 11, 9))
    assert told(early, has_git=False) == [sent]


def test_a_decision_and_its_stage_are_one_thing(changed: Changed) -> None:
    """Whenever git learnt of the stage; a further change of it is told again."""
    found = changed((SMALL, "relations:", DECIDED % "go"))
    moments = (
        on("2026-11-14", event("stage", "assessment")),
        on("2026-11-13", event("stage", "idea")),
        on("2026-11-12", event("decision", "G1"), event("stage", "assessment")),
        on("2026-11-01", event("came_in")),
    )
    assert told(found, *moments) == [
        "2026-11-14 stage assessment",
        "2026-11-13 stage idea",
        GO,
        "2026-11-01 came_in",
    ]


def test_a_stage_without_a_decision_is_told(changed: Changed) -> None:
    """Nothing that happened is left out."""
    assert told(changed(), on("2026-11-12", event("stage", "assessment"))) == ["2026-11-12 stage assessment"]


def test_a_decision_to_hold_tells_the_outcome(changed: Changed) -> None:
    """Another outcome is told beside it."""
    found = changed((SMALL, "relations:", DECIDED % "hold"))
    moments = (on("2026-11-12", event("outcome", "on_hold")), on("2026-11-11", event("outcome", "completed")))
    assert told(found, *moments) == [
        "2026-11-11 outcome completed",
        "2026-11-10 Beslut vid G1 Prövning: vänta",
    ]


def test_text_is_no_news(changed: Changed) -> None:
    """Only what moves an idea, or tells what came of it."""
    kinds = (
        "text",
        "fields",
        "grant",
        "title",
        "moved",
        "picture",
        "milestone",
        "plan_came",
        "result",
        "section",
    )
    found = told(changed(), on("2026-11-12", *map(event, kinds)))
    assert found == ["2026-11-12 plan_came", "2026-11-12 result", "2026-11-12 section"]


def test_many_that_came_in_are_one_line(changed: Changed) -> None:
    """An import of a whole register is one piece of news."""
    found = changed()
    few = Timeline({entry.path: (on("2026-11-01", event("came_in")),) for entry in found.entries})
    assert [item.kind for item in Chronicle(found, few).gathered if item.kind != "decision"] == [
        "came_in"
    ] * 2
    assert news.MANY < 12
    news_of_many = [
        news.News(item.date, "came_in", item.words, item.entry)
        for item in Chronicle(found, few).gathered
        if item.kind == "came_in"
    ] * 6
    gathered = list(news._gathered(news_of_many))
    assert [(item.kind, item.entry, item.words) for item in gathered] == [
        ("many", None, text("news.many", count=12))
    ]


def test_a_month_stands_after_its_days(changed: Changed) -> None:
    """That an idea came in on a day that is not known is the last of its month."""
    trygg = "2025/trygg-hemgang/idea.md"
    found = changed((trygg, "submitted: 2025-02-10", "submitted: 2025-03"))
    listed = [
        item for item in Chronicle(found, None).gathered if item.entry and item.entry.slug == "trygg-hemgang"
    ]
    assert [str(item.date) for item in listed] == ["2025-08-20", "2025-05-12", "2025-03-03", "2025-03"]
