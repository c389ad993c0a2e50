"""The fields of an entry that a map can fill, by their ways: `title`, `grants.awarded`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..model import Idea, PartialDate, record_in
from ..model.values import read_money, read_url
from ..model.vocabulary import vocabulary_of
from ..words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

ValueKind = Literal["term", "date", "money", "address", "choice", "text"]
# What the import itself writes, or what nobody but those who handle an entry may say.
_OWN = {"kind", "language", "external_id", "picture", "aliases"}
NOT_FILLED = frozenset({*_OWN, "waivers", "decisions", "assessments"})


@dataclass(frozen=True, slots=True)
class FieldWay:
    """A field that values can be written to. `group` is the outer field where it lies within a record."""

    group: str
    number: int
    name: str
    record: type[BaseModel]
    kind: ValueKind
    vocabulary: str | None
    is_list: bool
    is_in_list: bool
    language: str = ""


@cache
def field_way(path: str) -> FieldWay | None:
    """The field that a way leads to; None where there is none to fill."""
    steps = path.split(".")
    field = Idea.model_fields.get(steps[0])
    if field is None or steps[0] in NOT_FILLED:
        return None
    inner = record_in(field.annotation)
    if inner is None:
        return _way("", 0, steps[0], Idea) if len(steps) == 1 else None
    if steps[0] == "translations":
        is_known = len(steps) == 3 and steps[1] in LANGUAGES and steps[2] in inner.model_fields  # noqa: PLR2004
        return _way("translations", 0, steps[2], inner, steps[1]) if is_known else None
    number = int(steps.pop(1)) if len(steps) > 1 and steps[1].isdigit() else 1
    if len(steps) == 2 and steps[1] in inner.model_fields:  # noqa: PLR2004  # the outer field and the inner
        return _way(steps[0], number, steps[1], inner)
    if len(steps) == 3 and (deep := record_in(inner.model_fields.get(steps[1], _NONE).annotation)):  # noqa: PLR2004
        return _way(steps[0], number, steps[2], deep, steps[1]) if steps[2] in deep.model_fields else None
    return None


class _None:
    annotation = None


_NONE: Any = _None()


def _way(group: str, number: int, name: str, record: type[BaseModel], within: str = "") -> FieldWay | None:
    annotation = record.model_fields[name].rebuild_annotation()
    if record_in(annotation):
        return None
    vocabulary = vocabulary_of(record, name)
    outer = Idea.model_fields[group] if group else None
    return FieldWay(
        group=group,
        number=number,
        name=name,
        record=record,
        kind="term" if vocabulary else _kind(annotation),
        vocabulary=vocabulary,
        is_list=record.model_fields[name].default_factory is tuple,
        is_in_list=bool(outer and outer.default_factory is tuple),
        language=within,
    )


def _kind(annotation: Any) -> ValueKind:
    marks = set(_marks(annotation))
    if PartialDate in marks:
        return "date"
    if read_money in marks:
        return "money"
    if read_url in marks:
        return "address"
    return "choice" if Literal in marks else "text"


def _marks(annotation: Any) -> Iterator[Any]:
    """All types and readers that an annotation is made of."""
    yield annotation if isinstance(annotation, type) else get_origin(annotation)
    for mark in getattr(annotation, "__metadata__", ()):
        yield getattr(mark, "func", None)
    for part in get_args(annotation):
        if not isinstance(part, str | int):
            yield from _marks(part)


@cache
def _adapter(record: type[BaseModel], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(record.model_fields[name].rebuild_annotation())


def refusal_of(record: type[BaseModel], name: str, value: object) -> str | None:
    """What keeps a field from taking the value, as pydantic names it; None where nothing does."""
    try:
        _adapter(record, name).validate_python(value)
    except ValidationError as error:
        return str(error.errors(include_url=False)[0]["type"])
    return None


@cache
def longest(record: type[BaseModel], name: str) -> int | None:
    """The most characters that a field takes, where that is limited."""
    field = record.model_fields[name]
    limits = [*_limits(field.rebuild_annotation())]
    return min(limits, default=None)


def _limits(annotation: Any) -> Iterator[int]:
    for mark in getattr(annotation, "__metadata__", ()):
        for limit in (mark, *getattr(mark, "metadata", ())):
            size = getattr(limit, "max_length", None)
            if size:
                yield size
    for part in get_args(annotation):
        if not isinstance(part, str | int):
            yield from _limits(part)


@cache
def choices(record: type[BaseModel], name: str) -> tuple[str, ...]:
    """The words that a field takes, where it takes only some."""
    return tuple(_literals(record.model_fields[name].annotation))


def _literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        yield from [part] if isinstance(part, str) else _literals(part)
