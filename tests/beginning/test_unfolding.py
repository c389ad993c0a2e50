"""A list of the program's written out in catalogue.yml: the same words, and all other lines as they were."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from idesluss.beginning.unfolding import UNFOLDED
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading
from idesluss.cli.every import app
from idesluss.reading.files import DiskFiles
from tests.support import begun, project

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date.fromisoformat(project.TODAY)
SETTINGS = "ideas/catalogue.yml"


def unfold(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(app, ["unfold", name])


@pytest.mark.parametrize("name", UNFOLDED)
def test_what_is_written_out_says_the_same(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every list that there is, in both languages."""
    begun.lay(tmp_path, begun.beginning(languages=("sv", "en")))
    file = tmp_path / SETTINGS
    if name not in {line.partition(":")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()}:
        file.write_text(f"{file.read_text(encoding='utf-8')}{name}: free\n", encoding="utf-8")
    if name == "gates":
        written = file.read_text(encoding="utf-8").splitlines(keepends=True)
        at = written.index("  gates:\n")
        end = next(place for place in range(at, len(written)) if written[place] == "\n")
        file.write_text("".join([*written[:at], "  gates: gateway\n", *written[end:]]), encoding="utf-8")
    before, lines = settings(tmp_path), file.read_text(encoding="utf-8").splitlines()
    done = unfold(tmp_path, monkeypatch, name)
    assert (done.exit_code, f"`{name}`" in done.output) == (0, True), done.output
    after = file.read_text(encoding="utf-8").splitlines()
    assert settings(tmp_path) == before
    assert len(after) > len(lines)
    assert [line for line in lines if line not in after] == [
        line for line in lines if line.strip().startswith(f"{name}:")
    ]


def settings(folder: Path) -> object:
    reading = read_catalogue(DiskFiles(folder), TODAY)
    assert {problem.severity for problem in judge_reading(reading)} <= {"hint"}
    assert reading.catalogue
    return reading.catalogue.settings


def test_the_languages_and_line_ends_of_the_file_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun.lay(tmp_path, begun.beginning(process="small", languages=("en",)))
    file = tmp_path / SETTINGS
    file.write_bytes(
        file.read_bytes().replace(b"  stages: small", b"  stages: small # ours").replace(b"\n", b"\r\n")
    )
    assert unfold(tmp_path, monkeypatch, "stages").exit_code == 0
    assert b"  stages:  # ours\r\n    idea:\r\n      title: Idea\r\n" in file.read_bytes()
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")
    settings(tmp_path)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("stages", "`stages` i ideas/catalogue.yml"),
        ("themes", "`themes` finns inte"),
        ("x", "`x` finns inte"),
    ],
)
def test_what_cannot_be_written_out_is_refused(
    name: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words stand there already, the program has none of it, or there is no such list."""
    begun.lay(tmp_path, begun.beginning())
    unfold(tmp_path, monkeypatch, "stages")
    before = (tmp_path / SETTINGS).read_bytes()
    done = unfold(tmp_path, monkeypatch, name)
    assert (done.exit_code, told in done.output) == (2, True), done.output
    assert (tmp_path / SETTINGS).read_bytes() == before
