"""The gateway as a board: the stages as chambers of a lock, with the gates between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived import waiting
from ..base.card import wait_in_words
from ..base.order import newest_first

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...derived.waiting import Wait
    from ...model.process import GateRule, StageRule
    from ..base.card import Card
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

SHOWN = 9


@dataclass(frozen=True, slots=True)
class Slip:
    """An idea on the board, with its wait in words if it is open."""

    card: Card
    waited: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class PipelineGate:
    """A gate, and how many ideas have a decision to go on there. A standing one leads nowhere."""

    key: str
    rule: GateRule
    passed: int

    @property
    def is_standing(self) -> bool:
        return not self.rule.leads_on


@dataclass(frozen=True, slots=True)
class PipelineStage:
    """A stage with its gates and the first of its ideas; the counts are of all that stand there.

    Open ideas come first, those that have waited longest before the others. `median_days` are days that
    half of those awaiting an answer have waited at least. `elsewhere` are the first of the `records` whose
    sources show them at the stage; they wait for nobody.
    """

    key: str
    rule: StageRule
    slips: tuple[Slip, ...]
    gates: tuple[PipelineGate, ...]
    count: int
    open: int
    overdue: int
    median_days: int | None
    elsewhere: tuple[Card, ...]
    records: int


@dataclass(frozen=True, slots=True)
class PipelinePage:
    """What the board shows: every stage in order, also those where nothing stands, and sums."""

    stages: tuple[PipelineStage, ...]
    ideas: int
    records: int
    open: int
    overdue: int


def page(site: Site) -> Page:
    """The board of the gateway."""
    return _written(site.writer, _gathered(site))


def _gathered(site: Site) -> PipelinePage:
    figures = site.derived.figures
    here: dict[str | None, list[Entry]] = {key: [] for key in site.settings.process.stages}
    for entry in newest_first(site.catalogue.placed):
        if entry.idea.stage in here:
            here[entry.idea.stage].append(entry)
    stages = (_stage(site, key, here[key]) for key in site.settings.process.stages)
    return PipelinePage(tuple(stages), figures.ideas, figures.records, figures.open, figures.overdue)


def _stage(site: Site, key: str, placed: list[Entry]) -> PipelineStage:
    entries = [entry for entry in placed if entry.is_in_process]
    records = [entry for entry in placed if entry.is_record]
    process, figures = site.settings.process, site.derived.figures
    waits = [wait for entry in entries if (wait := site.facts(entry).wait)]
    ordered = sorted(entries, key=lambda entry: _order(site.facts(entry).wait))
    gates = (PipelineGate(flow.gate, process.gates[flow.gate], flow.passed) for flow in figures.flow.gates)
    return PipelineStage(
        key=key,
        rule=process.stages[key],
        slips=tuple(_slip(site, entry) for entry in ordered[:SHOWN]),
        gates=tuple(gate for gate in gates if gate.rule.from_stage == key),
        count=figures.by_stage[key],
        open=figures.open_by_stage[key],
        overdue=sum(wait.is_overdue for wait in waits),
        median_days=waiting.median_days(wait for wait in waits if not wait.running_until),
        elsewhere=tuple(site.card(entry) for entry in records[:SHOWN]),
        records=len(records),
    )


def _slip(site: Site, entry: Entry) -> Slip:
    wait = site.facts(entry).wait
    waited = wait_in_words(site.writer, wait) if wait else ""
    return Slip(site.card(entry), waited, is_late=wait is not None and wait.is_overdue)


def _order(wait: Wait | None) -> tuple[bool, bool, bool, int]:
    """What is late, then the longest wait, then what runs; last what awaits nothing."""
    if wait is None:
        return True, True, False, 0
    runs = wait.running_until is not None
    return False, runs or not wait.is_overdue, runs, -(wait.days or 0)


def _written(writer: Writer, pipeline: PipelinePage) -> Page:
    return writer.page(
        "overviews/pipeline.html",
        writer.places(lambda at: at.section("pipeline")),
        title=writer.word("nav.pipeline"),
        description=writer.word("pipeline.lead"),
        section="pipeline",
        pipeline=pipeline,
    )
