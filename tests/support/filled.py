"""Records of the model with something in every field, and catalogues that hold such."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from idesluss.model import Call, Idea, PartialDate, Plan, record_in
from idesluss.model.vocabulary import vocabulary_of
from idesluss.reading.document import Document
from idesluss.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.catalogue.entry import Entry

DAY = PartialDate(2026, 11, 2)


def filled(record: type[BaseModel], words: str, kept: dict[str, Any] | None = None) -> Any:
    """The record with a value in every field, `words` where the model has free text; `kept` as it is."""
    values = {name: _value(record, name, field, words) for name, field in record.model_fields.items()}
    return record.model_construct(**(values | (kept or {})))


def _value(record: type[BaseModel], name: str, field: FieldInfo, words: str) -> Any:
    parts = list(_parts(field.annotation))
    within = record_in(field.annotation)
    item = filled(within, words) if within else _plain(record, name, parts, words)
    origins = [get_origin(part) for part in parts]
    if dict in origins:
        return dict.fromkeys(LANGUAGES, item)
    return (item,) if tuple in origins else item


def _plain(record: type[BaseModel], name: str, parts: list[Any], words: str) -> Any:
    choices = [choice for part in parts if get_origin(part) is Literal for choice in get_args(part)]
    if choices:
        return choices[0]
    if PartialDate in parts:
        return DAY
    if bool in parts or int in parts:
        return bool in parts or 3
    return words if vocabulary_of(record, name) is None else _KEYS[str(vocabulary_of(record, name))]


# Keys of the small catalogue.
_KEYS = {
    "activities": "workshop",
    "calls": "testbaddar-2025",
    "funders": "framsyn",
    "gates": "G1",
    "ideas": "trygg-hemgang",
    "innovation_types": "service",
    "key_factors": "time_set_aside",
    "municipalities": "storby",
    "organisations": "storby-kommun",
    "origins": "employee",
    "outcomes": "open",
    "picture_licences": "cc0",
    "roles": "granskare",
    "sectors": "samhallsbyggnad",
    "stages": "assessment",
    "themes": "valfardsteknik",
    "vision_goals": "hallbarhet",
}


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
            yield from _parts(part)


def fill(catalogue: Catalogue, words: str) -> Catalogue:
    """The catalogue with the words in every free text of an entry, its plan, a call and the settings."""
    first, *others = catalogue.judged
    slug, call = next(iter(catalogue.calls.items()))
    document = replace(call.document, markdown=words)
    calls = catalogue.calls | {slug: replace(call, call=filled(Call, words), document=document)}
    settings = _said(catalogue.settings, words)
    entries = tuple(replace(entry, settings=settings) for entry in others)
    return replace(
        catalogue, settings=settings, judged=(_entry(first, settings, words), *entries), calls=calls
    )


def _entry(entry: Entry, settings: Any, words: str) -> Entry:
    return replace(
        entry,
        settings=settings,
        idea=filled(Idea, words, {"aliases": ("tidigare-namn",), "picture": None, "about": None}),
        plan=filled(Plan, words),
        document=replace(entry.document, markdown=words),
        plan_document=Document("ideas/2024/x/plan.md", markdown=words),
    )


def _said(record: Any, words: str) -> Any:
    """The record with other words in every text that the catalogue's own pages do not go by."""
    if isinstance(record, dict):
        return {key: _said(value, words) for key, value in record.items()}
    if not isinstance(record, BaseModel):
        return record
    changed: dict[str, Any] = {
        name: words if _is_free_text(type(record), name, value) else _said(value, words)
        for name, value in record.__dict__.items()
    }
    return type(record).model_construct(**changed)


_BOUND = {"language", "site_url", "repository", "branch", "domain", "host", "contact", "logo"}


def _is_free_text(record: type[BaseModel], name: str, value: Any) -> bool:
    parts = list(_parts(record.model_fields[name].annotation))
    is_choice = any(get_origin(part) is Literal for part in parts)
    free = isinstance(value, str) and not is_choice and vocabulary_of(record, name) is None
    return free and name not in _BOUND and not name.endswith("url") and record.__name__ != "RequiredPart"
