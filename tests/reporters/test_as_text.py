"""Reports: written down once in each format and language, and harmless whatever a file holds."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from idesluss import reporters as report
from idesluss.checks import judge_catalogue
from idesluss.reporters import parts, problem_block
from idesluss.reporters.as_json import visible_json
from idesluss.words import LANGUAGES, Language
from tests.support import sample_problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.reading.problem import Problem

REPORTS = Path(__file__).parent / "golden"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
FORMATS: tuple[report.Format, ...] = get_args(report.Format)


@pytest.fixture
def problems(changed: Callable[..., Catalogue]) -> list[Problem]:
    """Two errors, a warning, and a hint about a file as a whole."""
    found = [*judge_catalogue(changed(*sample_problems.EDITS)), sample_problems.NAMED]
    assert [problem.severity for problem in found] == ["warning", "error", "error", "hint"]
    return found


def steady(text: str, shape: report.Format) -> str:
    """The report without what changes when nothing about reports does: version and rules."""
    text = text.replace(f'"version": "{parts.version()}"', '"version": "0"')
    if shape != "sarif":
        return text
    log = json.loads(text)
    log["runs"][0]["tool"]["driver"]["rules"] = []
    for result in log["runs"][0]["results"]:
        result["ruleIndex"] = 0
    return visible_json(log)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("name", ["whole", "compared"])
def test_report_is_the_golden_one(
    name: str, shape: report.Format, language: Language, problems: list[Problem]
) -> None:
    """Each format reads as written down: of the catalogue as it is, and compared with an earlier one."""
    given = (problems, None) if name == "whole" else ([problems[1], problems[3]], [problems[0], problems[2]])
    text = steady(report.in_format(shape, given[0], language, given[1], "https://idesluss.example/"), shape)
    golden = REPORTS / f"{name}.{language}.{shape}"
    if WRITES:
        REPORTS.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_report_is_read() -> None:
    """No file is left behind by a format that is gone."""
    names = {
        f"{name}.{lang}.{shape}" for name in ("whole", "compared") for lang in LANGUAGES for shape in FORMATS
    }
    assert {path.name for path in REPORTS.iterdir()} == names


@pytest.mark.parametrize("shape", FORMATS)
def test_hostile_text_comes_out_harmless(shape: report.Format) -> None:
    """Every line can be printed as it is, and none is a command that we did not mean."""
    given = sample_problems.hostile()
    text = report.in_format(shape, given, "sv", given)
    assert text.endswith("\n")
    lines = text.removesuffix("\n").split("\n")
    assert all(line.isprintable() for line in lines)
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == (2 * len(given) if shape == "github" else 0)


@pytest.mark.parametrize("shape", FORMATS)
def test_report_is_utf_8(shape: report.Format) -> None:
    """Half of a pair, as a program on the web may write it, does not stop the report."""
    given = [sample_problems.problem("\ud800", path="ideas/\udce5", source="\ud800")]
    assert report.in_format(shape, given, "en").encode("utf-8")


@pytest.mark.parametrize("shape", ["text", "github"])
def test_long_lines_are_cut(shape: report.Format) -> None:
    """A person is not given 5,000 characters to read."""
    given = [sample_problems.problem("x" * 5000, source="y" * 5000, column=2500)]
    assert max(map(len, report.in_format(shape, given, "en").split("\n"))) < 1000


@pytest.mark.parametrize("shape", FORMATS)
def test_without_problems(shape: report.Format) -> None:
    """The absence of problems is told as well."""
    text = report.in_format(shape, [], "sv")
    if shape in {"text", "github"}:
        assert text == "Inga fel.\n"
    else:
        assert json.loads(text)


def test_text_tells_of_older_problems_apart() -> None:
    """What the change did stands first, and the sum keeps the two apart."""
    new, old = sample_problems.problem("new"), replace(sample_problems.NAMED, severity="warning")
    first, _, last = report.as_text([new], "en", [old]).partition("\nThere before the change:\n\n")
    assert "`new`" in first
    assert "warning[file]" in last
    assert last.endswith("\n1 error\nThere before the change: 1 warning\n")
    assert report.as_text([new], "en", []) == report.as_text([new], "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_problem_tells_where_to_read_more(language: Language) -> None:
    """The last line of a block is the command to run."""
    last = problem_block(sample_problems.NAMED, language).rstrip("\n").split("\n")[-1]
    assert last == f"  {'läs mer' if language == 'sv' else 'read more'}: idesluss explain file"
