"""What decisions were made on stays: the day of submission, assessments, what effects are held against."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from ...model.process import gates_passed
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...history.change import Change, EntryChange
    from ...model.decisions import Assessment
    from ...model.parts import Effect
    from ...reading.problem import Place, Problem

GROUP = "change"
MAY_BE_EXEMPTED = False

_JUDGEMENTS = ("benefit", "effect", "feasibility", "spreadability")
_PROMISED = ("indicator", "baseline", "target")
# What a target or a reason is of: how much two texts must have in common to be the same one put right, where
# they also give the same numbers, and where they give none.
_ALIKE_WITH_NUMBERS, _ALIKE = 0.3, 0.6
# A number with its decimals, in Swedish or English.
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")

_Differences = dict[str, tuple[object, object]]


def check_change(change: Change) -> Iterator[Problem]:
    for entry in change.entries:
        if entry.before and entry.before.is_in_process and entry.after.is_in_process:
            yield from _submitted(entry)
            yield from _assessments(change, entry)
            yield from _effects(entry)


def covers(own: Problem, other: Problem) -> bool:
    """An assessment that was taken away is why there are too few."""
    is_same_file = own.place.path == other.place.path
    return is_same_file and own.key == "basis_kept.assessment_removed" and other.rule == "assessors"


def _submitted(entry: EntryChange) -> Iterator[Problem]:
    """Told and let through: it may have been wrong. A day within the month that was given is no other."""
    was, now = (side.idea.submitted for side in (entry.before, entry.after) if side)
    if was and now and not was.first_day <= now.first_day <= now.last_day <= was.last_day:
        document = entry.after.document
        values = {"before": str(was), "after": str(now)}
        yield document.warning(document.place_of("submitted"), "basis_kept", "basis_kept.submitted", **values)


def _is_read(entry: EntryChange, field: str) -> bool:
    return all(side is None or f"idea.{field}" not in side.unread for side in (entry.before, entry.after))


def _settled(entry: EntryChange) -> set[str]:
    """What gates, and stages after the first, asked for on the way to where the idea stood before the change.

    By the names of requirements; a gate that wants assessors asks for assessments.
    """
    if entry.before is None:
        return set()
    process, first = entry.before.process, entry.before.process.first_stage
    asked = [demand for demand in entry.before.demands if demand.asked_by in {"gates", "stages"}]
    passed = gates_passed(process, entry.before.idea.stage or "")
    assessed = {"idea.assessments"} if any(gate.assessors for _, gate in passed) else set()
    later = (demand for demand in asked if (demand.asked_by, demand.key) != ("stages", first))
    return {demand.requirement.name for demand in later} | assessed


def _assessments(change: Change, entry: EntryChange) -> Iterator[Problem]:
    """Those that no decision has leaned on yet may be mended, which is told."""
    before, after = entry.before, entry.after
    if not before or not after.idea.assessments or not _is_read(entry, "assessments"):
        return  # where all are gone, that is told as what the gate lacks
    is_settled = "idea.assessments" in _settled(entry)
    for old, at in _pairs(before.idea.assessments, after.idea.assessments, _same_assessor):
        role, date = change.label("roles", old.role), str(old.date)
        if at is None:
            place = after.document.place_of("assessments", at_key=True)
            yield _problem(entry, place, "assessment_removed", is_error=is_settled, role=role, date=date)
            continue
        differing = _assessed_otherwise(old, after.idea.assessments[at])
        if differing:
            place, words = (
                after.document.place_of("assessments", at, next(iter(differing))),
                _words(differing),
            )
            yield _problem(entry, place, "assessment", is_error=is_settled, role=role, date=date, **words)


def _assessed_otherwise(old: Assessment, new: Assessment) -> _Differences:
    differing: _Differences = {name: (getattr(old, name), getattr(new, name)) for name in ("role", "date")}
    for name in _JUDGEMENTS:
        was, now = getattr(old, name), getattr(new, name)
        is_same = was.score == now.score and not _is_another(was.reason, now.reason)
        part = "score" if was.score != now.score else "reason"
        differing[name] = (0, 0) if is_same else (getattr(was, part), getattr(now, part))
    return {name: pair for name, pair in differing.items() if pair[0] != pair[1]}


def _same_assessor(old: Assessment, new: Assessment) -> bool:
    return old.role == new.role or (old.date == new.date and old.benefit.reason == new.benefit.reason)


def _effects(entry: EntryChange) -> Iterator[Problem]:
    """A target may be bettered until a gate has asked for it; then it comes with the decision that set it."""
    before, after = entry.before, entry.after
    settled = _settled(entry)
    if not before or not after.idea.effects or not _is_read(entry, "effects"):
        return
    is_promised = bool(settled & {"idea.effects", *(f"idea.effects.{name}" for name in _PROMISED)})
    is_measured = "idea.effects.result" in settled
    for old, at in _pairs(before.idea.effects, after.idea.effects, _same_effect):
        if at is None:
            place = after.document.place_of("effects", at_key=True)
            if is_promised or is_measured:
                yield _problem(entry, place, "effect_removed", is_error=True, indicator=old.indicator)
            continue
        differing = _promised_otherwise(old, after.idea.effects[at]) if is_promised else {}
        differing |= _measured_otherwise(old, after.idea.effects[at]) if is_measured else {}
        if differing:
            place = after.document.place_of("effects", at, next(iter(differing)))
            yield _problem(
                entry, place, "effect", is_error=True, indicator=old.indicator, **_words(differing)
            )


def _promised_otherwise(old: Effect, new: Effect) -> _Differences:
    pairs: _Differences = {name: (getattr(old, name), getattr(new, name)) for name in _PROMISED}
    return {name: pair for name, pair in pairs.items() if all(pair) and _is_another(*map(str, pair))}


def _measured_otherwise(old: Effect, new: Effect) -> _Differences:
    """Another result than was told, unless it was measured later."""
    if new.measured and (old.measured is None or new.measured > old.measured):
        return {}
    if old.result and new.result and _is_another(old.result, new.result):
        return {"result": (old.result, new.result)}
    is_earlier = old.measured and new.measured and new.measured < old.measured
    return {"measured": (old.measured, new.measured)} if is_earlier else {}


def _same_effect(old: Effect, new: Effect) -> bool:
    has_same_target = bool(old.target) and old.target == new.target and old.baseline == new.baseline
    return has_same_target or not _is_another(old.indicator, new.indicator)


def _pairs(old: Sequence[Any], new: Sequence[Any], is_same: Any) -> Iterator[tuple[Any, int | None]]:
    """Each of the old with the place of the new one that it has become; equal ones are themselves."""
    left = dict(enumerate(new))
    matched: dict[int, int] = {}
    for alike in (lambda a, b: a == b, is_same):
        for at, item in enumerate(old):
            place = next((n for n, other in left.items() if at not in matched and alike(item, other)), None)
            if place is not None:
                matched[at] = place
                del left[place]
    yield from ((item, matched.get(at)) for at, item in enumerate(old))


def _is_another(old: str, new: str) -> bool:
    """Whether a text says something else, and is not the same one put right."""
    numbers = [_NUMBER.findall(text) for text in (old, new)]
    least = _ALIKE_WITH_NUMBERS if numbers[0] else _ALIKE
    alike = SequenceMatcher(None, old.casefold(), new.casefold(), autojunk=False).ratio()
    return numbers[0] != numbers[1] or alike < least


def _words(differing: _Differences) -> dict[str, str]:
    pairs = {name: [plain(str(value), 60).rstrip(".") for value in pair] for name, pair in differing.items()}
    first = next(iter(pairs.values()))
    fields = "; ".join(f"`{name}`: {was} → {now}" for name, (was, now) in pairs.items())
    return {"fields": fields, "was": first[0]}


def _problem(entry: EntryChange, place: Place, key: str, *, is_error: bool, **values: object) -> Problem:
    """An error, or a warning: also where the change brings a decision that may be why."""
    document = entry.after.document
    tells = document.problem if is_error and not entry.new_decisions else document.warning
    return tells(place, "basis_kept", f"basis_kept.{key}", **values)
