"""A page in place of one that the site leads to, that nobody has written in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import language_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..base.published import Page
    from ..base.writer import Writer


def unwritten(writer: Writer, name: str, written: Collection[str]) -> Page:
    """It leads to those who have it; `written` are the addresses of the pages that there are."""
    places = writer.places(lambda at: at.section(name))
    elsewhere = [
        (language, language_name(language).in_(writer.language), url)
        for language, url in places.items()
        if url in written
    ]
    return writer.page(
        "standing/unwritten.html",
        places,
        title=writer.word(f"nav.{name}"),
        description=writer.settings.description.in_(writer.language),
        section="about",
        is_indexed=False,
        is_document=True,
        elsewhere=elsewhere,
    )
