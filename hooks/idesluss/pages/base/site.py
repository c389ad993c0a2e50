"""One language's site in the making: the catalogue, its addresses, and templates that know both."""

from __future__ import annotations

import html
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from ...derived import key_factors as factors
from ...derived import network
from ...derived.spread import spread_of
from ...reading.markdown import ROOT, TABLE_LABEL
from ...words import formats
from .card import card_of
from .order import newest_first
from .published import Crumb, Published
from .wording import Wording

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...derived.whole import Derived
    from ...history.timeline import Moment, Timeline
    from ...reading.markdown import Body
    from ...words import Language

# The way to a file of the catalogue in a body, with the heading that it leads to, if any.
_TARGET = re.compile(f' (href|src)="{ROOT}([^"#]*)(#[^"]*)?"')


class Site(Wording):
    """Renders the pages of one language; what is derived from the catalogue is shared between languages."""

    def __init__(self, derived: Derived, language: Language, history: Timeline | None = None) -> None:
        super().__init__(derived.catalogue, language)
        self.derived = derived
        self.figures = derived.figures
        self.history = history
        self._cards: dict[str, Markup] = {}
        self._environment = _environment(self)

    def history_of(self, entry: Entry) -> tuple[Moment, ...] | None:
        """How the entry has changed, the newest first; None where the catalogue's history is not known."""
        return self.history.of(entry) if self.history else None

    def body(self, body: Body) -> Markup:
        """A body with its links to other entries as addresses of this language."""
        made = _TARGET.sub(self._resolved, body.html)
        return Markup(made.replace(TABLE_LABEL, escape(self.word("idea.table"))))  # noqa: S704  # sanitized

    def _resolved(self, match: re.Match[str]) -> str:
        """The attribute with an address of the site; nothing where nothing is published at its path."""
        known = self.catalogue.link_targets if match[1] == "href" else self.catalogue.picture_targets
        target = known.get(html.unescape(match[2]))
        fragment = match[3] or ""
        return f' {match[1]}="{ROOT}{self.addresses.target(target)}{fragment}"' if target else ""

    def lang(self, language: Language) -> Markup:
        """An attribute for words in another language than the page's; nothing for the page's own."""
        return Markup("") if language == self.language else Markup(' lang="{}"').format(language)

    def card(self, entry: Entry) -> Markup:
        """The entry's card, the same wherever it is listed."""
        if entry.slug not in self._cards:
            self._cards[entry.slug] = self.fragment(
                "base/card.html", card=card_of(self, entry, self.derived.of(entry).wait)
            )
        return self._cards[entry.slug]

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The entries that came in next after it and last before it."""
        order, at = self._in_order, self._place[entry.slug]
        return order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None

    @cached_property
    def _in_order(self) -> list[Entry]:
        return newest_first(self.catalogue.entries)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {entry.slug: at for at, entry in enumerate(self._in_order)}

    def fragment(self, template: str, /, **context: object) -> Markup:
        return Markup(self._environment.get_template(template).render(context))  # noqa: S704

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
        **context: Any,
    ) -> Published:
        """Render a page.

        `translation` is the address of its counterpart in the other language, `feed` that of the page
        whose feed it leads to.
        """
        path = f"{address}index.html"
        own: dict[Language, str] = {self.language: address}
        if translation is not None:
            own[self.other] = translation
        told = self.addresses.feed(feed) if feed else ""
        content = self.fragment(template, title=title, crumbs=crumbs, feed=told, **context)
        root = "../" * path.count("/") or "./"
        return Published(
            path=path,
            content=content.replace(ROOT, root),
            language=self.language,
            title=title,
            description=" ".join(description.split()),
            section=section,
            translations=own,
            crumbs=crumbs,
            source=source,
            image=image or self.addresses.shared(section),
            feed=told,
            is_indexed=is_indexed,
            scripts=scripts,
        )

    def crumb(self, section: str) -> Crumb:
        return Crumb(self.word(f"nav.{section}"), self.addresses.section(section))


def _environment(site: Site) -> Environment:
    environment = Environment(
        loader=PackageLoader("idesluss", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    language = site.language

    def href(address: str) -> Markup:
        return Markup(ROOT) + address  # noqa: S704  # a mark of ours, and the address is escaped

    environment.globals |= {
        "site": site,
        "t": site.word,
        "language": language,
        "href": href,
        "address": site.addresses,
        "label": site.label,
        "process": site.catalogue.settings.process,
        "network": network,
        "factors": factors,
        "spread": spread_of,
        "settings": site.catalogue.settings,
        "missing": Markup('<span class="missing">{}</span>').format(site.word("idea.missing")),
    }
    environment.filters |= {
        # On constant words Jinja applies a filter once, when it compiles the template.
        "t": site.word,
        "date": lambda value: formats.date(value, language),
        "day": site.day,
        "money": lambda value: formats.money(value, language),
        "number": lambda value: formats.number(value, language),
        "period": lambda pair: formats.period(pair[0], pair[1], language),
        "told": lambda localised: localised.in_(language),
    }
    return environment
