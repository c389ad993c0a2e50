"""Hand-written pages, as MkDocs has rendered them: what its extensions write stays, what runs does not."""

from __future__ import annotations

import re

import pytest

from idesluss.reading.markdown import cleaned_page
from tests.support.allow_list import not_allowed
from tests.support.vectors import hostile_bodies


@pytest.mark.parametrize(
    "content",
    [
        '<h2 id="rubrik">Rubrik</h2>\n<p>Ett <a href="../om/">ord</a> och <code>&lt;namn&gt;</code>.</p>',
        '<div class="admonition note">\n<p class="admonition-title">Obs</p>\n</div>',
        '<div class="highlight"><pre><span></span><code><span class="nt">a</span></code></pre></div>',
        '<table>\n<thead>\n<tr>\n<th style="text-align:left">a</th>\n</tr>\n</thead>\n</table>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
        '<p><img alt="Karta" src="../images/karta.png"></p>',
        "<details open><summary>a</summary>b</details>",
    ],
)
def test_what_mkdocs_writes_is_left_as_it_is(content: str) -> None:
    """Pages look as they did."""
    cleaned, taken_away = cleaned_page(content)
    assert (cleaned.replace('open=""', "open"), taken_away) == (content, [])


# What a page may have and an idea may not: names to be styled and led to, its own heading, and the way to
# other pages, which MkDocs has written.
_OF_PAGES = re.compile(r"<h1>|<\w+ (?:class|id|name)=|<a href='(?![\w\s]*:)|<img src='(?![\w\s]*:|//)")


def test_hostile_markup_leaves_nothing() -> None:
    """Whatever it is, nothing of it is run."""
    assert len(hostile_bodies()) > 80
    for body in hostile_bodies():
        left = not_allowed(cleaned_page(body)[0])
        assert [found for found in left if not _OF_PAGES.match(found)] == [], body


@pytest.mark.parametrize(
    ("content", "cleaned", "taken_away"),
    [
        ("<script>a</script>b", "b", ["<script>"]),
        ('<b onclick="a">b</b>', "<b>b</b>", ["<b onclick>"]),
        ('<p style="position:fixed">b</p>', "<p>b</p>", ["<p style>"]),
        ('<a href="javascript:a">b</a>', "<a>b</a>", ["<a href>"]),
        ('<img src="https://a.example/b.png" alt="c">', '<img alt="c">', ["<img src>"]),
        ('<iframe src="a"></iframe>b', "b", ["<iframe src>", "<iframe>"]),
        ("<namn>b</namn>", "b", ["<namn>"]),
        ("a<?php b?>c", "ac", ["<?php b?>"]),
        ("a<!-- b -->c", "ac", []),
    ],
)
def test_what_may_not_stand_there_is_taken_away_and_named(
    content: str, cleaned: str, taken_away: list[str]
) -> None:
    """The page is safe also where nobody heeds the warning."""
    assert cleaned_page(content) == (cleaned, taken_away)
