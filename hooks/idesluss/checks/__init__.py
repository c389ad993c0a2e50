"""What is wrong with a catalogue, or with a change of it, by the rules in `checks/rules/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..derived.whole import Derived
from ..reading.problem import in_order
from .before import told_before
from .causes import without_consequences
from .comparing import older_problems, was_there
from .exempting import apply_exemptions
from .masking import masked_problems
from .newer_program import known_to_newer
from .registry import may_be_exempted, rule_text, rules
from .telling import all_told, told_by, told_in, told_of_read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..catalogue.catalogue import Catalogue, Reading
    from ..history.change import Change
    from ..history.whole_change import WholeChange
    from ..reading.problem import Problem
    from .telling import OwnProblems

__all__ = [
    "JudgedChange",
    "judge_alone",
    "judge_catalogue",
    "judge_change",
    "judge_reading",
    "judge_saved",
    "judge_unread_change",
    "judged_change",
    "older_problems",
    "rule_text",
    "rules",
    "told_by",
]


def judge_catalogue(
    catalogue: Catalogue,
    was_before: Callable[[Problem], bool] = lambda _: True,
    derived: Derived | None = None,
    own: OwnProblems | None = None,
) -> list[Problem]:
    """All problems of the catalogue, causes first, but those that follow from another.

    What was not there before is not exempted. `derived` is what follows from the catalogue, where the caller
    has worked it out already; `own` keeps what each entry tells by itself.
    """
    own = dict(catalogue.own_problems) if own is None else own
    problems = in_order(all_told(derived or Derived(catalogue), own))
    return without_consequences(_judged(catalogue, problems, was_before))


def judge_alone(derived: Derived, folder: str) -> list[Problem]:
    """What the files below the path of an idea's folder tell by themselves, before the whole is asked."""
    catalogue = derived.catalogue
    judged, _ = apply_exemptions(catalogue, in_order(told_in(derived, folder)), lambda _: True)
    return without_consequences(in_order(masked_problems(catalogue, judged)))


def judge_saved(
    derived: Derived, own: OwnProblems, is_waited_for: Callable[[], bool] = lambda: False
) -> list[Problem] | None:
    """All that can stop a catalogue, where `own` knows what most entries tell by themselves.

    None where somebody waits for something else by now.
    """
    problems = told_of_read(derived, own, is_waited_for)
    if problems is None:
        return None
    return without_consequences(_judged(derived.catalogue, in_order(problems)))


def _judged(
    catalogue: Catalogue, problems: Sequence[Problem], was_before: Callable[[Problem], bool] = lambda _: True
) -> list[Problem]:
    """What rules tell, as it is told on: what is exempted only warns, and no line shows too much."""
    judged, covered = apply_exemptions(catalogue, problems, was_before)
    for rule in rules().values():
        if rule.check_exemptions:
            judged += rule.check_exemptions(catalogue, covered, may_be_exempted())
    return in_order(masked_problems(catalogue, judged))


def judge_reading(
    reading: Reading, derived: Derived | None = None, own: OwnProblems | None = None
) -> list[Problem]:
    """All problems of what was read, also where no catalogue came of it."""
    if reading.catalogue is None:
        return in_order(reading.problems)
    return judge_catalogue(reading.catalogue, derived=derived, own=own)


def judge_unread_change(reading: Reading, whole: WholeChange) -> list[Problem]:
    """All problems of a change after which no catalogue could be read, causes first."""
    told_by_program = known_to_newer(whole, reading.problems)
    return without_consequences(in_order([*reading.problems, *told_by_program]))


def _is_beside_same(change: Change) -> bool:
    """Whether an entry that is the same before and after also stands beside the same."""
    return change.base is not None and change.base.calls == change.head.calls


def judge_change(change: Change, head: Derived | None = None) -> list[Problem]:
    """All problems of what a change did on its way and of what it led to, causes first.

    Those that follow from another are left out, but never what the change caused for what was there before
    it. `head` is what follows from the catalogue after the change, where the caller has it already.
    """
    before = change.base.own_problems if change.base else {}
    own = {**(before if _is_beside_same(change) else {}), **change.head.own_problems}
    now = in_order(all_told(head or Derived(change.head), own))
    own_before = {**(own if _is_beside_same(change) else {}), **before}
    _judge_before(change, own_before, now)
    problems = _judged(change.head, now, was_there(change))
    for rule in rules().values():
        if rule.check_change:
            problems += rule.check_change(change)
    problems = in_order(problems)
    _judge_before(change, own_before, problems, now)
    older = {id(problem) for problem in older_problems(change, problems)}
    return without_consequences(problems, lambda cause, other: id(other) in older or id(cause) not in older)


def _judge_before(
    change: Change, own: OwnProblems, problems: Sequence[Problem], known: Sequence[Problem] | None = None
) -> None:
    """Look for these problems in the base, unless it was asked by their rules for the `known` ones."""
    is_known = known is not None and {p.rule for p in problems} <= {p.rule for p in known}
    if change.base and not is_known:
        change.base_problems = _judged(change.base, in_order(told_before(change, change.base, own, problems)))


@dataclass(frozen=True, slots=True)
class JudgedChange:
    """A change, what follows from the catalogue after it, what it caused, and what was wrong before it."""

    change: Change
    head: Derived
    caused: list[Problem]
    older: list[Problem]


def judged_change(change: Change) -> JudgedChange:
    """The change with its problems, those that it caused apart from those that were there before."""
    head = Derived(change.head)
    problems = judge_change(change, head)
    older = older_problems(change, problems)
    left_out = {id(problem) for problem in older}
    return JudgedChange(change, head, [p for p in problems if id(p) not in left_out], older)
