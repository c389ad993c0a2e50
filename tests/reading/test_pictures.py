"""Pictures are judged by their bytes, whatever these are, with little work and without a traceback."""

from __future__ import annotations

import io
import os
import struct
import zlib
from typing import TYPE_CHECKING, Any, SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile, PngImagePlugin, _webp

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_catalogue
from idesluss.reading import pictures
from idesluss.reading.files import DiskFiles
from idesluss.reading.pictures import judge_picture, read_picture
from tests.support.catalogues import TODAY
from tests.support.regex_steps import CountedPatterns
from tests.support.work import calls_of, is_linear

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.reading.problem import Problem

ENDINGS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp", "GIF": "gif"}
HERE = {1: "N", 2: (57.0, 42.0, 0.0), 3: "E", 4: (12.0, 0.0, 0.0)}
PACKET = b'<rdf:Description exif:GPSLatitude="57,42.0N"/>'


def made(kind: str, size: tuple[int, int] = (24, 16), mode: str = "RGB", **options: Any) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, 1).save(written, kind, **options)
    return written.getvalue()


def exif(gps: dict[int, Any] | None = None, tags: dict[int, Any] | None = None, inner: Any = None) -> bytes:
    written = Image.Exif()
    written.update(tags or {})
    written.get_ifd(0x8825).update(gps or {})
    written.get_ifd(0x8769).update(inner or {})
    return written.tobytes()


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def keys(name: str, content: bytes) -> list[str]:
    return [key for key, _ in judge_picture(name, content)]


@pytest.mark.parametrize(("kind", "ending"), ENDINGS.items())
def test_a_whole_picture_passes(kind: str, ending: str) -> None:
    """Each kind, under its own name; under another it is told what it is."""
    assert keys(f"a.{ending}", made(kind)) == []
    other = "gif" if ending == "png" else "png"
    assert judge_picture(f"min.{other}", made(kind)) == [
        ("picture.ending", {"kind": ending, "suggestion": f"min.{ending}"})
    ]


def test_a_jpeg_has_two_endings() -> None:
    assert keys("a.jpeg", made("JPEG")) == []


@pytest.mark.parametrize("content", [b"", b"GIF", b"<svg/>", b"\0" * 64, b"RIFF1234WAVE", b"BM" + bytes(64)])
def test_what_is_no_picture_is_told(content: bytes) -> None:
    """Nothing but the four kinds is opened, whatever else the library can read."""
    assert keys("a.png", content) == ["picture.kind"]


