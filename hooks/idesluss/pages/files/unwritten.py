"""Pages in place of those that the site leads to and that nobody has written in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.docs_folder import HAND_WRITTEN
from ...words import language_name
from ..base.addresses import Addresses
from ..base.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ...model import Settings
    from ...words import Language
    from ..base.published import Page


def unwritten_pages(settings: Settings, written: Collection[str]) -> list[Page]:
    """What stands where a hand-written page is missing: `written` are the addresses of those there are."""
    languages = settings.site_languages
    return [page for language in languages for page in _unwritten_in(language, settings, written)]


def _unwritten_in(language: Language, settings: Settings, written: Collection[str]) -> Iterator[Page]:
    missing = [name for name in HAND_WRITTEN if Addresses(settings, language).section(name) not in written]
    if missing:
        writer = Writer(settings, language)
        yield from (_unwritten(writer, name, written) for name in missing)


def _unwritten(writer: Writer, name: str, written: Collection[str]) -> Page:
    places = writer.places(lambda at: at.section(name))
    elsewhere = [
        (language, language_name(language).in_(writer.language), url)
        for language, url in places.items()
        if url in written
    ]
    return writer.page(
        "files/unwritten.html",
        places,
        title=writer.word(f"nav.{name}"),
        description=writer.settings.description.in_(writer.language),
        section="about",
        is_indexed=False,
        elsewhere=elsewhere,
    )
