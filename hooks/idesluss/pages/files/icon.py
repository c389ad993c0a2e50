"""The site's icon: the mark in the brand's colours, or the logo where it is about as wide as high."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from ...derived.palette import derive
from ..base.published import File

if TYPE_CHECKING:
    from ...model import Settings
    from ...reading.logo import Logo

ICON = "assets/icon.svg"
_WIDEST = 1.5  # in so small a square nothing is seen of what is wider
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


def icon(settings: Settings, logo: Logo | None) -> File:
    """The icon as a drawing; a logo lies within it, as no icon fetches anything."""
    palette = derive(settings.colours, "light")
    ground = f'<rect width="32" height="32" rx="6" fill="{palette["plate"]}"/>'
    shown = _logo(logo) if logo and 1 / _WIDEST <= logo.ratio <= _WIDEST else _mark(palette)
    return File(ICON, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{ground}{shown}</svg>\n')


def _mark(palette: dict[str, str]) -> str:
    shapes = {"mark-low": "M4 20h11v8H4z", "mark-high": "M17 12h11v16H17z", "bright": "M14 5h4v23h-4z"}
    return "".join(f'<path fill="{palette[tone]}" d="{shape}"/>' for tone, shape in shapes.items())


def _logo(logo: Logo) -> str:
    content = b64encode(logo.content).decode("ascii")
    address = f"data:{_TYPES[logo.kind]};base64,{content}"
    return f'<image x="4" y="4" width="24" height="24" href="{address}"/>'
