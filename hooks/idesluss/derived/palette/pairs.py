"""Which tones are seen against which in the styles, and how clearly they have to stand out.

WCAG 2.2 wants 4.5 for text, and 3 for what else must be told from its ground: the edge of a field, a bar of
a chart, the frame of what has focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .tones import Asked

TEXT, GRAPHIC = 4.5, 3.0


class Pair(NamedTuple):
    """A tone on a ground, the ratio wanted, and the colour that is to be changed where it is too small."""

    tone: str
    ground: str
    wanted: float
    to_change: Asked


def _pairs(wanted: float, to_change: Asked, table: dict[str, str]) -> tuple[Pair, ...]:
    return tuple(
        Pair(tone, ground, wanted, to_change) for ground, tones in table.items() for tone in tones.split()
    )


PAIRS: tuple[Pair, ...] = (
    *_pairs(
        TEXT,
        "paper",
        {
            "paper": "ink quiet link gate-ink good stop",
            "surface": "ink quiet link gate-ink good stop",
            "mute-soft": "ink quiet link good stop hold",
        },
    ),
    *_pairs(
        TEXT, "main", {"brand": "on-brand", "brand-lit": "on-brand", "water": "water-ink", "now": "on-now"}
    ),
    *_pairs(TEXT, "accent", {"accent": "on-accent", "gate-soft": "ink quiet link gate-ink"}),
    *_pairs(TEXT, "main", {"good-soft": "good", "stop-soft": "ink quiet link stop", "hold-soft": "hold"}),
    *_pairs(
        GRAPHIC,
        "paper",
        {
            "paper": "line-strong water-deep now gate good stop hold focus",
            "surface": "line-strong water-deep gate good stop focus",
            "mute-soft": "focus",
        },
    ),
    *_pairs(GRAPHIC, "main", {"water": "water-deep focus", "brand": "mark-low mark-high"}),
    *_pairs(GRAPHIC, "accent", {"brand": "bright"}),
)
