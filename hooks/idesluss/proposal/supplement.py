"""What somebody tells of an idea that is there: a correction, what they know, or that they use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from ..words import LANGUAGES, say
from .issue import MAX_BODY, answers_under

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..words import Language

SupplementKind = Literal["correction", "knowledge", "use"]
SUPPLEMENTS: tuple[SupplementKind, ...] = get_args(SupplementKind)


@dataclass(frozen=True, slots=True)
class SupplementField:
    """What is asked: its name, and how long an answer may be; a passage is of several lines."""

    name: str
    longest: int
    is_required: bool = True
    is_passage: bool = False


_LINE, _PASSAGE = 120, 700  # characters: all answers together stand in the address of a message
_SOURCE = SupplementField("source", 2 * _LINE, is_required=False)
ASKED: Mapping[SupplementKind, tuple[SupplementField, ...]] = {
    "correction": (SupplementField("what", _PASSAGE, is_passage=True), _SOURCE),
    "knowledge": (
        SupplementField("municipality", _LINE),
        SupplementField("known", _PASSAGE, is_passage=True),
        _SOURCE,
    ),
    "use": (
        SupplementField("organisation", _LINE),
        SupplementField("year", 4),
        SupplementField("note", _PASSAGE, is_required=False, is_passage=True),
    ),
}


@dataclass(frozen=True, slots=True)
class Supplement:
    """What was told, of which idea by its year and name; the answers are by the fields' names."""

    kind: SupplementKind
    idea: str
    answers: Mapping[str, str]
    language: Language

    @property
    def missing(self) -> SupplementField | None:
        """The first field that must be answered and is not."""
        asked = ASKED[self.kind]
        return next(
            (field for field in asked if field.is_required and not self.answers.get(field.name)), None
        )


def field_heading(field: SupplementField, language: Language) -> str:
    """What the field is called in the form, and stands as in the message."""
    return say(f"supplement.field.{field.name}.title", language)


def supplement_text(kind: SupplementKind, idea: str, language: Language) -> str:
    """The beginning of the message, which says what it is and of which idea; answers follow it."""
    parts = [("idea", idea), ("matter", say(f"supplement.kind.{kind}", language))]
    return "\n\n".join(f"### {say(f'supplement.{name}', language)}\n\n{words}" for name, words in parts)


def read_supplement(body: str) -> Supplement | None:
    """What the message tells of an idea; None where it is about something else."""
    for language in LANGUAGES:
        own = {say(f"supplement.{name}", language): name for name in ("idea", "matter")}
        fields = {field.name: field for asked in ASKED.values() for field in asked}
        headings = {field_heading(field, language): name for name, field in fields.items()}
        parts = answers_under(body[:MAX_BODY], {**headings, **own})
        kinds = {say(f"supplement.kind.{kind}", language): kind for kind in SUPPLEMENTS}
        kind = kinds.get(parts.get("matter", ""))
        if kind and "idea" in parts:
            asked = {field.name: parts.get(field.name, "")[: field.longest] for field in ASKED[kind]}
            return Supplement(kind, parts["idea"], asked, language)
    return None


def supplement_subject(entry: Entry) -> str:
    """What the idea is called in a message, whatever its title: its year and the name of its folder."""
    return f"{entry.year}/{entry.slug}"


def supplemented_entry(catalogue: Catalogue, supplement: Supplement) -> Entry | None:
    """The idea that is meant, also by a former name; None where there is none."""
    name = supplement.idea.strip().rpartition("/")[2]
    by_alias = {alias: entry for entry in catalogue.entries for alias in entry.idea.aliases}
    return catalogue.by_slug.get(name) or by_alias.get(name)