@pytest.mark.parametrize(("kind", "ending"), ENDINGS.items())
def test_a_picture_cut_off_is_told(kind: str, ending: str) -> None:
    """A quarter of its end is missing."""
    written = io.BytesIO()
    Image.frombytes("RGB", (64, 64), bytes(n * n % 251 for n in range(64 * 64 * 3))).save(written, kind)
    content = written.getvalue()
    assert keys(f"a.{ending}", content[: len(content) * 3 // 4]) == ["picture.damaged"]


@pytest.mark.parametrize(("kind", "ending"), ENDINGS.items())
def test_size_is_bounded(kind: str, ending: str) -> None:
    """The longest side passes; one pixel more does not."""
    assert keys(f"a.{ending}", made(kind, (pictures.MAX_SIDE, 1))) == []
    assert keys(f"a.{ending}", made(kind, (1, pictures.MAX_SIDE + 1))) == ["picture.pixels"]


def stated(width: int, height: int) -> dict[str, bytes]:
    """Pictures that say they are this large, and hold next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    jpeg = made("JPEG")
    at = jpeg.index(b"\xff\xc0") + 5
    gif = made("GIF", mode="P")
    frame = gif.index(b"\x2c", 13 + 3 * 256) if len(gif) > 13 + 3 * 256 else gif.rindex(b"\x2c")
    extent = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    webp = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + extent
    return {
        "a.png": png,
        "a.jpg": jpeg[:at] + struct.pack(">HH", height, width) + jpeg[at + 4 :],
        "a.gif": gif[:6] + struct.pack("<HH", width, height) + gif[10:],
        "b.gif": gif[: frame + 5] + struct.pack("<HH", width, height) + gif[frame + 9 :],
        "a.webp": b"RIFF" + struct.pack("<I", len(webp)) + webp,
    }


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pixels of each picture and frame for which room is made."""
    pixels: list[int] = []
    load, decoder = ImageFile.ImageFile.load, _webp.WebPAnimDecoder

    def counted(image: ImageFile.ImageFile) -> Any:
        pixels.append(image.width * image.height)
        return load(image)

    def opened(content: bytes) -> Any:
        made = decoder(content)
        pixels.append(made.get_info()[0][0] * made.get_info()[0][1])
        return made

    monkeypatch.setattr(ImageFile.ImageFile, "load", counted)
    monkeypatch.setattr(_webp, "WebPAnimDecoder", opened)
    return pixels


@pytest.mark.parametrize("side", [5000, 20_000, 65_535])
def test_a_small_file_that_would_fill_the_memory_is_told(side: int, decoded: list[int]) -> None:
    """Its stated size is refused before room is made for it."""
    for name, content in stated(side, side).items():
        assert keys(name, content) == ["picture.pixels"], name
    assert decoded == []


@pytest.mark.parametrize(("kind", "ending"), ENDINGS.items())
def test_a_picture_is_decoded_once(kind: str, ending: str, decoded: list[int]) -> None:
    """So that no room is made of which nobody knows; a JPEG is looked at in an eighth of its size."""
    assert keys(f"a.{ending}", made(kind)) == []
    # WebP's decoder is asked for its size, and then for the picture.
    assert decoded == {"JPEG": [24 * 16 // 64], "WEBP": [24 * 16] * 2}.get(kind, [24 * 16])


@pytest.mark.parametrize(("kind", "ending"), [("GIF", "gif"), ("PNG", "png"), ("WEBP", "webp")])
def test_frames_that_are_decoded_are_bounded(
    kind: str, ending: str, decoded: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All frames together have no more pixels than one picture may have, or only the first is looked at."""
    monkeypatch.setattr(pictures, "MAX_PIXELS", 1000)
    frames = [Image.new("RGB", (16, 16), (n * 5, 255 - n * 5, 99)) for n in range(20)]
    written = io.BytesIO()
    frames[0].save(written, kind, save_all=True, append_images=frames[1:])
    assert keys(f"a.{ending}", written.getvalue()) == []
    # WebP's decoder is made anew where somebody goes back to the first frame.
    assert 256 <= sum(decoded) <= 1000 + 2 * 256


@pytest.mark.parametrize(("kind", "ending"), [("GIF", "gif"), ("PNG", "png"), ("WEBP", "webp")])
def test_frames_are_bounded(kind: str, ending: str) -> None:
    """Fifty pass and fifty-one do not."""
    frames = [Image.new("RGB", (16, 16), (n * 5, 255 - n * 5, 99)) for n in range(51)]
    for count, expected in ((50, []), (51, ["picture.frames"])):
        written = io.BytesIO()
        frames[0].save(written, kind, save_all=True, append_images=frames[1:count])
        assert keys(f"a.{ending}", written.getvalue()) == expected


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_a_position_is_told(kind: str, ending: str) -> None:
    """In EXIF and in XMP; a GPS part without a position, or with blanks for a name, is none."""
    assert keys(f"a.{ending}", made(kind, exif=exif(HERE))) == ["picture.place"]
    assert keys(f"a.{ending}", made(kind, exif=exif({0: b"\2\3\0\0"}, {0x013B: "     "}))) == []
    packed = {"pnginfo": _text("XML:com.adobe.xmp", PACKET.decode())} if kind == "PNG" else {"xmp": PACKET}
    assert keys(f"a.{ending}", made(kind, **packed)) == ["picture.place"]


def _text(name: str, text: str) -> PngImagePlugin.PngInfo:
    packed = PngImagePlugin.PngInfo()
    packed.add_itxt(name, text, zip=True)
    return packed


def test_a_position_that_is_packed_or_stands_second_is_told() -> None:
    """As hexadecimal digits in a PNG, and in the second of two pictures in one file."""
    block = exif(HERE)
    digits = f"\nexif\n{len(block):8}\n{block.hex()}\n"
    assert keys("a.png", made("PNG", pnginfo=_text("Raw profile type exif", digits))) == ["picture.place"]
    assert keys("a.jpg", made("JPEG") + made("JPEG", exif=block)) == ["picture.place"]


def test_the_owner_is_told() -> None:
    """A name, or the camera's number."""
    for block in (exif(tags={0x013B: "Testperson"}), exif(inner={0xA431: "000123"})):
        assert keys("a.jpg", made("JPEG", exif=block)) == ["picture.owner"]


def test_a_picture_that_asks_for_many_passes_is_not_decoded(decoded: list[int]) -> None:
    """A few bytes of a JPEG can ask for one more pass over all of it."""
    content = made("JPEG", (60, 40), progressive=True)
    last = content[content.rindex(b"\xff\xda") : -2]
    passes = content.count(b"\xff\xda")
    for more, expected in (
        (pictures.MOST_SCANS - passes, []),
        (pictures.MOST_SCANS - passes + 1, ["picture.damaged"]),
    ):
        decoded.clear()
        assert keys("a.jpg", content[:-2] + last * more + content[-2:]) == expected
        assert len(decoded) == (not expected)


def _chunks(count: int) -> bytes:
    content = made("PNG")
    return content[:33] + chunk(b"tEXt", b"a\0b") * count + content[33:]


def _blocks(count: int) -> bytes:
    """EXIF of which every entry stands for all of the file."""
    entries = struct.pack("<HHII", 0x013B, 2, 2_000_000, 8) * count
    block = b"II*\0\x08\0\0\0" + struct.pack("<H", count) + entries
    return made("PNG")[:33] + chunk(b"eXIf", block) + made("PNG")[33:]


def _many_blocks(count: int) -> bytes:
    return made("JPEG") + b"Exif\0\0II*\0" * count


def _marks(count: int) -> bytes:
    return made("PNG")[:33] + b"eXIf" * count


HEAVY = {make.__name__.strip("_"): make for make in (_chunks, _blocks, _many_blocks, _marks)}


class CountedBytes(bytes):
    """Bytes that know how many of them have been copied out."""

    copied = 0

    def __getitem__(self, place: SupportsIndex | slice) -> Any:
        part = super().__getitem__(place)
        CountedBytes.copied += len(part) if isinstance(part, bytes) else 0
        return part

    def __add__(self, other: Any) -> CountedBytes:
        return CountedBytes(bytes(self) + other)


@pytest.mark.parametrize("name", HEAVY)
def test_a_verdict_is_little_work(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that ask for much work: twice as much is twice the calls, bytes and steps in patterns.

    How long a file of the largest size takes is measured in the bench.
    """

    def judge(count: int) -> None:
        content = HEAVY[name](count)
        keys("a.png" if content.startswith(b"\x89") else "a.jpg", CountedBytes(content))

    def copied(count: int) -> int:
        before = CountedBytes.copied
        judge(count)
        return CountedBytes.copied - before

    judge(1)  # importing takes its calls once
    assert is_linear(lambda count: calls_of(lambda: judge(count)), 2000)
    assert is_linear(copied, 1000)
    assert copied(2000) <= 2000 * 500
    patterns = CountedPatterns(monkeypatch, pictures)
    assert is_linear(lambda count: patterns.steps(lambda: judge(count)), 100)


SMALL = [
    *(made(kind, (5, 4)) for kind in ENDINGS),
    made("JPEG", exif=exif(HERE, {0x013B: "Testperson"})),
    made("PNG", exif=exif(HERE)),
    made("WEBP", exif=exif(HERE), lossless=True),
]
CHANGES = st.lists(st.tuples(st.integers(0, 2000), st.binary(min_size=1, max_size=6)), max_size=8)


@given(st.sampled_from(SMALL), CHANGES, st.integers(0, 2000))
def test_no_bytes_raise(content: bytes, changes: list[tuple[int, bytes]], cut: int) -> None:
    """A picture with bytes changed and its end cut off is judged like any other."""
    changed = bytearray(content)
    for place, new in changes:
        at = place % len(changed)
        changed[at : at + len(new)] = new
    judge_picture("a.png", bytes(changed[: len(changed) - cut % 40]))


@given(st.sampled_from([*ENDINGS]), st.binary(max_size=300))
def test_no_bytes_after_the_beginning_raise(kind: str, rest: bytes) -> None:
    """The first bytes are those of a picture, and the rest are not."""
    judge_picture("a.gif", made(kind)[:16] + rest)


def _judged(root: Path) -> list[Problem]:
    found = read_catalogue(DiskFiles(root), TODAY).catalogue
    assert isinstance(found, Catalogue)
    return judge_catalogue(found)


@pytest.mark.parametrize("content", [b"no picture", bytes(pictures.MAX_BYTES + 1)])
def test_a_picture_that_is_refused_is_told_once(
    changed: Callable[..., Catalogue], tmp_path: Path, content: bytes
) -> None:
    """The text that shows it has no mistake of its own."""
    changed()
    (tmp_path / "ideas/2025/trygg-hemgang/skiss.png").write_bytes(content)
    assert len(_judged(tmp_path)) == 1


DAMAGED: tuple[pictures.Verdict, ...] = (("picture.damaged", {}),)


def test_a_picture_elsewhere_is_not_read(changed: Callable[..., Catalogue], tmp_path: Path) -> None:
    """A link, or a pipe that would hang, is told as such."""
    changed()
    files = DiskFiles(tmp_path)
    picture = tmp_path / "ideas/2025/trygg-hemgang/skiss.png"
    picture.rename(tmp_path / "elsewhere.png")
    picture.symlink_to(tmp_path / "elsewhere.png")
    assert [problem.key for problem in _judged(tmp_path)] == ["file.link"]
    assert read_picture(files, "ideas/2025/trygg-hemgang/skiss.png").verdicts == DAMAGED
    os.mkfifo(tmp_path / "pipe.png")
    assert read_picture(files, "pipe.png").verdicts == DAMAGED
    assert read_picture(files, "none.png").verdicts == DAMAGED


def test_a_picture_named_in_capitals_is_told_once(changed: Callable[..., Catalogue], tmp_path: Path) -> None:
    """Its name is refused; that the text cannot show it follows from that."""
    changed(("2025/trygg-hemgang/idea.md", "(skiss.png)", "(Skiss.PNG)"))
    (tmp_path / "ideas/2025/trygg-hemgang/skiss.png").rename(tmp_path / "ideas/2025/trygg-hemgang/Skiss.PNG")
    assert [problem.key for problem in _judged(tmp_path)] == ["file.stray"]
