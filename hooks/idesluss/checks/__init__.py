"""What is wrong with a catalogue, or with a change of it, by the rules in `checks/rules/`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..derived.whole import Derived
from ..reading.problem import in_order
from .beside import beside_entries
from .causes import without_consequences
from .comparing import older_problems, was_there
from .exempting import apply_exemptions
from .newer_program import known_to_newer
from .personal_data import masked_lines
from .registry import may_be_exempted, rule_text, rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..catalogue.catalogue import Catalogue, Reading
    from ..catalogue.entry import Entry
    from ..history.change import Change
    from ..history.whole_change import WholeChange
    from ..reading.problem import Problem
    from .beside import Beside
    from .registry import Rule

    OwnProblems = dict[Entry, tuple[Problem, ...]]

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
    return without_consequences(_judged(catalogue, was_before, derived, own))


def judge_alone(derived: Derived, folder: str) -> list[Problem]:
    """What the files below the path of an idea's folder tell by themselves, before the whole is asked."""
    catalogue, beside = derived.catalogue, beside_entries(derived)
    problems = [p for p in catalogue.problems if f"{p.place.path}/".startswith(f"{folder}/")]
    for entry in catalogue.judged:
        if entry.path.startswith(f"{folder}/"):
            problems += _own_problems(entry, beside)
    judged, _ = apply_exemptions(catalogue, in_order(problems), lambda _: True)
    return without_consequences(in_order(_masked(catalogue, judged)))


def judge_saved(derived: Derived, own: OwnProblems) -> list[Problem]:
    """All that can stop a catalogue, where `own` knows what most entries tell by themselves."""
    return without_consequences(_judged(derived.catalogue, derived=derived, own=own, is_before=True))


def _judged(
    catalogue: Catalogue,
    was_before: Callable[[Problem], bool] = lambda _: True,
    derived: Derived | None = None,
    own: OwnProblems | None = None,
    *,
    is_before: bool = False,
) -> list[Problem]:
    derived = derived or Derived(catalogue)
    own = dict(catalogue.own_problems) if own is None else own
    problems = in_order(_problems(derived, own, asks_derived=not is_before))
    judged, covered = apply_exemptions(catalogue, problems, was_before)
    for rule in rules().values():
        if rule.check_exemptions:
            judged += rule.check_exemptions(catalogue, covered, may_be_exempted())
    return in_order(_masked(catalogue, judged))


def _problems(derived: Derived, own: OwnProblems, *, asks_derived: bool) -> Iterator[Problem]:
    """What each rule tells; `own` keeps what entries tell by themselves, and knows some of it already."""
    beside = beside_entries(derived)
    for entry in derived.catalogue.judged:
        if entry not in own:
            own[entry] = tuple(_own_problems(entry, beside))
        yield from own[entry]
    for rule in rules().values():
        yield from _whole_problems(rule, derived, asks_derived=asks_derived)


def _whole_problems(rule: Rule, derived: Derived, *, asks_derived: bool = True) -> Iterator[Problem]:
    if rule.check:
        yield from rule.check(derived.catalogue)
    if rule.check_derived and asks_derived:
        yield from rule.check_derived(derived, None)


def told_by(rule: Rule, derived: Derived) -> Iterator[Problem]:
    """What a rule by itself says of a catalogue."""
    if rule.check_entry:
        for entry in derived.catalogue.judged:
            yield from rule.check_entry(entry, beside_entries(derived))
    yield from _whole_problems(rule, derived)


def _masked(catalogue: Catalogue, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Personal data that one problem masks is shown by no other problem of the file."""
    paths = {problem.place.path for problem in problems if rules()[problem.rule].masks_its_file}
    documents = catalogue.tree.documents_at(paths) if paths else ()
    shown = {document.path: masked_lines(document, catalogue.scans) for document in documents}
    for problem in problems:
        place, lines = problem.place, shown.get(problem.place.path, [])
        is_shown = place.source and 0 < place.line <= len(lines)
        yield _with_source(problem, lines[place.line - 1]) if is_shown else problem


def _with_source(problem: Problem, shown: str) -> Problem:
    """The problem with its line as it may be shown, and no word of the line that may not."""
    written = problem.place.source
    values = {
        name: "•" * len(value)
        if isinstance(value, str) and value and value in written and value not in shown
        else value
        for name, value in problem.values.items()
    }
    return replace(problem, place=replace(problem.place, source=shown), values=values)


def _own_problems(entry: Entry, beside: Beside) -> Iterator[Problem]:
    for rule in rules().values():
        if rule.check_entry:
            yield from rule.check_entry(entry, beside)


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


def _with_derived_before(change: Change, base: Catalogue, problems: Sequence[Problem]) -> list[Problem]:
    """The problems before the change, with those that follow from the whole where there is one now.

    They stop nothing, so that nobody asks of the others, and to work them out takes a look at every text.
    """
    judging = [rule.check_derived for rule in rules().values() if rule.check_derived]
    paths = {change.path_before(p.place.path) for p in problems if rules()[p.rule].check_derived}
    derived = Derived(base)
    further = [problem for check in judging if paths for problem in check(derived, paths)]
    return in_order(_masked(base, [*change.base_problems, *further])) if further else change.base_problems


def _is_beside_same(change: Change) -> bool:
    """Whether an entry that is the same before and after also stands beside the same."""
    return change.base is not None and change.base.calls == change.head.calls


def judge_change(change: Change, head: Derived | None = None) -> list[Problem]:
    """All problems of what a change did on its way and of what it led to, causes first.

    Those that follow from another are left out, but never what the change caused for what was there before
    it. `head` is what follows from the catalogue after the change, where the caller has it already.
    """
    own: OwnProblems = dict(change.base.own_problems) if change.base else {}
    if change.base:
        change.base_problems = _judged(change.base, own=own, is_before=True)
    shared = own if _is_beside_same(change) else {}
    problems = _judged(change.head, was_there(change), head, {**shared, **change.head.own_problems})
    if change.base:
        change.base_problems = _with_derived_before(change, change.base, problems)
    for rule in rules().values():
        if rule.check_change:
            problems += rule.check_change(change)
    problems = in_order(problems)
    older = {id(problem) for problem in older_problems(change, problems)}
    return without_consequences(problems, lambda cause, other: id(other) in older or id(cause) not in older)


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
