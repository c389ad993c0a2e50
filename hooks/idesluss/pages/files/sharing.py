"""The picture that is shown where a page is shared: title, where it belongs, its own picture, the lock."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont, ImageOps

from ...model.process import stage_order
from ..base.published import File, Page
from ..base.shown_picture import picture_credit
from .pictures import upright

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from PIL.ImageFont import FreeTypeFont

    from ...catalogue.entry import Entry
    from ...derived.palette import Palette
    from ...reading.logo import Logo
    from ...words import Language
    from ..base.site import Site
    from ..base.writer import Writer

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_TEXT_WIDTH = WIDTH - 2 * _MARGIN
_ABOVE_WIDTH, _NAME_WIDTH = round(_TEXT_WIDTH * 0.62), round(_TEXT_WIDTH * 0.36)
_TITLE_TOP, _TITLE_HEIGHT = 150, 300
# An idea's own picture is right of the title, above the lock; below the title stands whose it is.
_PHOTO = (700, 124, WIDTH, HEIGHT)
_BESIDE_PHOTO = _PHOTO[0] - _MARGIN - 40
_CREDIT_TOP = 458
_PHOTO_QUALITY = 84
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
    """What a picture says. `stage` counts from 0 among `stages`; None draws the lock without water.

    `credit` is whose the idea's own picture is, and how it may be used.
    """

    title: str
    above: str
    name: str
    stage: int | None = None
    stages: int = 6
    credit: str = ""


def wanted_pictures(pages: Iterable[Page], language: Language) -> dict[str, str]:
    """The paths of pictures that the pages of a language ask for, and the section of a page that does."""
    return {page.image: page.section for page in pages if page.language == language}


def of_entries(
    site: Site, wanted: Mapping[str, str], painter: Painter, entries: Iterable[Entry]
) -> Iterator[File]:
    """Those of the pictures that are of these entries, except those of the other language."""
    writer = site.writer
    for entry in entries:
        path = writer.addresses.shared_idea(entry)
        if wanted.get(path) and path.startswith(writer.addresses.idea(entry)):
            words = _words_of(writer, entry)
            own = upright(site.catalogue.picture_of(entry)) if entry.picture_size else None
            yield File(path, painter.jpeg(words, own) if own else painter.png(words))


def of_sections(site: Site, wanted: Mapping[str, str], painter: Painter) -> Iterator[File]:
    """Those that are of no entry: one for each section."""
    writer = site.writer
    of_ideas = {writer.addresses.shared_idea(entry) for entry in site.catalogue.entries}
    sections = {section for path, section in wanted.items() if path not in of_ideas}
    name = writer.settings.name
    for section in sorted({*sections, "about"} - {""}):
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
    credit = picture_credit(writer, entry)
    return Words(entry.title(writer.language), above, writer.settings.name, at, len(stages), credit)


class Painter:
    """Draws pictures with the site's own letters, which lie in the folder `fonts`, in its colours.

    A logo stands on a plate of the main colour, if it is made of pixels; a drawing is not shown.
    """

    def __init__(self, fonts: Path, palette: Palette, logo: Logo | None = None) -> None:
        self._palette = _indexed_colours(palette)
        self._plate = _plate(logo, palette) if logo and logo.kind == "png" else None
        self._small = _font(fonts / "text.woff2", 32, 550)
        self._fine = _font(fonts / "text.woff2", 22, 500)
        self._titles = [_font(fonts / "heading.woff2", size, 640) for size in (68, 54, 44, 36)]
        self._ramp = [value * (_INKS - 1) // 255 for value in range(256)]

    def png(self, words: Words) -> bytes:
        """The picture as a PNG file."""
        return _written(
            self._drawn(words, _TEXT_WIDTH), "PNG", bits=8 if self._plate else 4, compress_level=6
        )

    def jpeg(self, words: Words, own: Image.Image) -> bytes:
        """The same with the idea's own picture beside the title, as a JPEG file."""
        drawn = self._drawn(words, _BESIDE_PHOTO)
        credit = self._cut(words.credit, self._fine, _BESIDE_PHOTO)
        self._write(drawn, (_MARGIN, _CREDIT_TOP), credit, self._fine)
        left, top, right, bottom = _PHOTO
        # All but the lock, which rises before it.
        paper = drawn.crop(_PHOTO).point([255, *[0] * 255])
        photo = ImageOps.fit(own, (right - left, bottom - top), Image.Resampling.LANCZOS)
        picture = drawn.convert("RGB")
        picture.paste(photo, (left, top), Image.frombytes("L", photo.size, paper.tobytes()))
        return _written(picture, "JPEG", quality=_PHOTO_QUALITY, optimize=True)

    def _drawn(self, words: Words, width: int) -> Image.Image:
        """All but the idea's own picture, with the title in a column of that width."""
        picture = Image.new("P", (WIDTH, HEIGHT), 0)
        picture.putpalette(self._palette)
        draw = ImageDraw.Draw(picture)
        draw.rectangle((0, 0, WIDTH, 15), fill=_INDEX["brand"])
        self._write(picture, (_MARGIN, 66), self._cut(words.above, self._small, _ABOVE_WIDTH), self._small)
        if self._plate:
            self._hang(picture, self._plate)
        else:
            name = self._cut(words.name, self._small, _NAME_WIDTH)
            left = WIDTH - _MARGIN - round(self._small.getlength(name))
            self._write(picture, (left, 66), name, self._small)
        self._title(picture, words.title, width)
        _lock(draw, words)
        return picture

    @staticmethod
    def _hang(picture: Image.Image, plate: Image.Image) -> None:
        """The logo from the upper edge, to the right, with colours of its own after the others."""
        own = plate.getpalette() or []
        colours = (picture.getpalette() or [])[: 3 * _FIRST_OF_LOGO]
        picture.putpalette([*colours, *[0] * (3 * _FIRST_OF_LOGO - len(colours)), *own])
        moved = plate.point([min(at + _FIRST_OF_LOGO, 255) for at in range(256)])
        picture.paste(Image.frombytes("P", plate.size, moved.tobytes()), (WIDTH - _MARGIN - plate.width, 0))

    def _title(self, picture: Image.Image, title: str, width: int) -> None:
        """As large as it has room, with its words whole where any size lets them."""
        for font in self._titles:
            lines = _wrapped(title, font, width)
            step = round(font.size * 1.2)
            if len(lines) * step <= _TITLE_HEIGHT and _has_whole_words(title, font, width):
                break
        most = _TITLE_HEIGHT // step
        if len(lines) > most:
            lines = [*lines[: most - 1], self._cut(" ".join(lines[most - 1 :]), font, width)]
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
    def _cut(line: str, font: FreeTypeFont, room: int) -> str:
        """As much of the line as has room in that many pixels."""
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


def _written(picture: Image.Image, kind: str, **how: int) -> bytes:
    written = io.BytesIO()
    picture.save(written, kind, **how)
    return written.getvalue()


def _has_whole_words(title: str, font: FreeTypeFont, width: int) -> bool:
    return all(font.getlength(word) <= width for word in title.split())


def _wrapped(title: str, font: FreeTypeFont, width: int) -> list[str]:
    """The title in lines that have room; a word that is too long for a line is broken."""
    lines = [""]
    for word in title.split():
        part = word
        while font.getlength(part) > width:
            fits = next(n for n in range(len(part) - 1, 0, -1) if font.getlength(part[:n]) <= width)
            lines += [part[:fits]]
            part = part[fits:]
        longer = f"{lines[-1]} {part}".strip()
        if font.getlength(longer) <= width:
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
