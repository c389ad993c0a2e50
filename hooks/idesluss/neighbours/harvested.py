"""An idea as a neighbour tells of it, with what is needed to find and show it; and a neighbour's copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ..words import say
from .harmless import (
    CalendarYear,
    HarvestedText,
    KnownKey,
    KnownSlug,
    Name,
    Sentence,
    SpokenName,
    Summary,
    Title,
    WebAddress,
    language_code,
)

if TYPE_CHECKING:
    from ..words import Language

MOST_FACETS, MOST_REUSES = 40, 50
HarvestedKind = Literal["idea", "record", "research"]


class Kept(BaseModel):
    """Base of what is kept of a neighbour: what is more or otherwise than expected is left out."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class HarvestedTerm(Kept):
    """A value of a facet: its key, and what the neighbour calls it by language."""

    facet: KnownKey = ""
    key: KnownKey = ""
    words: SpokenName = Field(default_factory=dict)

    def in_(self, language: str) -> str:
        """What it is called in the language, or in the first that it is called anything in; else its key."""
        return self.words.get(language) or next(iter(self.words.values()), self.key)


class HarvestedWords(Kept):
    """What is said of an idea in one language."""

    title: Title = ""
    summary: Summary = ""
    result: Sentence = ""


class HarvestedReuse(Kept):
    """Who uses the idea, as the neighbour tells, and since when."""

    organisation: Name = ""
    year: CalendarYear = None


class HarvestedUse(Kept):
    """The address of an idea of somebody else's that this one takes up, and since when."""

    url: WebAddress = ""
    year: CalendarYear = None


class HarvestedIdea(Kept):
    """What a neighbour tells of an idea. `page` leads from a language to the address of its page there.

    `is_tried` where the work came to an end, with or without success.
    """

    slug: Annotated[KnownSlug, Field(min_length=1)]
    kind: HarvestedKind = "idea"
    language: Annotated[str, BeforeValidator(language_code)] = ""
    words: dict[str, HarvestedWords]
    need: HarvestedText = ""
    lessons: HarvestedText = ""
    stage: HarvestedTerm | None = None
    outcome: HarvestedTerm | None = None
    is_tried: bool = False
    facets: Annotated[tuple[HarvestedTerm, ...], Field(max_length=MOST_FACETS)] = ()
    page: dict[str, WebAddress] = Field(default_factory=dict)
    year: CalendarYear = None
    reused_by: Annotated[tuple[HarvestedReuse, ...], Field(max_length=MOST_REUSES)] = ()
    uses: Annotated[tuple[HarvestedUse, ...], Field(max_length=MOST_REUSES)] = ()

    def said(self, part: Literal["title", "summary", "result"], language: str) -> tuple[str, str]:
        """The words in the language, else in its own; and the language that they are in."""
        for code in (language, self.language, *self.words):
            words = getattr(self.words.get(code), part, "")
            if words:
                return words, code
        return "", self.language

    def address(self, language: str) -> str:
        """Its page in the language, or in another; empty where none is known."""
        return self.page.get(language) or self.page.get(self.language) or next(iter(self.page.values()), "")

    def values(self, facet: str) -> tuple[HarvestedTerm, ...]:
        """The terms that it has of a facet."""
        return tuple(term for term in self.facets if term.facet == facet)


NoteKey = Literal[
    "slow",
    "huge",
    "unreachable",
    "certificate",
    "broken",
    "gone",
    "status",
    "redirects",
    "scheme",
    "internal",
    "not_json",
    "not_catalogue",
    "not_sheet",
    "unknown_map",
    "newer",
    "older",
    "unreadable",
    "too_many",
    "masked",
]


class HarvestNote(Kept):
    """Something that is told of a neighbour: what, and all that its words may be filled in with."""

    key: NoteKey
    count: int = 0
    seconds: int = 0
    megabytes: int = 0
    status: int = 0
    version: int = 0
    host: Name = ""
    scheme: Name = ""

    def words(self, language: Language) -> str:
        """The note in a sentence."""
        return say(f"harvest.note.{self.key}", language, **self.model_dump(exclude={"key"}))


class NeighbourCopy(Kept):
    """What was last fetched of a neighbour, and when. `fetched` is empty where nothing ever was.

    `failed` says why the latest try brought nothing new; `tag` and `modified` are what the neighbour's server
    called this version, so that it need not send it twice. `version` is that of its data, None of a register.
    """

    form: Literal[1] = 1
    url: WebAddress
    fetched: str = ""
    tag: str = ""
    modified: str = ""
    version: int | None = None
    as_of: Name = ""
    title: Name = ""
    home: WebAddress = ""
    contact: Name = ""
    licence: Name = ""
    licence_url: WebAddress = ""
    organisations: dict[str, Name] = Field(default_factory=dict)
    notes: tuple[HarvestNote, ...] = ()
    failed: HarvestNote | None = None
    ideas: tuple[HarvestedIdea, ...] = ()
