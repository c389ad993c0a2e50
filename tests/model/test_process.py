"""The process is read from catalogue.yml: its order and its gates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.model import process

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue


def test_stages_follow_the_order_of_the_file(changed: Callable[..., Catalogue]) -> None:
    """A later stage reaches all before it; an unknown one reaches nothing."""
    held = changed().settings.process
    assert process.stage_order(held) == ["idea", "assessment", "feasibility", "project", "operation"]
    assert (held.first_stage, held.first_outcome) == ("idea", "open")
    assert process.is_reached(held, "project", "project")
    assert process.is_reached(held, "project", "idea")
    assert not process.is_reached(held, "idea", "project")
    assert not process.is_reached(held, "x", "idea")
    assert not process.is_reached(held, "idea", "x")


def test_a_section_is_found_by_its_use(changed: Callable[..., Catalogue]) -> None:
    """Whatever its key; a process may lack one."""
    held = changed(("catalogue.yml", "    results:\n", "    utfall:\n")).settings.process
    assert [held.section_for(use) for use in ("need", "results", "lessons")] == ["need", "utfall", None]


@pytest.mark.parametrize(
    ("stage", "passed", "following"),
    [
        ("idea", [], "G1"),
        ("assessment", ["G1"], "G2"),
        ("project", ["G1", "G2", "G3"], "G5"),
        ("operation", ["G1", "G2", "G3", "G5"], "G6"),
    ],
)
def test_gates(changed: Callable[..., Catalogue], stage: str, passed: list[str], following: str) -> None:
    """Gates between stages are passed; the follow-up gate waits at the last one."""
    held = changed().settings.process
    assert [key for key, _ in process.gates_passed(held, stage)] == passed
    leading = process.next_gate(held, stage)
    assert leading is not None
    assert leading[0] == following


def test_all_gates_that_stand_at_the_last_stage_are_open(changed: Callable[..., Catalogue]) -> None:
    """None of them leads on, so that none stands before another."""
    gate = (
        "    G7:\n      title: { sv: Ny uppföljning, en: New follow-up }\n"
        "      question: { sv: Gör det nytta än?, en: Does it still do good? }\n"
        "      from_stage: operation\n      to_stage: operation\n      approvers: [mottagare]\n"
    )
    held = changed(("catalogue.yml", "  sections:\n", f"{gate}  sections:\n")).settings.process
    assert process.gates_open(held, "operation", {"G6"}) == ["G6", "G7"]
    assert process.gates_open(held, "project", set()) == ["G5"]
