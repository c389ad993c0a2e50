"""What a picture carries in words: comments, captions, EXIF, XMP, and what lies behind its end."""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_TEXT = 256 * 1024  # of one packed text
MOST_OF_ALL = 4 * MOST_TEXT  # as parts of a hostile file may overlap
_PNG, _GIF, _JPEG = b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8\xff"
# What draws: pixels, palettes, colour profiles and the shape of the picture.
_PIXELS_PNG = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"fdAT", b"fcTL", b"acTL", b"iCCP", b"tRNS"}
_PIXELS_WEBP = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
# A part of a JPEG that holds words: an application's own, or a comment. Among pixels FF is followed by 00.
_PART_JPEG = re.compile(rb"\xff([\xe0\xe1\xe3-\xef\xfe])(..)", re.DOTALL)
# EXIF as some programs write it in a text: its name, its length, and hexadecimal digits.
_PROFILE = re.compile(
    rb"Raw profile type [^\0\n]{0,40}\0?\s{0,4}\S{1,40}\s{1,8}[0-9]{1,8}\s{1,4}([0-9a-fA-F\s]+)"
)


def picture_texts(content: bytes) -> tuple[str, ...]:
    """All texts of a picture, of whatever kind, in order; what cannot be unpacked is left out."""
    texts: list[str] = []
    left = MOST_OF_ALL
    for part in _parts(content):
        kept = part[:left]
        left -= len(kept)
        texts += _readings(kept)
        if not left:
            break
    return tuple(texts)


def is_picture(content: bytes) -> bool:
    """Whether the bytes begin as those of a picture whose texts can be told."""
    return content.startswith((_PNG, _GIF, _JPEG)) or content[8:12] == b"WEBP"


def _parts(content: bytes) -> Iterator[bytes]:
    if content.startswith(_PNG):
        yield from _cut_short(_png_parts, content)
    elif content.startswith(_GIF):
        yield from _cut_short(_gif_parts, content)
    elif content[8:12] == b"WEBP":
        yield from _cut_short(_webp_parts, content)
    elif content.startswith(_JPEG):
        for match in _PART_JPEG.finditer(content):
            yield content[match.end() : match.start(2) + int.from_bytes(match[2], "big")]
        yield content.rpartition(b"\xff\xd9")[2]


def _cut_short(parts: Callable[[bytes], Iterator[bytes]], content: bytes) -> Iterator[bytes]:
    """The parts up to where the file ends too early, which is told as a damaged picture."""
    try:
        yield from parts(content)
    except (IndexError, struct.error):
        return


def _png_parts(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        if name not in _PIXELS_PNG:
            yield _unpacked(name, content[at + 8 : at + 8 + length])
        at += 12 + length
        if name == b"IEND":
            yield content[at:]
            return


def _unpacked(name: bytes, chunk: bytes) -> bytes:
    """A chunk of text with its keyword, unpacked where it was packed."""
    keyword, _, rest = chunk.partition(b"\0")
    if name == b"zTXt":
        packed = rest[1:]
    elif name == b"iTXt" and rest[:1] == b"\1":
        packed = rest[2:].split(b"\0", 2)[-1]
    else:
        return chunk
    try:
        text = zlib.decompressobj().decompress(packed, MOST_TEXT)
    except zlib.error:
        return keyword
    return keyword + b"\0" + text


def _webp_parts(content: bytes) -> Iterator[bytes]:
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    while at < min(end, len(content)):
        name, length = struct.unpack_from("<4sI", content, at)
        if name not in _PIXELS_WEBP:
            yield content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    yield content[at:]


def _gif_parts(content: bytes) -> Iterator[bytes]:
    at = 13 + _palette(content[10])
    while content[at] != ord(";"):
        is_picture = content[at] == ord(",")
        at += 11 + _palette(content[at + 9]) if is_picture else 2
        blocks = []
        while content[at]:
            blocks.append(content[at + 1 : at + 1 + content[at]])
            at += 1 + content[at]
        at += 1
        yield b"" if is_picture else b"".join(blocks)
    yield content[at:]


def _palette(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _readings(part: bytes) -> Iterator[str]:
    """A text in UTF-8 or a narrower code; in UTF-16 it is read without the zeros between, too."""
    profiles = [bytes.fromhex(_even(match[1])) for match in _PROFILE.finditer(part)]
    for written in (part, *profiles):
        yield written.decode("utf-8", "replace").replace("\ufffd", "?")
        if 0 in written:
            yield written.replace(b"\0", b"").decode("utf-8", "replace").replace("\ufffd", "?")


def _even(digits: bytes) -> str:
    """Hexadecimal digits in pairs, without the breaks between them."""
    joined = b"".join(digits.split()).decode("ascii")
    return joined[: len(joined) // 2 * 2]
