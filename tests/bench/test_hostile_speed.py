"""How long the worst files take that the limits let in, as ratios to ordinary ones of the same size.

That their work grows no faster than they do is tested by counting, in tests/reading.
"""

from __future__ import annotations

import datetime as dt
import io
import random
import struct
import time
import zlib
from functools import cache, partial
from typing import TYPE_CHECKING

from PIL import Image

from idesluss.reading.document import MAX_BYTES, parse_document
from idesluss.reading.markdown import render_body
from idesluss.reading.personal import find_personal_data
from idesluss.reading.pictures import MAX_SIDE, judge_picture
from tests.support import generated_ideas
from tests.support.harmless import PATH
from tests.support.vectors import slow_texts

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2026, 11, 23)
ROUNDS = 3
ALLOWED = 40  # times an ordinary file of the largest size: read, rendered and looked through
ALLOWED_PICTURE = 10  # times an ordinary picture of the largest size
PIECES = [
    "7",
    "0-",
    "0 ",
    "<",
    "<!--",
    "&#",
    "&#48;",
    "%30",
    "\\x30",
    "0<",
    "@",
    "a@",
    "(at)",
    "000101-",
    "+46 7",
]
SIZE = 60_000
BOMBS = {
    "brackets": "a: " + "[" * SIZE,
    "closed brackets": "a: " + "[" * SIZE + "]" * SIZE,
    "braces": "a: " + "{" * SIZE,
    "dashes": "- " * SIZE,
    "questions": "? " * SIZE,
    "keys": "a: " * SIZE,
    "indents": "".join(" " * n + "a:\n" for n in range(600)),
    "quotes": "a: '" + "''" * SIZE,
    "anchors": "&a " * SIZE,
    "values": "".join(f"a{number}: [b, c]\n" for number in range(SIZE // 4)),
}


def cpu_seconds(act: Callable[[], object]) -> float:
    """The best of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        before = time.process_time()
        act()
        taken.append(time.process_time() - before)
    return min(taken)


@cache
def ordinary() -> float:
    """An idea of the largest size, taken through all that a hostile one goes through."""
    text = generated_ideas.long_idea(random.Random(1), MAX_BYTES)  # noqa: S311  # not for secrets
    document = parse_document("ideas/2026/x/idea.md", text.encode())
    assert document.is_readable

    def go() -> None:
        parse_document("ideas/2026/x/idea.md", text.encode())
        render_body(document.markdown, PATH)
        find_personal_data(text, TODAY)

    return cpu_seconds(go)


def judged(kind: str, costs: dict[str, float], usual: float, allowed: float) -> None:
    name = max(costs, key=lambda name: costs[name])
    ratio = costs[name] / usual
    print(f"\n{kind}: worst {name!r}, {costs[name]:.3f} s CPU, {ratio:.1f} times an ordinary one ({allowed})")
    assert ratio <= allowed


def test_a_quarter_of_a_megabyte_is_looked_through() -> None:
    """Personal data in text made to be slow to look through."""
    texts = {piece: (piece * MAX_BYTES)[:MAX_BYTES] for piece in PIECES}
    costs = {piece: cpu_seconds(partial(find_personal_data, text, TODAY)) for piece, text in texts.items()}
    judged("personal data", costs, ordinary(), ALLOWED)


def test_slow_markdown_is_rendered() -> None:
    texts = {n: t.encode()[:MAX_BYTES].decode("utf-8", "ignore") for n, t in slow_texts(16_000).items()}
    costs = {name: cpu_seconds(partial(render_body, text, PATH)) for name, text in texts.items()}
    judged("Markdown", costs, ordinary(), ALLOWED)


def test_bombs_are_refused() -> None:
    """Front matter made to be slow, huge or deep."""
    files = {name: f"---\n{text}\n---\n".encode() for name, text in BOMBS.items()}
    costs = {name: cpu_seconds(partial(parse_document, "idea.md", file)) for name, file in files.items()}
    judged("YAML", costs, ordinary(), ALLOWED)


def screenshot() -> bytes:
    """A picture as large as one may be, and as plain as most that are."""
    written = io.BytesIO()
    Image.new("RGB", (MAX_SIDE, 4000), 1).save(written, "PNG")
    return written.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def heavy_pictures() -> dict[str, bytes]:
    """Files within the limit of size that ask for much work."""
    small = io.BytesIO()
    Image.new("RGB", (24, 16)).save(small, "PNG")
    png = small.getvalue()
    wide = struct.pack(">IIBBBBB", MAX_SIDE, 4000, 16, 6, 0, 0, 0)
    lines = zlib.compress((b"\4" + bytes(8 * MAX_SIDE)) * 4000, 9)
    entries = struct.pack("<HHII", 0x013B, 2, 2_000_000, 8) * 65_000
    block = b"II*\0\x08\0\0\0" + struct.pack("<H", 65_000) + entries
    return {
        "sixteen bits": png[:8] + chunk(b"IHDR", wide) + chunk(b"IDAT", lines) + chunk(b"IEND", b""),
        "many chunks": png[:33] + chunk(b"tEXt", b"a\0b") * 130_000 + png[33:],
        "a block of all": png[:33] + chunk(b"eXIf", block) + png[33:],
        "many blocks": png + b"Exif\0\0II*\0" * 200_000,
        "many marks": png[:33] + b"eXIf" * 500_000,
    }


def test_heavy_pictures_are_judged() -> None:
    plain = screenshot()
    usual = cpu_seconds(partial(judge_picture, "a.png", plain))
    costs = {
        name: cpu_seconds(partial(judge_picture, "a.png", file)) for name, file in heavy_pictures().items()
    }
    judged("pictures", costs, usual, ALLOWED_PICTURE)
