"""A long list on several pages, below a section's own address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ...words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .addresses import Addresses
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
    """At least one page, each with so many items."""
    total = max(1, -(-len(items) // size))
    own = sheet_addresses(writer.addresses, section, total)
    others = sheet_addresses(writer.other_addresses, section, total)
    parts = [items[at * size : (at + 1) * size] for at in range(total)]
    return [
        Sheet(part, number, own[number - 1], others[number - 1], own) for number, part in enumerate(parts, 1)
    ]


def sheet_addresses(addresses: Addresses, section: str, total: int) -> tuple[str, ...]:
    """The first page lies at the section's address, the second in `…/sida/2/`.

    The number is a folder of its own, as `sida-2` and even `sida` may be the key of an organisation
    whose page lies in the same section.
    """
    first = addresses.section(section)
    word = say("path.page", addresses.language)
    return (first, *(f"{first}{word}/{number}/" for number in range(2, total + 1)))


def sheet_title(writer: Writer, words: str, sheet: Sheet[T]) -> str:
    """The words, with the page's number from the second page on."""
    if sheet.number == 1:
        return words
    return writer.word("listing.page", title=words, number=sheet.number, total=len(sheet.addresses))
