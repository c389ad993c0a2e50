"""No text begins a formula in a spreadsheet, and every text can be had back."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.exports.formulas import protected, unprotected

SIGNS = "=+-@|%\t\r\n\uff1d\uff0b\uff0d\uff20\u2212"
FORMULAS = [
    "=1+1",
    "@SUM(A1)",
    "+46 70",
    "-5 %",
    " =1+1",
    "'=1+1",
    "\ufeff=1",
    "\t=1",
    "hej;=1+1",
    'hej";=2+2',
    "ja, -1",
    "rad\n- punkt",
]
HARMLESS = ["", "Lånecykel", "'citat'", "a=b", "2015-04564", "a; b", "– ett streck", "rad\nrad", "kaffe & te"]


@pytest.mark.parametrize("words", FORMULAS)
def test_a_formula_gets_an_apostrophe(words: str) -> None:
    assert protected(words) != words
    assert not re.search(rf"(?:^|[;,])\s*[{re.escape(SIGNS)}]", protected(words))


@pytest.mark.parametrize("words", HARMLESS)
def test_other_words_stand_as_they_are(words: str) -> None:
    assert protected(words) == words


@given(st.text(alphabet=st.sampled_from("=+-@|%\t\r\n;,'\"\ufeff\uff1d\u2212 abå")) | st.text())
def test_every_text_can_be_had_back(words: str) -> None:
    assert unprotected(protected(words)) == words


@given(st.lists(st.text(alphabet=st.sampled_from("=+-@;,'\"\n ab"), min_size=1), min_size=1))
def test_no_cell_is_a_formula_whichever_sign_parts_them(cells: list[str]) -> None:
    """Written with commas and read with semicolons, as Excel does in Swedish, and the other way round."""
    for written, read in ((",", ";"), (";", ",")):
        text = io.StringIO()
        csv.writer(text, delimiter=written, lineterminator="\r\n").writerow(map(protected, cells))
        for line in csv.reader(io.StringIO(text.getvalue(), newline=""), delimiter=read):
            starts = {cell.strip(" \ufeff\r\n")[:1] for cell in line}
            assert not starts & set("=+-@")
