"""Every tone that the styles use, and how it follows from a colour that is asked for.

Lightness, chroma and hue are those of OKLCH, in which equal steps look equal. A tone has a lightness of its
own, so much of its source's chroma, and its source's hue turned by some degrees. Marks of how an idea fares
have hues of their own, the same in every catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Asked = Literal["main", "accent", "paper"]
Source = Literal["main", "accent", "paper", "none", "green", "red", "violet"]
# Chroma and hue of the sources that nobody is asked for.
FIXED: dict[Source, tuple[float, float]] = {
    "none": (0.0, 0.0),
    "green": (0.1, 156.0),
    "red": (0.1, 33.5),
    "violet": (0.1, 296.0),
}
# A source counts as no more colourful than this, and as less for grounds that are almost white or almost
# black: what covers much of a page glares sooner.
MOST_CHROMA: dict[Source, float] = {"main": 0.11, "accent": 0.2, "paper": 0.03}
CALM = 0.7
CALM_BELOW, CALM_ABOVE = 0.4, 0.9


@dataclass(frozen=True, slots=True)
class Tone:
    """How a tone follows from its source. `is_relative`: the lightness is a step from the source's."""

    source: Source
    lightness: float = 0
    chroma: float = 1
    turn: float = 0
    is_relative: bool = False

    @property
    def is_as_given(self) -> bool:
        """Whether it is the colour that was asked for, unchanged."""
        return self.is_relative and (self.lightness, self.chroma, self.turn) == (0, 1, 0)


def _same(source: Asked) -> Tone:
    return Tone(source, is_relative=True)


def _step(source: Asked, lightness: float, chroma: float, turn: float) -> Tone:
    return Tone(source, lightness, chroma, turn, is_relative=True)


# In the order in which they are derived: grounds first, and then what stands on them. One that fails against
# a ground is moved, so that what comes later keeps out of its way.
LIGHT: Mapping[str, Tone] = {
    "paper": _same("paper"),
    "surface": Tone("none", 1),
    "mute-soft": _step("paper", -0.0484, 1.628, 4.1),
    "brand": _same("main"),
    "plate": _same("main"),
    "water": Tone("main", 0.9095, 0.436, -17.4),
    "gate-soft": Tone("accent", 0.9551, 0.262, 5.7),
    "good-soft": Tone("green", 0.9392, 0.24, -0.9),
    "stop-soft": Tone("red", 0.9317, 0.261, 5),
    "hold-soft": Tone("violet", 0.9335, 0.22, 4.2),
    "accent": _same("accent"),
    "on-brand": Tone("none", 1),
    "on-now": Tone("none", 1),
    "brand-lit": _step("main", 0.0906, 0.95, -1.3),
    "ink": Tone("main", 0.2753, 0.364, -4.1),
    "quiet": Tone("main", 0.4809, 0.361, -21.4),
    "link": Tone("main", 0.4329, 1.213, 4.6),
    "water-ink": Tone("main", 0.3314, 0.848, 0.2),
    "water-deep": Tone("main", 0.5499, 1.3, -5.2),
    "now": Tone("main", 0.4925, 1.188, -4.6),
    "gate": Tone("accent", 0.6302, 0.965, -8),
    "gate-ink": Tone("accent", 0.4345, 0.692, -7.7),
    "on-accent": Tone("accent", 0.1888, 0.287, 6.8),
    "bright": _step("accent", 0.0454, 0.886, 3.2),
    "mark-low": Tone("main", 0.8371, 0.965, -14.5),
    "mark-high": Tone("main", 0.7133, 1.393, -12.6),
    "good": Tone("green", 0.45, 0.908, 0.6),
    "stop": Tone("red", 0.4593, 1.348, 0),
    "hold": Tone("violet", 0.4541, 0.967, -0.7),
    "focus": Tone("main", 0.4329, 1.213, 4.6),
    "line": _step("paper", -0.1022, 2.53, 1.4),
    "line-strong": Tone("paper", 0.6326, 1.883, 26.5),
    "shade": Tone("paper", 0.2418, 4.2, -1.7),
    "veil": Tone("main", 0.2034, 0.41, -0.1),
}
DARK: Mapping[str, Tone] = {
    **LIGHT,
    "paper": Tone("main", 0.2121, 0.269, -1.9),
    "surface": Tone("main", 0.2556, 0.346, -3.8),
    "mute-soft": Tone("main", 0.3146, 0.378, -4.4),
    "brand": Tone("main", 0.2921, 0.736, -0.3),
    "water": Tone("main", 0.3603, 0.754, -0.7),
    "gate-soft": Tone("accent", 0.314, 0.358, 3.8),
    "good-soft": Tone("green", 0.311, 0.468, 7.7),
    "stop-soft": Tone("red", 0.2934, 0.59, -0.1),
    "hold-soft": Tone("violet", 0.2983, 0.591, -2.3),
    "on-brand": Tone("main", 0.9811, 0.163, -15.9),
    "brand-lit": Tone("main", 0.4024, 0.694, -2.3),
    "ink": Tone("main", 0.9452, 0.159, -33.2),
    "quiet": Tone("main", 0.7768, 0.357, -27.7),
    "link": Tone("main", 0.8161, 1.296, -12.4),
    "water-ink": Tone("main", 0.9387, 0.465, -13.9),
    "water-deep": Tone("main", 0.6727, 1.418, -7.6),
    "gate": Tone("accent", 0.7789, 0.946, -0.2),
    "gate-ink": Tone("accent", 0.884, 0.675, 3.4),
    "good": Tone("green", 0.8186, 0.98, -0.1),
    "stop": Tone("red", 0.7897, 0.98, 2.2),
    "hold": Tone("violet", 0.8176, 0.781, 2),
    "focus": Tone("main", 0.8161, 1.296, -12.4),
    "line": Tone("main", 0.3619, 0.449, -5.2),
    "line-strong": Tone("main", 0.5986, 0.435, -15.3),
    "shade": Tone("none", 0),
}
# On paper nothing is left of the colours: black on white, whatever the screen showed. A logo keeps its plate.
_BLACK = (
    *("ink", "link", "water-ink", "gate-ink", "good", "stop", "hold", "on-brand", "on-now"),
    *("mark-low", "mark-high", "bright"),
)
_WHITE = ("paper", "surface", "brand", "now", "gate-soft", "good-soft", "stop-soft", "hold-soft")
PRINT: Mapping[str, str] = {
    **dict.fromkeys(_BLACK, "#000000"),
    **dict.fromkeys(_WHITE, "#ffffff"),
    "quiet": "#333333",
    "water-deep": "#444444",
    "gate": "#444444",
    "line-strong": "#555555",
    "line": "#999999",
    "water": "#eeeeee",
    "mute-soft": "#f2f2f2",
}
