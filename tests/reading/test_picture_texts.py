"""What pictures carry in words: every place where a program writes some, and none that draws."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from idesluss.reading import picture_texts as picture_texts_module
from idesluss.reading.file_texts import texts_of_file
from idesluss.reading.picture_texts import MOST_OF_ALL, MOST_TEXT, picture_texts
from tests.support.regex_steps import CountedPatterns
from tests.support.work import is_linear

SAID = "Anmäld av 000405-9937"


def saved(kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (24, 16), (200, 210, 220)).save(written, kind, **options)
    return written.getvalue()


def png(*, packed: bool = False, international: bool = False, key: str = "Comment") -> bytes:
    told = PngInfo()
    (told.add_itxt if international else told.add_text)(key, SAID, zip=packed)
    return saved("PNG", pnginfo=told)


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def exif(tag: int, value: object) -> bytes:
    written = Image.Exif()
    written[tag] = value
    return written.tobytes()


PLAIN = {kind: saved(kind) for kind in ("PNG", "JPEG", "GIF", "WEBP")}
PROFILE = f"\nexif\n{len(SAID)}\n{SAID.encode().hex()}\n".encode()
TELLING = {
    "tEXt": png(),
    "zTXt": png(packed=True),
    "iTXt": png(international=True),
    "packed iTXt": png(packed=True, international=True),
    "keyword": png(key="000405-9937"),
    "one key twice": PLAIN["PNG"][:33]
    + chunk(b"tEXt", f"a\0{SAID}".encode())
    + chunk(b"tEXt", b"a\0b")
    + PLAIN["PNG"][33:],
    "after the pixels": PLAIN["PNG"][:-12] + chunk(b"tEXt", f"a\0{SAID}".encode()) + PLAIN["PNG"][-12:],
    "unknown chunk": PLAIN["PNG"][:33] + chunk(b"noTe", SAID.encode()) + PLAIN["PNG"][33:],
    "profile in hexadecimal": PLAIN["PNG"][:33]
    + chunk(b"tEXt", b"Raw profile type exif\0" + PROFILE)
    + PLAIN["PNG"][33:],
    "EXIF of a PNG": saved("PNG", exif=exif(0x010E, SAID)),
    "comment of a JPEG": saved("JPEG", comment=SAID.encode()),
    "EXIF of a JPEG": saved("JPEG", exif=exif(0x010E, SAID)),
    "EXIF in UTF-16": saved("JPEG", exif=exif(0x9C9B, SAID.encode("utf-16-le"))),
    "XMP of a JPEG": saved("JPEG", xmp=f"<x>{SAID}</x>".encode()),
    "comment of a GIF": saved("GIF", comment=SAID.encode()),
    "XMP of a WebP": saved("WEBP", xmp=f"<x>{SAID}</x>".encode()),
    "EXIF of a WebP": saved("WEBP", exif=exif(0x010E, SAID)),
    **{f"behind a {kind}": content + SAID.encode() for kind, content in PLAIN.items()},
}


@pytest.mark.parametrize("place", TELLING)
def test_a_text_is_found_wherever_it_is_kept(place: str) -> None:
    """And the decoder takes it for a picture."""
    with Image.open(io.BytesIO(TELLING[place])) as picture:
        picture.load()
    assert any("000405-9937" in text for text in picture_texts(TELLING[place]))


@pytest.mark.parametrize("kind", PLAIN)
def test_a_plain_picture_says_next_to_nothing(kind: str) -> None:
    """Its pixels are not read as words."""
    assert sum(map(len, picture_texts(PLAIN[kind]))) < 60


@pytest.mark.parametrize("place", TELLING)
def test_a_picture_that_is_cut_off_is_read_as_far_as_it_goes(place: str) -> None:
    """Nothing is raised, wherever it ends."""
    content = TELLING[place]
    for end in range(0, len(content), 7):
        assert isinstance(picture_texts(content[:end]), tuple)


def test_a_packed_text_does_not_grow_without_end() -> None:
    """A few bytes can be packed so that they unpack to any number."""
    packed = b"a\0\0" + zlib.compress(b"x" * (50 * MOST_TEXT))
    assert len(picture_texts_module._unpacked(b"zTXt", packed)) <= MOST_TEXT + len(b"a\0")
    bomb = chunk(b"zTXt", packed)
    texts = picture_texts(PLAIN["PNG"][:33] + bomb * 9 + PLAIN["PNG"][33:])
    assert sum(map(len, texts)) <= 2 * MOST_OF_ALL  # as two readings of each


def test_parts_that_overlap_are_not_read_without_end() -> None:
    """Each part of a JPEG may say that it is as long as all that follows."""
    texts = picture_texts(b"\xff\xd8\xff" + b"\xff\xe1\xff\xff" * 200_000)
    assert 0 < len(texts) <= MOST_OF_ALL // 0xFFFF + 1


@pytest.mark.parametrize(
    "piece",
    [b"Raw profile type ", b"Raw profile type a\n", b"Raw profile type a a 1 ", b"\xff\xe1\0\4", b"\xff"],
)
def test_a_hostile_text_is_little_work(piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as much of it is twice the work."""
    patterns = CountedPatterns(monkeypatch, picture_texts_module)

    def steps(size: int) -> int:
        jpeg = b"\xff\xd8\xff" + (piece * size)[:size]
        framed = PLAIN["PNG"][:33] + chunk(b"tEXt", jpeg[3:]) + PLAIN["PNG"][33:]
        return patterns.steps(lambda: [picture_texts(jpeg), picture_texts(framed)])

    assert is_linear(steps, 600)


def test_the_texts_of_any_file() -> None:
    """A picture's are those that it carries; of a page also what is shown, of others what is written."""
    assert any("000405-9937" in text for text in texts_of_file("docs/a.png", TELLING["zTXt"]))
    assert list(texts_of_file("a.txt", "å <b>b</b>".encode())) == ["å <b>b</b>"]
    assert any("å b" in text for text in texts_of_file("README.md", "å <b>b</b>".encode()))
    assert any("000405-9937" in text for text in texts_of_file("a.txt", SAID.encode("utf-16")))
    assert list(texts_of_file("a.md", b"\xe5")) == ["?", ""]
