"""The little of CBOR (RFC 8949) that Pagefind's files are written in: arrays, text and whole numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NUMBER, _ARRAY, _TEXT = 0, 4, 3
# Everything up to the next text: numbers, and the heads of arrays.
_NO_TEXT = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]+|[\x18\x38\x98].|[\x19\x39\x99]..|[\x1a\x3a\x9a].{4})*+", re.DOTALL
)


def items(content: bytes) -> list[bytes]:
    """What an array holds, each as it is written."""
    _, size, at = _head(content, 0)
    listed = []
    for _ in range(size):
        end = _end(content, at)
        listed.append(content[at:end])
        at = end
    return listed


def number_in(content: bytes) -> int:
    return _head(content, 0)[1]


def words(content: bytes) -> str:
    return content[_head(content, 0)[2] :].decode()


def texts(content: bytes) -> Iterator[tuple[int, str]]:
    """Each text at any depth, and where its head stands."""
    at = 0
    while (at := _after_numbers(content, at)) < len(content):
        _, size, begin = _head(content, at)
        yield at, content[begin : begin + size].decode()
        at = begin + size


def _after_numbers(content: bytes, at: int) -> int:
    run = _NO_TEXT.match(content, at)
    return run.end() if run else at


def array(inside: Iterable[bytes]) -> bytes:
    listed = [*inside]
    return _written(_ARRAY, len(listed)) + b"".join(listed)


def written_text(value: str) -> bytes:
    encoded = value.encode()
    return _written(_TEXT, len(encoded)) + encoded


def whole_number(value: int) -> bytes:
    return _written(_NUMBER, value)


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


def _written(kind: int, value: int) -> bytes:
    if value < 24:  # noqa: PLR2004  # of RFC 8949, 3
        return bytes([kind << 5 | value])
    width = next(width for width in (1, 2, 4, 8) if value < 1 << 8 * width)
    return bytes([kind << 5 | 23 + width.bit_length()]) + value.to_bytes(width)
