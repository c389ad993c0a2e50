"""An entry's own picture as pages show it: in two sizes, which the build makes, with the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...words import Language
    from .addresses import Addresses
    from .wording import Wording

    PictureSize = Literal["card", "page"]

# Pixels: three times what a card has of it, for the sharpest screens, and what a page has room for.
CARD_BOX, PAGE_BOX = (300, 200), (1280, 1280)


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture in one size: its address, width and height, and what it shows, in `language`."""

    url: str
    width: int
    height: int
    alt: str
    language: Language


def shown_picture(addresses: Addresses, entry: Entry, size: PictureSize) -> ShownPicture | None:
    """The entry's picture in that size; None where it has none that can be shown."""
    if entry.picture_size is None:
        return None
    width, height = (card_size if size == "card" else page_size)(entry.picture_size)
    alt, language = entry.picture_alt(addresses.language)
    return ShownPicture(addresses.own_picture(entry, size), width, height, alt, language)


def picture_credit(wording: Wording, entry: Entry) -> str:
    """Whose the entry's picture is, and under which licence, in a line; empty where it has none."""
    picture = entry.idea.picture
    if picture is None:
        return ""
    licence = [wording.label("picture_licences", picture.licence)] if picture.licence else []
    return ", ".join([wording.word("idea.picture", credit=picture.credit or "–"), *licence])


def page_size(size: tuple[int, int]) -> tuple[int, int]:
    """A picture of this size as a page shows it: all of it, and no larger than it is."""
    scale = min(1, *(most / side for side, most in zip(size, PAGE_BOX, strict=True)))
    width, height = (max(1, round(side * scale)) for side in size)
    return width, height


def card_size(size: tuple[int, int]) -> tuple[int, int]:
    """A picture of this size as a card shows it: as much as fills a form, and no larger than it is."""
    scale = min(1, *(side / most for side, most in zip(size, CARD_BOX, strict=True)))
    width, height = (max(1, round(most * scale)) for most in CARD_BOX)
    return width, height
