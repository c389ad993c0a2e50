"""Names that pages still ask a site for; they go when all pages are made from named values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...derived import key_factors as factors
from ...derived import network
from ...derived.spread import spread_of

if TYPE_CHECKING:
    import datetime as dt

    from markupsafe import Markup

    from ...derived.figures import Figures
    from ...reading.markdown import Body
    from ...words import Language, formats
    from .addresses import Addresses
    from .published import Crumb, Page
    from .site import Site
    from .writer import Writer


def add_to_templates(site: Site) -> None:
    site.writer.environment.globals |= {
        "site": site,
        "network": network,
        "factors": factors,
        "spread": spread_of,
    }


class OldNames:
    """What a site answers by itself until its pages ask the writer."""

    writer: Writer

    @property
    def addresses(self) -> Addresses:
        return self.writer.addresses

    @property
    def other(self) -> Language:
        return self.writer.other

    @property
    def other_addresses(self) -> Addresses:
        return self.writer.other_addresses

    @property
    def figures(self: Any) -> Figures:
        found: Figures = self.derived.figures
        return found

    def word(self, key: str, /, **values: object) -> str:
        return self.writer.word(key, **values)

    def other_word(self, key: str, /) -> str:
        return self.writer.other_word(key)

    def requirement_label(self, name: str) -> str:
        return self.writer.requirement_label(name)

    def label(self, vocabulary: str, key: str | int) -> str:
        return self.writer.label(vocabulary, key)

    def facet_label(self, facet: str, value: str) -> str:
        return self.writer.facet_label(facet, value)

    def call_title(self, slug: str) -> str:
        return self.writer.call_title(slug)

    def field(self, name: str, *, of: str = "idea") -> str:
        return self.writer.field(name, of=of)

    def body(self, body: Body) -> Markup:
        return self.writer.body(body)

    def lang(self, language: Language) -> Markup:
        return self.writer.lang(language)

    def day(self, value: dt.date) -> str:
        return self.writer.day(value)

    def date(self, value: formats.Dated) -> str:
        return self.writer.date(value)

    def number(self, value: int) -> str:
        return self.writer.number(value)

    def pattern(self, key: str) -> str:
        return self.writer.pattern(key)

    def fragment(self, template: str, /, **context: object) -> Markup:
        return self.writer.fragment(template, **context)

    def page(self, template: str, address: str, /, **parts: Any) -> Page:
        return self.writer.page(template, address, **parts)

    def crumb(self, section: str) -> Crumb:
        return self.writer.crumb(section)
