"""What surrounds every page: navigation, language switch, footer. The theme draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...words import formats, say
from .addresses import Addresses
from .borrowed import said

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ...model import Settings
    from ...model.settings import Licences
    from ...words import Language

SECTIONS = ("ideas", "pipeline", "calls", "lessons", "figures", "municipalities", "topics", "about")
OVERVIEWS = (
    "awaiting",
    "latest",
    "calendar",
    "archive",
    "freshness",
    "key_factors",
    "goals",
    "organisations",
    "municipalities",
)
# The media types of what a page says in another form.
TYPES = {"json_feed": "application/feed+json", "calendar": "text/calendar", "markdown": "text/markdown"}
ELSEWHERE = ("neighbours", "needs")  # where the catalogue has neighbours
FOOTER = ("propose", "contribute", "review", "process", "about", "download", "accessibility", "privacy")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the frame; `url` is below the site's root."""

    words: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """Another language that the site comes in, by its own name, and its home page."""

    code: Language
    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one language and section, without anything that a page changes.

    `publisher`, `contact` and `new_issue` are empty where the catalogue does not say.
    `others` are the site's other languages; a page without a counterpart leads to their home pages.
    """

    language: Language
    locale: str
    others: tuple[OtherLanguage, ...]
    name: str
    home: str
    description: str
    notice: str
    sections: tuple[Link, ...]
    overviews: tuple[Link, ...]
    footer: tuple[Link, ...]
    licences: Licences
    today: str
    publisher: str
    contact: str
    new_issue: str
    problems: Link | None
    search: Link
    ideas: str
    compare: str
    types: Mapping[str, str]

    def word(self, key: str, /, **values: object) -> str:
        """Words of the frame in the page's language."""
        return said(f"frame.{key}", self.language, **values)


def frame_of(  # noqa: PLR0913  # what a frame is of, the last two by name
    settings: Settings,
    today: dt.date,
    language: Language,
    section: str,
    *,
    has_problems: bool = False,
    has_own: bool = False,
) -> Frame:
    """What surrounds the pages of one language and section."""
    addresses = Addresses(settings, language)
    others = [other for other in settings.site_languages if other != language]

    def link(name: str) -> Link:
        return Link(said(f"nav.{name}", language), addresses.section(name), name == section)

    return Frame(
        language=language,
        locale=say("language.open_graph", language),
        others=tuple(
            OtherLanguage(other, say("language.name", other), Addresses(settings, other).home)
            for other in others
        ),
        name=settings.name,
        home=addresses.home,
        description=settings.description.in_(language),
        notice=settings.notice.in_(language) if settings.notice else "",
        sections=tuple(link(name) for name in SECTIONS),
        overviews=tuple(
            map(link, (*OVERVIEWS, *(ELSEWHERE if settings.neighbours else ()), *(["own"] * has_own)))
        ),
        footer=tuple(map(link, FOOTER)),
        licences=settings.licences,
        today=formats.day(today, language),
        publisher=settings.publisher or "",
        contact=settings.contact or "",
        new_issue=settings.repository_pages.new_issue if settings.repository_pages else "",
        problems=link("problems") if has_problems else None,
        search=link("search"),
        ideas=addresses.section("ideas"),
        compare=addresses.section("compare"),
        types=TYPES,
    )
