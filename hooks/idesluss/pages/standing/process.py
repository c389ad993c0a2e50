"""The process as a page: stages, gates, outcomes, decisions, sections and roles of catalogue.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from ...derived.checklist import requirement_in_full
from ...model.decisions import Verdict
from ...model.vocabulary import role_in_sentence
from ...words.characters import slugify
from .document import document_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model.process import GateRule, RequiredPart
    from ..base.published import Page
    from ..base.writer import Writer

_ASSESSED = "idea.assessments"
_PARTS = ("stages", "gates", "verdicts", "outcomes", "sections", "roles", "waivers", "records", "source")


@dataclass(frozen=True, slots=True)
class ShownGate:
    """A gate as it is told; `after` is the stage whose own requirements it asks for too, if it has any."""

    id: str
    label: str
    rule: GateRule
    needs: list[str]
    after: str


@dataclass(frozen=True, slots=True)
class ShownRole:
    """A role with what it decides and where it has the next move, each by its label."""

    key: str
    gates: list[str]
    stages: list[str]


def page(writer: Writer) -> Page:
    """All of it in order, nothing by hand."""
    process = writer.settings.process
    return document_page(
        writer,
        "process",
        (part for part in _PARTS if part != "sections" or process.sections),
        stages=[(key, rule, _needs(writer, rule.requires)) for key, rule in process.stages.items()],
        gates=[_gate(writer, key, rule) for key, rule in process.gates.items()],
        verdicts=[(verdict, process.outcomes_by(verdict)) for verdict in _verdicts(writer)],
        outcomes=[(key, rule, _needs(writer, rule.requires)) for key, rule in process.outcomes.items()],
        roles=list(_roles(writer)),
        first_stage=process.first_stage,
        proposer=role_in_sentence(writer.settings, process.proposer).in_(writer.language),
    )


def _needs(writer: Writer, parts: Iterable[RequiredPart]) -> list[str]:
    """What is required in words, with the day from which it is, where it has one."""
    needs = []
    for part in parts:
        name = requirement_in_full(writer.settings, part.name).in_(writer.language)
        since = getattr(part, "from")
        needs.append(writer.word("process_page.from", name=name, date=writer.date(since)) if since else name)
    return needs


def _gate(writer: Writer, key: str, rule: GateRule) -> ShownGate:
    # How many roles must have assessed says also that somebody must.
    elsewhere = {_ASSESSED} if rule.assessors else set()
    needs = _needs(writer, (part for part in rule.requires if part.name not in elsewhere))
    if rule.assessors:
        assessed = requirement_in_full(writer.settings, _ASSESSED).in_(writer.language)
        needs.append(writer.word("process_page.assessed", name=assessed, count=rule.assessors))
    following = writer.settings.process.stages.get(rule.to_stage)
    has_more = rule.leads_on and following and following.requires
    return ShownGate(
        f"gate-{slugify(key)}", writer.gate_label(key), rule, needs, rule.to_stage if has_more else ""
    )


def _verdicts(writer: Writer) -> list[Verdict]:
    """Those that can be given: the others lead to no outcome of this process."""
    return [verdict for verdict in get_args(Verdict) if writer.settings.process.outcomes_by(verdict)]


def _roles(writer: Writer) -> Iterator[ShownRole]:
    process = writer.settings.process
    for key in writer.settings.roles:
        gates = [writer.gate_label(name) for name, rule in process.gates.items() if key in rule.approvers]
        moves = (name for name, rule in process.stages.items() if key == rule.whose_move)
        yield ShownRole(key, gates, [writer.label("stages", name) for name in moves])
