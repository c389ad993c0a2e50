"""Pairs of tones that are too much alike, and the nearest colour that would mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .derivation import SCHEMES, contrast, derive, hexadecimal, lightness_chroma_hue
from .pairs import PAIRS, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.brand import BrandColours
    from .derivation import Scheme
    from .pairs import Pair
    from .tones import Asked

_STEP = 0.01
# What each is judged by stands before it: the accent lies on the main colour.
_ORDER: tuple[Asked, ...] = ("main", "paper", "accent")


class Failure(NamedTuple):
    """A pair that does not stand out enough in a scheme, and how much it does."""

    pair: Pair
    scheme: Scheme
    ratio: float


def failures(colours: BrandColours, asked: Asked | None = None) -> Iterator[Failure]:
    """The pairs that fail with these colours, what matters most first; of one colour asked for, or of all."""
    for scheme in SCHEMES:
        for pair in PAIRS:
            if asked in {None, pair.to_change} and (ratio := _ratio(pair, colours, scheme)) < pair.wanted:
                yield Failure(pair, scheme, ratio)


def _ratio(pair: Pair, colours: BrandColours, scheme: Scheme) -> float:
    palette = derive(colours, scheme)
    return contrast(palette[pair.tone], palette[pair.ground])


def mended(colours: BrandColours) -> Iterator[tuple[Asked, Failure, BrandColours]]:
    """Each colour that fails with the first pair, and the colours with a passing one in its place.

    The next is judged as if those before it were mended, so that one mistake is told once.
    """
    for asked in _ORDER:
        failing = next(failures(colours, asked), None)
        if failing:
            colours = colours.model_copy(update={asked: nearest_passing(colours, asked)})
            yield asked, failing, colours


def nearest_passing(colours: BrandColours, asked: Asked) -> str:
    """What could stand instead of a colour that fails: as like it as can be, only lighter or darker."""
    written = derive(colours, "light")["on-brand"]
    for choice in _nearby(getattr(colours, asked)):
        if asked == "main" and contrast(choice, written) < TEXT:
            continue  # most fail by this alone, which is seen without deriving the rest
        if _passes(colours.model_copy(update={asked: choice}), asked):
            return choice
    message = f"no lightness of {asked} passes"
    raise AssertionError(message)


def _passes(colours: BrandColours, asked: Asked) -> bool:
    return next(failures(colours, asked), None) is None


def _nearby(colour: str) -> Iterator[str]:
    lightness, chroma, hue = lightness_chroma_hue(colour)
    for step in range(1, round(1 / _STEP) + 1):
        for moved in (lightness - step * _STEP, lightness + step * _STEP):
            if -_STEP < moved < 1 + _STEP:
                yield hexadecimal(min(max(moved, 0), 1), chroma, hue)
