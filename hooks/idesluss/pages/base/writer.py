"""One language's way of writing pages: its words, its addresses, and the templates."""

from __future__ import annotations

import html
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...derived.checklist import requirement_name
from ...model import Idea, Plan, field_title
from ...model.vocabulary import term_label
from ...reading.markdown import ROOT, TABLE_LABEL
from ...words import formats, say, template
from .addresses import Addresses
from .links import Links
from .published import Crumb, Page, way_to_root
from .templates import template_environment

if TYPE_CHECKING:
    import datetime as dt

    from ...model import Settings
    from ...reading.markdown import Body
    from ...words import Language
    from .card import Card

# The way to a file of the catalogue in a body, with the heading that it leads to, if any.
_TARGET = re.compile(f' (href|src)="{ROOT}([^"#]*)(#[^"]*)?"')


class Writer:
    """Writes pages of one language from the values that it is given.

    It knows the settings, the words of the language and where other pages lie, and nothing else of the
    catalogue.
    """

    def __init__(self, settings: Settings, language: Language, links: Links | None = None) -> None:
        self.settings = settings
        self.language = language
        self.links = links or Links()
        self.addresses = Addresses(settings, language)
        self._cards: dict[Card, Markup] = {}
        self.environment = template_environment(self)

    @property
    def other(self) -> Language:
        """The language that the page has a translation in."""
        return "en" if self.language == "sv" else "sv"

    @cached_property
    def other_addresses(self) -> Addresses:
        return Addresses(self.settings, self.other)

    def word(self, key: str, /, **values: object) -> str:
        return say(key, self.language, **values)

    def other_word(self, key: str, /) -> str:
        return say(key, self.other)

    def pattern(self, key: str) -> str:
        """Words for a script to fill in: `{name}` stands as it is, and singular before plural with `|`."""
        words = template(key, self.language)
        return words if isinstance(words, str) else f"{words['one']}|{words['other']}"

    def label(self, vocabulary: str, key: str | int) -> str:
        """What a key of a vocabulary is called; the key itself where it is unknown."""
        return term_label(self.settings, vocabulary, str(key)).in_(self.language)

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

    def field(self, name: str, *, of: str = "idea") -> str:
        """What a field of an idea or a plan is called."""
        return field_title(Idea if of == "idea" else Plan, name).in_(self.language)

    def day(self, value: dt.date) -> str:
        return formats.day(value, self.language)

    def date(self, value: formats.Dated) -> str:
        """A day, or a month whose day is not known."""
        return formats.date(value, self.language)

    def money(self, amount: int) -> str:
        """Whole kronor."""
        return formats.money(amount, self.language)

    def number(self, value: int) -> str:
        return formats.number(value, self.language)

    def lang(self, language: Language) -> Markup:
        """An attribute for words in another language than the page's; nothing for the page's own."""
        return Markup("") if language == self.language else Markup(' lang="{}"').format(language)

    def body(self, body: Body) -> Markup:
        """A body with its links to other entries as addresses of this language."""
        with_links = _TARGET.sub(self._resolved, body.html)
        return Markup(with_links.replace(TABLE_LABEL, escape(self.word("idea.table"))))  # noqa: S704  # sanitized

    def _resolved(self, match: re.Match[str]) -> str:
        """The attribute with an address of the site; nothing where nothing is published at its path."""
        known = self.links.pages if match[1] == "href" else self.links.pictures
        address = known.get(html.unescape(match[2]))
        if address is None:
            return ""
        return f' {match[1]}="{ROOT}{address}{match[3] or ""}"'

    def card(self, card: Card) -> Markup:
        """A card, the same wherever it stands."""
        if card not in self._cards:
            self._cards[card] = self.fragment("base/card.html", card=card)
        return self._cards[card]

    def crumb(self, section: str) -> Crumb:
        return Crumb(self.word(f"nav.{section}"), self.addresses.section(section))

    def fragment(self, template: str, /, **values: object) -> Markup:
        """A template below `pages/` filled with values; ROOT stands for the way to the site's root."""
        return Markup(self.environment.get_template(template).render(values))  # noqa: S704  # escaped by itself

    def page(  # noqa: PLR0913  # what a page is, each part by name
        self,
        template: str,
        address: str,
        /,
        *,
        title: str,
        description: str,
        section: str = "",
        translation: str | None = None,
        crumbs: tuple[Crumb, ...] = (),
        source: str | None = None,
        image: str = "",
        feed: str = "",
        is_indexed: bool = True,
        scripts: tuple[str, ...] = (),
        **values: Any,
    ) -> Page:
        """The page at an address, its template filled with its title, crumbs and feed, and with `values`.

        `translation` is the address of its counterpart in the other language, `feed` that of the page
        whose feed it leads to.
        """
        path = f"{address}index.html"
        own: dict[Language, str] = {self.language: address}
        if translation is not None:
            own[self.other] = translation
        feed_address = self.addresses.feed(feed) if feed else ""
        content = self.fragment(template, title=title, crumbs=crumbs, feed=feed_address, **values)
        return Page(
            path=path,
            content=content.replace(ROOT, way_to_root(path)),
            language=self.language,
            title=title,
            description=" ".join(description.split()),
            section=section,
            translations=own,
            crumbs=crumbs,
            source=source,
            image=image or self.addresses.shared(section),
            feed=feed_address,
            is_indexed=is_indexed,
            scripts=scripts,
        )
