"""What Pagefind has written, as it is published: in one order, in small pieces, and under short names.

It writes filters in an order of chance. Its words lie in pieces so large that a reader who asks for one word
fetches hundreds of others, once for each part; and half of what is fetched first are names of files, which
are digests and so cannot be compressed. Here they are counted, after a name that tells what the part was
made from: no name ever stands for something else than it did.
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from typing import TYPE_CHECKING

from . import cbor
from .stub import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PIECE = (
    7000  # bytes of words before they are compressed; docs/decisions/0015-search.md says what was measured
)
_SIGN = b"pagefind_dcd"  # at the beginning of its files
_PAGES, _PIECES, _FILTERS = 1, 2, 3  # which parts of the meta file tell of these
_WORD = 0x83  # the head of what is told of a word, before the word itself
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BITS = 4  # of the number of a page's words, which only weighs a long page against a short one
_ENDING = ENDING.encode()
_LEADS = 4  # letters of a word with which others begin; a shorter one is asked for by itself
_AFTER = "~"  # comes after each letter and digit that most words are written in

Piece = list[tuple[str, bytes]]


def settle(part: Path, key: str) -> None:
    """Settle a part that was made from what `key` is the digest of."""
    (meta,) = part.glob("pagefind.*.pf_meta")
    listed = cbor.items(_read(meta))
    before = _name(int(key[:10], 16), 6)
    listed[_PAGES] = cbor.array(_pages(part, before, cbor.items(listed[_PAGES])))
    listed[_PIECES] = cbor.array(_pieces(part, before, cbor.items(listed[_PIECES])))
    listed[_FILTERS] = cbor.array(sorted(_filters(part, cbor.items(listed[_FILTERS]))))
    meta.unlink()
    content = cbor.array(listed)
    name = sha256(content).hexdigest()[:10]
    _write(part / f"pagefind.{name}.pf_meta", content)
    entry = part / "pagefind-entry.json"
    index = json.loads(entry.read_text(encoding="utf-8"))
    for language in index["languages"].values():
        language["hash"] = name
    entry.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def _pages(part: Path, before: str, listed: list[bytes]) -> Iterator[bytes]:
    """The pages with their files under new names, at the addresses that folders have."""
    for name, page in zip(_names(before, len(listed)), listed, strict=True):
        old, count = cbor.items(page)
        file = part / "fragment" / f"{cbor.words(old)}.pf_fragment"
        head, _, rest = _read(file).partition(_ENDING)
        file.unlink()
        slash = b"" if head.endswith(b"/") else b"/"
        _write(file.with_name(f"{name}.pf_fragment"), head + slash + rest)
        yield cbor.array([cbor.written_text(name), cbor.whole_number(_rounded(cbor.number_in(count)))])


def _pieces(part: Path, before: str, listed: list[bytes]) -> Iterator[bytes]:
    """The words in smaller pieces, each told of by what its words begin with."""
    files = [part / "index" / f"{cbor.words(cbor.items(piece)[2])}.pf_index" for piece in listed]
    pieces = [*_cut(record for file in files for record in _records(_read(file)))]
    for file in files:
        file.unlink()
    before_it = ""
    for at, (name, piece) in enumerate(zip(_names(before, len(pieces)), pieces, strict=True)):
        _write(part / "index" / f"{name}.pf_index", cbor.array([cbor.array(record for _, record in piece)]))
        last = piece[-1][0]
        bound = _between(last, pieces[at + 1][0][0]) if at + 1 < len(pieces) else last
        yield cbor.array(
            [
                cbor.written_text(_told_from(before_it, piece[0][0])),
                cbor.written_text(bound),
                cbor.written_text(name),
            ]
        )
        before_it = last


def _records(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each word of a piece, with all that is told of it, as it is written."""
    starts = [(at - 1, word) for at, word in cbor.texts(content) if content[at - 1] == _WORD]
    ends = [*(at for at, _ in starts[1:]), len(content)]
    for (at, word), end in zip(starts, ends, strict=True):
        yield word, content[at:end]


def _cut(records: Iterable[tuple[str, bytes]]) -> Iterator[Piece]:
    """Words that begin with another lie in its piece: whoever asks for that is given them too."""
    piece: Piece = []
    size, leader = 0, ""
    for word, record in records:
        follows = leader != "" and word.startswith(leader)
        if piece and size + len(record) > PIECE and not follows:
            yield piece
            piece, size = [], 0
        if not follows and len(word) >= _LEADS:
            leader = word
        piece.append((word, record))
        size += len(record)
    if piece:
        yield piece


def _told_from(last: str, first: str) -> str:
    """The beginning of a word, as long as it takes to tell it from the word before."""
    return next((first[:length] for length in range(1, len(first)) if first[:length] > last), first)


def _between(last: str, first: str) -> str:
    """Something short that comes after all words of one piece and before those of the next."""
    for length in range(1, len(last)):
        bound = last[:length] + _AFTER
        if last <= bound < first:
            return bound
    return last


def _filters(part: Path, listed: list[bytes]) -> Iterator[bytes]:
    """The filters with their values in one order, in files named by what they hold."""
    for filter_ in listed:
        name, old = cbor.items(filter_)
        file = part / "filter" / f"{cbor.words(old)}.pf_filter"
        _, values = cbor.items(_read(file))
        content = cbor.array([name, cbor.array(sorted(cbor.items(values)))])
        fresh = sha256(content).hexdigest()[:7]
        file.unlink()
        _write(file.with_name(f"{fresh}.pf_filter"), content)
        yield cbor.array([name, cbor.written_text(fresh)])


def _names(before: str, count: int) -> Iterator[str]:
    """So many names of one length."""
    width = next(width for width in range(1, 9) if len(_DIGITS) ** width >= count)
    return (before + _name(number, width) for number in range(count))


def _name(number: int, width: int) -> str:
    """The last digits of a number, as letters too."""
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits


def _rounded(count: int) -> int:
    """A number by its first bits: numbers that are the same are compressed."""
    left = max(0, count.bit_length() - _BITS)
    return count >> left << left


def _read(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(_SIGN)


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(gzip.compress(_SIGN + content, mtime=0))
