"""What awaits an answer: whose move it is, at which gate, and for how long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ..base import sheets
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...derived.dates import EntryDate
    from ...derived.figures import EntryWait
    from ...model import PartialDate
    from ...model.settings import GateRule
    from ..base.published import Page
    from ..base.site import Site

    Place = tuple[str, str | None]

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class AwaitingRow:
    """An open idea, with the days that its answer is late."""

    wait: EntryWait
    late: int

    @property
    def is_late(self) -> bool:
        return self.wait.waiting.is_overdue


@dataclass(frozen=True, slots=True)
class AwaitingGate:
    """The ideas that wait at one gate; the counts are of all of them, also those on other pages."""

    key: str | None
    rule: GateRule | None
    rows: list[AwaitingRow]
    count: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Move:
    """A role that has the next move, and the gates where it is awaited."""

    role: str
    gates: list[AwaitingGate]


@dataclass(frozen=True, slots=True)
class Passed:
    """Ideas whose date has passed: to be taken up again, followed up, told the end of, or a milestone's.

    Each with its date, and the milestone's name.
    """

    name: str
    dates: list[tuple[Entry, PartialDate, str]]


def pages(site: Site) -> Iterator[Page]:
    rows = _rows(site)
    late = [row for row in rows if row.is_late]
    counts, late_counts = Counter(map(_place, rows)), Counter(map(_place, late))
    passed = list(_passed(site))
    for sheet in sheets.sheets(site, "awaiting", rows, PAGE_SIZE):
        yield site.page(
            "overviews/awaiting.html",
            sheet.address,
            title=sheet_title(site, site.word("nav.awaiting"), sheet),
            description=site.word("awaiting.lead"),
            section="awaiting",
            feed=site.addresses.section("awaiting"),
            translation=sheet.translation,
            crumbs=() if sheet.number == 1 else (site.crumb("awaiting"),),
            figures=site.figures,
            running=sum(row.wait.is_running for row in rows),
            moves=_moves(site, list(sheet.items), counts, late_counts),
            first_late=late[0] if late else None,
            passed=passed if sheet.number == 1 else [],
            number=sheet.number,
            addresses=sheet.addresses,
        )


def _rows(site: Site) -> list[AwaitingRow]:
    """By role and gate, in each the longest wait first; what is late before the rest, what runs after."""
    rows = [AwaitingRow(wait, _late(site, wait)) for wait in site.figures.waits]
    late = {part for row in rows if row.is_late for part in (_place(row), row.wait.waiting.role)}
    roles = {role: at for at, role in enumerate(site.catalogue.settings.roles)}
    gates = {gate: at for at, gate in enumerate(site.catalogue.settings.process.gates)}

    def order(row: AwaitingRow) -> tuple[bool | int, ...]:
        role, gate = _place(row)
        of_role = role not in late, roles.get(role, len(roles))
        of_gate = _place(row) not in late, gates.get(gate or "", len(gates))
        return *of_role, *of_gate, not row.is_late, row.wait.is_running

    # The figures' own order is the longest wait first, and sorting keeps it.
    return sorted(rows, key=order)


def _late(site: Site, wait: EntryWait) -> int:
    due = wait.waiting.due
    return max(0, (site.catalogue.today - due).days) if due else 0


def _moves(site: Site, shown: list[AwaitingRow], counts: Counter[Place], late: Counter[Place]) -> list[Move]:
    rules = site.catalogue.settings.process.gates
    found: dict[str, list[AwaitingGate]] = {}
    for place, held in groupby(shown, _place):
        role, key = place
        gate = AwaitingGate(key, rules.get(key or ""), list(held), counts[place], late[place])
        found.setdefault(role, []).append(gate)
    return [Move(role, gates) for role, gates in found.items()]


def _place(row: AwaitingRow) -> Place:
    return row.wait.waiting.role, row.wait.waiting.gate


def _passed(site: Site) -> Iterator[Passed]:
    """Dates that have passed without a word, kind by kind."""
    overdue = [(entry, date) for entry in site.catalogue.ideas for date in site.derived.of(entry).overdue]
    ended = [(wait.entry, wait.waiting.period_end, "") for wait in site.figures.waits]
    for kind in ("resume", "follow_up"):
        yield Passed(kind, _dated((entry, date.date, "") for entry, date in overdue if date.kind == kind))
    yield Passed("period", _dated((entry, date, what) for entry, date, what in ended if date))
    milestones = (pair for pair in overdue if pair[1].kind == "milestone")
    yield Passed("milestone", _dated((entry, date.date, _name(entry, date)) for entry, date in milestones))


def _name(entry: Entry, date: EntryDate) -> str:
    return entry.plan.milestones[date.at].name if entry.plan else ""


def _dated(dates: Iterable[tuple[Entry, PartialDate, str]]) -> list[tuple[Entry, PartialDate, str]]:
    return sorted(dates, key=lambda told: (told[1], told[0].slug))
