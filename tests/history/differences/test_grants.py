"""What is told of money."""

from __future__ import annotations

from tests.support.timelines import CAME, TRYGG, TimelineRepository


def test_money(repo: TimelineRepository) -> None:
    """What a grant was and is; what else is said of it; grants that come and go; the plan's sum."""
    repo.change("2026-10-10", f"{TRYGG}/idea.md", ("awarded: 500000", "awarded: 500000\n    final: 487000"))
    repo.change(
        "2026-10-11",
        f"{TRYGG}/idea.md",
        ("end: 2027-02", "end: 2027-03\n  - funder: egen-insats\n    awarded: 100"),
    )
    repo.change("2026-10-12", f"{TRYGG}/idea.md", ("\n  - funder: egen-insats\n    awarded: 100", ""))
    repo.change("2026-10-13", f"{TRYGG}/plan.md", ("amount: 80000", "amount: 90000"))
    assert repo.events("trygg-hemgang") == [
        "2026-10-13 Planens budget ändrades från 580 000 kr till 590 000 kr",
        "2026-10-12 Bidraget från Egen insats togs bort",
        "2026-10-11 Uppgifter om bidraget från Framsyn ändrades: slut",
        "2026-10-11 Bidrag från Egen insats, 100 kr, lades till",
        "2026-10-10 Bidraget från Framsyn ändrades från 500 000 kr till 487 000 kr",
        CAME,
    ]
    assert "The grant from Framsyn changed from SEK 500,000 to SEK 487,000" in repo.events(
        "trygg-hemgang", "en"
    )[4].replace("\u00a0", " ")
