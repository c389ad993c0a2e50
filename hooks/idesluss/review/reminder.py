"""What somebody ought to do: late answers, dates that have passed, calls that close soon, old sources."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..derived.call_state import call_state
from ..model.vocabulary import gate_label
from ..pages.base.addresses import Addresses, addresses_for
from ..words import formats, say
from ..words.inert import inert, quiet

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..derived.dates import EntryDate
    from ..derived.facts import EntryFacts
    from ..derived.freshness import SourceReading
    from ..derived.whole import Derived
    from ..words import Language

Kind = Literal["answer", "follow_up", "resume", "milestone", "period", "call", "source"]
KINDS: tuple[Kind, ...] = ("answer", "follow_up", "resume", "milestone", "period", "call", "source")
_KINDS: dict[str, Kind] = {"follow_up": "follow_up", "resume": "resume", "milestone": "milestone"}
MOST_SOURCES = 20  # entries with old sources; the page of older sources has all
SOON = 14  # days before a call closes
SCHEMA = "1"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A thing to do. `date` is when it was to be done, `who` a role's key, `page` below the site's root."""

    kind: Kind
    title: str
    page: str
    date: dt.date
    who: str = ""
    what: str = ""


def reminders(derived: Derived, language: Language) -> list[Reminder]:
    """Everything, the longest overdue first within its kind."""
    catalogue = derived.catalogue
    addresses = addresses_for(catalogue.settings, language)
    entries = ((entry, derived.of(entry)) for entry in catalogue.entries if entry.is_in_process)
    everything = [due for entry, facts in entries for due in _entry_reminders(entry, facts, addresses)]
    everything += _call_reminders(catalogue, addresses)
    everything += _source_reminders(derived, addresses)
    return sorted(everything, key=lambda due: (KINDS.index(due.kind), due.date, due.page))


def _entry_reminders(entry: Entry, facts: EntryFacts, addresses: Addresses) -> Iterator[Reminder]:
    title, page = entry.title(addresses.language), addresses.idea(entry)
    wait = facts.wait
    if wait and wait.is_overdue and wait.due:
        yield Reminder("answer", title, page, wait.due, wait.role, wait.gate or "")
    if wait and wait.period_end:
        yield Reminder("period", title, page, wait.period_end.last_day, wait.role)
    for date in facts.overdue:
        yield Reminder(_KINDS[date.kind], title, page, date.date.last_day, what=_milestone_name(entry, date))


def _milestone_name(entry: Entry, date: EntryDate) -> str:
    is_milestone = date.kind == "milestone" and entry.plan is not None
    return entry.plan.milestones[date.at].name if is_milestone and entry.plan else ""


def _call_reminders(catalogue: Catalogue, addresses: Addresses) -> Iterator[Reminder]:
    for page in catalogue.calls.values():
        state = call_state(page.call, catalogue.today)
        if state.state == "open" and state.days is not None and state.days <= SOON and page.call.closes:
            yield Reminder("call", page.call.title, addresses.call(page.slug), page.call.closes.last_day)


def _source_reminders(derived: Derived, addresses: Addresses) -> Iterator[Reminder]:
    """What nobody has read for a year, the longest ago first: each entry or call once, not all of many."""
    first: dict[str, Reminder] = {}
    for reading in derived.old_readings:
        title, page = _read_for(reading, addresses)
        if reading.read:
            first.setdefault(page, Reminder("source", title, page, reading.read.last_day))
    yield from itertools.islice(first.values(), MOST_SOURCES)


def _read_for(reading: SourceReading, addresses: Addresses) -> tuple[str, str]:
    """The title of what has facts from a source, and its page."""
    if reading.entry:
        return reading.entry.title(addresses.language), addresses.idea(reading.entry)
    page = reading.call
    return (page.call.title, addresses.call(page.slug)) if page else ("", "")


def reminders_as_markdown(derived: Derived, language: Language) -> str:
    """A reminder to paste or to keep in an issue; it says so where nothing waits."""
    return "\n".join(_lines(derived.catalogue, reminders(derived, language), language)) + "\n"


def _lines(catalogue: Catalogue, everything: list[Reminder], language: Language) -> Iterator[str]:
    yield say("remind.lead", language, date=formats.day(catalogue.today, language))
    if not everything:
        yield ""
        yield say("remind.nothing", language)
    for kind in KINDS:
        here = [due for due in everything if due.kind == kind]
        if here:
            yield ""
            yield f"## {say(f'remind.{kind}', language)}"
            yield ""
            yield from (f"- {_row(catalogue, due, language)}" for due in here)
        if kind == "source" and here:
            yield from ("", _all_sources(catalogue, language))


def _all_sources(catalogue: Catalogue, language: Language) -> str:
    """Where all of them stand."""
    page = addresses_for(catalogue.settings, language).section("freshness")
    return say("remind.all_sources", language, address=catalogue.settings.full_address(page) or page)


def _row(catalogue: Catalogue, due: Reminder, language: Language) -> str:
    title = inert(due.title)
    address = catalogue.settings.full_address(due.page)
    link = f"[{title}](<{address}>)" if address else title
    parts = [formats.day(due.date, language), *_whose_move(catalogue, due, language)]
    days = (catalogue.today - due.date).days
    if days > 0:
        parts.append(say("remind.days", language, count=days))
    return f"{link}: {', '.join(parts)}"


def _whose_move(catalogue: Catalogue, due: Reminder, language: Language) -> Iterator[str]:
    """Who is to do it, and what: the gate of an answer, the name of a milestone."""
    if due.who:
        yield quiet(catalogue.label("roles", due.who).in_(language))
    if due.kind == "answer" and due.what:
        yield quiet(gate_label(catalogue.settings, due.what).in_(language))
    elif due.what:
        yield inert(due.what)


def reminders_as_json(derived: Derived, language: Language) -> str:
    """`{"schema", "as_of", "due": [{"kind", "title", "page", "date", "who", "what", "days"}]}`."""
    rows = [
        {
            "kind": due.kind,
            "title": due.title,
            "page": due.page,
            "date": str(due.date),
            "who": due.who,
            "what": due.what,
            "days": (derived.catalogue.today - due.date).days,
        }
        for due in reminders(derived, language)
    ]
    report = {"schema": SCHEMA, "as_of": str(derived.catalogue.today), "due": rows}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
