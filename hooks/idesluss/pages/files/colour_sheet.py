"""The first part of the site's style sheet: every tone as a property, for light, dark and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.palette import derive
from ...derived.palette.tones import PRINT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...derived.palette import Palette, Scheme
    from ...model import Settings

# What is seen through: how much of the tone covers what lies below.
_SHADE: dict[Scheme, tuple[int, int]] = {"light": (8, 5), "dark": (40, 0)}
_VEIL = 60


def colour_sheet(settings: Settings) -> str:
    """The sheet; a scheme that the reader has chosen goes before the system's, and paper before both."""
    light = _properties("light", derive(settings.colours, "light"))
    dark = _properties("dark", derive(settings.colours, "dark"))
    printed = {**PRINT, "shade": "transparent", "shade-wide": "transparent"}
    return "\n".join(
        (
            _rule(":root", "light", light),
            "@media (prefers-color-scheme: dark) {",
            _rule(':root:not([data-theme="light"])', "dark", dark),
            "}",
            _rule(':root[data-theme="dark"]', "dark", dark),
            "@media print {",
            _rule(":root:root", "light", printed),
            "}\n",
        )
    )


def _rule(selector: str, scheme: Scheme, properties: Mapping[str, str]) -> str:
    lines = (f"  --{name}: {value};" for name, value in properties.items())
    return "\n".join((f"{selector} {{", f"  color-scheme: {scheme};", *lines, "}"))


def _properties(scheme: Scheme, palette: Palette) -> dict[str, str]:
    near, wide = _SHADE[scheme]
    return {
        **palette,
        "shade": _thin(palette["shade"], near),
        "shade-wide": _thin(palette["shade"], wide),
        "veil": _thin(palette["veil"], _VEIL),
    }


def _thin(colour: str, share: int) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"rgb({red} {green} {blue} / {share}%)"
