"""What was decided about: each idea as it stood at its decisions, and what has changed since.

Personal data is masked as everywhere else, and what the catalogue withholds is not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ..reading.markdown import Body, render_body
from ..reading.personal import masked
from .compared_text import changed_blocks
from .differences import idea_events, plan_events
from .versions import Version, read_version

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model import Decision
    from .compared_text import ChangedBlock
    from .differences import Event
    from .recorded import RecordedDecision


@dataclass(frozen=True, slots=True)
class FormerState:
    """What an idea said then: its title, summary, stage and outcome as keys, and its texts."""

    title: str
    summary: str
    stage: str
    outcome: str
    body: Body
    plan: Body | None


@dataclass(frozen=True, slots=True)
class ArchivedVersion:
    """An idea as a commit left it, with the decisions that the commit recorded.

    `state` is None where the version is withheld, for the `reason`. `events` and `blocks` are what has
    changed since, in fields and in texts; `is_compared` is false where the texts are too long for that.
    """

    decisions: tuple[Decision, ...]
    day: dt.date
    commit: str
    state: FormerState | None = None
    reason: str = ""
    events: tuple[Event, ...] = ()
    blocks: tuple[ChangedBlock, ...] = ()
    is_compared: bool = True


class Archive:
    """The versions of each idea that was decided, worked out once for all languages."""

    def __init__(
        self, catalogue: Catalogue, recorded: Mapping[str, tuple[RecordedDecision, ...]] | None
    ) -> None:
        self.catalogue = catalogue
        self.recorded = recorded
        self._versions: dict[Entry, tuple[ArchivedVersion, ...]] = {}

    def has(self, entry: Entry) -> bool:
        """Whether a version of the entry is known at all."""
        return bool(self.recorded and self.recorded.get(entry.path))

    def of(self, entry: Entry) -> tuple[ArchivedVersion, ...]:
        """The entry's versions, the latest first."""
        if entry not in self._versions:
            decisions = sorted((self.recorded or {}).get(entry.path, ()), key=lambda d: d.day, reverse=True)
            groups = groupby(decisions, lambda decision: decision.commit)
            self._versions[entry] = tuple(self._version(entry, list(alike)) for _, alike in groups)
        return self._versions[entry]

    def _version(self, entry: Entry, recorded: list[RecordedDecision]) -> ArchivedVersion:
        first, decisions = recorded[0], tuple(item.decision for item in recorded)
        withheld = (item for item in self.catalogue.settings.withheld if item.idea in entry.names)
        rule = next((item for item in withheld if first.day <= item.until.last_day), None)
        if rule:
            return ArchivedVersion(decisions, first.day, first.commit, reason=rule.reason)
        return self._shown_version(entry, first, decisions)

    def _shown_version(
        self, entry: Entry, first: RecordedDecision, decisions: tuple[Decision, ...]
    ) -> ArchivedVersion:
        was, now = self._read(first.idea), self._read(_source(entry.document.lines))
        events = idea_events(was, now, entry)
        blocks = changed_blocks(was.text, now.text)
        plan_was = self._read(first.plan) if first.plan is not None else None
        if plan_was and entry.plan_document:
            plan_now = self._read(_source(entry.plan_document.lines))
            events += plan_events(plan_was, plan_now, entry)
            of_plan = changed_blocks(plan_was.text, plan_now.text)
            blocks = None if blocks is None or of_plan is None else [*blocks, *of_plan]
        return ArchivedVersion(
            decisions,
            first.day,
            first.commit,
            state=self._state(entry, was, plan_was),
            events=tuple(event for event in events if event.kind != "unread"),
            blocks=tuple(blocks or ()),
            is_compared=blocks is not None,
        )

    def _read(self, content: bytes) -> Version:
        """The version without personal data in its text."""
        version = read_version(content, Version())
        return Version(version.lines, self._masked(version.text), version.is_whole)

    def _masked(self, text: str) -> str:
        scans = self.catalogue.scans
        return "\n".join(masked(line, scans.of(line)) for line in text.split("\n"))

    def _state(self, entry: Entry, idea: Version, plan: Version | None) -> FormerState:
        def field(name: str) -> str:
            value = idea.value(name)
            return self._masked(value) if isinstance(value, str) else ""

        body = render_body(idea.text, entry.path)
        plan_path = entry.path.replace("/idea.md", "/plan.md")
        of_plan = render_body(plan.text, plan_path) if plan and plan.text.strip() else None
        return FormerState(field("title"), field("summary"), field("stage"), field("outcome"), body, of_plan)


def _source(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogatepass")
