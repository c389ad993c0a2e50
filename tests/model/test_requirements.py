"""What an entry must hold, as catalogue.yml asks for it by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.model.requirements import (
    demands_on,
    find_requirement,
    measuring_stage,
    needed_from,
    planning_stage,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

Edit = tuple[str, str, str]
SETTINGS = "catalogue.yml"
OF_PROJECT = "requires: [plan, plan.period, plan.milestones, plan.budget, plan.financing, plan.roles]"
PLAN_EARLY = (SETTINGS, "requires: [idea.assessments]", "requires: [plan.budget]")
RESULT_LATE = (SETTINGS, "requires: [idea.owner]", "requires: [idea.effects.result]")
TRYGG = "2025/trygg-hemgang/idea.md"
SMALL = "2026/enklare-felanmalan/idea.md"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plan", "file"),
        ("plan.budget", "field"),
        ("plan.section.processes", "section"),
        ("idea.target_group", "field"),
        ("idea.effects.target", "each"),
        ("idea.relations.merged_into", "relation"),
        ("idea.section.need", "section"),
        ("idea.decisions.G1", "decision"),
        ("idea", None),
        ("idea.targetgroup", None),
        ("idea.section.needs", None),
        ("idea.decisions.G99", None),
        ("call.title", None),
        ("plan.title", None),
        ("", None),
        ("idea.", None),
    ],
)
def test_requirement_names(changed: Callable[..., Catalogue], name: str, kind: str | None) -> None:
    """A name that means nothing is no requirement."""
    found = find_requirement(name, changed().settings.process)
    assert (found and found.kind) == kind


def demanded(held: Catalogue, slug: str) -> set[str]:
    return {d.requirement.name for d in demands_on(held.settings, held.by_slug[slug].idea, held.today)}


def test_demands_grow_with_the_stage(changed: Callable[..., Catalogue]) -> None:
    """What any process needs, what the gates passed ask for, and the decisions at them."""
    held = changed()
    small, large = demanded(held, "enklare-felanmalan"), demanded(held, "trygg-hemgang")
    assert {"idea.title", "idea.stage", "idea.origin"} <= small
    assert not {name for name in small if name.startswith("plan") or ".section." in name}
    assert small < large
    assert {"plan", "plan.budget", "idea.section.need", "idea.decisions.G3", "idea.effects.target"} <= large
    assert "idea.owner" not in large


def test_a_stage_asks_for_what_it_says(changed: Callable[..., Catalogue]) -> None:
    """From that stage on; what every idea must say it must say from the first one."""
    edits = (
        (SETTINGS, "requires: [idea.submitted, idea.origin]", "requires: [idea.contact]"),
        (SETTINGS, OF_PROJECT, "requires: [idea.themes]"),
    )
    held = changed(*edits)
    needed = needed_from(held.settings.process)
    always = dict.fromkeys(
        ("idea.title", "idea.summary", "idea.stage", "idea.outcome", "idea.sector"), "idea"
    )
    assert needed == {**always, "idea.contact": "idea", "idea.themes": "project"}
    assert demanded(held, "enklare-felanmalan") == {*always, "idea.contact"}
    assert {"idea.contact", "idea.themes"} <= demanded(held, "trygg-hemgang")


def test_who_asks_for_a_part_of_a_plan_asks_for_the_plan(changed: Callable[..., Catalogue]) -> None:
    edits = (
        (SETTINGS, OF_PROJECT, "requires: [plan.budget]"),
        (SETTINGS, "requires: [plan, idea.eff", "requires: [idea.eff"),
    )
    assert {"plan", "plan.budget", "plan.section.processes"} <= demanded(changed(*edits), "trygg-hemgang")


@pytest.mark.parametrize(
    ("edits", "planned", "measured"),
    [
        ((), "project", "project"),
        ((RESULT_LATE,), "project", "project"),
        ((PLAN_EARLY,), "feasibility", "feasibility"),
        ((PLAN_EARLY, RESULT_LATE), "feasibility", "project"),
        (
            (
                (SETTINGS, OF_PROJECT, "requires: []"),
                (SETTINGS, "[plan, idea.effects.target, plan.section.processes]", "[]"),
            ),
            None,
            "operation",
        ),
    ],
)
def test_the_process_says_when_there_is_a_plan_and_something_to_measure(
    changed: Callable[..., Catalogue], edits: tuple[Edit, ...], planned: str | None, measured: str
) -> None:
    """A plan where one is first asked for; effects from the stage whose gate asks what became of them."""
    process = changed(*edits).settings.process
    assert (planning_stage(process), measuring_stage(process)) == (planned, measured)


def test_outcome_asks_too(changed: Callable[..., Catalogue]) -> None:
    """An outcome has demands of its own, at any stage."""
    held = changed((SMALL, "outcome: open", "outcome: on_hold"))
    assert "idea.resume_on" in demanded(held, "enklare-felanmalan")


def test_research_stands_outside(changed: Callable[..., Catalogue]) -> None:
    """Research needs its sources and nothing else."""
    held = changed((SMALL, "stage: idea\noutcome: open", "kind: research"))
    assert demanded(held, "enklare-felanmalan") == {"idea.sources"}


@pytest.mark.parametrize(
    ("path", "old", "new", "name"),
    [
        (TRYGG, "target: 12 procent\n", "target: 12 procent\n  - indicator: b\n", "idea.effects.target"),
        (TRYGG, "## Behov", "## Bakgrund", "idea.section.need"),
        (TRYGG, "2025-03-03\n    verdict: go", "2025-03-03\n    verdict: hold", "idea.decisions.G1"),
        ("2025/trygg-hemgang/plan.md", "## Processer", "## Annat", "plan.section.processes"),
    ],
)
def test_what_is_lacking_is_not_met(
    changed: Callable[..., Catalogue], path: str, old: str, new: str, name: str
) -> None:
    """A good item before one that lacks something does not hide it."""
    for held, is_met in ((changed(), True), (changed((path, old, new)), False)):
        wanted = find_requirement(name, held.settings.process)
        assert wanted is not None
        assert held.by_slug["trygg-hemgang"].meets(wanted) is is_met


def test_the_english_heading_counts(changed: Callable[..., Catalogue]) -> None:
    """A section is known by its heading in either language, however it is spaced."""
    held = changed((TRYGG, "## Behov", "##  NEED"))
    wanted = find_requirement("idea.section.need", held.settings.process)
    assert wanted is not None
    assert held.by_slug["trygg-hemgang"].meets(wanted)
