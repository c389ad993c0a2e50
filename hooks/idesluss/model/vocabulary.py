"""The catalogue's words: which keys a vocabulary holds, what they are called, and who refers to them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from pydantic import BaseModel

from ..words import Text, in_every, same, text
from . import Settings, Term, field_title, record_in
from .declare import field_example
from .process import PARTS, STANDINGS, Process

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..words import Language
    from . import Record

# Vocabularies whose keys are the catalogue's own files.
OF_FILES = frozenset({"calls", "ideas"})


class Mention(NamedTuple):
    """A value in a record that must be a key of a vocabulary, and the way to it."""

    where: tuple[str | int, ...]
    vocabulary: str
    key: str


def terms_of(settings: Settings, vocabulary: str) -> Mapping[str, Any]:
    """Key to term, in the order of catalogue.yml."""
    holder = settings.process if vocabulary in PARTS else settings
    terms: Mapping[str, Any] = getattr(holder, vocabulary)
    return terms


def vocabulary_name(vocabulary: str) -> Text:
    """What a vocabulary is called."""
    if vocabulary in OF_FILES:
        return text(f"vocabulary.{vocabulary}")
    return field_title(Process if vocabulary in PARTS else Settings, vocabulary)


def term_label(settings: Settings, vocabulary: str, key: str) -> Text:
    """What a key is called, also what stands for an outcome; the key itself where it is unknown."""
    if vocabulary == "outcomes" and key in STANDINGS:
        return text(f"standing.{STANDINGS[key]}")
    term = terms_of(settings, vocabulary).get(str(key))
    if term is None:
        return same(str(key))
    words = getattr(term, "title", None) or term.name
    return same(words) if isinstance(words, str) else in_every(words.in_)


def gate_label(settings: Settings, key: str) -> Text:
    """A gate's key and name, `G1 Prövning`; the key alone where it is unknown."""
    name = term_label(settings, "gates", key)
    return name.each(f"{key} {{}}".format) if key in settings.process.gates else name


def role_in_sentence(settings: Settings, key: str) -> Text:
    """Who a role is in a sentence, `granskaren`; its name where catalogue.yml gives no such form."""
    role = settings.roles.get(key)
    return in_every(role.definite.in_) if role and role.definite else term_label(settings, "roles", key)


def mentions(record: Record) -> Iterator[Mention]:
    """Every reference to a vocabulary in a record, at whatever depth."""
    yield from _mentions(record, ())


def _mentions(value: BaseModel, where: tuple[str | int, ...]) -> Iterator[Mention]:
    for name, vocabulary in vocabulary_by_field(type(value)).items():
        content = getattr(value, name)
        here = (*where, name)
        if vocabulary is None:
            yield from _within(content, here)
        elif isinstance(content, tuple):
            yield from (Mention((*here, at), vocabulary, str(key)) for at, key in enumerate(content))
        elif content is not None:
            yield Mention(here, vocabulary, str(content))


def _within(content: Any, where: tuple[str | int, ...]) -> Iterator[Mention]:
    if isinstance(content, BaseModel):
        yield from _mentions(content, where)
    elif isinstance(content, tuple):
        for at, item in enumerate(content):
            yield from _within(item, (*where, at))
    elif isinstance(content, dict):
        for key, item in content.items():
            yield from _within(item, (*where, key))


def vocabulary_of(record: type[BaseModel], field: str) -> str | None:
    """The vocabulary that a field's values are keys of, if they are."""
    return vocabulary_by_field(record).get(field)


@cache
def vocabulary_by_field(record: type[BaseModel]) -> dict[str, str | None]:
    """Fields that hold terms, with their vocabulary, and fields that hold records, with None."""
    vocabularies: dict[str, str | None] = {}
    for name, field in record.model_fields.items():
        term = next((m for m in field.metadata if isinstance(m, Term)), None) or _term_in(field.annotation)
        if term or record_in(field.annotation):
            vocabularies[name] = term.vocabulary if term else None
    return vocabularies


def _term_in(annotation: Any) -> Term | None:
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return None
        term = part if isinstance(part, Term) else _term_in(part)
        if term:
            return term
    return None


def example_of(
    record: type[BaseModel], name: str, language: Language, settings: Settings | None = None
) -> str | list[str] | None:
    """A value that passes in the field, as words of the language where it holds words.

    The first term of the field's vocabulary, for which `settings` must be known; None where nothing is known.
    """
    field, words = record.model_fields[name], field_example(record, name)
    vocabulary = vocabulary_of(record, name)
    if vocabulary:
        term = _usual_term(settings, vocabulary) if settings and vocabulary not in OF_FILES else None
        return [term] if term and field.default_factory is tuple else term
    if words:
        return words.in_(language)
    return field.examples[0] if field.examples else None


def _usual_term(settings: Settings, vocabulary: str) -> str | None:
    """The first term; of the roles the one that decides first."""
    if vocabulary == "roles":
        return next((role for gate in settings.process.gates.values() for role in gate.approvers), None)
    return next(iter(terms_of(settings, vocabulary)), None)
