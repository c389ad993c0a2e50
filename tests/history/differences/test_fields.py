"""What is told of text, titles and other fields, and of how they are written."""

from __future__ import annotations

import shutil

from tests.support.timelines import CAME, SMALL, TRYGG, TimelineRepository


def test_text_title_fields_and_pictures(repo: TimelineRepository) -> None:
    """How much of the text, and in which section; other fields by their labels."""
    idea = f"{SMALL}/idea.md"
    repo.change(
        "2026-10-10", idea, ("I dag skickas", "Varje dag skickas"), ("title: Enk", "title: Mycket enk")
    )
    repo.change(
        "2026-10-11", idea, ("themes: [valfardsteknik]\n", ""), ("origin: resident", "origin: employee")
    )
    picture = repo.root / "ideas" / TRYGG / "skiss.png"
    shutil.copy(picture, repo.root / "ideas" / SMALL / "karta.png")
    repo.commit("2026-10-12")
    repo.change("2026-10-13", idea, ("minst en gång.", "minst en gång!"))
    assert repo.events() == [
        "2026-10-13 Texten ändrades, inga ord ändrades: Behov",
        "2026-10-12 En bild lades till",
        "2026-10-11 Ändrade uppgifter: kommer från",
        "2026-10-11 Uppgifter som togs bort: teman",
        "2026-10-10 Ny titel: Mycket enklare felanmälan",
        "2026-10-10 Texten ändrades, 1 nytt ord och 1 struket ord: Behov",
        CAME,
    ]


def test_how_it_is_written_is_not_told(repo: TimelineRepository) -> None:
    """Quotation marks, order of fields and line ends change nothing that a reader sees."""
    idea = repo.root / "ideas" / SMALL / "idea.md"
    repo.edit(
        f"{SMALL}/idea.md",
        ("origin: resident\n", ""),
        ("title: Enklare felanmälan", "title: 'Enklare felanmälan'"),
    )
    repo.edit(f"{SMALL}/idea.md", ("outcome: open\n", "outcome: open # nu\norigin: resident\n"))
    idea.write_bytes(idea.read_bytes().replace(b"\n", b"\r\n"))
    repo.commit("2026-10-10")
    assert repo.events() == [CAME]
