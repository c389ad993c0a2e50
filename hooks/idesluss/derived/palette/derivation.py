"""All tones of a scheme, derived from the colours that are asked for; the same each time."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, get_args

from coloraide import Color

from .pairs import PAIRS
from .tones import CALM, CALM_ABOVE, CALM_BELOW, DARK, FIXED, LIGHT, MOST_CHROMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.brand import BrandColours
    from .tones import Tone

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
# Name of a tone to its colour, as `#rrggbb`.
Palette = dict[str, str]

_TONES = {"light": LIGHT, "dark": DARK}
# How far a tone may be moved to stand out from its grounds, in lightness; further, it would be another.
_STEP, _MOST_STEPS = 0.005, 40
_OPPOSITE = {"on-accent": "#ffffff"}  # what is written on a dark button


@cache
def derive(colours: BrandColours, scheme: Scheme) -> Palette:
    """Every tone of the scheme by its name."""
    palette: Palette = {}
    for name, tone in _TONES[scheme].items():
        choices = _choices(name, tone, colours)
        first = next(choices)
        passing = (choice for choice in chain([first], choices) if _stands_out(name, choice, palette))
        palette[name] = next(passing, first)
    return palette


@cache
def contrast(tone: str, ground: str) -> float:
    """The ratio between two colours by WCAG 2, from 1 to 21; the same whichever is the ground."""
    return Color(tone).contrast(ground, method="wcag21")


def lightness_chroma_hue(colour: str) -> tuple[float, float, float]:
    """The colour in OKLCH; grey has no hue, and 0 stands for it."""
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return lightness, chroma, hue


@cache
def hexadecimal(lightness: float, chroma: float, hue: float) -> str:
    """The colour as `#rrggbb`; one that no screen has gives up chroma until one has it."""
    colour = Color("oklch", [min(max(lightness, 0), 1), chroma, hue % 360]).convert("srgb")
    return colour.fit("srgb", method="oklch-chroma").to_string(hex=True)


def _choices(name: str, tone: Tone, colours: BrandColours) -> Iterator[str]:
    """The tone as it is meant, and then ever further from it, darker before lighter."""
    if tone.is_as_given:
        yield getattr(colours, tone.source).lower()
        return
    lightness, chroma, hue = _meant(tone, colours)
    yield hexadecimal(lightness, chroma, hue)
    for step in range(1, _MOST_STEPS + 1):
        for moved in (lightness - step * _STEP, lightness + step * _STEP):
            if 0 <= moved <= 1:
                yield hexadecimal(round(moved, 4), chroma, hue)
    if name in _OPPOSITE:
        yield _OPPOSITE[name]


def _meant(tone: Tone, colours: BrandColours) -> tuple[float, float, float]:
    from_lightness, from_chroma, from_hue = _source(tone, colours)
    lightness = from_lightness + tone.lightness if tone.is_relative else tone.lightness
    lightness = min(max(round(lightness, 4), 0), 1)
    if tone.source in MOST_CHROMA:
        share = 1 if CALM_BELOW < lightness < CALM_ABOVE else CALM
        from_chroma = min(from_chroma, MOST_CHROMA[tone.source] * share)
    return lightness, round(from_chroma * tone.chroma, 4), round(from_hue + tone.turn, 1) % 360


def _source(tone: Tone, colours: BrandColours) -> tuple[float, float, float]:
    if tone.source in FIXED:
        return 0, *FIXED[tone.source]
    return lightness_chroma_hue(getattr(colours, tone.source))


def _stands_out(name: str, colour: str, palette: Palette) -> bool:
    """Whether the tone, in that colour, stands out from those that are derived already."""
    return all(
        contrast(colour, palette[other]) >= pair.wanted
        for pair in PAIRS
        for own, other in ((pair.tone, pair.ground), (pair.ground, pair.tone))
        if own == name and other in palette
    )
