"""The review as Markdown, for a person: the whole first, then entry by entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..pages.base.addresses import Addresses
from ..reading.problem import has_errors
from ..reporters.parts import hint_text, message_text
from ..words import say
from .approval import asked_approvals
from .entry import entry_report
from .inert import inert, quiet
from .labels import is_of_program

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..checks import JudgedChange
    from ..derived.checklist import ChecklistItem
    from ..history.change import Change
    from ..history.differences import Event
    from ..words import Language
    from .approval import Approval, AskedApproval
    from .entry import EntryReport, GateReport

MANY = 40  # files or problems of one kind that are told one by one
_LONG = 200
_MARKS = {"there": "✓", "remains": "✗", "waived": "–"}


@dataclass(frozen=True, slots=True)
class Teller:
    """A change with its problems, and the language to tell it in.

    `preview` is the address of a site that shows the change; without it the catalogue's own is linked.
    """

    judged: JudgedChange
    language: Language
    preview: str = ""

    @property
    def change(self) -> Change:
        return self.judged.change

    def word(self, key: str, /, **values: object) -> str:
        return say(f"review.{key}", self.language, **values)

    def label(self, vocabulary: str, key: str | None) -> str:
        return quiet(self.change.label(vocabulary, key).in_(self.language), _LONG) if key else "–"


def report_as_markdown(judged: JudgedChange, language: Language, preview: str = "") -> str:
    """The review of a change; `preview` is the address of a site that shows it."""
    teller = Teller(judged, language, preview)
    return "\n".join(_lines(teller, asked_approvals(judged.change))) + "\n"


def _lines(teller: Teller, asked: list[AskedApproval]) -> Iterator[str]:
    yield f"# {teller.word('title')}"
    yield ""
    yield _verdict(teller)
    yield from _of_program(teller)
    for one in asked:
        if one.entry:
            yield ""
            yield from _entry(teller, one, entry_report(teller.change, one.entry, teller.judged.head))
    yield from _others(teller, [one for one in asked if not one.entry])
    if not asked:
        yield ""
        yield teller.word("nothing")
    yield from _problems(teller)


def _verdict(teller: Teller) -> str:
    errors = sum(problem.severity == "error" for problem in teller.judged.caused)
    told = teller.word("stopped" if has_errors(teller.judged.caused) else "passes", count=errors)
    return f"{told} {teller.word('older', count=len(teller.judged.older))}" if teller.judged.older else told


def _of_program(teller: Teller) -> Iterator[str]:
    """Said first, since such a change can change how everything else is judged."""
    touched = sorted(path for path in teller.change.files if is_of_program(path))
    if touched:
        yield ""
        yield f"> **{teller.word('program', count=len(touched))}** {teller.word('program_lead')}"


def _entry(teller: Teller, asked: AskedApproval, told: EntryReport) -> Iterator[str]:
    kind = teller.word("new" if told.change.is_new else "changed")
    yield f"## {inert(told.entry.title(teller.language))}"
    yield ""
    yield f"{kind}: {inert(asked.path, _LONG)}{_where(teller, told)}"
    yield ""
    yield from (f"- {row}" for row in _moves(teller, told))
    yield from (f"- {_event(teller, event)}" for event in _events(told))
    for gate in told.gates:
        yield from _gate(teller, gate)
    if told.ahead:
        yield from _ahead(teller, told.ahead)
    yield from _similar(teller, told)
    yield ""
    yield f"**{teller.word('approvers')}**"
    yield ""
    for one in asked.approvals:
        reasons = "; ".join(quiet(reason.in_(teller.language)) for reason in one.reasons)
        yield f"- {_role(teller, one)}: {reasons}"


def _where(teller: Teller, told: EntryReport) -> str:
    """A link to the page, where it is known which site shows the change."""
    path = Addresses(teller.change.head.settings, teller.language).idea(told.entry)
    if not teller.preview:
        return f" → {inert(path, _LONG)}"
    return f" → [{teller.word('preview')}](<{urljoin(teller.preview.rstrip('/') + '/', path)}>)"


def _events(told: EntryReport) -> list[Event]:
    """Stage, outcome and decisions are told with their gates."""
    return [event for event in told.events if event.kind not in {"stage", "outcome", "decision"}]


def _event(teller: Teller, event: Event) -> str:
    words = quiet(event.words.in_(teller.language))
    return f"{words}: {inert(event.quote, _LONG)}" if event.quote else words


def _moves(teller: Teller, told: EntryReport) -> Iterator[str]:
    """What the change does to the place, the stage and the outcome."""
    before, after = told.change.before, told.entry
    if before and before.path != after.path:
        yield teller.word("moved", before=inert(before.path, _LONG))
    for name, vocabulary in (("stage", "stages"), ("outcome", "outcomes")):
        was, now = (getattr(side.idea, name) if side else None for side in (before, after))
        if was != now:
            sides = {"before": teller.label(vocabulary, was), "after": teller.label(vocabulary, now)}
            yield teller.word(name, **sides)


def _gate(teller: Teller, gate: GateReport) -> Iterator[str]:
    """The decision at a gate, its question, and the list of what must be there."""
    rule = teller.change.settings.process.gates[gate.key]
    yield ""
    yield f"### {quiet(gate.key)} {teller.label('gates', gate.key)}"
    yield ""
    yield f"*{quiet(rule.question.in_(teller.language))}*"
    yield ""
    if gate.decision:
        verdict = say(f"choice.verdict.{gate.decision.verdict}", teller.language)
        role = teller.label("roles", gate.decision.role)
        yield teller.word("decision", date=gate.decision.date, verdict=f"**{verdict}**", role=role)
        yield ""
        yield f"> {inert(gate.decision.reason, 600)}"
    else:
        yield f"**{teller.word('undecided')}**"
    yield ""
    yield from _items(teller, gate.items)


def _items(teller: Teller, items: Sequence[ChecklistItem]) -> Iterator[str]:
    for item in items:
        name = quiet(item.name.in_(teller.language))
        shown = inert(item.evidence.in_(teller.language)) if item.evidence.sv else ""
        rest = quiet(item.help.in_(teller.language)) if item.state == "remains" else shown
        waived = f" ({teller.word('waived')})" if item.state == "waived" else ""
        yield f"- {_MARKS[item.state]} {name}{waived}{': ' if rest else ''}{rest}"


def _ahead(teller: Teller, gate: GateReport) -> Iterator[str]:
    """What remains until the next gate."""
    yield ""
    yield teller.word("ahead", gate=quiet(gate.key), name=teller.label("gates", gate.key), count=gate.remain)
    if gate.remain:
        yield ""
        yield from _items(teller, [item for item in gate.items if item.state == "remains"])


def _similar(teller: Teller, told: EntryReport) -> Iterator[str]:
    if told.similar:
        yield ""
        yield f"**{teller.word('similar')}**"
        yield ""
    for other, score in told.similar:
        stage = teller.label("stages", other.idea.stage) if other.idea.stage else ""
        outcome = teller.label("outcomes", other.idea.outcome) if other.idea.outcome else ""
        where = ", ".join(filter(None, (stage, outcome)))
        title = inert(other.title(teller.language))
        yield f"- {title} ({where}; {round(100 * score)} %): {inert(other.path, _LONG)}"


def _others(teller: Teller, others: list[AskedApproval]) -> Iterator[str]:
    if others:
        yield ""
        yield f"## {teller.word('others')}"
        yield ""
    yield from (_other(teller, one) for one in others[:MANY])
    if len(others) > MANY:
        yield f"- {teller.word('more', count=len(others) - MANY)}"


def _other(teller: Teller, one: AskedApproval) -> str:
    reasons = dict.fromkeys(reason.in_(teller.language) for role in one.approvals for reason in role.reasons)
    roles = ", ".join(_role(teller, role) for role in one.approvals)
    return f"- {inert(one.path, _LONG)}: {roles} – {quiet('; '.join(reasons))}"


def _role(teller: Teller, one: Approval) -> str:
    held = ", ".join(inert(name) for name in one.github)
    return f"{teller.label('roles', one.role)}{f' ({held})' if held else ''}"


def _problems(teller: Teller) -> Iterator[str]:
    """What the change caused, each with its remedy; of what was there before only how much and where."""
    if teller.judged.caused:
        yield ""
        yield f"## {teller.word('problems')}"
        yield ""
    for problem in teller.judged.caused[:MANY]:
        place = inert(f"{problem.place.path}:{problem.place.line}", _LONG)
        said = " ".join(quiet(told(problem, teller.language)) for told in (message_text, hint_text))
        severity = say(f"severity.{problem.severity}", teller.language)
        yield f"- **{severity}** {place} {said} ({quiet(problem.rule)})"
    if len(teller.judged.caused) > MANY:
        yield f"- {teller.word('more_problems', count=len(teller.judged.caused) - MANY)}"
    if teller.judged.older:
        files = sorted({problem.place.path for problem in teller.judged.older})
        told = ", ".join(inert(path, _LONG) for path in files[:MANY])
        yield ""
        yield f"{teller.word('older', count=len(teller.judged.older))} {told}"
