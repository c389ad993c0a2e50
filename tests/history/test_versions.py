"""A file as it once was, also one that could not be read."""

from __future__ import annotations

from tests.support.timelines import CAME, SMALL, TimelineRepository


def test_a_file_that_could_not_be_read_loses_nothing(repo: TimelineRepository) -> None:
    """What was broken is told as a change, and what then came as a change from what was known last."""
    idea = f"{SMALL}/idea.md"
    repo.change("2026-10-10", idea, ("stage: idea", 'stage: "idea'), ("title: E", "title: Mycket e"))
    repo.change("2026-10-11", idea, ('stage: "idea', "stage: assessment"))
    repo.edit(idea, ("---\ntitle", "title"))
    repo.commit("2026-10-12")
    repo.edit(idea, ("title", "---\ntitle"), ("origin: resident", "origin: employee"))
    repo.commit("2026-10-13")
    (repo.root / "ideas" / idea).write_bytes(b"\xff\xfe" + b"\x00a" * 40)
    repo.commit("2026-10-14")
    repo.git("2026-10-15", "revert", "--no-edit", "HEAD")
    assert repo.events() == [
        "2026-10-14 Posten ändrades",
        "2026-10-13 Ändrade uppgifter: kommer från",
        "2026-10-12 Posten ändrades",
        "2026-10-11 Skedet ändrades från Idé till Bedömning",
        "2026-10-10 Posten ändrades",
        "2026-10-10 Ny titel: Mycket enklare felanmälan",
        CAME,
    ]
