"""How a catalogue looks: its colours, from which all others follow, and its logo."""

from __future__ import annotations

from .declare import Record, declare
from .values import Colour, LogoPath


class BrandColours(Record):
    """The few colours that are asked for; every tone of the site is derived from them."""

    main: Colour = declare(required=True, example="#3a4453")
    accent: Colour = declare(required=True, example="#a9b8c9")
    paper: Colour = declare(default="#fafafa", example="#fafafa")


# A catalogue that says nothing of its colours has these: grey with a breath of blue.
NEUTRAL = BrandColours(main="#3a4453", accent="#a9b8c9")


class Brand(Record):
    """What a catalogue is known by, beside its name."""

    colours: BrandColours = declare(default=NEUTRAL)
    logo: LogoPath | None = declare(example="brand/logo.svg")
