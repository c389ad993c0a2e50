"""Bodies are rendered as on GitHub, and nothing but the allow-list comes out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.reading import markdown as body
from idesluss.reading.markdown import ROOT, FileLink, Picture, render_body, sanitizer
from tests.support.allow_list import not_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from idesluss.reading.markdown import Body


PATH = "ideas/2026/a/idea.md"


def render(markdown: str) -> Body:
    return render_body(markdown, PATH)


@pytest.fixture(autouse=True)
def nothing_swallowed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The sanitizer swallows what its callback raises; a test must not."""
    raised: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", raised.append)
    yield
    assert raised == []


def test_headings_begin_below_the_pages_title_without_gaps() -> None:
    """The highest becomes h2, deeper ones follow step by step, each with an id of its own."""
    made = render("# Ett\n\n### Två\n\n###### Tre\n\n# Ett\n\ntext\n")
    assert [(section.level, section.title, section.id) for section in made.sections] == [
        (2, "Ett", "text-ett"),
        (3, "Två", "text-tva"),
        (4, "Tre", "text-tre"),
        (2, "Ett", "text-ett-1"),
    ]
    assert not_allowed(made.html) == []


@pytest.mark.parametrize(
    ("markdown", "has_it"),
    [
        ("## Behov\n\ntext", True),
        ("## BEHOV \n\n![bild](a.png)", True),
        ("# Behov\n\n## Mer\n\ntext", True),
        ("Behov\n---\n\ntext", True),
        ("## Behov\n\n## Nytta\n\ntext", False),
        ("## Behov\n", False),
        ("## Behov\n\n&nbsp;\n", False),
        ("## Behov\n\n<!-- text -->\n", False),
        ("## Behovet\n\ntext", False),
        ("**Behov**\n\ntext", False),
        ("```\n## Behov\n\ntext\n```", False),
        ("text[^1]\n\n## Behov\n\n[^1]: fotnot\n", False),
        ("## Behov\n\n### Mer\n\n#### Ännu mer\n", False),
        ("## Behov\n\n.", False),
        ("## Behov\n\n–", False),
        ("## Behov\n\n> …", False),
        ("## Behov\n\n- [ ] \n- [x] .", False),
        ("## Behov\n\n*T.B.D.*", False),
        ("## Behov\n\nATT GÖRA!", False),
        ("## Behov\n\nxxx", False),
        ("## Behov\n\n- TBD\n- tbd\n- Kommer senare.", False),
        ("## Behov\n\nKommer hit gör den som väntar.", True),
        ("## Behov\n\n![](bild.png)", False),
        ("## Behov\n\n[^1]\n\n[^1]: fotnot\n", False),
        ("## Behov\n\nLorem ipsum dolor sit amet.", False),
        ("## Behov\n\n<details><summary>…</summary></details>", False),
        ("## Behov\n\n![En gata i regn](bild.png)", True),
        ("## Behov\n\n### Mer\n\ntext som säger något", True),
        ("## Behov\n\nJa.", True),
        ("## Behov\n\nAtt göra gatan trygg.", True),
        ("## Behov\n\n| år | antal |\n| - | - |\n| 2024 | 17 |", True),
        ("## Behov\n\n\u062d\u0627\u062c\u0629", True),
    ],
)
def test_a_section_has_a_heading_and_says_something(markdown: str, *, has_it: bool) -> None:
    """An empty section is no section."""
    assert (render(markdown).section(["Behov"]) is not None) is has_it


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[a](mailto:a@b.se) [b](javascript:alert(1))", ("body.scheme", "javascript:alert(1)")),
        ("[a](#behov) [b](#nytta)\n\n## Behov", ("body.anchor", "#nytta")),
        ("![a](https://a.se/a.png)", ("body.image_elsewhere", "https://a.se/a.png")),
        ("[a](https://a.se) [b](tel:+46700000000)", ("body.scheme", "tel:+46700000000")),
        ("![a](data:image/png;base64,x)", ("body.image_elsewhere", "data:image/png;base64,x")),
        ("<a class=x href='DATA:text/html,x'>a</a>", None),
        ("[a](https://a.se) [b]() [c](<>) ![d]()", ("body.empty", "]()")),
        ("[a](#behov-p%C3%A5-sikt) [b](#behov-på)\n\n## Behov på sikt", ("body.anchor", "#behov-p%C3%A5")),
    ],
)
def test_links_that_lead_nowhere_are_told_once(markdown: str, expected: tuple[str, str] | None) -> None:
    """A complaint names the target, after good ones before it, and once however often it stands there."""
    for text in (markdown, f"{markdown}\n\n{markdown}"):
        made = render(text)
        told = [(key, target) for key, target, _ in made.complaints]
        assert told == ([expected] if expected else told[:1])
        assert not_allowed(made.html) == []


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Behov på sikt", ["behov-på-sikt", "behov-pa-sikt"]),
        ("IT/data & mer – nu", ["itdata--mer--nu", "itdata-mer-nu"]),
        ("Får_vi `kod`?", ["får_vi-kod", "far-vi-kod"]),
        ("Behov\n\n## Behov", ["behov", "behov-1"]),
        ("!", ["section"]),
    ],
)
def test_a_heading_has_the_name_it_has_on_github(heading: str, names: list[str]) -> None:
    """A link to it may be written as there or in ASCII."""
    for name in names:
        made = render(f"[a](#{name})\n\n## {heading}\n\ntext")
        assert made.complaints == []
        assert not_allowed(made.html) == []


