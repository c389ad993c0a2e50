"""The rules of the domain on what cases cannot hold: many ideas, half-read files, every shape of ring."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss import checks
from idesluss.checks import told_by
from idesluss.checks.rings import rings_in
from idesluss.derived.whole import Derived
from tests.support.work import calls_of, is_linear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.reading.problem import Problem

    Changed = Callable[..., Catalogue]

SMALL = "2026/enklare-felanmalan/idea.md"
TRYGG = "2025/trygg-hemgang/idea.md"
PLAN = "2025/trygg-hemgang/plan.md"
CALL = "calls/testbaddar-2025.md"
RULES = (
    *("call_terms", "decision_order", "decision_outcome", "decision_role", "effect_measured", "future_date"),
    *("grant_sum", "outcome_companion", "overdue", "relation_agreement", "repeated", "retired_idea"),
)


def told(held: Catalogue, rule: str) -> list[Problem]:
    return list(told_by(checks.rules()[rule], Derived(held)))


def keys(held: Catalogue, rule: str) -> list[str]:
    return [problem.key for problem in told(held, rule)]


def test_nothing_is_said_of_the_base(changed: Changed) -> None:
    """A clean catalogue is clean for each of these rules by itself."""
    held = changed()
    assert {rule: told(held, rule) for rule in RULES if told(held, rule)} == {}


@pytest.mark.parametrize("field", ["outcome", "stage", "decisions", "relations", "grants", "submitted"])
def test_a_field_that_cannot_be_read_is_not_judged(changed: Changed, field: str) -> None:
    """What a field would have said is unknown, so no rule draws conclusions from its absence."""
    file = SMALL if field == "relations" else TRYGG
    held = changed((file, f"\n{field}:", f"\n{field}: {{ oops: 1 }}\nx_{field}:"))
    assert any(entry.unread for entry in held.judged)
    assert {rule: keys(held, rule) for rule in RULES if told(held, rule)} == {}


def test_an_idea_with_hardly_a_field_is_judged(changed: Changed) -> None:
    """A rule never stops at what is not there."""
    bare = changed((SMALL, "stage: idea\noutcome: open\nsubmitted: 2026-11-02\norigin: resident\n", ""))
    assert {rule: keys(bare, rule) for rule in RULES if told(bare, rule)} == {}


ways = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=4, unique=True), max_size=6
).map(lambda found: {key: [to for to in found.get(key, []) if to != key] for key in "abcdef"})


def reaches(graph: dict[str, list[str]], start: str, goal: str) -> bool:
    seen, ahead = set(), [*graph[start]]
    while ahead:
        step = ahead.pop()
        if step not in seen:
            seen.add(step)
            ahead += graph[step]
    return goal in seen


@given(graph=ways)
def test_a_ring_is_found_if_and_only_if_there_is_one(graph: dict[str, list[str]]) -> None:
    """Each ring that is told can be walked, and none goes untold where one can be."""
    found = list(rings_in(graph))
    for ring in found:
        assert all(after in graph[before] for before, after in zip(ring, [*ring[1:], ring[0]], strict=True))
    assert bool(found) is any(reaches(graph, start, start) for start in graph)


@given(graph=ways)
def test_taking_away_told_rings_ends_in_none(graph: dict[str, list[str]]) -> None:
    """Who mends what is told, run after run, comes to an end."""
    for _ in range(25):
        found = next(rings_in(graph), None)
        if found is None:
            return
        graph[found[-1]].remove(found[0])
    pytest.fail("rings remain")


class Listed(list[Any]):
    """A list that counts how often it is gone through."""

    times = 0

    def __iter__(self) -> Iterator[Any]:
        self.times += 1
        return super().__iter__()


def test_names_of_ideas_are_gathered_once(changed: Changed) -> None:
    """However many relations lead to them; else each relation would go through all ideas."""
    one = "  - kind: builds_on\n    idea: trygg-hemgang\n"
    held = changed((SMALL, one, one * 3))
    held.tree.folders = folders = Listed(held.tree.folders)
    assert keys(held, "unknown_term") == []
    assert folders.times == 1


def test_long_chains_and_many_rings_are_little_work() -> None:
    """Neither a long chain of ideas nor a ring from many of them back to the first is walked twice."""

    def chain(size: int) -> dict[str, list[str]]:
        return {str(at): [str(at + 1)] if at + 1 < size else [] for at in range(size)}

    def ringed(size: int) -> dict[str, list[str]]:
        graph = chain(size)
        for at in range(1, size, 50):
            graph[str(at)].append("0")
        return graph

    def walk(graph_of: Callable[[int], dict[str, list[str]]], size: int) -> int:
        graph = graph_of(size)
        return calls_of(lambda: list(rings_in(graph)))

    assert list(rings_in(chain(10_000))) == []
    assert len(list(rings_in(ringed(10_000)))) == 10_000 // 50
    for graph_of in (chain, ringed):
        assert is_linear(partial(walk, graph_of), 2000)


@pytest.mark.parametrize(
    ("limit", "told_share"), [(87, None), (86, "86,3"), (50, "86,3"), (0, "86,3"), (100, None)]
)
def test_the_share_is_counted_exactly(changed: Changed, limit: int, told_share: str | None) -> None:
    """500 000 of 580 000 kr is 86.2 per cent and a bit: told as more than 86, never as 86."""
    held = changed((CALL, "closes: 2025-03-15", f"closes: 2025-03-15\nmax_share: {limit}"))
    shares = [problem.message("sv") for problem in told(held, "call_terms")]
    assert [told_share in share for share in shares if told_share] == ([True] if told_share else [])
    assert len(shares) == (told_share is not None)


@pytest.mark.parametrize(("today", "expected"), [("2027-01-31", []), ("2027-02-01", ["overdue.milestone"])])
def test_a_month_is_over_when_its_last_day_is(changed: Changed, today: str, expected: list[str]) -> None:
    """A milestone due in January is not late in January."""
    held = changed((PLAN, "due: 2026-12", "due: 2027-01"), today=dt.date.fromisoformat(today))
    assert keys(held, "overdue") == expected


def test_milestones_of_a_passed_period_are_not_told_beside_it(changed: Changed) -> None:
    """One mistake, one message: the period has ended and the outcome is open."""
    held = changed(today=dt.date(2027, 6, 1))
    assert keys(held, "passed_end") == ["passed_end"]
    assert keys(held, "overdue") == []


def test_a_result_that_a_gate_asks_for_is_told_by_the_gate(changed: Changed) -> None:
    """What the process requires by name can be waived, so it is told as required and not twice."""
    held = changed(
        (TRYGG, "outcome: open", "outcome: completed"),
        ("catalogue.yml", "requires: [plan, idea.effects.target", "requires: [plan, idea.effects.result"),
    )
    assert keys(held, "effect_measured") == []
    assert "required.each" in keys(held, "required")


def test_a_verdict_that_a_catalogue_has_no_outcome_for(changed: Changed) -> None:
    """A municipality's process may do without being stopped; then nothing is stopped there."""
    stop = "  - { gate: G5, date: 2026-10-01, verdict: stop, role: mottagare, reason: Nej. }\neffects:"
    held = changed(
        (TRYGG, "effects:", stop), ("catalogue.yml", "verdicts: [close, stop]", "verdicts: [close]")
    )
    [problem] = told(held, "decision_outcome")
    assert problem.key == "decision_outcome.nowhere"
    assert "`stop`" not in problem.hint("sv")


def test_a_companion_is_read_from_the_process(changed: Changed) -> None:
    """Which field belongs to which outcome is data, so another catalogue may pair them otherwise."""
    held = changed(
        ("catalogue.yml", "requires: [idea.resume_on]", "requires: [idea.next_follow_up]"),
        (TRYGG, "sources:", "next_follow_up: 2027-12\nsources:"),
    )
    assert [problem.values["name"] for problem in told(held, "outcome_companion")] == ["next_follow_up"]
