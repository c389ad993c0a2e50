"""What catalogue.yml calls things is there in every language of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ...model import Localised, field_title
from ...words import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ...words import Language

GROUP = "fields"
MAY_BE_EXEMPTED = True

_Way = tuple[str | int, ...]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    document, settings = catalogue.tree.settings, catalogue.settings
    for where, holder, words in _localised(settings, type(settings), ()):
        for language in settings.site_languages:
            if not words.has(language):
                yield _problem(document, where, holder, language)


def _problem(document: Document, where: _Way, holder: type[BaseModel], language: Language) -> Problem:
    """In a table the words have a column of their own."""
    place, name = document.place_of(*where), str(where[-1])
    key = "missing_words.cell" if place.cell else "missing_words"
    values = {"field": field_title(holder, name), "language": language_name(language), "code": language}
    return document.problem(place, "missing_words", key, cell=f"{name}_{language}", **values)


def _localised(
    value: Any, holder: type[BaseModel], where: _Way
) -> Iterator[tuple[_Way, type[BaseModel], Localised]]:
    """Everything that is called something, at whatever depth: the way there, and the record that it is of."""
    if isinstance(value, Localised):
        yield where, holder, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _localised(getattr(value, name), type(value), (*where, name))
    elif isinstance(value, dict | tuple):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _localised(part, holder, (*where, key))
