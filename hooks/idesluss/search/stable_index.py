"""What Pagefind writes in an order of chance, put in one order, so that the same site has the same bytes.

The filters and their values come out of a table that is shuffled at each start. They are CBOR (RFC 8949), of
which only arrays, text and numbers occur here.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ARRAY, _TEXT = 4, 3
_FILTERS = 3  # which part of the meta file tells of the filters
_LETTERS = 7  # of a hash


def filter_in_order(content: bytes) -> bytes:
    """A filter's file: its name, and its values with their pages."""
    name, values = _items(content)
    return _array([name, _array(sorted(_items(values)))])


def meta_in_order(content: bytes, filters: Mapping[bytes, bytes]) -> bytes:
    """The meta file, with the new names of the filters' files for the old ones."""
    parts = _items(content)
    listed = [_items(pair) for pair in _items(parts[_FILTERS])]
    renamed = (_array([name, _text(filters[_words(file)])]) for name, file in listed)
    parts[_FILTERS] = _array(sorted(renamed))
    return _array(parts)


def named(content: bytes, before: str) -> str:
    """A name by what the file holds, with the language that stands before it."""
    return f"{before.partition('_')[0]}_{hashlib.sha256(content).hexdigest()[:_LETTERS]}"


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """The kind of what stands there, its number or length, and where it goes on."""
    kind, size = content[at] >> 5, content[at] & 31
    if size < 24:  # noqa: PLR2004  # of RFC 8949, 3
        return kind, size, at + 1
    width = 1 << (size - 24)
    return kind, int.from_bytes(content[at + 1 : at + 1 + width]), at + 1 + width


def _end(content: bytes, at: int) -> int:
    kind, size, at = _head(content, at)
    if kind == _ARRAY:
        for _ in range(size):
            at = _end(content, at)
        return at
    return at + size if kind == _TEXT else at


def _items(content: bytes) -> list[bytes]:
    """What an array holds, each as it is written."""
    _, size, at = _head(content, 0)
    items = []
    for _ in range(size):
        end = _end(content, at)
        items.append(content[at:end])
        at = end
    return items


def _words(content: bytes) -> bytes:
    return content[_head(content, 0)[2] :]


def _text(words: bytes) -> bytes:
    return _number(_TEXT, len(words)) + words


def _array(items: list[bytes]) -> bytes:
    return _number(_ARRAY, len(items)) + b"".join(items)


def _number(kind: int, value: int) -> bytes:
    if value < 24:  # noqa: PLR2004  # of RFC 8949, 3
        return bytes([kind << 5 | value])
    width = next(width for width in (1, 2, 4, 8) if value < 1 << 8 * width)
    return bytes([kind << 5 | 23 + width.bit_length()]) + value.to_bytes(width)
