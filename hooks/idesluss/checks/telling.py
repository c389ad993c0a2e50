"""What rules tell of a catalogue: of each entry by itself, and of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .beside import beside_entries
from .registry import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ..catalogue.entry import Entry
    from ..derived.whole import Derived
    from ..reading.problem import Problem
    from .beside import Beside
    from .registry import Rule

    OwnProblems = dict[Entry, tuple[Problem, ...]]


def all_told(derived: Derived, own: OwnProblems) -> Iterator[Problem]:
    """What each rule tells; `own` keeps what entries tell by themselves, and knows some of it already."""
    yield from told_of_entries(derived, own)
    for rule in rules().values():
        yield from told_of_whole(rule, derived)
        if rule.check_derived:
            yield from rule.check_derived(derived, None)


def told_of_read(
    derived: Derived, own: OwnProblems, is_waited_for: Callable[[], bool]
) -> list[Problem] | None:
    """As `all_told`, without what follows from the whole, which stops nothing; None where somebody waits."""
    problems = [*told_of_entries(derived, own)]
    for rule in rules().values():
        if is_waited_for():
            return None
        problems += told_of_whole(rule, derived)
    return problems


def told_in(derived: Derived, folder: str) -> Iterator[Problem]:
    """What was told of the files below a path as they were read, and what their entry tells by itself."""
    catalogue, beside = derived.catalogue, beside_entries(derived)
    yield from (p for p in catalogue.problems if f"{p.place.path}/".startswith(f"{folder}/"))
    for entry in catalogue.judged:
        if entry.folder == folder:
            yield from _told_of_entry(entry, beside)


def told_of_entries(derived: Derived, own: OwnProblems) -> Iterator[Problem]:
    """What entries tell by themselves, by whatever rule."""
    beside = beside_entries(derived)
    for entry in derived.catalogue.judged:
        if entry not in own:
            own[entry] = tuple(_told_of_entry(entry, beside))
        yield from own[entry]


def told_of_whole(rule: Rule, derived: Derived) -> Iterator[Problem]:
    """What a rule tells of what was read, without what follows from it."""
    if rule.check:
        yield from rule.check(derived.catalogue)


def told_by(rule: Rule, derived: Derived, paths: Collection[str] | None = None) -> Iterator[Problem]:
    """What a rule by itself says of a catalogue; of what follows from it only what is of these paths."""
    if rule.check_entry:
        for entry in derived.catalogue.judged:
            yield from rule.check_entry(entry, beside_entries(derived))
    yield from told_of_whole(rule, derived)
    if rule.check_derived:
        yield from rule.check_derived(derived, paths)


def _told_of_entry(entry: Entry, beside: Beside) -> Iterator[Problem]:
    for rule in rules().values():
        if rule.check_entry:
            yield from rule.check_entry(entry, beside)
