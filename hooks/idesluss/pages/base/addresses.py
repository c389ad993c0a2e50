"""Where each page lies, in both languages. Paths are below the site's root and end in a slash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...exports.source import ENTRY_JSON
from ...model.process import STANDINGS
from ...model.terms import VocabularyTerm as Term
from ...model.vocabulary import terms_of
from ...words import Language, say

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...model import Settings


FEED, JSON_FEED = "feed.xml", "feed.json"
CALENDAR = "calendar.ics"
MARKDOWN, PLAN_MARKDOWN = "idea.md", "plan.md"
# Facets whose values nobody follows by a program: nothing new comes to them but by ideas that change.
_UNFOLLOWED = frozenset({"origin", "innovation_type", "key_factor", "year"})
SHARED = "share.preview"  # no picture of an entry can be called so


def has_json_feed(facet: str) -> bool:
    """Whether the feeds of a facet's values are there as JSON too."""
    return facet not in _UNFOLLOWED


def addresses_for(settings: Settings, reader: Language) -> Addresses:
    """Those in a reader's language, or in the main one where the site does not come in that."""
    return Addresses(settings, reader if reader in settings.site_languages else settings.language)


class Addresses:
    """The site's addresses in one language."""

    def __init__(self, settings: Settings, language: Language) -> None:
        self.settings = settings
        self.language = language
        self.home = "" if language == settings.language else f"{language}/"

    def _path(self, *words: str) -> str:
        return self.home + "".join(f"{word}/" for word in words)

    def section(self, name: str) -> str:
        """A page of its own, such as `ideas`, `pipeline` or `topics`."""
        return self._path(say(f"path.{name}", self.language))

    def sheet(self, first: str, number: int) -> str:
        """A further page of a list; the second lies in `…/sida/2/` below the first.

        The number is a folder of its own, as `sida-2` and even `sida` may be the key of an organisation
        whose page lies in the same section.
        """
        return first if number == 1 else f"{first}{say('path.page', self.language)}/{number}/"

    def idea(self, entry: Entry) -> str:
        """The page of an entry, under its year and its folder's name."""
        return self.idea_at(entry.year, entry.slug)

    def idea_at(self, year: str, slug: str) -> str:
        """The page of the entry in a folder."""
        return self._path(say("path.ideas", self.language), year, slug)

    def entry_json(self, entry: Entry) -> str:
        """All about an entry as JSON: it lies once, beside the page in the catalogue's own language."""
        return f"{self._own.idea(entry)}{ENTRY_JSON}"

    def former_ideas(self, entry: Entry) -> list[str]:
        """Where the entry's page was under each former name, and is no longer."""
        own, *former = entry.addresses
        section = say("path.ideas", self.language)
        return [self._path(section, address) for address in dict.fromkeys(former) if address != own]

    def archived(self, entry: Entry) -> str:
        """How an entry stood when it was decided on, below its page."""
        return self.archived_at(self.idea(entry))

    def archived_at(self, page: str) -> str:
        """The same below a page that the entry has, or has had."""
        return f"{page}{say('path.archive', self.language)}/"

    def call(self, slug: str) -> str:
        """The page of a call."""
        return self._path(say("path.calls", self.language), slug)

    def neighbour(self, key: str) -> str:
        """The page of a neighbour, below that of all."""
        return self._path(say("path.neighbours", self.language), key)

    def rule(self, name: str) -> str:
        """The page that explains a rule."""
        return self._path(say("path.rules", self.language), name)

    def facet(self, facet: str, value: str) -> str:
        """The page of one value of a facet."""
        if facet == "call":
            return self.call(value)
        name = VOCABULARY_OF_FACET[facet]
        term = terms_of(self.settings, name).get(value) if name else None
        word = term.address(value, self.language) if isinstance(term, Term) else value
        if facet == "outcome" and value in STANDINGS:
            word = say(f"path.standing_{STANDINGS[value]}", self.language)
        return self._path(say(f"path.{facet}", self.language), word)

    def feed(self, page: str) -> str:
        """The feed of a page, beside it."""
        return f"{page}{FEED}"

    def json_feed(self, page: str) -> str:
        """The same feed as JSON."""
        return f"{page}{JSON_FEED}"

    def calendar_file(self, page: str) -> str:
        """The dates of a page for a calendar of one's own, beside it."""
        return f"{page}{CALENDAR}"

    def markdown(self, entry: Entry) -> str:
        """A copy of the entry as Markdown: it lies once, beside the page in the catalogue's own language."""
        return self.markdown_at(self._own.idea(entry))

    def markdown_at(self, page: str) -> str:
        """The same beside a page that the entry has, or has had."""
        return f"{page}{MARKDOWN}"

    def shared(self, section: str) -> str:
        """The picture that is shown where a page of the section is shared."""
        return f"assets/share/{section}.{self.language}.png"

    def shared_idea(self, entry: Entry) -> str:
        """An idea's own; the languages share one where they share the title."""
        own = self.settings.language
        has_own_title = entry.title(self.language) != entry.title(own)
        ending = "jpg" if entry.picture_size else "png"
        return f"{(self if has_own_title else self._own).idea(entry)}{SHARED}.{ending}"

    def picture(self, entry: Entry, name: str) -> str:
        """Pictures lie once, beside the page in the catalogue's own language."""
        return self._own.idea(entry) + name

    def own_picture(self, entry: Entry, size: str) -> str:
        """The picture that an entry names, in that size; no file of its own can be called so."""
        return f"{self._own.idea(entry)}picture.{size}.webp"

    @property
    def _own(self) -> Addresses:
        """Those of the catalogue's own language."""
        return Addresses(self.settings, self.settings.language)


Places = Mapping[Language, str]  # where a page lies in each language of the site
