"""Colours as a browser computes them, and how they compare."""

from __future__ import annotations

import colorsys


def parts_of(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `rgb(0, 51, 255)`, each at most 1."""
    red, green, blue = (float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3])
    return red, green, blue


def contrast(first: str, second: str) -> float:
    """By the formula of WCAG."""
    lights = sorted(light(colour) for colour in (first, second))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def light(colour: str) -> float:
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def hues_apart(first: str, second: str) -> float:
    """How far apart on their circle, where the furthest are 0.5; what has no hue is far from all."""
    told = [colorsys.rgb_to_hsv(*parts_of(colour)) for colour in (first, second)]
    around = abs(told[0][0] - told[1][0])
    return 0.5 if min(told[0][1], told[1][1]) < 0.05 else min(around, 1 - around)
