"""Mechanical repairs: what they mend, what they leave, and that a file says the same afterwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.reading.document import parse_document
from idesluss.reading.repair import repair_difference, repaired
from tests.support import project

PATH = "ideas/2026/x/idea.md"
TIDY = "---\ntitle: Å\nsummary: En text\nsubmitted: 2026-01-02\n---\n\n## Behov\n\nOrd.\n"


@pytest.mark.parametrize(
    "untidy",
    [
        TIDY.replace("\n", "\r\n"),
        TIDY.replace("\n", "\r"),
        "\ufeff" + TIDY,
        TIDY.replace("Å", "A\u030a"),
        TIDY.replace("Å\n", "Å \t\n"),
        TIDY.replace("Ord.", "Ord. "),
        TIDY.replace("\n\n## Behov", "\n   \n## Behov"),
        TIDY.replace("title: Å\n", "").replace("---\n\n", "title: Å\n---\n\n", 1),
        TIDY.replace("2026-01-02", '"2026-01-02"'),
        TIDY.replace("2026-01-02", "'2026-01-02'"),
        TIDY.rstrip("\n"),
        TIDY + "\n\n\n",
        TIDY,
    ],
)
def test_each_mistake_is_mended_alone(untidy: str) -> None:
    """Line ends, mark, å, blanks, order, quotation marks, end of file: all lead to the tidy file."""
    assert repaired(PATH, untidy.encode()).decode() == TIDY


def test_notes_follow_their_field() -> None:
    """A note above a field belongs to it, also when the field moves."""
    untidy = "---\nsummary: En text\n# kort och klar\ntitle: Å\n---\n"
    assert (
        repaired(PATH, untidy.encode()).decode() == "---\n# kort och klar\ntitle: Å\nsummary: En text\n---\n"
    )


@pytest.mark.parametrize(
    "kept",
    [
        TIDY.replace("Ord.", "Ord.  \nNy rad."),
        TIDY.replace("summary: En text", "summary: |\n  två blanka  \n  sist"),
        TIDY.replace("En text", "'Så här: 2026'"),
        TIDY.replace("title: Å", "title: [oavslutad"),
    ],
)
def test_what_means_something_stays(kept: str) -> None:
    """Breaks of a line, blanks within a text, needed quotation marks, and what cannot be read."""
    assert repaired(PATH, kept.encode()).decode() == kept


def test_bytes_that_are_no_text_stay() -> None:
    """A file in another encoding is told of by the check, and not touched."""
    assert repaired(PATH, TIDY.encode("latin-1")) == TIDY.encode("latin-1")


def test_the_difference_shows_what_cannot_be_seen() -> None:
    """A mark and other line ends are written out in the difference."""
    shown = repair_difference(PATH, ("\ufeff" + TIDY.replace("\n", "\r\n")).encode(), TIDY.encode())
    assert "-␀BOM ---␍" in shown
    assert "+---\n" in shown


def test_real_files_say_the_same_afterwards() -> None:
    """The files of the cases keep every field and every word, in whatever order they were."""
    for path in project.BASE.rglob("*.*"):
        if path.suffix in {".md", ".yml"}:
            name = path.relative_to(project.BASE.parent).as_posix()
            old, new = (
                parse_document(name, made) for made in (path.read_bytes(), repaired(name, path.read_bytes()))
            )
            assert (old.front.plain(), old.body) == (new.front.plain(), new.body)


_LINES = st.sampled_from(
    [
        "title: A",
        "title: B",
        "submitted: '2026-01-02'",
        "# en not",
        "  - x: 1",
        "sources:",
        "",
        "  ",
        "summary: |",
        "  text  ",
        "---",
        "x",
        "- a",
    ]
)


@given(st.lists(_LINES, max_size=12), st.lists(_LINES, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_a_repair_never_changes_what_a_file_says(front: list[str], body: list[str], end: str) -> None:
    """Whatever the lines: the same fields and the same text, and a second repair finds nothing."""
    before = end.join(["---", *front, "---", *body, ""]).encode()
    after = repaired(PATH, before)
    old, new = (parse_document(PATH, content) for content in (before, after))
    if not old.problems:
        assert not new.problems
        assert old.front.plain() == new.front.plain()
        assert old.markdown.split() == new.markdown.split()
    assert repaired(PATH, after) == after
