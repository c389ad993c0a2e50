"""The catalogue's words: which keys a vocabulary holds, what they are called, and who refers to them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from pydantic import BaseModel

from ..words import Text, same, text
from . import Settings, Term, field_title, record_in
from .settings import Process

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from . import Record

_OF_PROCESS = frozenset({"stages", "outcomes", "gates", "sections"})
# Vocabularies whose keys are the catalogue's own files.
OF_FILES = frozenset({"calls", "ideas"})


class Mention(NamedTuple):
    """A value in a record that must be a key of a vocabulary, and the way to it."""

    where: tuple[str | int, ...]
    vocabulary: str
    key: str


def terms_of(settings: Settings, vocabulary: str) -> Mapping[str, Any]:
    """Key to term, in the order of catalogue.yml."""
    holder = settings.process if vocabulary in _OF_PROCESS else settings
    found: Mapping[str, Any] = getattr(holder, vocabulary)
    return found


def vocabulary_name(vocabulary: str) -> Text:
    """What a vocabulary is called."""
    if vocabulary in OF_FILES:
        return text(f"vocabulary.{vocabulary}")
    return field_title(Process if vocabulary in _OF_PROCESS else Settings, vocabulary)


def term_label(settings: Settings, vocabulary: str, key: str) -> Text:
    """What a key is called in both languages; the key itself where it is unknown."""
    term = terms_of(settings, vocabulary).get(str(key))
    if term is None:
        return same(str(key))
    words = term if isinstance(term, str) else getattr(term, "title", None) or term.name
    return same(words) if isinstance(words, str) else Text(words.sv, words.en)


def mentions(record: Record) -> Iterator[Mention]:
    """Every reference to a vocabulary in a record, at whatever depth."""
    yield from _mentions(record, ())


def _mentions(value: BaseModel, where: tuple[str | int, ...]) -> Iterator[Mention]:
    for name, vocabulary in _terms(type(value)):
        held = getattr(value, name)
        here = (*where, name)
        if vocabulary is None:
            yield from _within(held, here)
        elif isinstance(held, tuple):
            yield from (Mention((*here, at), vocabulary, str(key)) for at, key in enumerate(held))
        elif held is not None:
            yield Mention(here, vocabulary, str(held))


def _within(held: Any, where: tuple[str | int, ...]) -> Iterator[Mention]:
    if isinstance(held, BaseModel):
        yield from _mentions(held, where)
    elif isinstance(held, tuple):
        for at, item in enumerate(held):
            yield from _within(item, (*where, at))
    elif isinstance(held, dict):
        for key, item in held.items():
            yield from _within(item, (*where, key))


def vocabulary_of(record: type[BaseModel], field: str) -> str | None:
    """The vocabulary that a field's values are keys of, if they are."""
    return dict(_terms(record)).get(field)


@cache
def _terms(record: type[BaseModel]) -> tuple[tuple[str, str | None], ...]:
    """Fields that hold terms, with their vocabulary, and fields that hold records, with None."""
    found: list[tuple[str, str | None]] = []
    for name, info in record.model_fields.items():
        term = next((m for m in info.metadata if isinstance(m, Term)), None) or _term_in(info.annotation)
        if term or record_in(info.annotation):
            found.append((name, term.vocabulary if term else None))
    return tuple(found)


def _term_in(annotation: Any) -> Term | None:
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return None
        found = part if isinstance(part, Term) else _term_in(part)
        if found:
            return found
    return None
