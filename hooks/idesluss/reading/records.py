"""Documents become typed records; what a field refuses becomes a problem at the value's place."""

from __future__ import annotations

import difflib
import re
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..model import Localised, LocalisedSentence, Record, field_title, record_in
from ..model.values import LONGEST_SLUG, YEAR_FOLDER
from ..model.vocabulary import OF_FILES, example_of, terms_of, vocabulary_of
from ..words import in_every
from ..words.characters import plain, slugify
from .meant import UNREAD, with_meaning
from .problem import Problem, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Settings
    from ..words import Language
    from .document import Document

R = TypeVar("R", bound=Record)

# The year and the folder of an idea, wherever they stand in a path or an address.
_IN_YEAR = re.compile(rf"(?<![0-9])({YEAR_FOLDER})/([^/]+)")

# pydantic's name of a refusal, and ours. Types that begin with `value.` are ours already.
_KEYS = {
    "missing": "field.missing",
    "extra_forbidden": "field.unknown",
    "string_too_long": "field.long",
    "string_too_short": "field.short",
    "too_long": "field.many",
    "too_short": "field.few",
    "literal_error": "field.choice",
    "model_type": "field.not_mapping",
    "model_attributes_type": "field.not_mapping",
    "dict_type": "field.not_mapping",
    "tuple_type": "field.not_list",
    "value.not_text": "field.not_text",
}
# The records that words in languages are, whose names pydantic puts in the way to a value.
_LOCALISED = {Localised.__name__, LocalisedSentence.__name__}
_STAND_IN = "x" * 20  # passes as every text and key that an entry cannot lack
_RULES = {"field.unknown": "unknown_field", "field.missing": "missing_field"}


def validate(
    document: Document, record: type[R], settings: Settings | None = None
) -> tuple[R | None, list[Problem]]:
    """The document's values as a record, or None and the reasons; one problem for each place.

    By `settings` the reasons name terms that would pass.
    """
    if not document.is_readable:
        return None, []
    try:
        return record.model_validate(document.front.plain()), []
    except ValidationError as refusal:
        errors = refusal.errors(include_url=False)
        ways = [(_way(document, error["loc"]), error) for error in errors]
        return None, _one_for_each_place(
            [(way, _problem(document, record, way, error, settings)) for way, error in ways if way]
        )


def readable_part(document: Document, record: type[R]) -> tuple[R | None, frozenset[str]]:
    """What can be judged of a document that `validate` refuses, and the names of the fields left out.

    Something stands in for those that no record can lack.
    """
    if not document.is_readable:
        return None, frozenset()
    fields = document.front.plain()
    try:
        return record.model_validate(fields), frozenset()
    except ValidationError as refusal:
        refused = {str(error["loc"][0]) for error in refusal.errors(include_url=False) if error["loc"]}
    unread = refused | {meant for name in refused if (meant := _meant(name, record))}
    readable = {name: value for name, value in fields.items() if name not in unread}
    for name, field in record.model_fields.items():
        if field.is_required() and name not in readable:
            readable[name] = _STAND_IN
    try:
        return record.model_validate(readable), frozenset(unread)
    except ValidationError:
        return None, frozenset()


def _one_for_each_place(problems: list[tuple[list[str | int], Problem]]) -> list[Problem]:
    """One problem for each place, and none for a field that is missing because it is misspelt."""
    meant = [(where[:-1], problem.values.get("nearest")) for where, problem in problems]
    first: dict[tuple[int, int, object], Problem] = {}
    for where, problem in problems:
        is_missing = problem.key == "field.missing"
        if not (is_missing and (where[:-1], where[-1]) in meant):
            name = problem.values["name"] if is_missing else ""
            first.setdefault((problem.place.line, problem.place.column, name), problem)
    return list(first.values())


def nearest(given: str, choices: Iterable[str]) -> str | None:
    """The choice most like what was given, if any is like it."""
    close = difflib.get_close_matches(given.casefold(), list(choices), n=1, cutoff=0.6)
    return close[0] if close else None


