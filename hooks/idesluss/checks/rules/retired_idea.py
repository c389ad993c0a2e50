"""An idea leans on ideas that are still there, and learns from those that were stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of
from ...reading.problem import Problem
from ...words import text
from ..judged import entries_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry

GROUP = "process"
MAY_BE_EXEMPTED = False
MEANS = {"idea": "value", "end": "nearest"}

_LEANS = frozenset({"builds_on", "continues", "merged_into", "responds_to"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    named = entries_by_name(catalogue)
    for entry in catalogue.judged:
        outline = outline_of(entry)
        for at, (kind, idea) in enumerate(outline.relations):
            other = named.get(idea)
            if not other or other is entry or kind not in _LEANS:
                continue
            if not outline.is_closed or kind == "merged_into":
                yield from _judge(entry, at, other, named)


def _judge(entry: Entry, at: int, other: Entry, named: Mapping[str, Entry]) -> Iterator[Problem]:
    outcome = outline_of(other).outcome_kind
    if outcome == "merged":
        end = _survivor(other, named)
        if end and end is not entry:
            is_gone = outline_of(end).outcome_kind == outcome
            yield _problem(entry, at, "gone" if is_gone else "merged", other, end="" if is_gone else end.slug)
    elif outcome == "referred":
        to = other.idea.referred_to
        organisation = entry.label("organisations", to) if to else "–"
        yield _problem(entry, at, outcome, other, to=organisation)
    elif outcome == "withdrawn" or (outcome == "stopped" and not _learns(entry, at, other)):
        yield _problem(entry, at, outcome, other)


def _survivor(entry: Entry, named: Mapping[str, Entry]) -> Entry | None:
    """The idea that a merged one is part of in the end; None where the way goes round, told as a ring."""
    seen: set[str] = set()
    while entry.slug not in seen:
        outline = outline_of(entry)
        into = next((idea for kind, idea in outline.relations if kind == "merged_into"), "")
        if outline.outcome_kind != "merged" or into not in named:
            return entry
        seen.add(entry.slug)
        entry = named[into]
    return None


def _learns(entry: Entry, at: int, other: Entry) -> bool:
    """Whether the entry says a word about the other: in the note, in the text or in the comparison."""
    bodies = [document.markdown for document in entry.documents()]
    compared = [
        f"{similar.title} {similar.link} {similar.difference}" for similar in entry.idea.similar_considered
    ]
    words = " ".join([*bodies, *compared])
    return bool(entry.idea.relations[at].note) or f"/{other.slug}/" in words or other.idea.title in words


def _problem(entry: Entry, at: int, kind: str, other: Entry, **values: object) -> Problem:
    relation = text(f"relation.{entry.idea.relations[at].kind}")
    return Problem(
        entry.document.place_of("relations", at, "idea"),
        "retired_idea",
        "hint" if kind == "stopped" else "warning",
        f"retired_idea.{kind}",
        {"kind": relation, "idea": other.slug, **values},
    )
