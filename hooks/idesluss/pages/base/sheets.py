"""A long list on several pages, the further ones below the address of the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .addresses import Places
    from .writer import Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list: its items, number and places, and the addresses of all in one language."""

    items: Sequence[T]
    number: int
    places: Places
    addresses: tuple[str, ...]

    @property
    def address(self) -> str:
        """Its own among the addresses."""
        return self.addresses[self.number - 1]


def sheets(writer: Writer, section: str, items: Sequence[T], size: int) -> list[Sheet[T]]:
    """The pages of a section's list: at least one, each with so many items."""
    return sheets_at(writer, writer.places(lambda at: at.section(section)), items, size)


def sheets_at(writer: Writer, first: Places, items: Sequence[T], size: int) -> list[Sheet[T]]:
    """The pages of a list by the places of the first."""
    numbers = range(1, max(1, -(-len(items) // size)) + 1)
    every_place = [
        {language: at.sheet(first[language], number) for language, at in writer.every_address.items()}
        for number in numbers
    ]
    addresses = tuple(places[writer.language] for places in every_place)
    parts = [items[(number - 1) * size : number * size] for number in numbers]
    return [
        Sheet(part, number, places, addresses)
        for part, number, places in zip(parts, numbers, every_place, strict=True)
    ]


def sheet_title(writer: Writer, words: str, sheet: Sheet[T]) -> str:
    """The words, with the page's number from the second page on."""
    if sheet.number == 1:
        return words
    return writer.word("listing.page", title=words, number=sheet.number, total=len(sheet.addresses))
