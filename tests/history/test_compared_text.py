"""Two texts beside each other: nothing is lost on either side, and what is alike is told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from idesluss.history import compared_text
from idesluss.history.compared_text import ChangedBlock, ComparedPart, changed_blocks

if TYPE_CHECKING:
    import pytest

WORDS = st.lists(st.sampled_from(["a", "b", "sju", "hus", "väg"]), max_size=8).map(" ".join)
TEXTS = st.lists(WORDS, max_size=6).map("\n\n".join)


def test_a_sentence_put_otherwise_is_told_in_words() -> None:
    told = changed_blocks("## Behov\n\nVar femte är trött.", "## Behov\n\nVar fjärde är trött.")
    parts = (("same", "Var"), ("gone", "femte"), ("new", "fjärde"), ("same", "är trött."))
    assert told == [ChangedBlock("Behov", tuple(ComparedPart(*part) for part in parts))]  # type: ignore[arg-type]


def test_what_is_not_alike_goes_and_comes_whole() -> None:
    told = changed_blocks("Ett två tre fyra fem", "Helt andra ord står nu")
    assert [part.kind for block in told or () for part in block.parts] == ["gone", "new"]


def test_each_change_stands_under_its_heading() -> None:
    told = changed_blocks("## A\n\nett\n\n## B\n\ntvå", "## A\n\nett\n\nmer\n\n## B\n\ntvå\n\nfler")
    assert [(block.heading, block.parts[0].words) for block in told or ()] == [("A", "mer"), ("B", "fler")]


def test_cells_of_tables_are_compared_too() -> None:
    before, after = "| a |\n| - |\n| ett |", "| a |\n| - |\n| två |"
    told = changed_blocks(before, after)
    assert told is not None
    assert [part.words for block in told for part in block.parts] == ["ett", "två"]


@given(before=TEXTS, after=TEXTS)
def test_both_sides_can_be_read_out_of_it(before: str, after: str) -> None:
    """What is the same or gone stands in a paragraph of the one, what is the same or new in the other."""
    told = changed_blocks(before, after)
    assert told is not None
    paragraphs = {
        side: {" ".join(p.split()) for p in text.split("\n\n")}
        for side, text in (("was", before), ("now", after))
    }
    for block in told:
        for side, kind in (("was", "gone"), ("now", "new")):
            words = " ".join(part.words for part in block.parts if part.kind in {"same", kind})
            assert words in paragraphs[side] | {""}
    assert (told == []) == (changed_blocks(after, before) == [])


def test_too_long_texts_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compared_text, "MOST_BLOCKS", 2)
    assert changed_blocks("a\n\nb\n\nc", "a") is None
    monkeypatch.setattr(compared_text, "MOST_WORDS", 3)
    told = changed_blocks("a b c d", "a b c e")
    assert [part.kind for block in told or () for part in block.parts] == ["gone", "new"]
