"""Whose words are told: those that the entry still says."""

from __future__ import annotations

from tests.support.timelines import TRYGG, TimelineRepository


def test_what_was_taken_away_does_not_come_back(repo: TimelineRepository) -> None:
    """Former words are nobody's to read any more: titles, milestones, headings and unknown terms."""
    idea, plan = f"{TRYGG}/idea.md", f"{TRYGG}/plan.md"
    repo.change(
        "2026-10-10",
        idea,
        ("title: Trygg", "title: HEMLIGT Trygg"),
        ("## Behov", "## HEMLIGT\n\nx\n\n## Behov"),
    )
    repo.change("2026-10-11", plan, ("name: Hundra", "name: HEMLIGT"))
    repo.change(
        "2026-10-12", idea, ("funder: framsyn", "funder: hemligt"), ("stage: project", "stage: hemligt")
    )
    repo.change("2026-10-13", idea, ("indicator: Å", "indicator: HEMLIGT\n    result: x\n  - indicator: Å"))
    repo.change("2026-10-14", idea, ("title: HEMLIGT", "title:"), ("## HEMLIGT\n\nx\n\n", ""))
    repo.change("2026-10-15", idea, ("indicator: HEMLIGT\n    result: x\n  - ", ""))
    repo.change("2026-10-15", plan, ("name: HEMLIGT", "name: Hundra"))
    repo.change(
        "2026-10-16", idea, ("funder: hemligt", "funder: framsyn"), ("stage: hemligt", "stage: project")
    )
    told = "\n".join(repo.events("trygg-hemgang"))
    assert "hemligt" not in told.casefold()
    assert "Skedet ändrades från Projekt till något som inte längre finns i katalogens listor" in told
