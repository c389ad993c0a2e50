"""The stages that an idea has been at, with the day of each, as its decisions tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.derived.stages_entered import stages_entered

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

IDEA = "2026/enklare-felanmalan/idea.md"
GO = "{{ gate: {gate}, date: {date}, verdict: {verdict}, role: {role}, reason: Skäl. }}"


def decision(gate: str, date: str, verdict: str = "go", role: str = "granskare") -> str:
    return f"  - {GO.format(gate=gate, date=date, verdict=verdict, role=role)}\n"


def entered(
    changed: Callable[..., Catalogue], stage: str, *decisions: str, approval: str = ""
) -> list[tuple[str, str, str | None]]:
    edits = [(IDEA, "stage: idea\n", f"stage: {stage}\ndecisions:\n{''.join(decisions)}")]
    if approval:
        edits.append(("catalogue.yml", "approvers: [granskare]", f"approvers: {approval}"))
    (entry,) = [entry for entry in changed(*edits).entries if entry.slug == "enklare-felanmalan"]
    return [(at.stage, str(at.entered), at.gate) for at in stages_entered(entry)]


def test_each_go_that_leads_on_enters_a_stage(changed: Callable[..., Catalogue]) -> None:
    """Other verdicts do not, nor does a gate of a stage where it is not."""
    decisions = (
        decision("G1", "2026-11-03", "revise"),
        decision("G2", "2026-11-04"),
        decision("G1", "2026-11-05"),
        decision("G1", "2026-11-06"),
    )
    assert entered(changed, "assessment", *decisions)[1:] == [("assessment", "2026-11-05", "G1")]


def test_a_stage_that_no_decision_tells_of_has_no_day(changed: Callable[..., Catalogue]) -> None:
    assert entered(changed, "project", decision("G1", "2026-11-05"))[1:] == [
        ("assessment", "2026-11-05", "G1"),
        ("project", "None", None),
    ]


@pytest.mark.parametrize(
    ("last", "date"), [("go", "2026-11-07"), ("stop", "None")], ids=["all have said go", "one has not"]
)
def test_where_all_must_open_the_last_of_them_does(
    changed: Callable[..., Catalogue], last: str, date: str
) -> None:
    decisions = (decision("G1", "2026-11-05"), decision("G1", "2026-11-07", last, "projektgrupp"))
    both = "[granskare, projektgrupp]\n      approval: all"
    at = entered(changed, "assessment", *decisions, approval=both)[-1]
    assert at[:2] == ("assessment", date)
