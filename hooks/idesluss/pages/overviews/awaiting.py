"""What awaits an answer: whose move it is, at which gate, and for how long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ...words import SOURCE
from ..base import sheets
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ...catalogue.entry import Entry
    from ...derived.dates import EntryDate
    from ...derived.waiting import Wait
    from ...model import PartialDate
    from ...model.process import GateRule
    from ...words import Language
    from ..base.card import EntryLink
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer

    Place = tuple[str, str | None]

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class AwaitingRow:
    """An open idea with its wait, and the days that its answer is late."""

    idea: EntryLink
    wait: Wait
    days_late: int

    @property
    def is_running(self) -> bool:
        """Whether nobody owes it an answer yet."""
        return self.wait.running_until is not None

    @property
    def place(self) -> Place:
        """The role that has the next move, and the gate where it is awaited."""
        return self.wait.role, self.wait.gate


@dataclass(frozen=True, slots=True)
class AwaitingGate:
    """The ideas that wait at one gate; the counts are of all of them, also those on other pages."""

    key: str | None
    rule: GateRule | None
    rows: tuple[AwaitingRow, ...]
    count: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Move:
    """A role that has the next move, and the gates where it is awaited."""

    role: str
    gates: tuple[AwaitingGate, ...]


@dataclass(frozen=True, slots=True)
class PassedDate:
    """A date of an idea that has passed; `what` names a milestone, in the idea's language."""

    idea: EntryLink
    date: PartialDate
    what: str = ""
    language: Language = SOURCE


@dataclass(frozen=True, slots=True)
class PassedDates:
    """Ideas to be taken up again (`resume`), followed up, ended, or with milestones that have passed."""

    name: str
    dates: tuple[PassedDate, ...]


@dataclass(frozen=True, slots=True)
class AwaitingTally:
    """Counts of all that await an answer, whichever page they stand on, also by role and gate.

    `first_late` is where those that are late begin.
    """

    waiting: int
    overdue: int
    running: int
    first_late: AwaitingRow | None
    by_place: Mapping[Place, int]
    late_by_place: Mapping[Place, int]


@dataclass(frozen=True, slots=True)
class AwaitingPage:
    """What one page shows; `oldest` is the longest wait."""

    tally: AwaitingTally
    moves: tuple[Move, ...]
    oldest: AwaitingRow | None = None
    passed: tuple[PassedDates, ...] = ()


def pages(site: Site) -> Iterator[Page]:
    """The pages of all that awaits an answer; dates that have passed stand on the first."""
    rows = _rows(site)
    tally = _tally(rows)
    for sheet in sheets.sheets(site.writer, "awaiting", rows, PAGE_SIZE):
        moves = _moves(site.settings.process.gates, tally, sheet.items)
        if sheet.number == 1:
            awaiting = AwaitingPage(tally, moves, _oldest(site), tuple(_passed(site)))
        else:
            awaiting = AwaitingPage(tally, moves)
        yield _written(site.writer, awaiting, sheet)


def _tally(rows: list[AwaitingRow]) -> AwaitingTally:
    late = [row for row in rows if row.wait.is_overdue]
    return AwaitingTally(
        waiting=len(rows),
        overdue=len(late),
        running=sum(row.is_running for row in rows),
        first_late=late[0] if late else None,
        by_place=Counter(row.place for row in rows),
        late_by_place=Counter(row.place for row in late),
    )


def _oldest(site: Site) -> AwaitingRow | None:
    oldest = site.derived.oldest_wait
    return _row(site, oldest.entry, oldest.waiting) if oldest else None


def _rows(site: Site) -> list[AwaitingRow]:
    """By role and gate, in each the longest wait first; what is late before the rest, what runs after."""
    rows = [_row(site, wait.entry, wait.waiting) for wait in site.derived.waits]
    late = {part for row in rows if row.wait.is_overdue for part in (row.place, row.wait.role)}
    roles = {role: at for at, role in enumerate(site.settings.roles)}
    gates = {gate: at for at, gate in enumerate(site.settings.process.gates)}

    def order(row: AwaitingRow) -> tuple[bool | int, ...]:
        role, gate = row.place
        of_role = role not in late, roles.get(role, len(roles))
        of_gate = row.place not in late, gates.get(gate or "", len(gates))
        return *of_role, *of_gate, not row.wait.is_overdue, row.is_running

    # Their own order is the longest wait first, and sorting keeps it.
    return sorted(rows, key=order)


def _row(site: Site, entry: Entry, wait: Wait) -> AwaitingRow:
    days_late = (site.catalogue.today - wait.due).days if wait.due else 0
    return AwaitingRow(site.link(entry), wait, max(0, days_late))


def _moves(
    rules: Mapping[str, GateRule], tally: AwaitingTally, shown: Iterable[AwaitingRow]
) -> tuple[Move, ...]:
    """The rows of one page under their roles and gates."""
    gates: dict[str, list[AwaitingGate]] = {}
    for place, here in groupby(shown, lambda row: row.place):
        role, key = place
        count, late = tally.by_place[place], tally.late_by_place[place]
        gates.setdefault(role, []).append(AwaitingGate(key, rules.get(key or ""), tuple(here), count, late))
    return tuple(Move(role, tuple(of_role)) for role, of_role in gates.items())


def _passed(site: Site) -> Iterator[PassedDates]:
    """Dates that have passed without a word, kind by kind."""
    overdue = [(entry, date) for entry in site.catalogue.ideas for date in site.facts(entry).overdue]
    ends = [(wait.entry, wait.waiting.period_end) for wait in site.derived.waits]
    for kind in ("resume", "follow_up"):
        yield _dates(site, kind, ((entry, date.date, "") for entry, date in overdue if date.kind == kind))
    yield _dates(site, "period", ((entry, end, "") for entry, end in ends if end))
    milestones = (pair for pair in overdue if pair[1].kind == "milestone")
    yield _dates(site, "milestone", ((entry, date.date, _name(entry, date)) for entry, date in milestones))


def _name(entry: Entry, date: EntryDate) -> str:
    return entry.plan.milestones[date.at].name if entry.plan else ""


def _dates(site: Site, name: str, dates: Iterable[tuple[Entry, PartialDate, str]]) -> PassedDates:
    """The earliest first."""
    ordered = sorted(dates, key=lambda passed: (passed[1], passed[0].slug))
    return PassedDates(
        name,
        tuple(PassedDate(site.link(entry), date, what, entry.idea.language) for entry, date, what in ordered),
    )


def _written(writer: Writer, awaiting: AwaitingPage, sheet: Sheet[AwaitingRow]) -> Page:
    return writer.page(
        "overviews/awaiting.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.awaiting"), sheet),
        description=writer.word("awaiting.lead"),
        section="awaiting",
        feed=writer.addresses.section("awaiting"),
        crumbs=() if sheet.number == 1 else (writer.crumb("awaiting"),),
        awaiting=awaiting,
        number=sheet.number,
        addresses=sheet.addresses,
    )
