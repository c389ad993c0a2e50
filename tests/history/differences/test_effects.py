"""What is told of results."""

from __future__ import annotations

from tests.support.timelines import CAME, TRYGG, TimelineRepository


def test_results(repo: TimelineRepository) -> None:
    """A measured result, and the section that tells what came of it."""
    repo.change(
        "2026-10-10",
        f"{TRYGG}/idea.md",
        ("target: 12 procent", "target: 12 procent\n    result: 13 procent"),
        ("## Behov", "## Viktiga resultat\n\nFärre kom tillbaka.\n\n## Behov"),
    )
    assert repo.events("trygg-hemgang") == [
        "2026-10-10 Ett uppmätt utfall fördes in: Återinläggningar inom 30 dagar",
        "2026-10-10 Avsnittet Viktiga resultat skrevs",
        CAME,
    ]
