"""What follows from an entry alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

SMALL = "2026/enklare-felanmalan/idea.md"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("outcome: open", {"is_open", "goes_on"}),
        ("outcome: on_hold\nresume_on: 2027-03", {"goes_on"}),
        ("outcome: completed", {"is_closed"}),
        ("submitted: 2026-11-02", set()),
        ("kind: research\noutcome: open", set()),
        ("kind: research\noutcome: completed", set()),
    ],
)
def test_an_idea_is_open_goes_on_or_is_closed(
    changed: Callable[..., Catalogue], fields: str, told: set[str]
) -> None:
    """None of it where its outcome is not known, nor for research, which stands outside the process."""
    known = ("submitted: 2026-11-02\n", "")
    entry = changed((SMALL, *known), (SMALL, "outcome: open", fields)).by_slug["enklare-felanmalan"]
    assert {name for name in ("is_open", "goes_on", "is_closed") if getattr(entry, name)} == told
