"""A section told in short: which words of a body, and where it is cut."""

from __future__ import annotations

import pytest

from idesluss.reading import excerpt
from idesluss.reading.excerpt import Excerpt, excerpt_of
from idesluss.reading.markdown import Block, render_body


def told(markdown: str, longest: int = 700) -> Excerpt | None:
    section = render_body(markdown, "ideas/2026/a/idea.md").section(("Lärdomar", "Lessons"))
    return excerpt_of(section, longest) if section else None


def blocks(markdown: str, longest: int = 700) -> list[tuple[str, str]]:
    found = told(markdown, longest)
    assert found is not None
    return [(block.kind, block.words) for block in found.blocks]


def test_section_ends_at_the_next_heading_as_high() -> None:
    """What stands deeper belongs to it."""
    made = blocks("## Behov\n\nEtt.\n\n## Lärdomar\n\nTvå.\n\n### Mer\n\nTre.\n\n## Nytta\n\nFyra.")
    assert made == [("text", "Två."), ("heading", "Mer"), ("text", "Tre.")]


@pytest.mark.parametrize("heading", ["## lärdomar", "# Lessons", "### LÄRDOMAR"])
def test_heading_in_either_language_and_case(heading: str) -> None:
    assert blocks(f"{heading}\n\nEtt.") == [("text", "Ett.")]


@pytest.mark.parametrize(
    "text", ["", "## Lärdomar", "## Lärdomar\n\n## Nytta\n\nEtt.", "## Behov\n\nLärdomar"]
)
def test_section_that_says_nothing_is_none(text: str) -> None:
    assert told(text) is None


def test_anchor_and_heading_are_those_of_the_body() -> None:
    found = told("## Lessons\n\nOne.")
    assert found == Excerpt("text-lessons", "Lessons", (Block("text", "One."),), is_cut=False)


def test_markup_becomes_words() -> None:
    """Emphasis, links, entities and line breaks leave their words; footnote marks leave nothing."""
    made = blocks(
        "## Lärdomar\n\n**Ett** [två](https://a.example) &lt;tre&gt; & `fyra`[^1]\nfem.\n\n[^1]: Not."
    )
    assert made == [("text", "Ett två <tre> & fyra fem.")]


@pytest.mark.parametrize("list_", ["- Ett\n- Två", "- Ett\n\n- Två", "1. Ett\n2. Två"])
def test_items_of_a_list(list_: str) -> None:
    """Whether the list is tight or loose."""
    assert blocks(f"## Lärdomar\n\n{list_}\n\nSlut.") == [("item", "Ett"), ("item", "Två"), ("text", "Slut.")]


def test_nested_list_and_second_paragraph_of_an_item() -> None:
    made = blocks("## Lärdomar\n\n- Ett\n\n  Mer.\n  - Två\n")
    assert made == [("item", "Ett"), ("text", "Mer."), ("item", "Två")]


@pytest.mark.parametrize(
    "left_out", ["| a | b |\n| - | - |\n| c | d |", "```\nkod = 1\n```", "![Karta](karta.png)"]
)
def test_what_has_no_words_is_left_out_and_told_of(left_out: str) -> None:
    """Tables, code and pictures stand on the idea's page; the excerpt says that there is more."""
    found = told(f"## Lärdomar\n\nEtt.\n\n{left_out}\n")
    assert found is not None
    assert [block.words for block in found.blocks] == ["Ett."]
    assert found.is_cut


def test_cut_between_blocks_and_sentences() -> None:
    """Whole blocks while there is room, then whole sentences; a heading is never left alone."""
    long = "En mening med ungefär så här många tecken i sig. " * 5
    found = told(f"## Lärdomar\n\n{long}\n\n### Mer\n\n{long}", longest=300)
    assert found is not None
    assert found.is_cut
    assert [block.kind for block in found.blocks] == ["text"]
    shorter = told(f"## Lärdomar\n\n{long}\n\n{long}", longest=400)
    assert shorter is not None
    assert shorter.blocks[1].words == ("En mening med ungefär så här många tecken i sig. " * 3).strip()


def test_sentence_without_end_is_cut_between_words() -> None:
    assert excerpt.shortened("ord " * 50, 20) == "ord ord ord ord…"
    assert excerpt.shortened("o" * 50, 20) == "o" * 19 + "…"
    assert excerpt.shortened("kort", 20) == "kort"
