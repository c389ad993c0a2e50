"""What an entry must hold, as catalogue.yml asks for it by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.model.requirements import demands_on, find_requirement

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

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
    return {d.requirement.name for d in demands_on(held.settings, held.by_slug[slug].idea)}


def test_demands_grow_with_the_stage(changed: Callable[..., Catalogue]) -> None:
    """What any process needs, what the gates passed ask for, and the decisions at them."""
    held = changed()
    small, large = demanded(held, "enklare-felanmalan"), demanded(held, "trygg-hemgang")
    assert {"idea.title", "idea.stage", "idea.origin"} <= small
    assert not {name for name in small if name.startswith("plan") or ".section." in name}
    assert small < large
    assert {"plan", "plan.budget", "idea.section.need", "idea.decisions.G3", "idea.effects.target"} <= large
    assert "idea.owner" not in large


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
