"""What a problem is about, as data: of every case of every rule, and all that the sentences speak of."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from idesluss.checks import rules
from idesluss.checks.registry import SUBJECTS
from idesluss.reading.problem import Place, Problem, one_of
from idesluss.reporters.subject import subject_of
from idesluss.words import template, text
from tests.support.golden import BROKEN, name_of, problems_of, rule_of

if TYPE_CHECKING:
    from collections.abc import Mapping

GOLDEN = Path(__file__).parent / "subjects.json"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
# What a sentence speaks of by these names is there as data too.
SPOKEN = {"given": "value", "choices": "allowed", "nearest": "nearest", "suggestion": "nearest"}
SHOWN = 12
OF_REQUIREMENTS = ("required.", "unused_waiver.", "settings.requirement")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of each case that is about content."""
    return {name_of(case): problems_of(case, tmp_path_factory.mktemp("case")) for case in BROKEN}


def known(problem: Problem) -> dict[str, object]:
    return {name: value for name, value in subject_of(problem).items() if value is not None}


def shortened(problem: Problem) -> dict[str, object]:
    """What is known, with no more of what is allowed than a sentence would say."""
    subject = known(problem)
    match subject.get("allowed"):
        case [*choices] if len(choices) > SHOWN:
            return {**subject, "allowed": [*choices[:3], "…"]}
        case _:
            return subject


def test_subjects_are_those_written_down(told: Mapping[str, list[Problem]]) -> None:
    """Each case of each rule, with what it is about; a change of it is a change for programs."""
    subjects = {name: [[p.key, shortened(p)] for p in problems] for name, problems in told.items()}
    lines = (f"{json.dumps(name)}: {json.dumps(own, ensure_ascii=False)}" for name, own in subjects.items())
    written = "{\n" + ",\n".join(lines) + "\n}\n"
    if WRITES:
        GOLDEN.write_text(written, encoding="utf-8", newline="\n")
    assert written == GOLDEN.read_text(encoding="utf-8")


def test_what_a_sentence_speaks_of_is_there_as_data(told: Mapping[str, list[Problem]]) -> None:
    """What stands there, what would pass, and what is nearest: nobody has to read a sentence for it."""
    seen = set()
    for problem in (problem for problems in told.values() for problem in problems):
        words = "".join(str(template(f"problem.{problem.key}.{part}", "en")) for part in ("message", "hint"))
        wanted = {SPOKEN[name] for name in re.findall(r"\{(\w+)\}", words) if name in SPOKEN}
        if problem.key.startswith(OF_REQUIREMENTS):
            wanted.add("requirement")
        assert wanted <= known(problem).keys(), (problem.key, problem.values)
        seen |= wanted
    assert seen == {"value", "allowed", "nearest", "requirement"}


def test_nothing_is_nearest_by_accident(told: Mapping[str, list[Problem]]) -> None:
    """What is told as likely meant is said in the sentence too, or is another word than what stands there."""
    for problem in (problem for problems in told.values() for problem in problems):
        subject = known(problem)
        assert "None" not in str(subject.get("nearest", ""))
        assert subject.get("nearest") not in {"", subject.get("value", ""), subject.get("requirement", "")}


def test_every_subject_is_used(told: Mapping[str, list[Problem]]) -> None:
    """By the rules that fields, terms and the process are judged by."""
    assert {name for problems in told.values() for p in problems for name in known(p)} == set(SUBJECTS)
    with_subject = {rule_of(case) for case in BROKEN if any(map(known, told[name_of(case)]))}
    assert with_subject >= {
        *("field", "missing_field", "unknown_field", "unknown_term", "required", "unused_waiver", "settings"),
        *("assessors", "decision_order", "decision_outcome", "decision_role", "outcome_companion"),
    }


def test_choices_are_told_whole_as_data() -> None:
    """A sentence names some of them; quotation is for the sentence."""
    names = [f"`k{number:02}`" for number in range(40)]
    problem = Problem(Place("a"), "field", "error", "field.choice", {"choices": one_of(names, shown=3)})
    assert subject_of(problem)["allowed"] == [name.strip("`") for name in names]
    assert str(problem.values["choices"]) == "`k00`, `k01` eller `k02`"


def test_words_of_the_site_are_no_data() -> None:
    """A label is for people, and nothing is said by an empty word."""
    values = {"given": text("severity.error"), "nearest": "", "name": "sector"}
    subject = subject_of(Problem(Place("a"), "field", "error", "field.choice", values))
    assert subject == {**dict.fromkeys(SUBJECTS), "field": "sector"}


def test_rules_mean_what_their_messages_hold() -> None:
    """No rule tells the meaning of a value that none of its problems has."""
    for name, rule in rules().items():
        assert set(rule.means.values()) <= set(SUBJECTS), name
