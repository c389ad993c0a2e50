"""The site's figures follow from the files alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.catalogue.entry import Entry
from idesluss.derived import figures
from idesluss.derived.whole import Derived
from idesluss.model.process import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.derived.figures import Answers

SMALL = "2026/enklare-felanmalan/idea.md"
TRYGG = "2025/trygg-hemgang/idea.md"


def test_counts(changed: Callable[..., Catalogue]) -> None:
    """Two ideas, both open, in their stages, in the order of the process."""
    found = Derived(changed()).figures
    counted = found.ideas, found.records, found.research, found.open, found.completed
    assert counted == (2, 0, 0, 2, 0)
    assert found.by_stage == {"idea": 1, "assessment": 0, "feasibility": 0, "project": 1, "operation": 0}
    assert list(found.by_stage) == list(found.open_by_stage)
    assert found.by_outcome == {"open": 2, "on_hold": 0, "merged": 0, "completed": 0}
    assert sum(found.by_stage.values()) == found.ideas
    assert (found.granted, found.organisations, found.municipalities) == (500_000, 2, 1)


def test_what_was_paid_counts_before_what_was_awarded(changed: Callable[..., Catalogue]) -> None:
    """The final amount replaces the awarded one, also when it is nothing."""
    assert Derived(changed((TRYGG, "awarded: 500000", "awarded: 500000\n    final: 0"))).figures.granted == 0
    assert Derived(changed((TRYGG, "    awarded: 500000\n", ""))).figures.granted == 0


def test_research_stands_outside(changed: Callable[..., Catalogue]) -> None:
    """Research is counted by itself, and neither its money nor its stage with the ideas."""
    found = Derived(changed((TRYGG, "stage: project\noutcome: open", "kind: research"))).figures
    assert (found.ideas, found.research, found.granted, found.open) == (1, 1, 0, 1)


def test_figures_are_numbers_of_entries_and_hold_none(changed: Callable[..., Catalogue]) -> None:
    """Who asks for a number is not handed the whole catalogue with it."""

    def parts(value: Any) -> Iterator[Any]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
        own = [getattr(value, field.name) for field in fields(value)] if is_dataclass(value) else inner
        yield value
        yield from (part for each in own for part in parts(each))

    reuse = "reused_by:\n  - { organisation: omsorgslabbet, year: 2025 }\n"
    found = Derived(changed((TRYGG, "effects:", f"{reuse}effects:"))).figures
    held = list(parts(found))
    assert found.reused.ideas in held
    assert not [part for part in held if isinstance(part, Entry)]


def test_an_unknown_outcome_is_no_outcome(changed: Callable[..., Catalogue]) -> None:
    """What no source tells is counted as not known."""
    found = Derived(changed((SMALL, "outcome: open\n", ""))).figures
    assert (found.open, found.by_outcome[NOT_KNOWN]) == (1, 1)


def test_waits_stand_longest_first_and_late_ones_are_counted(changed: Callable[..., Catalogue]) -> None:
    """The order is by days, then by name."""
    derived = Derived(changed())
    found = derived.figures
    assert [wait.entry.slug for wait in derived.waits] == ["trygg-hemgang", "enklare-felanmalan"]
    assert (found.overdue, found.median_days) == (0, 21)
    assert Derived(changed(today=dt.date(2027, 1, 1))).figures.overdue == 1


def test_nobody_waiting_has_no_median(changed: Callable[..., Catalogue]) -> None:
    """No number is made up."""
    found = Derived(changed((SMALL, "outcome: open", "outcome: completed"))).figures
    assert found.median_days is None


def test_the_oldest_is_no_running_project(changed: Callable[..., Catalogue]) -> None:
    """While a grant runs nobody owes an answer; once it has ended the wait counts."""
    found = Derived(changed()).oldest_wait
    assert found
    assert (found.entry.slug, found.days, found.is_running) == ("enklare-felanmalan", 21, False)
    later = Derived(changed(today=dt.date(2027, 3, 1))).oldest_wait
    assert later
    assert later.entry.slug == "trygg-hemgang"
    assert Derived(changed((SMALL, "submitted: 2026-11-02\n", ""))).oldest_wait is None


def test_waits_at_gates(changed: Callable[..., Catalogue]) -> None:
    """Each gate that somebody stands before; a wait since nobody knows when is counted as unknown."""
    first, last = Derived(changed((SMALL, "submitted: 2026-11-02\n", ""))).figures.gates
    assert (first.gate, first.count, first.unknown, first.median_days, first.longest_days) == (
        "G1",
        1,
        1,
        None,
        None,
    )
    assert (last.gate, last.promised, last.running, last.median_days) == ("G5", None, 1, None)


def answers(held: Catalogue, gate: str | None = None) -> Answers:
    return next(found for found in Derived(held).figures.answers if found.gate == gate)


def test_an_answer_on_the_promised_day_is_in_time(changed: Callable[..., Catalogue]) -> None:
    """Thirty days are promised at G1; the day after is too late."""
    for day, in_time in (("2025-03-12", 1), ("2025-03-13", 0)):
        found = answers(changed((TRYGG, "date: 2025-03-03", f"date: {day}")), "G1")
        assert (found.in_time, found.late, found.overdue) == (in_time, 1 - in_time, 0)


@pytest.mark.parametrize(
    "edit",
    [
        (TRYGG, "submitted: 2025-02-10", "submitted: 2025-02"),
        (TRYGG, "submitted: 2025-02-10\n", ""),
        (TRYGG, "submitted: 2025-02-10", "submitted: 2025-03-04"),
        (TRYGG, "start: 2025-09\n    end: 2027-02", "end: 2027-02"),
    ],
    ids=["submitted in a month", "never submitted", "backwards", "period without start"],
)
def test_what_lacks_a_day_cannot_be_measured(
    changed: Callable[..., Catalogue], edit: tuple[str, str, str]
) -> None:
    """It is told apart, and counts neither for nor against."""
    found = answers(changed(edit), "G1")
    assert (found.due, found.unmeasured, found.share, found.median_days) == (0, 1, None, None)


def test_after_a_pause_no_promise_runs(changed: Callable[..., Catalogue]) -> None:
    """A decision after one to wait is not measured."""
    found = answers(changed((TRYGG, "verdict: go", "verdict: hold")), "G2")
    assert (found.due, found.unmeasured) == (0, 1)


def test_while_a_grant_runs_no_promise_does(changed: Callable[..., Catalogue]) -> None:
    """The days to the decision at G3 are counted from the end of the grant that ran before it."""
    period = "start: 2025-09\n    end: 2027-02"
    assert answers(changed(), "G3").late == 1
    found = answers(changed((TRYGG, period, "start: 2025-06-01\n    end: 2025-08-10")), "G3")
    assert (found.in_time, found.late, found.median_days) == (1, 0, 10)
    found = answers(changed((TRYGG, period, "start: 2025-06-01\n    end: 2027-02")), "G3")
    assert (found.in_time, found.median_days) == (1, 0)


def test_a_gate_that_promises_nothing_is_not_measured(changed: Callable[..., Catalogue]) -> None:
    """Its decisions are counted all the same, and the sum is of all gates."""
    held = changed(("catalogue.yml", "      answer_days: 30\n", ""))
    assert (answers(held, "G1").due, answers(held, "G1").unmeasured) == (0, 1)
    everything = answers(held)
    assert (everything.in_time, everything.late, everything.unmeasured) == (0, 2, 1)
    assert everything.decisions == 3


def test_an_idea_that_waits_too_long_counts_against_the_promise(changed: Callable[..., Catalogue]) -> None:
    """Else silence would look better than a late answer."""
    found = answers(changed(today=dt.date(2027, 1, 1)), "G1")
    assert (found.in_time, found.overdue, found.share) == (1, 1, 50)


def test_nearly_all_is_not_all() -> None:
    """A hundred per cent means every one, and nought none."""
    shares = [
        figures.Answers("G1", 30, in_time, 1000 - in_time, 0, 0, 1).share for in_time in (0, 1, 999, 1000)
    ]
    assert shares == [0, 1, 99, 100]


def test_flow_keeps_everybody(changed: Callable[..., Catalogue]) -> None:
    """Who has come to a stage either stands there or has gone on; who stands nowhere is told."""
    flow = Derived(changed()).figures.flow
    assert [(c.stage, c.reached, c.here) for c in flow.chambers][:4] == [
        ("idea", 2, 1),
        ("assessment", 1, 0),
        ("feasibility", 1, 0),
        ("project", 1, 1),
    ]
    assert [(gate.gate, gate.by_year) for gate in flow.gates if gate.passed] == [
        (gate, {"2025": 1}) for gate in ("G1", "G2", "G3")
    ]
    assert Derived(changed((SMALL, "stage: idea\n", ""))).figures.flow.unstaged == 1


def test_a_month_of_its_own(changed: Callable[..., Catalogue]) -> None:
    """An idea whose day nobody knows stands where its grant began; without one it is counted as undated."""
    found = Derived(
        changed((TRYGG, "submitted: 2025-02-10\n", ""), (SMALL, "submitted: 2026-11-02\n", ""))
    ).figures
    assert (found.rhythm.by_grant, found.rhythm.undated) == (1, 1)
    assert [(span.key, span.came) for span in found.rhythm.months if span.came] == [("2025-09", 1)]


def test_when_an_idea_was_closed(changed: Callable[..., Catalogue]) -> None:
    """By the decision not to go on, else when the period ran out; one that has days left is not known."""
    open_, done = "outcome: open", "outcome: completed"
    running = Derived(changed((TRYGG, open_, done))).figures.rhythm
    assert (running.closed, running.closed_undated) == (1, 1)
    over = Derived(changed((TRYGG, open_, done), today=dt.date(2027, 4, 1))).figures.rhythm
    assert [span.key for span in over.months if span.closed] == ["2027-02"]
    stopped = Derived(
        changed((TRYGG, open_, done), (TRYGG, "2025-08-20\n    verdict: go", "2025-08-20\n    verdict: stop"))
    ).figures
    assert [span.key for span in stopped.rhythm.months if span.closed] == ["2025-08"]


def test_money_that_nobody_knows_is_counted(changed: Callable[..., Catalogue]) -> None:
    """A grant without an amount or a year is there, and adds nothing to a sum."""
    found = Derived(changed((TRYGG, "    awarded: 500000\n    start: 2025-09\n", ""))).figures.money
    assert (found.grants.count, found.grants.known, found.grants.unknown) == (1, 0, 1)
    years = {part.key: (part.grants.count, part.budget) for part in found.by_year}
    assert years == {"unknown": (1, 0), "2026": (0, 580_000)}
    assert found.by_year_and_funder == {}


def test_research_money_stands_apart(changed: Callable[..., Catalogue]) -> None:
    """It is told, and in no sum."""
    found = Derived(changed((TRYGG, "stage: project\noutcome: open", "kind: research"))).figures.money
    assert (found.grants.count, found.budget, found.research.known) == (0, 0, 500_000)


def test_taking_up_ones_own_idea_is_no_reuse(changed: Callable[..., Catalogue]) -> None:
    """Only other organisations count, each once however often."""
    reuse = "reused_by:\n  - { organisation: storby-kommun, year: 2026 }\n"
    assert Derived(changed((TRYGG, "effects:", f"{reuse}effects:"))).figures.reused.ideas == 0
    reuse += (
        "  - { organisation: omsorgslabbet, year: 2025 }\n  - { organisation: omsorgslabbet, year: 2026 }\n"
    )
    found = Derived(changed((TRYGG, "effects:", f"{reuse}effects:"))).figures.reused
    assert (found.ideas, found.times, found.organisations) == (1, 2, 1)
    assert found.by_year == {"2025": 1, "2026": 1}
