"""Text from other systems: scrambled letters put right, HTML as Markdown, and nothing of persons."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.importing.text_repair import as_line, as_markdown, unscrambled, without_persons
from idesluss.reading.markdown import render_body
from idesluss.words.characters import hidden_characters


@pytest.mark.parametrize(
    ("scrambled", "text"),
    [
        (
            "MÃ¥l 2 Regional konkurrenskraft och sysselsÃ¤ttning",
            "Mål 2 Regional konkurrenskraft och sysselsättning",
        ),
        ("MalÃ¥", "Malå"),
        ("RMGÂ® The New Standard", "RMG® The New Standard"),
        ("cityâ€™s parking", "city’s parking"),
        ("Åsa på Öland", "Åsa på Öland"),
        ("防災マップ 🚀", "防災マップ 🚀"),
    ],
)
def test_scrambled_letters_are_put_right(scrambled: str, text: str) -> None:
    """And letters that are right stay."""
    assert unscrambled(scrambled) == text


def test_markup_becomes_markdown() -> None:
    html = (
        "Syfte:\r\n<p>Projektet <b>Alfa</b> svarar.</p>\r\n\r\nRad två &amp; tre\r\n<h1>Rubrik</h1>"
        '<ul><li>ett</li><li>två <a href="https://storby.example/">länk</a> <a href="/x">hit</a></li></ul>'
        '<script>alert(1)</script> 2 &lt;b 3 <a href="javascript:x">y</a>'
    )
    assert as_markdown(html) == (
        "Syfte:\n\nProjektet **Alfa** svarar.\n\nRad två & tre\n\n### Rubrik\n\n- ett\n"
        "- två [länk](https://storby.example/) hit\n\n2 \\<b 3 y"
    )


def test_text_that_is_no_markup_is_as_it_was_typed() -> None:
    """Signs that Markdown would take for something else are escaped."""
    assert as_markdown("Mindre än <5 %\n# nej\n- a\n- b") == "Mindre än \\<5 %\n\\# nej\n- a\n- b"
    assert as_line("R&amp;D <b>på</b>\nriktigt") == "R&D på riktigt"


@given(st.text(max_size=200))
def test_whatever_the_text_the_page_shows_it(text: str) -> None:
    """Nothing is hidden, and nothing of it vanishes from the page."""
    marked = as_markdown(text)
    assert list(hidden_characters(marked)) == []
    assert render_body(marked, "ideas/2026/a/idea.md").vanishing == []


def test_numbers_and_addresses_of_persons_are_left_out() -> None:
    text = "Ring Kim, 070-123 45 67, eller skriv till kim.ek@gmail.com."
    bare, count = without_persons(text, "(person)", dt.date(2026, 11, 23))
    assert (bare, count) == ("Ring Kim, (person), eller skriv till (person).", 2)
