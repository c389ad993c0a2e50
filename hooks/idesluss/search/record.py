"""What the search knows of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ..words import Language

Kind = Literal["idea", "record", "research", "own", "call", "topic", "page", "help", "neighbour"]
# What tells of the catalogue: readers' own script leaves it out of what is found first.
OF_THE_WHOLE: frozenset[Kind] = frozenset({"topic", "page", "help", "own"})


@dataclass(frozen=True, slots=True)
class TextPart:
    """A section of a page: its words, under a heading that a result can lead to."""

    anchor: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page as MkDocs has rendered it; `url` is below the site's root."""

    url: str
    language: Language
    title: str
    description: str
    html: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page as it can be found. `facts` are names it goes by; `note` stands under its title in a result.

    `filters` are pairs of a filter's name and a key. `title_language` is where the title is in another
    language than the page. `outside` is where a result leads to, if that is not its page here.
    """

    language: Language
    url: str
    kind: Kind
    title: str
    lead: str = ""
    facts: str = ""
    note: str = ""
    parts: tuple[TextPart, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    title_language: Language | None = None
    outside: str = ""

    @property
    def text(self) -> str:
        """All its words."""
        parts = (words for part in self.parts for words in (part.heading, part.words))
        return "\n".join((self.title, self.lead, self.facts, self.note, *parts))
