"""Somebody's words in a reviewer's Markdown stay words: as code that they cannot end, or as a sentence."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given, settings
from hypothesis import strategies as st

from idesluss.words.characters import hidden_characters, plain
from idesluss.words.inert import inert, quiet

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNS = (
    *"`*_[]()#|<>~&@\\!$:=+-1. ab\n\t",
    *("\u00a0", "\u2060", "www.x.se", "http://x.se", "HTTPS://", "ftp://x.se", "mailto:a", "xmpp:a@b.se"),
    *(
        "a@b.se",
        "@alla",
        "#17",
        "GH-12",
        "a/b#1",
        "deadbeef1",
        ":tada:",
        "1. ",
        "1) ",
        "- ",
        "+ ",
        "===",
        ":-",
    ),
    *(
        "![x](y)",
        "[x](y)",
        "[x]: y",
        "[^1]",
        "<b>",
        "<!--",
        "<http://x.se>",
        "&#64;",
        "&lt;",
        "```",
        "---",
        "åäö",
    ),
)
WORDS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=10).map("".join).filter(str.strip)
# Every kind of place that the reports have for somebody's words, and some that they have not.
PLACES = (
    *("{}", "Idén {} ändrades.", "> {}", "- {}", "# {}", "## {}", "> **Behov:** {}", "- ✗ {}: {}", "*{}*"),
    *(
        "**{}**",
        "({})",
        "före\n{}\nefter",
        "{}; {}",
        "- {} – {} ({})",
        "<details><summary>2</summary>\n\n- {}\n",
    ),
)
# What GitHub makes a link, a mention or a picture of, after it has read the Markdown.
MEANT = re.compile(r"@|#\d|www\.|://|\$|\bGH-\d|:\w+:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])", re.IGNORECASE)
_OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES


def rendered(markdown: str) -> str:
    """As GitHub renders it, before it takes away what it allows nobody."""
    extensions = ["table", "autolink", "strikethrough", "tasklist"]
    made = cmarkgfm.markdown_to_html_with_extensions(markdown, options=_OPTIONS, extensions=extensions)
    return str(made)


def without_code(made: str) -> str:
    return re.sub(r"<code>.*?</code>", "", made, flags=re.DOTALL)


def markup(made: str) -> list[str]:
    """Every tag outside code."""
    return re.findall(r"<[^>]*>", without_code(made))


def does_nothing(place: str, words: str, form: Callable[[str], str]) -> bool:
    """Whether the words make no markup there that an ordinary word does not, and mean nothing to GitHub."""
    made = rendered(place.replace("{}", form(words)))
    return markup(made) == markup(rendered(place.replace("{}", "ord"))) and not MEANT.search(
        html.unescape(without_code(made))
    )


@given(WORDS, st.sampled_from(PLACES), st.sampled_from([inert, quiet]))
@example("\\`http://x.se", "Idén {} ändrades.", quiet)
@example("`www.x.se", "- ✗ {}: {}", quiet)
@settings(max_examples=1500)
def test_words_do_nothing_wherever_they_stand(words: str, place: str, form: Callable[[str], str]) -> None:
    """No link, picture, HTML, mention, number of an issue, heading, list or table comes of them."""
    assert does_nothing(place, words, form)


@pytest.mark.parametrize(
    "words",
    [
        "[x](y)",
        "![x](y)",
        "http://x.se",
        "www.x.se",
        "a@b.se",
        "<b>x</b>",
        "@alla",
        "#17",
        "GH-12",
        "*a*",
        "$x$",
    ],
)
def test_the_words_as_they_are_do_something(words: str) -> None:
    """Else nothing would be shown by what stands above."""
    assert not does_nothing("Idén {} ändrades.", words, str)


@given(WORDS)
def test_words_cannot_end_their_code(words: str) -> None:
    """However many grave accents they hold, all of them stand within one piece of code."""
    made = rendered(f"Idén {inert(words)} ändrades.")
    code = made.removeprefix("<p>Idén <code>").removesuffix("</code> ändrades.</p>\n")
    assert "<" not in code
    assert html.unescape(code).strip() == plain(words.replace("\u00a0", " "), 120).strip()


@given(WORDS)
def test_a_sentence_says_what_was_written(words: str) -> None:
    """All of it, but for spaces and the grave accents that begin and end code."""
    shown = html.unescape(re.sub(r"<[^>]*>", "", rendered(quiet(words))))
    written = plain(words.replace("\u00a0", " "), 400)
    assert re.sub(r"[`\s]", "", shown) == re.sub(r"[`\s]", "", written)


@given(WORDS)
def test_nothing_is_added_that_cannot_be_seen(words: str) -> None:
    for form in (inert, quiet):
        assert not list(hidden_characters(form(words)))
        assert "\u2060" not in form(words)


def test_a_sentence_keeps_its_code() -> None:
    """What a remedy says to write can be copied as it stands."""
    assert quiet("Skriv `## Lärdomar` och `stage: idea`.") == "Skriv `## Lärdomar` och `stage: idea`."
    assert quiet("`a` `b`") == "`a` `b`"
