"""How often the nearest idea is the right one, on real records whose duplicates are known.

Two records are of one project when their summaries, folded, are the same, or their titles are, apart from
the mark of a step (etapp 2, fas tre, III, a year). Such records are applications in several steps,
extensions, and one project in two registers' periods. Each of them asks in two ways: with all that it says,
as the checker does, and without the part that makes it known to be the same, so that the answer cannot be
had by looking for equal strings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import pytest

from idesluss.derived.similar import LikenessIndex, Writing
from idesluss.model import Settings
from idesluss.words.characters import fold
from tests.support import registers
from tests.support.proofs import MEASURED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

pytestmark = pytest.mark.prove
DEMANDED = 0.9
SHORTEST = 60  # characters of a summary that says which project it is
NAMED = 6  # characters of a title that says which project it is
_WORD = re.compile(r"[^\W_]+")
_STEP = re.compile(
    r"( (etapp|fas|steg|del|år|project|projekt|nr))?( (\d+|i{1,3}|iv|ett|två|tre|och|fortsättning|forts))+$"
)
AT_LEAST = Settings.model_fields["similar_from"].default / 100


class Question(NamedTuple):
    """Whose question it is, what is asked, and which answers are right."""

    key: str
    asked: Writing
    right: frozenset[str]


def same(writings: Mapping[str, Writing], part: Callable[[Writing], str], least: int) -> dict[str, set[str]]:
    """Key to the other keys where that part, of some length, is the same."""
    held: dict[str, set[str]] = defaultdict(set)
    for key, writing in writings.items():
        if len(part(writing)) >= least:
            held[part(writing)].add(key)
    return {key: keys - {key} for keys in held.values() if len(keys) > 1 for key in keys}


def name(writing: Writing) -> str:
    """The title without case, punctuation and the mark of a step."""
    return _STEP.sub("", " ".join(_WORD.findall(fold(writing.title))))


def questions(writings: Mapping[str, Writing]) -> tuple[list[Question], list[Question]]:
    """Those that say all, and those that leave out what is the same."""
    titles, texts = same(writings, name, NAMED), same(writings, lambda w: fold(w.text), SHORTEST)
    whole, partly = [], []
    for key in sorted(titles.keys() | texts.keys(), key=int):
        right = frozenset(titles.get(key, set()) | texts.get(key, set()))
        writing = writings[key]
        whole.append(Question(key, writing, right))
        if key in titles and len(writing.text) >= SHORTEST:
            partly.append(Question(key, Writing("", writing.text, writing.language), right))
        if key in texts and key not in titles:
            partly.append(Question(key, Writing(writing.title, "", writing.language), right))
    return whole, partly


def answered(index: LikenessIndex, asked: list[Question], at_least: float) -> tuple[int, int]:
    """How many questions got an answer, and how many of the first answers were right."""
    given = right = 0
    for question in asked:
        found = [m for m in index.nearest(question.asked, 2, at_least) if m.key != question.key]
        given += bool(found)
        right += bool(found) and found[0].key in question.right
    return given, right


@pytest.mark.parametrize("register", ["tillvaxtverket", "swecris-vinnova"])
def test_the_first_answer_is_right(register: str, record_property: Callable[[str, object], None]) -> None:
    """Precision of the first answer at the threshold, and the share of all records that get a hint."""
    writings = registers.writings(register)
    index = LikenessIndex(writings)
    whole, partly = questions(writings)
    lines = []
    for kind, asked in (("all of it", whole), ("the rest of it", partly)):
        given, right = answered(index, asked, AT_LEAST)
        anyhow, right_anyhow = answered(index, asked, 0.01)
        share, share_anyhow = right / max(given, 1), right_anyhow / max(anyhow, 1)
        lines.append(
            f"{kind}: {right}/{given} = {share:.3f} at the threshold, {share_anyhow:.3f} of {anyhow}"
        )
        assert kind != "all of it" or share >= DEMANDED
    alone = set(writings) - {question.key for question in whole}
    hinted = sum(bool(index.nearest(key, 1, AT_LEAST)) for key in alone)
    hints = f"hints for records without a known duplicate: {hinted / len(alone):.3f}"
    for line in (f"{len(writings):,} records, threshold {AT_LEAST:.2f}", *lines, hints):
        record_property(MEASURED, line)
