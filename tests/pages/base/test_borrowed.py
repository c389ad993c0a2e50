"""Words that a language lacks: told in another, and shown as being in it."""

from __future__ import annotations

import pytest

from idesluss.pages.base.borrowed import is_whole, said, shown, unmarked
from idesluss.words import LANGUAGES, tables

LACKING = "nav.ideas"


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> str:
    """Words in English as they would be said by a language that lacks some of them."""
    whole = tables._table("en")
    monkeypatch.setattr(tables, "_table", lambda code: {} if code == "xx" else whole)
    return said(LACKING, "xx")


def test_the_shipped_languages_lack_nothing() -> None:
    assert all(map(is_whole, LANGUAGES))
    assert said(LACKING, "en") == "Ideas"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>{}</p>", '<p><span lang="sv">Ideas</span></p>'),
        ("<p>Now: {}, {}.</p>", '<p>Now: <span lang="sv">Ideas</span>, <span lang="sv">Ideas</span>.</p>'),
        ('<a title="{}" href="x">x</a>', '<a title="Ideas" href="x">x</a>'),
        ("<title>{} – x</title><p>{}</p>", '<title>Ideas – x</title><p><span lang="sv">Ideas</span></p>'),
        ("<option>{}</option>", "<option>Ideas</option>"),
        ("<text x='1'>{}</text>", "<text x='1'><tspan lang=\"sv\">Ideas</tspan></text>"),
        ("<script>{}</script>{}", '<script>Ideas</script><span lang="sv">Ideas</span>'),
        ("{}", '<span lang="sv">Ideas</span>'),
        ("<p>nothing</p>", "<p>nothing</p>"),
    ],
)
def test_borrowed_words_stand_in_an_element_of_their_language(lacking: str, html: str, expected: str) -> None:
    """Where an element can stand; in attributes and in text without markup they stand bare."""
    assert shown(html.replace("{}", lacking)) == expected


def test_marks_are_taken_away_where_no_language_can_be_told(lacking: str) -> None:
    assert unmarked(lacking) == "Ideas" != lacking
