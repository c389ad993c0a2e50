"""What is told of decisions, and of the stages and outcomes that they lead to."""

from __future__ import annotations

from tests.support.timelines import CAME, SMALL, TRYGG, TimelineRepository


def test_stage_outcome_and_decision(repo: TimelineRepository) -> None:
    """Each with where it was and where it is, in the words of the catalogue."""
    decision = "  - { gate: G1, date: 2026-10-09, verdict: go, role: granskare, reason: Bra. }\n"
    repo.change(
        "2026-10-10",
        f"{SMALL}/idea.md",
        ("stage: idea", "stage: assessment"),
        ("relations:", f"target_group: Alla\ndecisions:\n{decision}relations:"),
    )
    repo.change("2026-10-11", f"{SMALL}/idea.md", ("outcome: open", "outcome: on_hold\nresume_on: 2027-01"))
    repo.change("2026-10-12", f"{SMALL}/idea.md", ("reason: Bra.", "reason: Mycket bra."))
    assert repo.events() == [
        "2026-10-12 Ett beslut vid G1 Prövning ändrades",
        "2026-10-11 Utfallet ändrades från Öppen till Vilande",
        "2026-10-11 Nya uppgifter: dag då idén tas upp igen",
        "2026-10-10 Skedet ändrades från Idé till Bedömning",
        "2026-10-10 Beslut vid G1 Prövning: gå vidare",
        "2026-10-10 Nya uppgifter: målgrupp",
        CAME,
    ]
    repo.change(
        "2026-10-13", f"{SMALL}/idea.md", (f"decisions:\n{decision.replace('Bra', 'Mycket bra')}", "")
    )
    repo.change("2026-10-14", f"{SMALL}/idea.md", ("outcome: on_hold\nresume_on: 2027-01\n", ""))
    assert repo.events()[:3] == [
        "2026-10-14 Utfallet Vilande togs bort",
        "2026-10-14 Uppgifter som togs bort: dag då idén tas upp igen",
        "2026-10-13 Ett beslut vid G1 Prövning togs bort",
    ]


def test_the_link_to_a_change_is_no_change(repo: TimelineRepository) -> None:
    """The address of the pull request is known only afterwards."""
    link = "reason: Planen har en mottagare och pengar."
    repo.change("2026-10-10", f"{TRYGG}/idea.md", (link, f"{link}\n    change: https://storby.example/1"))
    assert repo.events("trygg-hemgang") == [CAME]
