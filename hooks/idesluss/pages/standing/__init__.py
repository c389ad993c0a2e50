"""Pages that every site has: made from what the catalogue says, where nobody has written them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.docs_folder import HAND_WRITTEN
from ..base.writer import Writer
from . import about, accessibility, privacy, process
from .unwritten import unwritten

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ...model import Settings
    from ..base.published import Page

_WRITERS: dict[str, Callable[[Writer], Page]] = {
    "about": about.page,
    "accessibility": accessibility.page,
    "privacy": privacy.page,
    "process": process.page,
}
# Those that the program makes where nobody writes them.
MADE_PAGES = frozenset(_WRITERS)


def standing_pages(settings: Settings, written: Collection[str]) -> Iterator[Page]:
    """What stands where no page is written by hand: `written` are the addresses of those there are."""
    for language in settings.site_languages:
        writer = Writer(settings, language)
        for name in HAND_WRITTEN:
            if writer.addresses.section(name) not in written:
                make = _WRITERS.get(name)
                yield make(writer) if make else unwritten(writer, name, written)
