"""A long list on several pages, the further ones below the address of the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ...words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...words import Language
    from .writer import Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list: its items, number and address, and the addresses of all."""

    items: Sequence[T]
    number: int
    address: str
    translation: str
    addresses: tuple[str, ...]


def sheets(writer: Writer, section: str, items: Sequence[T], size: int) -> list[Sheet[T]]:
    """The pages of a section's list: at least one, each with so many items."""
    address, translation = writer.addresses.section(section), writer.other_addresses.section(section)
    return sheets_at(writer, address, translation, items, size)


def sheets_at(
    writer: Writer, address: str, translation: str, items: Sequence[T], size: int
) -> list[Sheet[T]]:
    """The pages of a list whose first page lies at `address`, and at `translation` in the other language."""
    total = max(1, -(-len(items) // size))
    own = _addresses(address, writer.language, total)
    others = _addresses(translation, writer.other, total)
    parts = [items[at * size : (at + 1) * size] for at in range(total)]
    return [
        Sheet(part, number, own[number - 1], others[number - 1], own) for number, part in enumerate(parts, 1)
    ]


def _addresses(first: str, language: Language, total: int) -> tuple[str, ...]:
    """The second page lies in `…/sida/2/` below the first.

    The number is a folder of its own, as `sida-2` and even `sida` may be the key of an organisation
    whose page lies in the same section.
    """
    word = say("path.page", language)
    return (first, *(f"{first}{word}/{number}/" for number in range(2, total + 1)))


def sheet_title(writer: Writer, words: str, sheet: Sheet[T]) -> str:
    """The words, with the page's number from the second page on."""
    if sheet.number == 1:
        return words
    return writer.word("listing.page", title=words, number=sheet.number, total=len(sheet.addresses))
