"""Many problems: put together by their causes, so that somebody sees what to do, and counted right."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss import reporters as report
from idesluss.reading.paths import SETTINGS
from idesluss.reporters.as_text import MOST_BLOCKS, SHOWN_PLACES
from idesluss.reporters.by_cause import MANY_ALIKE, by_cause
from idesluss.words import LANGUAGES, Language
from tests.support import sample_problems, unknown_keys
from tests.support.sample_problems import problem

if TYPE_CHECKING:
    from idesluss.reading.problem import Problem

GOLDEN = Path(__file__).parent / "many"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
# In catalogue.yml alone: a role, a sector and a stage have other names; and one amount as people write it.
EDITS = (
    (SETTINGS, "\n  granskare:\n", "\n  annan:\n"),
    (SETTINGS, "\n  vard-och-omsorg:\n", "\n  vard:\n"),
    (SETTINGS, "\n    project:\n", "\n    projekt:\n"),
    ("ideas/2022/foljeforskning-hemgang/idea.md", "awarded: 1200000", "awarded: 1,2 mkr"),
)
PROBLEMS = st.builds(
    problem,
    words=st.sampled_from("abcdefgh"),
    path=st.sampled_from([f"ideas/2026/{name}/idea.md" for name in "klm"]),
    line=st.integers(1, 9),
    severity=st.sampled_from(["error", "warning", "hint"]),
)


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    root = unknown_keys.lay(tmp_path_factory.mktemp("many"))
    for path, old, new in EDITS:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return unknown_keys.judged(root)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", ["text", "summary"])
def test_many_problems_read_as_written_down(shape: str, language: Language, problems: list[Problem]) -> None:
    """One block for each cause, and one line for each in the summary."""
    assert len(problems) > MOST_BLOCKS
    tell = report.as_text if shape == "text" else report.as_summary
    text = tell(problems, language, [sample_problems.NAMED])
    golden = GOLDEN / f"{language}.{shape}"
    if WRITES:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
    assert len([*GOLDEN.iterdir()]) == 2 * len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@given(given=st.lists(PROBLEMS, max_size=60))
def test_nothing_is_lost(language: Language, given: list[Problem]) -> None:
    """Each problem belongs to one cause, and is alike the others of it."""
    causes = by_cause(given, language)
    assert Counter(map(id, given)) == Counter(id(one) for cause in causes for one in cause.problems)
    for cause in causes:
        words = {one.message(language) for one in cause.problems}
        assert {(one.severity, one.rule, one.key) for one in cause.problems} == {
            (cause.first.severity, cause.first.rule, cause.first.key)
        }
        assert (len(words) >= MANY_ALIKE) if cause.is_alike else (len(words) == 1)


@given(given=st.lists(PROBLEMS, min_size=MOST_BLOCKS + 1, max_size=60))
def test_counts_are_those_of_the_places(given: list[Problem]) -> None:
    """What is shown and what is said to be more come to what there is."""
    shown = 0
    for _, block in report.text_blocks(given, "en"):
        others = re.search(r" in (\d+) more places?: (.*)\n", block)
        shown += 1 + (int(others[1]) if others else 0)
        if others:
            listed, _, rest = others[2].partition(" and ")
            assert len(listed.split(", ")) == min(int(others[1]), SHOWN_PLACES - 1)
            assert int(others[1]) == len(listed.split(", ")) + int(rest.removesuffix(" more") or 0)
    assert shown == len(given)


def test_few_problems_are_told_one_by_one() -> None:
    """Up to twenty of them, a person reads each where it stands."""
    one = problem()
    assert len(list(report.text_blocks([one] * MOST_BLOCKS, "sv"))) == MOST_BLOCKS
    assert len(list(report.text_blocks([one] * (MOST_BLOCKS + 1), "sv"))) == 1


def test_what_the_settings_say_wrong_stands_first() -> None:
    """Then errors before warnings, and what stands in most files before the rest."""
    elsewhere = [problem("b", path=f"ideas/2026/{name}/idea.md") for name in "xyz"]
    root = problem("c", path=SETTINGS, severity="warning")
    causes = by_cause([problem("w", severity="warning"), problem("a"), *elsewhere, root], "sv")
    assert [cause.first.values["name"] for cause in causes] == ["c", "b", "a", "w"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_says_a_remedy_once(language: Language) -> None:
    """Of causes that follow each other and are put right in the same way."""
    text = report.as_summary([problem("a"), problem("b", path="ideas/x/idea.md")], language)
    assert text.count(report.parts.hint_text(problem(), language)) == 1


def test_the_summary_counts_files_and_places() -> None:
    """A file that holds a mistake twice is one file."""
    twice = [problem("a", line=line) for line in (3, 4)]
    other = replace(twice[0], place=replace(twice[0].place, path="ideas/x/idea.md"))
    assert "There is no field `a`: 3 places in 2 files\n" in report.as_summary([*twice, other], "en")
    assert f"There is no field `a`: {twice[0].place.path}\n" in report.as_summary(twice[:1], "en")


def test_summaries_of_hostile_text_are_harmless() -> None:
    """Every line can be printed as it is, and none is a command."""
    given = sample_problems.hostile()
    for text in (report.as_summary(given, "sv", given), report.as_text([*given, *given], "sv")):
        lines = text.removesuffix("\n").split("\n")
        assert all(line.isprintable() for line in lines)
        assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
