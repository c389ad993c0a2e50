"""Pictures judged by their bytes: what they are, whether they are whole, and what else they tell."""

from __future__ import annotations

import io
import re
import struct
import warnings
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from .personal import may_hold_personal_data
from .picture_texts import picture_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .files import Files

MAX_BYTES = 2 * 1024 * 1024
MAX_SIDE = 6000
MAX_PIXELS = 24_000_000
MAX_FRAMES = 50
MOST_SCANS = 30  # of a JPEG: a few bytes can ask for one more pass over all of it
MOST_EXIF = 10

# How a camera says that it was held on its side, and the values that turn width into height.
_ORIENTATION, _TURNED = 0x0112, frozenset({5, 6, 7, 8})

# The key of a problem, and the values that fill its words.
Verdict = tuple[str, dict[str, object]]
Size = tuple[int, int]
_DAMAGED: Verdict = ("picture.damaged", {})


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    endings: tuple[str, ...]
    start: re.Pattern[bytes]


_KINDS = (
    _Kind("PNG", ("png",), re.compile(rb"\x89PNG\r\n\x1a\n")),
    _Kind("JPEG", ("jpg", "jpeg"), re.compile(rb"\xff\xd8\xff")),
    _Kind("GIF", ("gif",), re.compile(rb"GIF8[79]a")),
    _Kind("WEBP", ("webp",), re.compile(rb"RIFF....WEBP", re.DOTALL)),
)
# Where EXIF begins in a JPEG (each picture of several in one file), a PNG and a WebP.
_EXIF = re.compile(rb"(?:Exif\0.|eXIf|EXIF....)(?=II\*\0|MM\0\*)", re.DOTALL)
_IFD_EXIF, _IFD_GPS = 0x8769, 0x8825
_GPS_TAGS = {2, 4, 20, 22}  # latitude and longitude, of the camera and of what it points at
_OWNER_TAGS = {0x013B, 0xA430, 0xA431, 0xA435}  # artist, camera owner, serial numbers of body and lens
_XMP_PLACE = re.compile(rb"GPSL(?:at|ong)itude")
# Names and serial numbers, in the two vocabularies that cameras write them in.
_XMP_OWNER = re.compile(rb"(?:aux|exifEX):(?:CameraOwnerName|OwnerName|(?:Body|Lens)?SerialNumber)\b")


def picture_ending(content: bytes) -> str | None:
    """The ending of a picture with these bytes, by how they begin; None where no known kind begins so."""
    return next((kind.endings[0] for kind in _KINDS if kind.start.match(content)), None)


