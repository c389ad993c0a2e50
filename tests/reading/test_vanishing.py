"""Text that would vanish is told with its place; what is seen, or is no text, is let be."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from idesluss.reading.markdown import allowed_attributes, foreign_elements, render_body, vanishing

PATH = "ideas/2026/a/idea.md"


def told(markdown: str) -> list[tuple[str, str]]:
    """The kind of each thing that takes text away, and what stands in the text at its place."""
    found = render_body(markdown, PATH).vanishing
    return [(sign, markdown[at : at + len(written)]) for sign, written, at in found]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("Till <namn>.", [("element", "<namn>")]),
        ("Till <namn> och <b>mer</b> </namn>.", [("element", "<namn>")]),
        ("<template>a</template>", [("element", "<template>")]),
        ("a\n\n<!-- b\n\nc <namn>", [("comment", "<!-- b")]),
        ("<!DOCTYPE möte>", [("declaration", "<!DOCTYPE möte>")]),
        ("a\n\n<?php b\n", [("declaration", "<?php b")]),
        ("a <![CDATA[ b ]]> c", [("declaration", "<![CDATA[ b ]]>")]),
        ("<https://a.example/b=<c>", [("element", "<c>")]),
        ("a <b och c> d", [("element", "<b och c>")]),
        ("<div\nord", [("element", "<div")]),
        ("`<namn>` och <namn>", [("element", "<namn>")]),
        ("https://namn.example <namn>", [("element", "<namn>")]),
        ("[a](namn.md) <namn>", [("element", "<namn>")]),
        ("- a\n\n  > till <namn>\n", [("element", "<namn>")]),
        ("a[^1]\n\n[^1]: till <namn>", [("element", "<namn>")]),
        ("|a|\n|-|\n|1|två|", [("words", "två")]),
        ("[^1]: ensam", [("words", "ensam")]),
        ("[Obs]: viktigt", [("words", "viktigt")]),
        ("```py ord\nx\n```", [("words", "ord")]),
    ],
)
def test_what_takes_text_away_is_told_where_it_begins(markdown: str, found: list[tuple[str, str]]) -> None:
    """Once, by its cause."""
    assert told(markdown) == found


@pytest.mark.parametrize(
    "markdown",
    [
        "`<namn>` och ``<!-- ` ``",
        "```\n<namn> <!-- <?x\n```",
        "~~~html\n<b och c>\n~~~",
        "    <namn>\n",
        "- a\n\n      <namn>\n",
        "&lt;namn&gt; &#60;namn> \\<namn>",
        "<https://a.example/å?b=c> <a@b.example> www.a.example a@b.example",
        "3 < 5, a <- b -> c, <3, x<y och <>",
        "a <!-- b",
        "x <!-- y --> z",
        "<!-- y\n\nz `<b>`\n\n-->\n\nå",
        "<details open>\n<summary>a</summary>\n\n**b**\n\n</details>",
        '<p align="center">a<br/>b</p>',
        '<a href="https://a.example/b" title="c">https://a.example/b</a>',
        "<kbd>Ctrl</kbd>+<kbd>C</kbd>, x<sub>2</sub>",
        "<SCRIPT>syns</SCRIPT>",
        '[a](<b c.md> "d") ![e <f](g.png)',
        "[a], [b][a]\n\n[a]: <b c.md> 'd'",
        "a[^n]\n\n[^n]: b\n\n    c",
        "|a|b|\n|-|-|\n|1|`x\\|y`|",
        "```py\nx\n```\n\n~~~\ny\n~~~",
        "- [x] gjort\n1. ett\n2) två",
        "# a\n\nb\n===\n\n* * *\n",
        "_a_b *c*d ~~e~~ f\\\ng",
    ],
)
def test_what_is_seen_or_is_no_text_is_let_be(markdown: str) -> None:
    """Code, addresses, entities, comments that end, and elements that may be there."""
    assert told(markdown) == []


# Words are put between these, which begin and end all that can hide something.
_PIECES = (
    *(
        "<!--",
        "-->",
        "--",
        "<!",
        "<!D",
        "<?",
        "?>",
        "<![CDATA[",
        "]]>",
        "<",
        ">",
        "/>",
        "</",
        "<b",
        "<b>",
        "</b>",
    ),
    *(
        "<namn>",
        "</namn>",
        "<template>",
        "<div",
        "<div>",
        "</div>",
        "<details>",
        "<svg>",
        "<title>",
        "<table>",
    ),
    *(
        "<td>",
        "<select>",
        "<math>",
        "<a href=",
        '"',
        "'",
        "=",
        "<br>",
        "<p>",
        "</p>",
        "<https://a.se/",
        "<a@b.se",
    ),
    *(
        "`",
        "``",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "\n\n    ",
        "\n- ",
        "\n> ",
        "\n# ",
        "\n1. ",
        "|",
        "\n|-|-|\n",
        "\\",
    ),
    *(
        "[",
        "]",
        "](",
        ")",
        "]: ",
        "\n[a]: ",
        "[^1]",
        "\n[^1]: ",
        "![",
        "*",
        "_",
        "&lt;",
        "&",
        " ",
        "  \n",
        "\t",
    ),
)
_WORDS = st.integers(0, 40).map("ord{}".format)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_WORD = re.compile(r"ord[0-9]+")


@given(st.lists(st.sampled_from(_PIECES) | _WORDS, max_size=14).map("".join))
@example("<!--ord1-->ord2<!--ord3")
@example("<a href=ord1>ord2</a>")
@example("[a](ord1) <ord2>")
@example("[<!--]: ord0")
def test_no_text_vanishes_unsaid(markdown: str) -> None:
    """Each word is on the page, in an address, within a comment that ends, or something is told."""
    body = render_body(markdown, PATH)
    if body.vanishing or body.complaints:
        return
    kept = f"{body.words} {body.html} {' '.join(link.written for link in body.links)}"
    kept += " ".join(picture.written for picture in body.pictures)
    kept += " ".join(_COMMENT.findall(markdown))
    kept += " ".join(_attributes_of_allowed(markdown))
    kept += " ".join(_languages(markdown))
    assert set(_WORD.findall(markdown)) - set(_WORD.findall(kept)) == set()


def _attributes_of_allowed(markdown: str) -> list[str]:
    """What stands in the tags of elements that may be there: they are no text."""
    names = "|".join(sorted(allowed_attributes(), key=len, reverse=True))
    return re.findall(rf"<(?:{names})\s[^<>]*>", markdown)


def _languages(markdown: str) -> list[str]:
    """The language of a code block, and the name of a link's address or of a footnote."""
    return re.findall(r"(?:```+|~~~+)\s*\S+|\[[^\]\n]*\]", markdown)


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("<script>a</script>", [("element", "<script>")]),
        ("`<script>`\n\n    <script>\n", []),
        ('<b onclick="a" lang="sv">b</b>', [("attribute", "onclick")]),
        ('<details open><a href="b">c</a></details>', []),
        ("a <!-- b", [("comment", "<!-- b")]),
        ("<!-- a --> <https://a.example> <a@b.example>", []),
    ],
)
def test_foreign_elements_are_told_though_they_are_seen_here(
    markdown: str, found: list[tuple[str, str]]
) -> None:
    """Another renderer would hand them to the browser."""
    signs = foreign_elements(markdown, allowed_attributes())
    assert [(sign, written) for sign, written, _ in signs] == found


@given(st.text("|-: \nab>*1\\", max_size=40))
@example("|a|\n|-|\n|1|två|")
@example("> a | b\n> --|--\n> 1 | 2 | 3")
@example("- |a|\n  |-|\n  |1|2|")
@example("|a|b|\n|:--|--:|\n|1|2\\|3|4|")
def test_cells_are_told_as_by_a_look_at_every_word(markdown: str) -> None:
    """Where signs alone say that no cell is too many, none is."""
    quick = told(markdown)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vanishing, "_has_room_for_cells", lambda _: False)
        assert told(markdown) == quick
