"""The rhythm of the gateway: what came in here, was decided and was closed, month by month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.outcome import outcome_of
from ...model.process import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalogue.catalogue import Catalogue
    from ...model import PartialDate
    from ..facts import Facts

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A month such as `2026-11`, or a year. `new` counts ideas by the outcome they have today."""

    key: str
    new: dict[str, int]
    decided: int
    closed: int

    @property
    def came(self) -> int:
        return sum(self.new.values())


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Months and years in which anything happened, in order, and what has no month.

    `by_grant` ideas came in on a day nobody knows, and stand where their first grant began.
    """

    months: tuple[TimeSpan, ...]
    years: tuple[TimeSpan, ...]
    outcomes: tuple[str, ...]
    undated: int
    by_grant: int
    decisions: int
    closed: int
    closed_undated: int


def rhythm_of(catalogue: Catalogue, facts: Facts) -> Rhythm:
    ideas = catalogue.ideas
    process = catalogue.settings.process
    came = [(entry.first_date, outcome_of(entry) or NOT_KNOWN) for entry in ideas]
    decisions = [decision for entry in ideas for decision in entry.decisions]
    final = [entry for entry in ideas if entry.is_closed]
    ended = [date for entry in final if (date := facts[entry].closed_on)]
    dated = [(date, outcome) for date, outcome in came if date]
    happened = (dated, [decision.date for decision in decisions], ended)
    seen = {outcome for _, outcome in came}
    return Rhythm(
        months=_spans(7, *happened),
        years=_spans(4, *happened),
        outcomes=tuple(key for key in (*process.outcomes, NOT_KNOWN) if key in seen),
        undated=len(came) - len(dated),
        by_grant=sum(entry.idea.submitted is None and entry.first_date is not None for entry in ideas),
        decisions=len(decisions),
        closed=len(final),
        closed_undated=len(final) - len(ended),
    )


def _spans(
    length: int,
    dated: list[tuple[PartialDate, str]],
    decided: Iterable[PartialDate],
    ended: Iterable[PartialDate],
) -> tuple[TimeSpan, ...]:
    """Spans that are named by so many letters of a date."""
    new: dict[str, Counter[str]] = {}
    for date, outcome in dated:
        new.setdefault(str(date)[:length], Counter())[outcome] += 1
    decisions = Counter(str(date)[:length] for date in decided)
    closed = Counter(str(date)[:length] for date in ended)
    keys = sorted({*new, *decisions, *closed})
    return tuple(TimeSpan(key, dict(new.get(key, {})), decisions[key], closed[key]) for key in keys)
