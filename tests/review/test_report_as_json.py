"""The report for programs: all that people read of a change, in the form that its page shows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import project
from tests.support.review_changes import KINDS, NEW, lay_out

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {"sv": "rapport.md", "en": "en/report.md"}


def report_of(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str = "sv"
) -> dict[str, Any]:
    kind = next(kind for kind in KINDS if kind.name == name)
    monkeypatch.chdir(lay_out(kind, tmp_path / "r"))
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    done = CliRunner().invoke(app, ["report", "--base", "base", "--format", "json", "--lang", language])
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def form(value: Any) -> Any:
    """The names in a value, and those in the first of each list."""
    if isinstance(value, dict):
        return {name: form(inner) for name, inner in value.items()}
    return [form(value[0])] if isinstance(value, list) and value and isinstance(value[0], dict) else None


@pytest.mark.parametrize("language", PAGES)
def test_the_page_shows_the_form(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names, order and nothing besides, for an idea that passes a gate."""
    text = (project.ROOT / "docs" / PAGES[language]).read_text(encoding="utf-8")
    shown = json.loads(re.findall(r"```json\n(.*?)```", text, re.DOTALL)[1])
    report = report_of("gate-with-decision", tmp_path, monkeypatch, language)
    assert form(shown) == form(report)
    assert shown["schema"] == report["schema"] == "3"
    described = set(re.findall(r"`([a-z_]+)`", text.partition("report --base REV")[2]))
    assert {*report, *report["asked"][0]} - {"schema", "path", "approvals", "changes"} <= described
    assert {"there", "remains", "waived", "unread", "wrong"} <= described


def test_a_new_idea_is_introduced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (asked,) = report_of("new-idea", tmp_path, monkeypatch)["asked"]
    assert [part["name"] for part in asked["introduction"]] == [
        *("Sammanfattning", "Behov", "Föreslås av", "Parter", "Inlämnad", "Sektor")
    ]
    assert (asked["now"]["gate"], asked["following"]["gate"]) == ("G1", "G2")
    assert asked["now"]["question"] == "Hör idén hemma här?"


def test_problems_and_their_causes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of before are counted apart."""
    report = report_of("older-problems", tmp_path, monkeypatch)
    assert report["summary"] == {"errors": 0, "warnings": 0, "hints": 0, "older": 1}
    assert [problem["caused_by"] for problem in report["problems"]] == ["before"]


def test_no_personal_number_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of("personal-number", tmp_path, monkeypatch)
    assert [problem["path"] for problem in report["problems"]] == [NEW]
    assert "2399" not in json.dumps(report)


def test_amounts_are_written_with_ordinary_spaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = report_of("several-ideas", tmp_path, monkeypatch)["asked"]
    changes = [change for entry in asked for change in entry["changes"]]
    assert "Bidraget från Framsyn ändrades från 500 000 kr till 1 600 000 kr" in changes


def test_a_catalogue_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The problems are told; of the change nothing is known."""
    report_of("typo", tmp_path, monkeypatch)
    (tmp_path / "r" / "ideas" / "catalogue.yml").write_text("name: [\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["report", "--base", "base", "--format", "json"])
    read = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (read["is_readable"], read["asked"], read["summary"]["errors"]) == (False, [], 1)
    assert [problem["rule"] for problem in read["problems"]] == ["yaml"]
