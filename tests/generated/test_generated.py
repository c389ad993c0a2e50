"""Files that are written from the model and the golden cases are what they would be if written now.

Those that are made of the shipped catalogue too are judged by `idesluss generate --check`, in `make lint`.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import generated as faces
from idesluss.generated import rules
from idesluss.generated.fields import field_pages
from idesluss.generated.rules import rule_examples
from idesluss.generated.session import readme_session
from tests.support import project, shown

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = {**field_pages(), **rule_examples(project.ROOT)}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base catalogue with this project's README."""
    root = shown.lay(tmp_path_factory.mktemp("generated"), project.BASE)
    shutil.copy(project.ROOT / "README.md", root)
    return root


@pytest.mark.parametrize("path", WRITTEN)
def test_generated_file_is_up_to_date(path: str) -> None:
    """`idesluss generate` writes it anew."""
    assert (project.ROOT / path).read_bytes().decode("utf-8") == WRITTEN[path]


def test_what_is_made_of_a_catalogue_is_here_too(root: Path) -> None:
    """Every file that would be written for a catalogue is one that this project has."""
    written = faces.faces(root)
    assert written.keys() > field_pages().keys()
    assert [path for path in written if not (project.ROOT / path).is_file()] == []


def test_examples_are_left_alone_without_cases(tmp_path: Path) -> None:
    """An installed package, or a catalogue of its own, has no golden cases to choose from."""
    assert rule_examples(tmp_path) == {}
    assert rules.PATH in WRITTEN


def test_example_says_the_least_beside_its_own(tmp_path: Path) -> None:
    """Of a rule's cases the one is shown whose report has a single problem with a line to look at."""
    for case in ("file_line", "field_choice", "field_missing_year"):
        _case(tmp_path, case, "ideas/x.md:3:4: error[field]: One.\n 3 | x\n   | ^\n")
    _case(tmp_path, "field_aaa", "ideas/x.md: error[field]: One.\n")
    _case(tmp_path, "field_aab", "ideas/x.md:3:4: error[field]: One.\n\nideas/y.md:3: warning[file]: Two.\n")
    found = json.loads(rule_examples(tmp_path)[rules.PATH])
    assert found["field"]["case"] == "field_choice"
    assert found["field"]["severities"] == ["error"]
    assert list(found) == ["field", "file"]


def test_longest_rule_takes_the_case(tmp_path: Path) -> None:
    """`missing_field_x` is no case of a rule that a shorter name would fit."""
    _case(tmp_path, "unknown_field_x", "ideas/x.md:3:4: error[unknown_field]: One.\n")
    assert list(json.loads(rule_examples(tmp_path)[rules.PATH])) == ["unknown_field"]


def test_lines_round_the_place_are_shown(tmp_path: Path) -> None:
    """Two lines before and after, from the case's file; never where the report shows the line otherwise."""
    said = "ideas/x.md:3:1: error[field]: One.\n 3 | {}\n   | ^\n"
    _case(tmp_path, "field_one", said.format("three"), "one\ntwo\nthree\nfour\nfive\nsix\n")
    assert _source(tmp_path) == "one\ntwo\nthree\nfour\nfive"
    _case(tmp_path, "field_one", said.format("••••"), "one\ntwo\nthree\nfour\n")
    assert _source(tmp_path) == ""
    _case(tmp_path, "field_one", said.format("three"), "one\n")
    assert _source(tmp_path) == ""


def test_a_change_shows_its_last_commit(tmp_path: Path) -> None:
    """The lines of a golden change are those of the last commit that has the file."""
    _case(tmp_path, "field_one", "ideas/x.md: error[field]: One.\n")
    case = tmp_path / "tests" / "checks" / "changes" / "stage_step_back"
    for folder, content in (("before", "one\n"), ("1", "two\n"), ("2", "three\n")):
        (case / folder).mkdir(parents=True)
        (case / folder / "x.md").write_text(content, encoding="utf-8")
    for language in ("sv", "en"):
        report = "x.md:1:1: hint[stage_step]: One.\n 1 | three\n\nx.md:2:1: error[stage_step]: Two.\n"
        (case / f"report.{language}.txt").write_text(report, encoding="utf-8")
    found = json.loads(rule_examples(tmp_path)[rules.PATH])["stage_step"]
    assert (found["source"], found["severities"]) == ("three", ["error", "hint"])


def _source(root: Path) -> str:
    found = json.loads(rule_examples(root)[rules.PATH])
    return str(found["field"]["source"])


def _case(root: Path, name: str, report: str, content: str = "") -> None:
    case = root / "tests" / "checks" / "broken" / name
    shutil.rmtree(case, ignore_errors=True)
    (case / "ideas").mkdir(parents=True)
    (case / "ideas" / "x.md").write_text(content, encoding="utf-8")
    for language in ("sv", "en"):
        (case / f"report.{language}.txt").write_text(report, encoding="utf-8")


def test_example_of_a_personal_number_does_not_repeat_it() -> None:
    """What the report hides, the lines round it do not give away."""
    found = json.loads(WRITTEN[rules.PATH])
    assert all(not told["source"] for told in found.values() if "•" in told["sv"])


def test_the_session_shows_three_kinds_of_messages(root: Path) -> None:
    """A date that does not exist, a misspelt word and a personal number, as the checker tells them."""
    text = readme_session(root)["README.md"]
    shown = text.partition("<!-- session:start -->")[2].partition("<!-- session:end -->")[0]
    told = [rule for rule in checks.rules() if f"[{rule}]: " in shown]
    assert told == ["field", "personal_number", "unknown_term"]
    assert "20000229" not in text


def test_nothing_is_written_where_there_is_no_readme(tmp_path: Path) -> None:
    """A catalogue without a README gets none, and a README without a catalogue no session."""
    shown.lay(tmp_path / "catalogue", project.BASE)
    assert readme_session(tmp_path / "catalogue") == {}
    shutil.copy(project.ROOT / "README.md", tmp_path)
    assert readme_session(tmp_path) == {}


def test_the_session_is_as_the_catalogue_has_it(root: Path, tmp_path: Path) -> None:
    """Where a catalogue has other sectors, the sector of the example is one mistake more."""
    shutil.copytree(root, tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "ideas" / "catalogue.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("samhallsbyggnad:", "stad:"), encoding="utf-8"
    )
    others = readme_session(tmp_path)["README.md"]
    assert others.count("[unknown_term]: ") == readme_session(root)["README.md"].count("[unknown_term]: ") + 1
