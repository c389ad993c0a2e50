"""What the catalogue says of its accessibility and of personal data, for the pages that tell of them."""

from __future__ import annotations

from typing import Literal

from .declare import Record, declare
from .terms import Localised
from .values import Day, Mail, Word

# The country whose law the publisher says that it is under; its words are the program's.
Law = Literal["sweden"]
Compliance = Literal["full", "partial", "none"]


class Accessibility(Record):
    """How accessible the site is, by whoever has assessed it. `law` is left out where none binds it."""

    law: Law | None = declare(example="sweden")
    compliance: Compliance | None = declare(example="partial")
    assessed_on: Day | None = declare(example="2026-11-23")
    updated_on: Day | None = declare(example="2026-11-23")
    method: Localised | None = declare()
    untested: tuple[Localised, ...] = declare(many=True)
    deficiencies: tuple[Localised, ...] = declare(many=True)
    burdens: tuple[Localised, ...] = declare(many=True)
    outside: tuple[Localised, ...] = declare(many=True)


class Privacy(Record):
    """Who answers for personal data, on which ground, and how long they are kept."""

    law: Law | None = declare(example="sweden")
    controller: Word | None = declare()
    officer: Mail | None = declare(example="dataskydd@example.se")
    basis: Localised | None = declare()
    kept: Localised | None = declare()
    host: Word | None = declare()
