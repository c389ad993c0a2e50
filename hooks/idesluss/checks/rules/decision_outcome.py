"""The outcome says the same as the latest decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import Decision
    from ...reading.problem import Problem

GROUP = "process"
MAY_BE_EXEMPTED = True
MEANS = {"gate": "key", "wanted": "nearest"}

# Outcomes that need a verdict of their own …
_NEEDED = {"stopped": "stop", "on_hold": "hold"}
# … and verdicts that some outcomes deny. What is merged or referred may have been stopped here first.
_DENIED_BY = {"stop": ("stopped", {"open", "withdrawn", "completed"}), "hold": ("on_hold", {"open"})}
_UNKNOWN_STORY = ("idea.decisions", "idea.submitted", "history")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
        is_read = not entry.unread & {"idea.kind", "idea.outcome", "idea.decisions"}
        if is_read and entry.is_in_process and entry.idea.outcome in catalogue.settings.process.outcomes:
            yield from _judge(entry, entry.idea.outcome)


def _judge(entry: Entry, outcome: str) -> Iterator[Problem]:
    latest = entry.decisions[-1] if entry.decisions else None
    needed = _NEEDED.get(outcome)
    if needed:
        if (latest is None or latest.verdict != needed) and not _is_story_unknown(entry):
            yield _problem(entry, "other" if latest else "missing", latest, wanted=needed)
    elif latest and latest.verdict in _DENIED_BY:
        wanted, denying = _DENIED_BY[latest.verdict]
        if outcome in denying and wanted in entry.process.outcomes:
            yield _problem(entry, "verdict", latest, wanted=wanted)


def _is_story_unknown(entry: Entry) -> bool:
    is_waived = any(name.startswith(_UNKNOWN_STORY) for name in entry.waived)
    return is_waived or any(decision.is_approximate for decision in entry.decisions)


def _problem(entry: Entry, kind: str, latest: Decision | None, wanted: str) -> Problem:
    return entry.document.problem(
        entry.document.place_of("outcome"),
        "decision_outcome",
        f"decision_outcome.{kind}",
        outcome=entry.label("outcomes", entry.idea.outcome or ""),
        gate=latest.gate if latest else "",
        date=str(latest.date) if latest else "",
        verdict=text(f"choice.verdict.{latest.verdict}") if latest else "",
        wanted=wanted,
    )
