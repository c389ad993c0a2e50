"""`idesluss migrate`: what changes is shown and asked for, and nothing is changed unasked."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

FORMER = b'  granskare: # who decides\n    github: ["@storby/granskare"]\n'


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """catalogue.yml with a field by its former name, and with line ends of Windows."""
    shutil.copytree(project.BASE, tmp_path / "ideas")
    file = tmp_path / "ideas" / "catalogue.yml"
    written = file.read_bytes().replace(b"  granskare:\n", FORMER)
    assert FORMER in written
    file.write_bytes(written.replace(b"\n", b"\r\n"))
    monkeypatch.chdir(tmp_path)
    return file


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner(env={"IDESLUSS_TODAY": project.TODAY}).invoke(
        app, ["migrate", *arguments], input=answers
    )


def test_what_changes_is_shown_and_asked_for(older: Path) -> None:
    """A no leaves the file to the byte; a yes changes a name and says the form, and nothing else."""
    before = older.read_bytes()
    refused = run(answers="n\n")
    assert '-    github: ["@storby/granskare"]' in refused.output
    assert '+    holders: ["@storby/granskare"]' in refused.output
    assert "Ändra filen?" in refused.output
    assert older.read_bytes() == before
    assert run(answers="y\n").exit_code == 0
    head = b"name: "
    wanted = before.replace(b"    github:", b"    holders:").replace(head, b"format: 2\r\n" + head, 1)
    assert older.read_bytes() == wanted


def test_what_is_left_to_do_fails_a_check_and_is_then_done(older: Path) -> None:
    before = older.read_bytes()
    done = run("--check", "--lang", "en")
    assert (done.exit_code, older.read_bytes()) == (1, before)
    assert "One file has an older form. Run `idesluss migrate`." in done.output
    assert run("--yes").exit_code == 0
    assert run("--check").output == "Innehållet har redan den senaste formen, 2.\n"


def test_content_of_a_later_form_is_refused(older: Path) -> None:
    older.write_bytes(older.read_bytes().replace(b"name: ", b"format: 99\r\nname: ", 1))
    done = run("--yes")
    assert done.exit_code == 1
    assert "Innehållet har form 99, och den här versionen av programmet känner till form 2." in done.output
    assert done.output.count("[format]") == 1
