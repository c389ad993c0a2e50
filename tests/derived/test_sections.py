"""One source for a body's sections: what is required, counted, compared and told is what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.derived.checklist import checklist_of
from idesluss.derived.similar import writing_of
from idesluss.history.versions import sections_of
from idesluss.reading.markdown import render_body, words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

IDEA = "2026/enklare-felanmalan/idea.md"
FENCED = "Två ord.\n\n```\n# kommentar\n```\n\nTre ord till.\n"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("## Behov\n\nTre enkla ord.\n", 3),
        ("Behov\n-----\n\nTre enkla ord.\n", 3),
        ("<h2>Behov</h2>\n\nTre enkla ord.\n", 3),
        (f"## Behov\n\n{FENCED}", 7),
        ("## Behov\n\nTvå **ord**.\n\n### Mer\n\nEtt.\n\n## Nytta\n\nAnnat.\n", 4),
        ("## Behov ##\n\n| a | b |\n|-|-|\n| c | d |\n", 4),
    ],
)
def test_the_words_of_a_section_are_those_shown(
    changed: Callable[..., Catalogue], written: str, words: int
) -> None:
    """However its heading is written, and whatever looks like one in code."""
    catalogue = changed((IDEA, "## Behov\n\nI dag skickas", f"{written}\n## Bakgrund\n\nI dag skickas"))
    entry = catalogue.by_slug["enklare-felanmalan"]
    gate = catalogue.settings.process.gates["G1"]
    (item,) = [i for i in checklist_of(entry, gate, catalogue.settings) if i.name.in_("sv") == "Behov"]
    assert item.state == "there"
    assert item.evidence.in_("sv") == f"{words} ord"
    section = entry.body.section(["Behov"])
    assert section
    assert writing_of(entry).text.endswith(section.words)
    assert len(section.words.split()) == words


def test_a_section_of_an_older_version_is_what_was_shown_then() -> None:
    """A comment in a fence of code cuts nothing off, and an underlined heading is one."""
    sections = sections_of(f"Inledning.\n\nBehov\n-----\n\n{FENCED}\n## Nytta\n\nEtt.\n")
    assert list(sections) == ["", "Behov", "Nytta"]
    assert words_in(sections["Behov"]) == "Två ord. # kommentar Tre ord till."


def test_where_lines_end_is_no_difference() -> None:
    """What is shown is the same however the lines of a paragraph are broken."""
    assert sections_of("## Behov\n\nEtt två\ntre.\n") == sections_of("## Behov\n\nEtt två tre.\n")


def test_an_address_is_a_difference() -> None:
    """A link that leads elsewhere is another text, though it has the same words."""
    first, second = (sections_of(f"## Behov\n\n[mer](https://{host}.example)\n") for host in "ab")
    assert first != second
    assert words_in(first["Behov"]) == words_in(second["Behov"])


def test_sections_of_one_body_hold_every_word_of_it() -> None:
    """Nothing of a text falls between its sections."""
    body = render_body("Först.\n\n# Ett\n\nA.\n\n### Två\n\nB.\n\n# Ett\n\nC.\n", "ideas/2026/a/idea.md")
    parts = [body.lead, *(f"{section.title} {section.own_html}" for section in body.sections)]
    assert " ".join(words_in(part) for part in parts) == body.words
