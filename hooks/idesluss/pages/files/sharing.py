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
    from ...derived.palette import Palette
    from ...reading.logo import Logo
    from ..base.site import Site
    from ..base.writer import Writer

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_TEXT_WIDTH = WIDTH - 2 * _MARGIN
_TITLE_TOP, _TITLE_HEIGHT = 150, 300
_LOCK_TOP, _LOCK_RISE = 500, 14
_INKS = 8  # shades from paper to ink, for the edges of letters
_ANY = [0, *[255] * 255]
_TONES = ("brand", "water", "now", "mute-soft", "accent")
_INDEX = {tone: _INKS + at for at, tone in enumerate(_TONES)}
_FIRST_OF_LOGO = 16  # colours of the logo come after those that fit in four bits
_LOGO_COLOURS = 200
_PLATE_HEIGHT, _PLATE_AIR, _LOGO_WIDTH = 96, 20, 300


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
    stage = entry.idea.stage if entry.has_stage else None
    kind = writer.label("stages", stage) if stage else writer.word(f"choice.kind.{entry.idea.kind}")
    if entry.is_record and stage:
        kind = f"{writer.word('choice.kind.record')} · {kind}"
    above = f"{kind} · {writer.label('sectors', entry.idea.sector)}"
    at = stages.index(stage) if stage in stages else None
    return Words(entry.title(writer.language), above, writer.settings.name, at, len(stages))


class Painter:
    """Draws pictures with the site's own letters, which lie in the folder `fonts`, in its colours.

    A logo stands on a plate of the main colour, if it is made of pixels; a drawing is not shown.
    """

    def __init__(self, fonts: Path, palette: Palette, logo: Logo | None = None) -> None:
        self._palette = _indexed_colours(palette)
        self._plate = _plate(logo, palette) if logo and logo.kind == "png" else None
        self._small = _font(fonts / "text.woff2", 32, 550)
        self._titles = [_font(fonts / "heading.woff2", size, 640) for size in (68, 54, 44)]
        self._ramp = [value * (_INKS - 1) // 255 for value in range(256)]

    def png(self, words: Words) -> bytes:
        """The picture as a PNG file."""
        picture = Image.new("P", (WIDTH, HEIGHT), 0)
        picture.putpalette(self._palette)
        draw = ImageDraw.Draw(picture)
        draw.rectangle((0, 0, WIDTH, 15), fill=_INDEX["brand"])
        self._write(picture, (_MARGIN, 66), self._cut(words.above, self._small, 0.62), self._small)
        if self._plate:
            self._hang(picture, self._plate)
        else:
            name = self._cut(words.name, self._small, 0.36)
            left = WIDTH - _MARGIN - round(self._small.getlength(name))
            self._write(picture, (left, 66), name, self._small)
        self._title(picture, words.title)
        _lock(draw, words)
        written = io.BytesIO()
        picture.save(written, "PNG", bits=8 if self._plate else 4, compress_level=6)
        return written.getvalue()

    @staticmethod
    def _hang(picture: Image.Image, plate: Image.Image) -> None:
        """The logo from the upper edge, to the right, with colours of its own after the others."""
        own = plate.getpalette() or []
        colours = (picture.getpalette() or [])[: 3 * _FIRST_OF_LOGO]
        picture.putpalette([*colours, *[0] * (3 * _FIRST_OF_LOGO - len(colours)), *own])
        moved = plate.point([min(at + _FIRST_OF_LOGO, 255) for at in range(256)])
        picture.paste(Image.frombytes("P", plate.size, moved.tobytes()), (WIDTH - _MARGIN - plate.width, 0))

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


def _indexed_colours(palette: Palette) -> list[int]:
    """Shades from paper to ink, and then the tones, as red, green and blue after each other."""
    paper, ink = _rgb(palette["paper"]), _rgb(palette["ink"])
    shades = (
        round(p + (i - p) * at / (_INKS - 1)) for at in range(_INKS) for p, i in zip(paper, ink, strict=True)
    )
    return [*shades, *(part for tone in _TONES for part in _rgb(palette[tone]))]


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _plate(logo: Logo, palette: Palette) -> Image.Image:
    """The logo on the main colour, in few colours of its own."""
    with Image.open(io.BytesIO(logo.content)) as opened:
        shown = opened.convert("RGBA")
    high = _PLATE_HEIGHT - 2 * _PLATE_AIR
    scale = min(high / shown.height, _LOGO_WIDTH / shown.width)
    size = max(1, round(shown.width * scale)), max(1, round(shown.height * scale))
    shown = shown.resize(size, Image.Resampling.LANCZOS)
    plate = Image.new("RGBA", (size[0] + 2 * _PLATE_AIR, _PLATE_HEIGHT), (*_rgb(palette["plate"]), 255))
    plate.alpha_composite(shown, (_PLATE_AIR, (_PLATE_HEIGHT - size[1]) // 2))
    return plate.convert("RGB").quantize(_LOGO_COLOURS, Image.Quantize.MEDIANCUT)


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
        colour = "now" if at == words.stage else "water" if is_past else "mute-soft"
        draw.rectangle((left, top, right, HEIGHT), fill=_INDEX[colour])
        if at:
            draw.rectangle((left - 4, top - 10, left + 3, HEIGHT), fill=_INDEX["accent"])
    draw.rectangle((WIDTH - 4, _LOCK_TOP - _LOCK_RISE - 10, WIDTH, HEIGHT), fill=_INDEX["accent"])
