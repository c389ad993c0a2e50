"""The picture that is shown where a page is shared: its title, where it belongs, and the lock."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from ...model.process import stage_order
from ..base.published import File, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from PIL.ImageFont import FreeTypeFont

    from ...catalogue.entry import Entry
    from ..base.site import Site
    from ..base.writer import Writer

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_TEXT_WIDTH = WIDTH - 2 * _MARGIN
_TITLE_TOP, _TITLE_HEIGHT = 150, 300
_LOCK_TOP, _LOCK_RISE = 500, 14
_INKS = 8  # shades from paper to ink, for the edges of letters
_ANY = [0, *[255] * 255]
_PAPER, _INK = (0xFB, 0xF8, 0xF2), (0x1B, 0x2B, 0x2C)
_COLOURS = {
    "brand": (0x0D, 0x4A, 0x50),
    "water": (0xCF, 0xE7, 0xE4),
    "now": (0x25, 0x6D, 0x71),
    "dry": (0xEC, 0xE8, 0xDE),
    "gate": (0xE9, 0xB1, 0x4A),
}
_INDEX = {name: _INKS + at for at, name in enumerate(_COLOURS)}


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture says. `stage` counts from 0 among `stages`; None draws the lock without water."""

    title: str
    above: str
    name: str
    stage: int | None = None
    stages: int = 6


def sharing_pictures(site: Site, pages: Iterable[Page], painter: Painter) -> Iterator[File]:
    """The pictures that the pages of the site's language ask for, except those of the other language."""
    wanted = {page.image: page.section for page in pages if page.language == site.language}
    writer = site.writer
    for entry in site.catalogue.entries:
        path = writer.addresses.shared_idea(entry)
        if wanted.pop(path, None) and path.startswith(writer.addresses.idea(entry)):
            yield File(path, painter.png(_words_of(writer, entry)))
    name = writer.settings.name
    for section in sorted({*wanted.values(), "about"} - {""}):
        title = name if section == "home" else writer.word(f"nav.{section}")
        words = Words(title, "", name)
        yield File(writer.addresses.shared(section), painter.png(words))


def _words_of(writer: Writer, entry: Entry) -> Words:
    stages = stage_order(writer.settings.process)
    stage = entry.idea.stage if entry.is_in_process else None
    kind = writer.label("stages", stage) if stage else writer.word(f"choice.kind.{entry.idea.kind}")
    above = f"{kind} · {writer.label('sectors', entry.idea.sector)}"
    at = stages.index(stage) if stage in stages else None
    return Words(entry.title(writer.language), above, writer.settings.name, at, len(stages))


class Painter:
    """Draws pictures with the site's own letters, which lie in the folder `fonts`."""

    def __init__(self, fonts: Path) -> None:
        self._small = _font(fonts / "text.woff2", 32, 550)
        self._titles = [_font(fonts / "heading.woff2", size, 640) for size in (68, 54, 44)]
        self._ramp = [value * (_INKS - 1) // 255 for value in range(256)]

    def png(self, words: Words) -> bytes:
        """The picture as a PNG file."""
        picture = Image.new("P", (WIDTH, HEIGHT), 0)
        picture.putpalette([part for colour in _palette() for part in colour])
        draw = ImageDraw.Draw(picture)
        draw.rectangle((0, 0, WIDTH, 15), fill=_INDEX["brand"])
        self._write(picture, (_MARGIN, 66), self._cut(words.above, self._small, 0.62), self._small)
        name = self._cut(words.name, self._small, 0.36)
        left = WIDTH - _MARGIN - round(self._small.getlength(name))
        self._write(picture, (left, 66), name, self._small)
        self._title(picture, words.title)
        _lock(draw, words)
        written = io.BytesIO()
        picture.save(written, "PNG", bits=4, compress_level=6)
        return written.getvalue()

    def _title(self, picture: Image.Image, title: str) -> None:
        for font in self._titles:
            lines = _wrapped(title, font)
            step = round(font.size * 1.2)
            if len(lines) * step <= _TITLE_HEIGHT:
                break
        most = _TITLE_HEIGHT // step
        if len(lines) > most:
            lines = [*lines[: most - 1], self._cut(" ".join(lines[most - 1 :]), font, 1)]
        for at, line in enumerate(lines):
            self._write(picture, (_MARGIN, _TITLE_TOP + at * step), line, font)

    def _write(self, picture: Image.Image, at: tuple[int, int], line: str, font: FreeTypeFont) -> None:
        """Letters as a mask of few shades, since drawing in full colour takes ten times as long."""
        size = (min(WIDTH - at[0], round(font.getlength(line)) + 4), round(font.size * 1.5))
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).text((0, 0), line, font=font, fill=255)
        shades = Image.frombytes("P", size, mask.point(self._ramp).tobytes())
        picture.paste(shades, at, mask.point(_ANY))

    @staticmethod
    def _cut(line: str, font: FreeTypeFont, share: float) -> str:
        """As much of the line as has room in that share of the width."""
        room = _TEXT_WIDTH * share
        if font.getlength(line) <= room:
            return line
        while line and font.getlength(f"{line}…") > room:
            line = line[:-1]
        return f"{line.rstrip()}…"


def _font(path: Path, size: int, weight: int) -> FreeTypeFont:
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _palette() -> list[tuple[int, ...]]:
    shades = [
        tuple(round(p + (i - p) * at / (_INKS - 1)) for p, i in zip(_PAPER, _INK, strict=True))
        for at in range(_INKS)
    ]
    return [*shades, *_COLOURS.values()]


def _wrapped(title: str, font: FreeTypeFont) -> list[str]:
    """The title in lines that have room; a word that is too long for a line is broken."""
    lines = [""]
    for word in title.split():
        part = word
        while font.getlength(part) > _TEXT_WIDTH:
            fits = next(n for n in range(len(part) - 1, 0, -1) if font.getlength(part[:n]) <= _TEXT_WIDTH)
            lines += [part[:fits]]
            part = part[fits:]
        longer = f"{lines[-1]} {part}".strip()
        if font.getlength(longer) <= _TEXT_WIDTH:
            lines[-1] = longer
        else:
            lines.append(part)
    return [line for line in lines if line]


def _lock(draw: ImageDraw.ImageDraw, words: Words) -> None:
    """Chambers that rise to the right: water as far as the idea has come, and a gate where it is."""
    width = WIDTH / words.stages
    for at in range(words.stages):
        left, right = round(at * width), round((at + 1) * width)
        top = _LOCK_TOP + _LOCK_RISE * (words.stages - 1 - at)
        is_past = words.stage is not None and at < words.stage
        colour = "now" if at == words.stage else "water" if is_past else "dry"
        draw.rectangle((left, top, right, HEIGHT), fill=_INDEX[colour])
        draw.rectangle((right - 4, top - _LOCK_RISE - 10, right + 3, HEIGHT), fill=_INDEX["gate"])
