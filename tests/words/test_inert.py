"""Somebody's words in a reviewer's Markdown stay words: as code that they cannot end, or as a sentence."""

from __future__ import annotations

import html

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.words.characters import plain
from idesluss.words.inert import inert, quiet

JOINER = "\u2060"
SIGNS = st.text("`*_[]()#|<>~&@\\! ab1\n", min_size=1, max_size=40).filter(str.strip)


def rendered(markdown: str) -> str:
    """As GitHub renders it within a sentence."""
    made = cmarkgfm.github_flavored_markdown_to_html(f"Idén {markdown} ändrades.")
    assert made.startswith("<p>Idén ")
    return str(made).strip().removeprefix("<p>Idén ").removesuffix(" ändrades.</p>")


@given(SIGNS)
def test_words_cannot_end_their_code(words: str) -> None:
    """However many grave accents they hold, all of them stand within one piece of code."""
    made = rendered(inert(words))
    assert made.count("<code>") == made.count("</code>") == 1
    assert made.startswith("<code>")
    assert made.endswith("</code>")
    assert html.unescape(made[6:-7]).strip() == plain(words, 120).strip()


@given(SIGNS)
def test_a_sentence_is_the_words_and_no_markup(words: str) -> None:
    """No link, no emphasis, no HTML; what is shown is what was written."""
    made = rendered(quiet(words))
    assert "<" not in made
    assert html.unescape(made).replace(JOINER, "").strip() == plain(words, 400).strip()


@pytest.mark.parametrize("words", ["@alla", "hej @storby/granskare", "#17", "a@b.example", "GH@#1"])
def test_nobody_is_called(words: str) -> None:
    """An at sign or number sign is parted from what follows by a character that is not seen."""
    made = html.unescape(rendered(quiet(words)))
    assert made.replace(JOINER, "") == words
    for sign in "@#":
        assert made.count(sign) == made.count(sign + JOINER)