class _Refused(Exception):  # noqa: N818  # it is a verdict, and nobody's error
    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.verdict: Verdict = (key, values)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture beside an idea, judged when it was read; its bytes are not kept.

    `texts` are those that it carries and that may hold personal data. `size` is its width and height in
    pixels as it is seen; None where it cannot be shown.
    """

    name: str
    verdicts: tuple[Verdict, ...]
    texts: tuple[str, ...] = ()
    size: Size | None = None


def read_picture(files: Files, path: str) -> PictureFile:
    """The picture at this path with what is wrong with it; one that cannot be read is damaged."""
    name = path.rpartition("/")[2]
    content = files.read(path, MAX_BYTES + 1)
    if not isinstance(content, bytes) or not content:
        return PictureFile(name, (_DAMAGED,))
    texts = tuple(filter(may_hold_personal_data, picture_texts(content)))
    verdicts, size = _judge(name, content)
    return PictureFile(name, tuple(verdicts), texts, size)


def judge_picture(name: str, content: bytes) -> list[Verdict]:
    """What is wrong with a picture of this name: keys of problems with their values."""
    return _judge(name, content)[0]


def _judge(name: str, content: bytes) -> tuple[list[Verdict], Size | None]:
    kind = next((kind for kind in _KINDS if kind.start.match(content)), None)
    if kind is None:
        return [("picture.kind", {})], None
    stem, _, ending = name.rpartition(".")
    verdicts: list[Verdict] = []
    if ending not in kind.endings:
        suggestion = f"{stem}.{kind.endings[0]}"
        verdicts.append(("picture.ending", {"kind": kind.endings[0], "suggestion": suggestion}))
    packed, size = b"", None
    try:
        packed, size = _decode(kind, content)
    except _Refused as refused:
        verdicts.append(refused.verdict)
    return [*verdicts, *((key, {}) for key in _personal_facts(content + packed))], size


def picture_size(content: bytes) -> Size:
    """Width and height in pixels of a picture that was judged whole."""
    from PIL import Image  # noqa: PLC0415  # importing takes long, and most runs see no picture

    with Image.open(io.BytesIO(content)) as image:
        return image.size


def _decode(kind: _Kind, content: bytes) -> tuple[bytes, Size]:
    """Decode the picture within its limits: the texts that were packed in it, and its size as it is seen."""
    frames = 1
    if kind.name == "WEBP":  # Pillow makes room for all of it before it can be asked how large it is
        _judge_size(*_webp_size(content))
    elif kind.name == "GIF":
        frames = _judge_gif(content)
    elif kind.name == "JPEG" and content.count(b"\xff\xda") > MOST_SCANS:
        raise _Refused("picture.damaged")
    from PIL import Image  # noqa: PLC0415  # importing takes long, and most runs see no picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=[kind.name]) as image:
                return _load(kind, image, frames)
    except _Refused:
        raise
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception:  # noqa: BLE001  # whatever a decoder stumbles on, the picture cannot be shown
        raise _Refused("picture.damaged") from None


def _load(kind: _Kind, image: Any, frames: int) -> tuple[bytes, Size]:
    _judge_size(*image.size)
    size = image.size
    if kind.name == "JPEG":
        image.draft("L", (1, 1))  # reads it all, and does without most of the arithmetic
    elif kind.name != "GIF":
        frames = image.n_frames if image.is_animated else 1
    _judge_frames(frames)
    width, height = image.size
    for frame in range(max(1, min(frames, MAX_PIXELS // (width * height)))):
        image.seek(frame)
        image.load()
    packed = b"".join(_unpacked(str(name), text) for name, text in image.info.items())
    return packed, size[::-1] if orientation(image) in _TURNED else size


def orientation(image: Any) -> int:
    """How the camera was held, as EXIF says it from 1 to 8; upright where that cannot be read."""
    from PIL import Image  # noqa: PLC0415  # importing takes long, and most runs see no picture

    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif"))
        value = exif.get(_ORIENTATION)
    except Exception:  # noqa: BLE001  # whatever the reader of EXIF stumbles on, the picture itself is whole
        return 1
    return value if isinstance(value, int) else 1


def _unpacked(name: str, text: object) -> bytes:
    """A text as it was before it was packed; some programs write EXIF as hexadecimal digits."""
    if not isinstance(text, str):
        return text if isinstance(text, bytes) else b""
    if name.startswith("Raw profile type"):
        return bytes.fromhex("".join(text.split("\n")[3:]))
    return text.encode()


def _too_large() -> _Refused:
    return _Refused("picture.pixels", side=MAX_SIDE, millions=MAX_PIXELS // 1_000_000)


def _judge_size(width: int, height: int) -> None:
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise _too_large()


def _judge_frames(frames: int) -> None:
    if frames > MAX_FRAMES:
        raise _Refused("picture.frames", frames=frames, limit=MAX_FRAMES)


def _webp_size(content: bytes) -> tuple[int, int]:
    chunk = content[12:16]
    if chunk == b"VP8X":
        low, high = content[24:27], content[27:30]
        return int.from_bytes(low, "little") + 1, int.from_bytes(high, "little") + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = content[26:28], content[28:30]
    return int.from_bytes(width, "little") & 0x3FFF, int.from_bytes(height, "little") & 0x3FFF


def _judge_gif(content: bytes) -> int:
    """The number of frames; each may be larger than the picture says it is."""
    frames = 0
    try:
        _judge_size(*struct.unpack_from("<HH", content, 6))
        for left, top, width, height in _gif_frames(content):
            _judge_size(left + width, top + height)
            frames += 1
    except (IndexError, struct.error):
        raise _Refused("picture.damaged") from None
    _judge_frames(frames)
    return frames


def _gif_frames(content: bytes) -> Iterator[tuple[int, ...]]:
    """Left, top, width and height of each frame."""
    at = 13 + _gif_palette(content[10])
    while content[at] != ord(";"):
        if content[at] == ord(","):
            yield struct.unpack_from("<4H", content, at + 1)
            at += 11 + _gif_palette(content[at + 9])
        else:
            at += 2
        while content[at]:
            at += 1 + content[at]
        at += 1


def _gif_palette(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _personal_facts(content: bytes) -> Iterator[str]:
    """Whether it says where it was taken, and by whom, in EXIF or in XMP."""
    blocks = [match.end() for match in islice(_EXIF.finditer(content), MOST_EXIF)]
    tags = [_exif_tags(content, at) for at in blocks]
    if any(gps & _GPS_TAGS for _, gps in tags) or _XMP_PLACE.search(content):
        yield "picture.place"
    if any(own & _OWNER_TAGS for own, _ in tags) or _XMP_OWNER.search(content):
        yield "picture.owner"


def _exif_tags(content: bytes, start: int) -> tuple[set[int], set[int]]:
    """The tags that hold something in the block that begins there, and those of its GPS part."""
    order = "<" if content[start : start + 2] == b"II" else ">"
    if len(content) < start + 8:
        return set(), set()
    own = _tags(content, order, start, struct.unpack_from(f"{order}I", content, start + 4)[0])
    if _IFD_EXIF in own:
        own |= _tags(content, order, start, own[_IFD_EXIF])
    gps = _tags(content, order, start, own[_IFD_GPS]) if _IFD_GPS in own else {}
    return set(own), set(gps)


def _tags(content: bytes, order: str, start: int, at: int) -> dict[int, int]:
    """Tag to its value or the place of it, but not those that hold only blanks."""
    at += start
    count = struct.unpack_from(f"{order}H", content, at)[0] if len(content) >= at + 2 else 0
    entries = content[at + 2 : at + 2 + 12 * count]
    tags = {}
    for n, (tag, kind, length, value) in enumerate(
        struct.iter_unpack(f"{order}HHII", entries[: len(entries) // 12 * 12])
    ):
        written = at + 10 + 12 * n if length <= 4 else start + value  # noqa: PLR2004  # four bytes fit in
        is_blank = kind == 2 and not content[written : written + min(length, 200)].strip(b" \0")  # noqa: PLR2004
        if length and not is_blank:
            tags[tag] = value
    return tags
