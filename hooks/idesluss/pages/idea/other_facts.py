"""Facts of fields that have no place of their own on the page: each under its title, so that none is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...model import Idea
from ...model.values import PartialDate
from ...words import keys, spoken_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..base.writer import Writer

# Those that the page has a place for, or that say nothing to readers. A new field is shown among the facts.
_PLACED = frozenset(
    {
        "about",
        "activities",
        "agenda_goals",
        "aliases",
        "assessments",
        "contact",
        "coordinator",
        "decisions",
        "driver",
        "effects",
        "gaps",
        "grants",
        "innovation_type",
        "key_factors",
        "kind",
        "language",
        "municipalities",
        "next_follow_up",
        "origin",
        "outcome",
        "owner",
        "partners",
        "picture",
        "recipient",
        "referred_to",
        "relations",
        "result",
        "result_source",
        "resume_on",
        "reused_by",
        "running_budget",
        "sector",
        "similar_considered",
        "sources",
        "stage",
        "submitted",
        "summary",
        "target_group",
        "themes",
        "title",
        "translations",
        "uses",
        "vision_goals",
        "waivers",
    }
)


class OtherFact(NamedTuple):
    """A field's title and what it holds; `is_own_words` where that is in the language of the entry."""

    title: str
    value: str
    is_own_words: bool


def other_facts(writer: Writer, idea: Idea) -> Iterator[OtherFact]:
    """Words, dates, numbers and choices of fields without a place; records need a template of their own."""
    for name in Idea.model_fields:
        value = getattr(idea, name)
        if name in _PLACED or not value:
            continue
        choice = f"choice.{name}.{value}"
        if isinstance(value, PartialDate):
            yield OtherFact(writer.field(name), writer.date(value), is_own_words=False)
        elif choice in keys(spoken_language(choice, writer.language)):
            yield OtherFact(writer.field(name), writer.word(choice), is_own_words=False)
        elif isinstance(value, str | int):
            yield OtherFact(writer.field(name), str(value), is_own_words=isinstance(value, str))
