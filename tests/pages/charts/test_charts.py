"""Charts: everything lies within the picture, lengths keep their sums, and words are words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.pages.charts import canvas, columns
from idesluss.pages.charts.bars import BarRow, BarSpan, bars_above, bars_beside, span_bars
from idesluss.pages.charts.canvas import ChartPart
from idesluss.pages.charts.columns import column_chart
from idesluss.pages.charts.lock import LockChamber, lock_chart
from tests.support import markup

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = "<script>alert(1)</script> & \"x\" 'y' ]]>"
NUMBERS = st.integers(0, 10**12)
FILLS = range(canvas.DONE + 1)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=90)
PARTS = st.lists(st.builds(ChartPart, NUMBERS, st.sampled_from(FILLS), WORDS), max_size=4).map(tuple)
ROWS = st.lists(st.builds(BarRow, WORDS, WORDS, PARTS), max_size=5)
SPANS = st.lists(st.builds(BarSpan, WORDS, WORDS, NUMBERS, NUMBERS, st.none() | NUMBERS), max_size=5)
CHAMBERS = st.lists(
    st.builds(LockChamber, WORDS, WORDS, st.builds(ChartPart, NUMBERS, st.just(0), WORDS), PARTS, WORDS),
    max_size=5,
)
DRAWN = st.one_of(
    st.builds(lambda rows: bars_above("a", "T", "D", rows), ROWS),
    st.builds(lambda rows: bars_beside("a", "T", "D", rows), ROWS),
    st.builds(lambda rows: span_bars("a", "T", "D", rows), SPANS),
    st.builds(lambda rows: lock_chart("a", "T", "D", rows), CHAMBERS),
    st.builds(
        lambda held, height: column_chart(
            "a", "T", "D", [columns.Strip("S", tuple(held), height)], ["2026"] * len(held), str
        ),
        st.lists(PARTS, max_size=30),
        st.sampled_from([64, 150]),
    ),
)
# What a picture may consist of: no script, no style, nothing from elsewhere.
TAGS = {"svg", "title", "desc", "rect", "line", "text"}
ATTRIBUTES = set(
    "class width height role aria-labelledby aria-describedby id x y x1 x2 y1 y2 dx text-anchor fill".split()  # noqa: SIM905
)


def picture(svg: object) -> markup.Element:
    return markup.tree(str(svg)).one("svg")


def share(value: str) -> float:
    assert value.endswith("%"), value
    return float(value.removesuffix("%"))


def widths(svg: object) -> list[float]:
    return [share(rect.attributes["width"]) for rect in picture(svg).all("rect")]


@given(DRAWN)
def test_nothing_lies_outside(svg: object) -> None:
    """Whatever the numbers and words."""
    drawn = picture(svg)
    height = float(drawn.attributes["height"])
    assert drawn.attributes["width"] == "100%"
    for rect in drawn.all("rect"):
        x, width = share(rect.attributes["x"]), share(rect.attributes["width"])
        assert min(x, width) >= 0
        assert x + width <= 100.02
        y, high = float(rect.attributes["y"]), float(rect.attributes["height"])
        assert y >= 0
        assert y + high <= height
    for line in drawn.all("line"):
        assert all(0 <= share(line.attributes[name]) <= 100 for name in ("x1", "x2"))
        assert all(-4 <= float(line.attributes[name]) <= height for name in ("y1", "y2"))
    for text in drawn.all("text"):
        assert 0 <= share(text.attributes["x"]) <= 100
        assert 0 < float(text.attributes["y"]) <= height


@given(DRAWN)
def test_a_picture_is_made_of_shapes_and_words_alone(svg: object) -> None:
    """No word becomes markup, and colours come from the style sheet."""
    drawn = picture(svg)
    for element in (drawn, *drawn):
        assert element.tag in TAGS
        assert set(element.attributes) <= ATTRIBUTES
        assert re.fullmatch(r"url\(#fill-\d\)|", element.attributes.get("fill", ""))


@given(st.lists(st.lists(NUMBERS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_lengths_keep_their_sums(held: list[list[int]]) -> None:
    """The longest bar is as long as there is room, and the others in proportion."""
    rows = [BarRow("", "", (*(ChartPart(value, 1) for value in values), ChartPart(0, 2))) for values in held]
    top = max(sum(values) for values in held)
    expected = [100 * value / top for values in held for value in values if value]
    assert widths(bars_above("a", "T", "D", rows)) == pytest.approx(expected, abs=0.011)


@given(st.lists(st.lists(st.integers(0, 10**9), min_size=1, max_size=4), min_size=1, max_size=24))
def test_columns_keep_their_sums(held: list[list[int]]) -> None:
    """Heights are in proportion, and the scale ends at or above the highest."""
    strip = columns.Strip("", tuple(tuple(ChartPart(value, 1) for value in values) for values in held))
    drawn = picture(column_chart("a", "T", "D", [strip], [""] * len(held), str))
    heights = [float(rect.attributes["height"]) for rect in drawn.all("rect")]
    values = [value for column in held for value in column if value]
    scale = [int(text.text) for text in drawn.all("text", "chart__scale")]
    assert max(scale) >= max(map(sum, held))
    expected = [strip.height * value / max(scale) for value in values]
    assert heights == pytest.approx(expected, rel=1e-4, abs=0.01)


@given(st.integers(0, 10**15), st.integers(1, 5))
def test_scales_have_round_steps(top: int, count: int) -> None:
    """One, two or five and noughts; about so many make up the top."""
    size = canvas.step(top, count)
    assert re.fullmatch(r"[125]0*", str(size))
    assert size * count >= top
    assert size == 1 or size * count < max(top, count) * 3


@given(WORDS)
def test_words_have_room_where_it_is_narrow(words: str) -> None:
    """They stand whole, or are cut with a mark and are no wider than a phone."""
    told = canvas.cut(words)
    assert len(told) * canvas.LETTER <= canvas.NARROW
    assert told == words or (told.endswith("…") and words.startswith(told[:-1]))


@given(ROWS, WORDS)
def test_words_change_no_shapes(rows: list[BarRow], words: str) -> None:
    """A picture has as many parts whatever its words are."""
    others = [BarRow(words, words, row.parts) for row in rows]
    drawn = [picture(bars_above("a", "T", "D", held)) for held in (rows, others)]
    assert [e.tag for e in drawn[0]] == [e.tag for e in drawn[1]]


@pytest.mark.parametrize(
    "draw",
    [
        lambda words: bars_above("n", words, words, [BarRow(words, words, (ChartPart(1, 3, words),))]),
        lambda words: bars_beside("n", words, words, [BarRow(words, words, (ChartPart(1, 3, words),))]),
        lambda words: span_bars("n", words, words, [BarSpan(words, words, 1, 2, 3)]),
        lambda words: lock_chart(
            "n", words, words, [LockChamber(words, words, ChartPart(2, 0, words), (), words)] * 2
        ),
        lambda words: column_chart(
            "n", words, words, [columns.Strip(words, ((ChartPart(1, 2, words),),))], [words], lambda _: words
        ),
    ],
)
def test_hostile_words_stay_words(draw: Callable[[str], object]) -> None:
    """Also in titles and descriptions, which the picture names by ids of its own."""
    drawn = picture(draw(HOSTILE))
    title, description = drawn.by_id("n-title"), drawn.by_id("n-desc")
    assert title.text == description.text == " ".join(HOSTILE.split())
    assert (drawn.attributes["aria-labelledby"], drawn.attributes["aria-describedby"]) == (
        "n-title",
        "n-desc",
    )
    assert drawn.attributes["role"] == "img"
    assert {element.tag for element in drawn} <= TAGS


def test_nothing_is_a_picture_too() -> None:
    """No rows, no columns, no chambers, and rows of nothing."""
    none = [
        bars_above("a", "T", "D", []),
        bars_beside("a", "T", "D", []),
        span_bars("a", "T", "D", []),
        lock_chart("a", "T", "D", []),
        bars_above("a", "T", "D", [BarRow("Inget", "0", (ChartPart(0, 1),))]),
        span_bars("a", "T", "D", [BarSpan("Inget", "0", 0, 0, None)]),
        column_chart("a", "T", "D", [columns.Strip("", ())], [], str),
    ]
    assert all(not picture(svg).all("rect") for svg in none)


def test_one_of_very_many_can_be_seen() -> None:
    """A bar that would be thinner than a hair is as thick as one."""
    rows = [BarRow("Många", "", (ChartPart(10**9, 1),)), BarRow("En", "", (ChartPart(1, 1),))]
    assert widths(bars_above("a", "T", "D", rows)) == [100, 0.4]


def test_the_posts_stand_where_the_next_chamber_ends() -> None:
    """What has gone on through a gate is what has come to the next stage."""
    chambers = [
        LockChamber("Idé", "10", ChartPart(6, 0), (ChartPart(4, 2),), "G1: 5 beslut"),
        LockChamber("Bedömning", "6", ChartPart(0, 0), (ChartPart(5, 2), ChartPart(1, 3)), ""),
    ]
    drawn = picture(lock_chart("a", "T", "D", chambers))
    assert [share(line.attributes["x1"]) for line in drawn.all("line", "chart__gate")] == [60]
    assert [share(rect.attributes["width"]) for rect in drawn.all("rect")] == [60, 40, 50, 10]
    assert drawn.all("text", "chart__note")[0].text == "G1: 5 beslut"


def test_labels_of_columns_do_not_lie_over_each_other() -> None:
    """Only as many as have room on a phone, from the left."""
    strip = columns.Strip("", ((ChartPart(1, 1),),) * 24)
    drawn = picture(column_chart("a", "T", "D", [strip], [str(2000 + n) for n in range(24)], str))
    marks = [share(line.attributes["x1"]) for line in drawn.all("line", "chart__tick")]
    assert 4 <= len(marks) <= 8
    assert all(after - before >= 4 * canvas.LETTER / canvas.NARROW * 100 for before, after in pairwise(marks))


def test_every_fill_is_drawn_once_and_has_a_sample() -> None:
    """Patterns that pictures refer to are there, each under its own id."""
    ids = [p.attributes["id"] for p in markup.tree(str(canvas.patterns())).all("pattern")]
    samples = [markup.tree(str(canvas.swatch(fill))).one("rect").attributes.get("fill") for fill in FILLS]
    assert len(ids) == len(set(ids))
    assert {f"url(#{name})" for name in ids} == set(filter(None, samples))
