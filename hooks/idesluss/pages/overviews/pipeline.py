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
    from ..base.published import Published
    from ..base.site import Site

SHOWN = 9


@dataclass(frozen=True, slots=True)
class Slip:
    """An idea on the board, with its wait if it is open, also in words."""

    entry: Entry
    wait: Wait | None
    waited: str


@dataclass(frozen=True, slots=True)
class PipelineGate:
    """A gate, and how many ideas have a decision to go on there. A standing one leads nowhere."""

    key: str
    rule: GateRule
    passed: int

    @property
    def is_standing(self) -> bool:
        return self.rule.from_stage == self.rule.to_stage


@dataclass(frozen=True, slots=True)
class PipelineStage:
    """A stage with its ideas: open ones first, those that have waited longest before the others."""

    key: str
    stage: StageRule
    slips: list[Slip]
    gates: list[PipelineGate]

    @property
    def shown(self) -> list[Slip]:
        return self.slips[:SHOWN]

    @property
    def open(self) -> int:
        return sum(slip.entry.idea.outcome == "open" for slip in self.slips)

    @property
    def overdue(self) -> int:
        return sum(slip.wait.is_overdue for slip in self.slips if slip.wait)

    @property
    def median_days(self) -> int | None:
        """Days that half of those awaiting an answer have waited at least."""
        waits = (slip.wait for slip in self.slips if slip.wait)
        return waiting.median_days(wait for wait in waits if not wait.running_until)


def page(site: Site) -> Published:
    return site.page(
        "overviews/pipeline.html",
        site.addresses.section("pipeline"),
        title=site.word("nav.pipeline"),
        description=site.word("pipeline.lead"),
        section="pipeline",
        translation=site.other_addresses.section("pipeline"),
        chambers=pipeline_stages(site),
        figures=site.figures,
    )


def pipeline_stages(site: Site) -> list[PipelineStage]:
    """Every stage in order, also those where nothing stands."""
    process = site.catalogue.settings.process
    slips: dict[str, list[Slip]] = {key: [] for key in process.stages}
    for entry in newest_first(site.catalogue.ideas):
        if entry.idea.stage in slips:
            slips[entry.idea.stage].append(_slip(site, entry))
    for listed in slips.values():
        listed.sort(key=_order)
    gates = [PipelineGate(key, rule, _passed(site, key)) for key, rule in process.gates.items()]
    return [
        PipelineStage(key, stage, slips[key], [gate for gate in gates if gate.rule.from_stage == key])
        for key, stage in process.stages.items()
    ]


def _slip(site: Site, entry: Entry) -> Slip:
    wait = site.derived.of(entry).wait
    return Slip(entry, wait, wait_in_words(site, wait) if wait else "")


def _order(slip: Slip) -> tuple[bool, bool, bool, int]:
    wait = slip.wait
    runs = bool(wait and wait.running_until)
    return wait is None, runs or not (wait and wait.is_overdue), runs, -((wait and wait.days) or 0)


def _passed(site: Site, gate: str) -> int:
    return sum(entry.decision_at(gate) is not None for entry in site.catalogue.ideas)