def _problem(
    document: Document, record: type[Record], where: list[str | int], error: Any, settings: Settings | None
) -> Problem:
    key = _KEYS.get(error["type"], error["type"])
    if isinstance(error["input"], str):  # pydantic says the same of a text behind a reader of ours
        key = {"field.many": "field.long", "field.few": "field.short"}.get(key, key)
    holder, name = _holder(record, where)
    values: dict[str, object] = {"field": field_title(holder, name), "name": name, **_limits(error)}
    node = document.node(*where)
    if node and isinstance(node.value, str) and not node.value.strip() and key != "field.unknown":
        rule = _RULES.get(key, "field")
        return Problem(document.place_of(*where, at_key=True), rule, "error", "field.empty", values)
    if key == "field.unknown":
        likely = _meant(name, holder)
        key = "field.unknown_near" if likely else key
        values["nearest"] = likely or ""
        values["name"] = plain(name, 60)
        values["choices"] = one_of(list(holder.model_fields))
    elif key == "field.choice":
        values["choices"] = one_of(_choices(holder, name))
        values["given"] = plain(str(error["input"]), 60)
    elif key in {"value.key", "value.slug"}:
        values["suggestion"] = _likely_key(str(error["input"]), holder, name, settings)
    elif key == "value.former_name":
        values["suggestion"] = _likely_folder(str(error["input"]))
    elif key in UNREAD:
        key, meant = with_meaning(key, str(error["input"]), partial(_passes, holder, name))
        values |= meant
    elif key == "field.missing":
        values["example"] = in_every(partial(_example, holder, name, settings))
    elif not key.startswith(("field.", "value.")):
        key = "field.other"
    place = document.place_of(*where, at_key=key.startswith("field.unknown"))
    return Problem(place, _RULES.get(key.removesuffix("_near"), "field"), "error", key, values)


def _meant(given: str, holder: type[BaseModel]) -> str | None:
    """The field that somebody meant who wrote this: by its label in either language, or misspelt."""
    labels = {
        words.casefold(): name
        for name in holder.model_fields
        for words in field_title(holder, name).by_language
    }
    return labels.get(given.casefold()) or nearest(given, holder.model_fields)


def _likely_key(given: str, holder: type[BaseModel], name: str, settings: Settings | None) -> str:
    """What was written, as keys are written; the key of the list that is most like it, if any is."""
    slug = slugify(given, LONGEST_SLUG) or "namn"
    vocabulary = vocabulary_of(holder, name) if name in holder.model_fields else None
    known = terms_of(settings, vocabulary) if settings and vocabulary and vocabulary not in OF_FILES else ()
    return nearest(slug, known) or slug


def _likely_folder(given: str) -> str:
    """What a folder was called, with the year before it where one is given, as in a whole path."""
    in_year = _IN_YEAR.search(given)
    name = slugify(in_year[2] if in_year else given, LONGEST_SLUG) or "namn"
    return f"{in_year[1]}/{name}" if in_year else name


def _limits(error: Any) -> dict[str, object]:
    context = {name: plain(str(value), 60) for name, value in error.get("ctx", {}).items()}
    limit = context.get("max_length") or context.get("min_length")
    value = error["input"].strip() if isinstance(error["input"], str) else error["input"]
    size = len(value) if isinstance(value, str | list | dict) else 0
    return {**context, "limit": limit, "length": size}


def _way(document: Document, loc: tuple[str | int, ...]) -> list[str | int] | None:
    """The way to a value, without pydantic's own steps; None in a branch that the value is not of."""
    way: list[str | int] = []
    for step in loc:
        is_record = step in _LOCALISED
        if is_record or str(step).startswith("function-"):
            node = document.node(*way)
            if node and isinstance(node.value, dict) != is_record:
                return None
        elif step != "[key]":
            way.append(step)
    return way


def _holder(record: type[BaseModel], where: list[str | int]) -> tuple[type[BaseModel], str]:
    """The record that holds the last named field on the way, and that field's name."""
    holder, name, is_key = record, record.__name__.lower(), False
    inner: type[BaseModel] | None = record
    for step in where:
        if is_key or inner is None or isinstance(step, int):
            is_key = False
            continue
        holder, name = inner, step
        annotation = inner.model_fields[step].annotation if step in inner.model_fields else None
        inner, is_key = record_in(annotation), get_origin(annotation) is dict
    return holder, name


def _passes(holder: type[BaseModel], name: str, value: str) -> bool:
    """Whether the field would take the value."""
    try:
        TypeAdapter(holder.model_fields[name].rebuild_annotation()).validate_python(value)
    except ValidationError:
        return False
    return True


def _choices(holder: type[BaseModel], name: str) -> list[str]:
    if name not in holder.model_fields:
        return []

    def literals(annotation: Any) -> Iterable[str]:
        for part in get_args(annotation):
            if isinstance(part, str):
                yield part
            else:
                yield from literals(part)

    return list(literals(holder.model_fields[name].annotation))


def _example(holder: type[BaseModel], name: str, settings: Settings | None, language: Language) -> str:
    value = example_of(holder, name, language, settings) if name in holder.model_fields else None
    written = f"[{', '.join(value)}]" if isinstance(value, list) else value and as_written(value)
    return f"{name}: {written or '…'}"


def as_written(value: str) -> str:
    """The value as it is written in a file; after `#` everything would be a remark."""
    return f'"{value}"' if value.startswith("#") else value