def test_links_to_other_files_and_pictures_are_told_of() -> None:
    """As they are written, and as the paths below the catalogue's root that they mean."""
    made = render("[a](../b/idea.md#å) [c](../b/idea.md) [d](#a) ![E](e.png)\n\n## A")
    assert made.links == [
        FileLink("../b/idea.md#%C3%A5", "ideas/2026/b/idea.md", "%C3%A5"),
        FileLink("../b/idea.md", "ideas/2026/b/idea.md"),
    ]
    assert made.pictures == [Picture("e.png", "ideas/2026/a/e.png", "E")]
    assert made.anchors() == {"text-a"}
    assert made.complaints == []


@pytest.mark.parametrize("target", ["//evil.example/x", "../../../../etc/passwd", "/etc/passwd", 'a"onx=1'])
def test_a_link_to_a_file_is_a_mark_that_nothing_on_the_web_answers_to(target: str) -> None:
    """Whoever shows the body puts an address there, or takes the mark away."""
    made = render(f"[a](<{target}>)")
    assert made.html.startswith(f'<p><a href="{ROOT}')
    assert not_allowed(made.html) == []


@pytest.mark.parametrize("markdown", ["[a](b.md)", "![a](b.png)", "<a href=b.md>a</a>"])
def test_what_the_callback_raises_is_not_lost(markdown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sanitizer swallows exceptions of its callback."""

    def failing(*_: object) -> str:
        raise LookupError(markdown)

    monkeypatch.setattr(sanitizer.Sanitizer, "_path", failing)
    with pytest.raises(LookupError):
        render(markdown)


def test_complaints_are_bounded() -> None:
    """A thousand broken links are not a thousand problems."""
    made = render("".join(f"[a](#b{n})\n" for n in range(1000)))
    assert len(made.complaints) == body.MAX_COMPLAINTS


def test_headings_written_as_html_are_headings_too() -> None:
    """Nested ones become one, a language stays, another id goes."""
    made = render('<h1 lang="en" id="a">Ett</h1>\n\n<H1><A><H1>Två</H1>\n')
    assert '<h2 id="text-ett" lang="en">Ett</h2>' in made.html
    assert [section.level for section in made.sections] == [2, 2]
    assert not_allowed(made.html) == []


def test_lists_tables_and_tasks() -> None:
    """GitHub's additions come out with words for those who listen."""
    made = render("- [x] gjort\n- [ ] kvar\n\n| a | b |\n|---|--:|\n| 1 | ~~2~~ |\n")
    assert '<span class="task task--done">☑</span> gjort' in made.html
    assert '<span class="task">☐</span> kvar' in made.html
    assert '<div class="table-scroll" role="region" tabindex="0"' in made.html
    assert '<td align="right"><del>2</del></td>' in made.html
    assert not_allowed(made.html) == []


@pytest.mark.parametrize("attribute", ["title", "id", "href", "lang"])
def test_a_task_mark_in_an_attribute_stays_out_of_the_page(attribute: str) -> None:
    """What looks like a task in an attribute does not break the attribute."""
    made = render(f'<a {attribute}=\'https://a.se <input type="checkbox" disabled="" /> b\'>a</a>')
    assert "task" not in made.html
    assert not_allowed(made.html) == []


@pytest.mark.parametrize("code", ["&#8203;", "&#x202E;", "&zwnj;", "&#xE000;", "&#xE001;", "&#0;", "&shy;"])
def test_hidden_characters_as_entities_are_refused(code: str) -> None:
    """A hidden character cannot be written as a code, nor our own marks forged."""
    made = render(f"## Behov\n\nord{code}ord\n")
    assert made.html == ""
    assert [key for key, _, _ in made.complaints] == ["body.hidden_character"]


@pytest.mark.parametrize(
    "markdown",
    [
        ">" * 20_000 + "a",
        "<b>" * 20_000,
        "* " * 5_000 + "a",
        "<div>" * 200,
        "|a" * 3_000 + "\n" + "|-" * 3_000,
    ],
)
def test_depth_and_size_are_bounded(markdown: str) -> None:
    """Endless nesting is refused, or comes out flat, but is never endless work."""
    made = render(markdown)
    assert made.complaints[:1] == [("body.unbounded", "", {})] or len(made.html) < body.MAX_OUTPUT


@pytest.mark.parametrize(("markdown", "is_refused"), [("> " * 99 + "a", False), ("> " * 100 + "a", True)])
def test_elements_nest_no_deeper_than_the_limit(markdown: str, *, is_refused: bool) -> None:
    """A paragraph within so many quotations passes, and within one more it does not."""
    made = render(markdown)
    assert (made.complaints == [("body.unbounded", "", {})]) is is_refused
    assert (made.html == "") is is_refused


def test_an_image_has_no_other_address_than_ours() -> None:
    """Pictures come from the catalogue only, also through HTML."""
    made = render_body("<img src=https://a.se/x.png srcset='//b.se/y 2x' onerror=alert(1)>", PATH)
    assert "a.se" not in made.html
    assert not_allowed(made.html) == []


MARKDOWN = st.text("[](){}<>!#*_`~|-+:.\n \"'=/&;\\abjscriptonifx01", max_size=150)
PIECES = """
<script> </script> <b <a href= javascript: " > onload= alert(1) <svg> <math> <style> </style> <!-- --> <iframe
src= <p> </p> <table> <td> <![CDATA[ ]]> <? <noscript> <textarea> </textarea> &lt; &#106; <h1 id=x> </h1> <H2>
<section> ` | |-| [^1] [^1]: # - [x] > * _ <input_type="checkbox"_disabled=""_/>
"""
PARTS = [part.replace("_", " ") for part in PIECES.split()]
HTML = st.lists(st.sampled_from([*PARTS, "\n", "\n\n", " ", "'"]), max_size=25).map("".join)


@given(st.text(max_size=200) | MARKDOWN | HTML)
def test_whatever_is_written_only_the_list_comes_out(markdown: str) -> None:
    """No text raises, and no script, handler, frame or odd address comes out."""
    made = render(markdown)
    assert not_allowed(made.html) == []
    assert all(mark not in made.html for mark in "\ue001\ue002")
    assert all(not_allowed(section.html) == [] for section in made.sections)
