"""What is told of milestones, and of the plan that they stand in."""

from __future__ import annotations

from tests.support.timelines import CAME, TRYGG, TimelineRepository


def test_plan_and_milestones(repo: TimelineRepository) -> None:
    """A milestone that comes, is reached, moved and taken away; a plan that goes and comes back."""
    plan = f"{TRYGG}/plan.md"
    repo.change("2026-10-10", plan, ("due: 2026-12", "due: 2027-01\n  - name: Tio\n    due: 2026-11"))
    repo.change("2026-10-11", plan, ("due: 2026-11\n", "due: 2026-11\n    done: 2026-10-11\n"))
    text = (repo.root / "ideas" / plan).read_text(encoding="utf-8")
    (repo.root / "ideas" / plan).unlink()
    repo.commit("2026-10-12")
    (repo.root / "ideas" / plan).write_text(text, encoding="utf-8")
    repo.commit("2026-10-13")
    repo.change(
        "2026-10-14", plan, ("  - name: Första hemgången\n    due: 2025-11-15\n    done: 2025-11-20\n", "")
    )
    assert repo.events("trygg-hemgang") == [
        "2026-10-14 En milstolpe togs bort",
        "2026-10-13 Projektplanen lades till igen",
        "2026-10-12 Projektplanen togs bort",
        "2026-10-11 Milstolpe nådd: Tio",
        "2026-10-10 Ny milstolpe: Tio",
        "2026-10-10 Milstolpe flyttad från december 2026 till januari 2027: Hundra hemgångar",
        CAME,
    ]
