"""The logo as the frame shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...reading.logo import Logo

_HEIGHT = 32
_WIDEST = 1.5  # a wide logo mostly says the name itself


@dataclass(frozen=True, slots=True)
class ShownLogo:
    """The logo in the frame; `path` is below the site's root, and the size is in pixels."""

    path: str
    width: int
    height: int = _HEIGHT

    @property
    def is_wide(self) -> bool:
        """Whether there is no room for it and the catalogue's name on a phone."""
        return self.width > _WIDEST * self.height


def shown_logo(logo: Logo) -> ShownLogo:
    """Where the logo lies, and the room that it takes."""
    return ShownLogo(f"assets/brand/{logo.name}", max(1, round(_HEIGHT * logo.ratio)))
