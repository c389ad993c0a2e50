"""One language's way of writing pages: its words, its addresses, and the templates."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ...reading.markdown import ROOT, TABLE_LABEL
from .other_language import with_labels
from .published import Crumb, Page, way_to_root
from .templates import template_environment
from .wording import Wording

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from ...model import Settings
    from ...reading.markdown import Body
    from ...words import Language
    from .addresses import Places
    from .card import Card
    from .links import Links

# The way to a file of the catalogue in a body, with the heading that it leads to, if any.
_TARGET = re.compile(f' (href|src)="{ROOT}([^"#]*)(#[^"]*)?"')


class Writer(Wording):
    """Writes pages of one language from the values that it is given, and knows no catalogue."""

    def __init__(self, settings: Settings, language: Language, links: Links | None = None) -> None:
        super().__init__(settings, language, links)
        self._cards: dict[Card, Markup] = {}
        self._templates = template_environment(self)
        self._templates.globals |= {"body": self.body, "card": self.card}

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

    def language_label(self, languages: Iterable[Language]) -> Markup:
        """A label for a block of a page that holds text in these languages."""
        words = self.text_in(languages)
        return Markup('<p class="in-language" lang="{}">{}</p>').format(self.language, words)

    def crumb(self, section: str) -> Crumb:
        """The step over a section's page."""
        return Crumb(self.word(f"nav.{section}"), self.addresses.section(section))

    def fragment(self, template: str, /, **values: object) -> Markup:
        """A template below `pages/` filled with values; ROOT stands for the way to the site's root."""
        return Markup(self._templates.get_template(template).render(values))  # noqa: S704  # escaped by itself

    def _content(self, template: str, path: str, values: dict[str, Any]) -> str:
        """The template filled, with its links from the page at `path`."""
        content = with_labels(self.fragment(template, **values), self.language, self.language_label)
        return content.replace(ROOT, way_to_root(path))

    def _json_feed(self, page: str) -> dict[str, str]:
        return {"json_feed": self.addresses.json_feed(page)} if page else {}

    def page(  # noqa: PLR0913  # what a page is, each part by name
        self,
        template: str,
        places: Places,
        /,
        *,
        title: str,
        description: str,
        section: str = "",
        crumbs: tuple[Crumb, ...] = (),
        source: str | None = None,
        image: str = "",
        feed: str = "",
        has_json_feed: bool = True,
        alternates: Mapping[str, str] | None = None,
        changed: dt.date | None = None,
        is_indexed: bool = True,
        scripts: tuple[str, ...] = (),
        number: int = 1,
        is_document: bool = False,
        **values: Any,
    ) -> Page:
        """The page at its places, its template filled with `values` and its title, crumbs, feed and number.

        `feed` is the address of the page whose feed it leads to, which may be there as JSON too.
        """
        path = f"{places[self.language]}index.html"
        feed_address = self.addresses.feed(feed) if feed else ""
        others = {**(alternates or {}), **self._json_feed(feed if has_json_feed else "")}
        values |= {"title": title, "crumbs": crumbs, "feed": feed_address, "number": number}
        return Page(
            path=path,
            content=self._content(template, path, values | {"alternates": others}),
            language=self.language,
            title=title,
            description=" ".join(description.split()),
            section=section,
            translations=places,
            crumbs=crumbs,
            source=source,
            image=image or self.addresses.shared(section),
            feed=feed_address,
            alternates=others,
            changed=changed,
            is_indexed=is_indexed,
            scripts=scripts,
            number=number,
            is_document=is_document,
        )
