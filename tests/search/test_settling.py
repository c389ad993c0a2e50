"""What Pagefind has written, as it is published: pieces that hold what is asked for, under lasting names."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.search import cbor, settling

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = st.integers(0, 2**32 - 1)
NESTED = st.recursive(NUMBERS | st.text(max_size=40), lambda held: st.lists(held, max_size=30), max_leaves=40)


def written(value: int | str | list[object]) -> bytes:
    if isinstance(value, int):
        return cbor.whole_number(value)
    return cbor.written_text(value) if isinstance(value, str) else cbor.array(map(written, value))  # type: ignore[arg-type]  # lists of no one kind


def texts_of(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for held in value for text in texts_of(held)]
    return [value] if isinstance(value, str) else []


@given(NESTED)
def test_every_text_is_found_whatever_stands_around_it(value: int | str | list[object]) -> None:
    content = written(value)
    found = [*cbor.texts(content)]
    assert [text for _, text in found] == texts_of(value)
    assert all(content[at:].startswith(cbor.written_text(text)) for at, text in found)


@given(st.lists(st.text("abcåø", min_size=1, max_size=9), unique=True, min_size=1))
def test_pieces_are_told_apart_and_hold_what_begins_with_a_word(words: list[str]) -> None:
    """A word, or what a longer one begins with, is asked of one piece, and found in it."""
    records = [(word, bytes(settling.PIECE // 3)) for word in sorted(words)]
    pieces = [*settling._cut(records)]
    assert [record for piece in pieces for record in piece] == records
    held = [{word for word, _ in piece} for piece in pieces]
    bounds = []
    for at, piece in enumerate(pieces):
        before = pieces[at - 1][-1][0] if at else ""
        last = piece[-1][0]
        after = settling._between(last, pieces[at + 1][0][0]) if at + 1 < len(pieces) else last
        bounds.append((settling._told_from(before, piece[0][0]), after))
    for word in words:
        (at,) = [at for at, (first, last) in enumerate(bounds) if first <= word <= last]
        assert word in held[at]
        if len(word) >= 4:
            assert {other for other in words if other.startswith(word)} <= held[at]


@pytest.mark.parametrize(
    ("told", "address"), [("/om~.html", "/om/"), ("/~.html", "/"), ("/ideer/2025/a~.html", "/ideer/2025/a/")]
)
def test_a_page_has_the_address_that_its_folder_has(tmp_path: Path, told: str, address: str) -> None:
    (tmp_path / "fragment").mkdir()
    content = f'{{"url":"{told}","content":"x~.html"}}'.encode()
    (tmp_path / "fragment" / "sv_1.pf_fragment").write_bytes(gzip.compress(b"pagefind_dcd" + content))
    page = cbor.array([cbor.written_text("sv_1"), cbor.whole_number(300)])
    assert [*settling._pages(tmp_path, "a", [page])] == [
        cbor.array([cbor.written_text("a0"), cbor.whole_number(288)])
    ]
    laid = gzip.decompress((tmp_path / "fragment" / "a0.pf_fragment").read_bytes())
    assert laid == f'pagefind_dcd{{"url":"{address}","content":"x~.html"}}'.encode()
