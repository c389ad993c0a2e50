"""What things are called in one language, and where they lie: all that a page knows besides its values."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...derived.checklist import requirement_name
from ...model import Idea, field_title
from ...model.process import STANDINGS
from ...model.vocabulary import gate_label, role_in_sentence, term_label
from ...words import formats, language_name, template
from .addresses import Addresses, Places
from .borrowed import said
from .links import Links

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from ...model import Settings
    from ...words import Language


class Wording:
    """The words of one language, by the settings of a catalogue and the links to its pages."""

    def __init__(self, settings: Settings, language: Language, links: Links | None = None) -> None:
        self.settings = settings
        self.language = language
        self.links = links or Links()
        self.addresses = Addresses(settings, language)

    @cached_property
    def every_address(self) -> dict[Language, Addresses]:
        """The addresses of each language of the site, the page's own first."""
        languages = dict.fromkeys((self.language, *self.settings.site_languages))
        return {language: Addresses(self.settings, language) for language in languages}

    def places(self, place: Callable[[Addresses], str]) -> Places:
        """Where a page lies in each language, by the addresses of the language."""
        return {language: place(addresses) for language, addresses in self.every_address.items()}

    def word(self, key: str, /, **values: object) -> str:
        """The words of a key, filled in."""
        return said(key, self.language, **values)

    def pattern(self, key: str) -> str:
        """Words for a script to fill in: `{name}` stands as it is, and singular before plural with `|`."""
        words = template(key, self.language)
        return words if isinstance(words, str) else f"{words.get('one', words['other'])}|{words['other']}"

    def label(self, vocabulary: str, key: str | int) -> str:
        """What a key of a vocabulary is called; the key itself where it is unknown."""
        return term_label(self.settings, vocabulary, str(key)).in_(self.language)

    def role(self, key: str) -> str:
        """A role as it is called in a sentence."""
        return role_in_sentence(self.settings, key).in_(self.language)

    def has_page(self, facet: str, value: str | int) -> bool:
        """Whether a facet's value has a page: not where all that has it is about the catalogue."""
        return (facet, str(value)) in self.links.values

    def outcome_look(self, key: str) -> str:
        """The look of a badge for an outcome, or for what stands in its place."""
        kind = STANDINGS.get(key) or self.settings.process.kind_of(key) or "unknown"
        return kind.replace("_", "-")

    def gate_label(self, key: str) -> str:
        """A gate's key and name."""
        return gate_label(self.settings, key).in_(self.language)

    def facet_label(self, facet: str, value: str) -> str:
        """What a facet's value is called."""
        if facet == "call":
            return self.links.calls.get(value, value)
        vocabulary = VOCABULARY_OF_FACET[facet]
        name = self.label(vocabulary, value) if vocabulary else value
        return f"{value}. {name}" if facet == "agenda_goal" else name

    def call_title(self, slug: str) -> str:
        """KeyError where there is no such call."""
        return self.links.calls[slug]

    def requirement_label(self, name: str) -> str:
        """What a requirement's name stands for, in words."""
        return requirement_name(self.settings, name).in_(self.language)

    def field(self, name: str) -> str:
        """What a field of an idea is called."""
        return field_title(Idea, name).in_(self.language)

    def day(self, value: dt.date) -> str:
        """`2 november 2015`."""
        return formats.day(value, self.language)

    def date(self, value: formats.Dated) -> str:
        """A day, or a month whose day is not known."""
        return formats.date(value, self.language)

    def period(self, ends: tuple[formats.Dated | None, formats.Dated | None]) -> str:
        """From one date to another; one that is not known is left open."""
        return formats.period(*ends, self.language)

    def money(self, amount: int) -> str:
        """Whole kronor."""
        return formats.money(amount, self.language)

    def difference(self, amount: int) -> str:
        """Whole kronor more or less, with its sign."""
        return "+" * (amount > 0) + self.money(amount).replace("-", "\N{MINUS SIGN}")

    def number(self, value: int) -> str:
        """A whole number, with its thousands apart."""
        return formats.number(value, self.language)

    def text_in(self, languages: Iterable[Language]) -> str:
        """What is said of text in other languages."""
        names = (language_name(language).in_(self.language) for language in languages)
        return self.word("frame.text_in", languages=", ".join(names))

    def lang(self, language: Language) -> Markup:
        """An attribute for words in another language than the page's; nothing for the page's own."""
        return Markup("") if language == self.language else Markup(' lang="{}"').format(language)
