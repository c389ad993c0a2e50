"""The example that explains each rule is taken from the golden cases, and is what they would give now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.support import golden, project
from tests.support.examples import rule_examples

if TYPE_CHECKING:
    from pathlib import Path

FILE = project.ROOT / "hooks" / "idesluss" / "checks" / "examples.json"
SAID = "ideas/x.md:3:1: error[field]: One.\n 3 | {}\n   | ^\n"


def examples(tests: Path) -> dict[str, Any]:
    return dict(json.loads(rule_examples(tests)))


def write_case(tests: Path, name: str, report: str, lines: str = "\n", kind: str = "broken") -> None:
    """A case with this report, of a catalogue whose only file has these lines."""
    (tests / "catalogues" / "base").mkdir(parents=True, exist_ok=True)
    case = tests / "checks" / kind / f"{name}.case"
    case.parent.mkdir(parents=True, exist_ok=True)
    added = "".join(f"+{line}\n" for line in lines.splitlines())
    case.write_text(f"base: base\n@@ ideas/x.md (new)\n{added}", encoding="utf-8")
    _report(case, report)


def _report(case: Path, text: str) -> None:
    for language in ("sv", "en"):
        case.with_suffix(f".{language}.txt").write_text(text, encoding="utf-8")


def test_examples_are_up_to_date() -> None:
    """IDESLUSS_WRITE_GOLDEN=1 writes the file anew, from the cases and their reports."""
    text = rule_examples(project.HERE)
    if golden.WRITES:
        FILE.write_text(text, encoding="utf-8", newline="\n")
    assert FILE.read_bytes().decode("utf-8") == text


def test_example_says_the_least_beside_its_own(tmp_path: Path) -> None:
    """Of a rule's cases the one is shown whose report has a single problem with a line to look at."""
    for case in ("file/line", "field/choice", "field/missing_year"):
        write_case(tmp_path, case, "ideas/x.md:3:4: error[field]: One.\n 3 | x\n   | ^\n")
    write_case(tmp_path, "field/aaa", "ideas/x.md: error[field]: One.\n")
    write_case(
        tmp_path, "field/aab", "ideas/x.md:3:4: error[field]: One.\n\nideas/y.md:3: warning[file]: Two.\n"
    )
    found = examples(tmp_path)
    assert found["field"]["case"] == "field_choice"
    assert found["field"]["severities"] == ["error"]
    assert list(found) == ["field", "file"]


def test_a_case_is_its_folders_rule(tmp_path: Path) -> None:
    """A case is no example of another rule that its name would fit, nor one without its reports."""
    write_case(tmp_path, "unknown_field/x", "ideas/x.md:3:4: error[unknown_field]: One.\n")
    write_case(tmp_path, "field/unknown", "ideas/x.md:3:4: error[field]: One.\n")
    (tmp_path / "checks" / "broken" / "field" / "unknown.sv.txt").unlink()
    assert list(examples(tmp_path)) == ["unknown_field"]


def test_lines_round_the_place_are_shown(tmp_path: Path) -> None:
    """Two lines before and after, from the case's file; never where the report shows the line otherwise."""
    write_case(tmp_path, "field/one", SAID.format("three"), "one\ntwo\nthree\nfour\nfive\nsix\n")
    assert examples(tmp_path)["field"]["source"] == "one\ntwo\nthree\nfour\nfive"
    write_case(tmp_path, "field/one", SAID.format("••••"), "one\ntwo\nthree\nfour\n")
    assert examples(tmp_path)["field"]["source"] == ""
    write_case(tmp_path, "field/one", SAID.format("three"), "one\n")
    assert examples(tmp_path)["field"]["source"] == ""


def test_a_change_shows_its_last_commit(tmp_path: Path) -> None:
    """The lines of a golden change are those of the last commit that has the file."""
    write_case(tmp_path, "field/one", "ideas/x.md: error[field]: One.\n")
    report = "ideas/x.md:1:1: hint[stage_step]: One.\n 1 | {}\n\nideas/x.md:2:1: error[stage_step]: Two.\n"
    write_case(tmp_path, "stage_step/back", report.format("three"), kind="changes")
    case = tmp_path / "checks" / "changes" / "stage_step" / "back.case"
    steps = "base: base\n=== before\n@@ ideas/x.md (new)\n+one\n=== commit 1\n@@ ideas/x.md\n-one\n+two\n"
    case.write_text(f"{steps}=== commit 2\n@@ ideas/x.md\n-two\n+three\n", encoding="utf-8")
    found = examples(tmp_path)["stage_step"]
    assert (found["source"], found["severities"]) == ("three", ["error", "hint"])
    case.write_text(f"{steps}=== commit 2\n@@ ideas/x.md (removed)\n", encoding="utf-8")
    _report(case, report.format("two"))
    assert examples(tmp_path)["stage_step"]["source"] == "two"


def test_example_of_a_personal_number_does_not_repeat_it() -> None:
    """What the report hides, the lines round it do not give away."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    assert all(not example["source"] for example in found.values() if "•" in example["sv"])
