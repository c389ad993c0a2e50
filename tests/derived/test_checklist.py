"""What a gate asks for, as a list of what is there and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.derived.checklist import checklist_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

IDEA = "2025/trygg-hemgang/idea.md"
ANOTHER = "  - role: mottagare\n    date: 2025-05-09"


@pytest.mark.parametrize(
    ("role", "state", "evidence"),
    [
        ("mottagare", "there", "2 av 2 roller har bedömt"),
        ("granskare", "remains", "1 av 2 roller har bedömt"),
    ],
)
def test_a_gate_asks_for_as_many_roles_as_it_says(
    changed: Callable[..., Catalogue], role: str, state: str, evidence: str
) -> None:
    """Two assessments by one role are one, as the rule counts them; what is there of it is told."""
    found = changed((IDEA, ANOTHER, ANOTHER.replace("mottagare", role)))
    entry = found.by_slug["trygg-hemgang"]
    items = checklist_of(entry, found.settings.process.gates["G2"], found.settings)
    item = next(item for item in items if item.name.in_("sv") == "Bedömningar")
    assert (item.state, item.evidence.in_("sv")) == (state, evidence)
    assert item.expectation("sv").startswith(f"{evidence} – ") == (state == "remains")
