"""Likeness of texts: by stems and parts of compounds, between 0 and 1, and for any text at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.derived.similar import LikenessIndex, Writing, spelling_of_stems, writing_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

SMALL = "2026/enklare-felanmalan/idea.md"

WRITINGS = {
    "cykel": Writing("Lånecyklar vid stationen", "Den som tar tåget ska kunna låna en cykel sista biten."),
    "mat": Writing("Skolmat efter säsong", "Köken ska kunna byta rätter efter vad som växer i närheten."),
    "kommun": Writing("Hållbar kommunutveckling", "En modell för hur en kommun tar hand om idéer."),
    "utveckling": Writing("Utveckling av en hållbar kommun", "Modeller för idéer."),
    "bikes": Writing("Bicycles at the station", "Travellers borrow a bicycle for the last part.", "en"),
}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Writing("Låna cykel till tåget"), "cykel"),
        (Writing("Säsongens rätter i skolmaten"), "mat"),
        (Writing("Hållbara kommuners utveckling"), "utveckling"),
        (Writing("Borrowing bicycles", "", "en"), "bikes"),
    ],
)
def test_other_forms_of_the_words_are_found(asked: Writing, found: str) -> None:
    """Endings do not matter, in either language."""
    assert LikenessIndex(WRITINGS).nearest(asked, 1, 0.1)[0].key == found


def test_a_compound_is_like_its_parts() -> None:
    """`kommunutveckling` is close to `utveckling av en kommun`."""
    assert LikenessIndex(WRITINGS).nearest("kommun", 1, 0.05)[0].key == "utveckling"


def test_a_text_is_not_like_itself_only() -> None:
    """What is asked for by name is left out of its own answer; the threshold holds back the rest."""
    index = LikenessIndex(WRITINGS)
    assert "cykel" not in {match.key for match in index.nearest("cykel", 9, 0)}
    assert index.nearest("mat", 9, 0.9) == []


def test_the_quick_way_finds_the_same_by_the_strongest_words() -> None:
    """Short texts are compared in full; of long ones, what shares only weak words may be missed."""
    pairs = {f"{at}": Writing(f"Båthus {'abcdefgh'[at // 2] * 6}", "Vanliga ting.") for at in range(16)}
    index = LikenessIndex(pairs | WRITINGS)
    for key in pairs:
        thorough = {match.key: match.score for match in index.nearest(key, 4, 0.1)}
        quick = {match.key: match.score for match in index.near(key, 4, 0.1)}
        assert quick == pytest.approx(thorough)
        assert next(iter(quick)) == str(int(key) ^ 1)
    every = {match.key: match.score for match in index.nearest("kommun", 9, 0.01)}
    assert all(every[m.key] == pytest.approx(m.score) for m in index.near("kommun", 9, 0.01))
    assert index.near("mat", 9, 0.9) == []


def test_common_words_are_told_as_they_are_written() -> None:
    """The strongest stem first, in the form that the first text writes, without a capital if it can."""
    index = LikenessIndex(WRITINGS)
    stems = index.common("kommun", "utveckling")
    spelt = spelling_of_stems(WRITINGS["kommun"])
    assert {spelt[stem] for stem in stems if stem in spelt} >= {"kommun", "idéer"}
    assert spelling_of_stems(Writing("Bänken", "En bänk, flera bänkar."))["bänk"] == "bänk"


def test_nothing_is_like_nothing() -> None:
    """Empty texts and an empty index give no answer."""
    assert LikenessIndex({}).nearest(Writing("x"), 3, 0) == []
    assert LikenessIndex({"a": Writing(""), "b": Writing("")}).nearest("a", 3, 0) == []


@pytest.mark.parametrize("heading", ["## Behov", "## behov ##", "## Need", "### Behov #"])
def test_the_need_is_compared_and_not_the_rest(changed: Callable[..., Catalogue], heading: str) -> None:
    """The section that tells the need, however its heading is written, up to the next of its level."""
    edited = f"## Först\n\nInledning\n\n{heading}\n\nKärnan\n\n## Sedan\n\nSlutet\n\n## "
    text = writing_of(changed((SMALL, "## Behov", edited)).by_slug["enklare-felanmalan"]).text
    assert "Kärnan" in text
    assert "Inledning" not in text
    assert "Slutet" not in text


_TEXTS = st.text(max_size=40) | st.sampled_from([w.title for w in WRITINGS.values()])


@given(st.dictionaries(st.text(max_size=3), st.builds(Writing, _TEXTS, _TEXTS), max_size=6), _TEXTS)
def test_any_text_gives_scores_between_0_and_1(writings: dict[str, Writing], asked: str) -> None:
    """Whatever is compared: the most alike first, and equal texts as alike from both sides."""
    index = LikenessIndex(writings)
    found = index.nearest(Writing(asked), 6, 0)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all(0 <= match.score <= 1 for match in found)
    for one in writings:
        for match in index.nearest(one, 6, 0.01):
            back = {other.key: other.score for other in index.nearest(match.key, 6, 0)}
            assert back[one] == pytest.approx(match.score)
