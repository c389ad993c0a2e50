"""What things are called on one language's pages: labels, titles, fields and addresses, in its words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...derived.checklist import requirement_name
from ...model import Idea, Plan, field_title
from ...words import formats, say, template
from .addresses import Addresses

if TYPE_CHECKING:
    import datetime as dt

    from ...catalogue.catalogue import Catalogue
    from ...words import Language


class Wording:
    """The words of one language for what the catalogue holds, and the addresses of its pages."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self.catalogue = catalogue
        self.language = language
        self.addresses = Addresses(catalogue, language)

    @property
    def other(self) -> Language:
        """The other language that every page has a counterpart in."""
        return "en" if self.language == "sv" else "sv"

    @cached_property
    def other_addresses(self) -> Addresses:
        return Addresses(self.catalogue, self.other)

    def word(self, key: str, /, **values: object) -> str:
        """The words of `key`, filled in. KeyError for an unknown key."""
        return say(key, self.language, **values)

    def other_word(self, key: str, /) -> str:
        """The words of `key` in the other language."""
        return say(key, self.other)

    def requirement_label(self, name: str) -> str:
        """What a requirement's name stands for, in words."""
        return requirement_name(self.catalogue.settings, name).in_(self.language)

    def label(self, vocabulary: str, key: str | int) -> str:
        """What a term of a vocabulary is called."""
        return self.catalogue.label(vocabulary, str(key)).in_(self.language)

    def facet_label(self, facet: str, value: str) -> str:
        """What a facet's value is called."""
        if facet == "call":
            call = self.catalogue.calls.get(value)
            return self.call_title(value) if call else value
        vocabulary = VOCABULARY_OF_FACET[facet]
        name = self.label(vocabulary, value) if vocabulary else value
        return f"{value}. {name}" if facet == "agenda_goal" else name

    def call_title(self, slug: str) -> str:
        """A call's title in this language, or as its funder wrote it."""
        call = self.catalogue.calls[slug].call
        translation = call.translations.get(self.language)
        return (translation and translation.title) or call.title

    def field(self, name: str, *, of: str = "idea") -> str:
        """The title of a field of an idea, or of a plan."""
        return field_title(Idea if of == "idea" else Plan, name).in_(self.language)

    def day(self, value: dt.date) -> str:
        """A day in words, such as `2 november 2015`."""
        return formats.day(value, self.language)

    def pattern(self, key: str) -> str:
        """Words for a script to fill in: `{name}` stands as it is, and singular before plural with `|`."""
        words = template(key, self.language)
        return words if isinstance(words, str) else f"{words['one']}|{words['other']}"
