"""The command line: exit codes, words, and files that pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

IDEA = "ideas/2026/enklare-felanmalan/idea.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    folder = project.make_without_program(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, answers: str = "") -> Result:
    result = CliRunner().invoke(app, list(arguments), input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def broken(folder: Path) -> None:
    file = folder / IDEA
    file.write_text(file.read_text(encoding="utf-8").replace("2026-11-02", "2026-02-31", 1), encoding="utf-8")


def test_check_tells_of_errors_by_its_exit(here: Path) -> None:
    """0 without errors, 1 with one; the report names the place."""
    assert run("check").exit_code == 0
    broken(here)
    result = run("check")
    assert result.exit_code == 1
    assert f"{IDEA}:6:12: fel[field]" in result.output


def test_check_speaks_both_languages(here: Path) -> None:
    """The catalogue's language unless another is asked for."""
    broken(here)
    assert "Gör så här" in run("check").output
    assert "What to do" in run("check", "--lang", "en").output


def test_check_of_some_paths_tells_of_those_alone(here: Path) -> None:
    """Another file's error is not this one's."""
    broken(here)
    assert run("check", "ideas/2025").exit_code == 0
    assert run("check", "ideas/2026").exit_code == 1
    assert run("check", ".").exit_code == 1
    assert run("check", "ideas/finns-inte").exit_code == 2
    assert run("check", "/").exit_code == 2


@pytest.mark.parametrize("day", ["i morgon", "2026-02-31", "20261123", "2026-W47-1"])
@pytest.mark.usefixtures("here")
def test_a_day_that_is_none_is_wrong_use(day: str) -> None:
    """Exit 2 and how it is written."""
    result = run("check", "--today", day)
    assert result.exit_code == 2
    assert "2026-11-23" in result.output


def test_outside_a_catalogue_every_command_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2 and the file that is missing."""
    monkeypatch.chdir(tmp_path)
    for command in ("check", "new", "generate", "build", "serve"):
        result = run(command)
        assert result.exit_code == 2
        assert "ideas/catalogue.yml" in result.output


def test_new_asks_and_writes_an_idea_that_passes(here: Path) -> None:
    """Five questions; an unknown sector is asked for again; the file is complete."""
    answers = (
        'Cykelpump: "gratis" # vid torget\nDen som cyklar ska kunna pumpa hjulen på väg till jobbet.\n'
        "kultur\nsamhallsbyggnad\nresident\nInget ställe i centrum har en pump.\n"
    )
    result = run("new", answers=answers)
    assert result.exit_code == 0, result.output
    assert "`kultur` finns inte" in result.output
    assert (here / "ideas/2026/cykelpump-gratis-vid-torget/idea.md").is_file()
    checked = run("check", "ideas/2026/cykelpump-gratis-vid-torget")
    assert checked.exit_code == 0, checked.output


def test_new_takes_its_answers_as_options_and_overwrites_nothing(here: Path) -> None:
    """The same title twice is refused."""
    options = (
        "new", "--title", "Cykelpump vid torget", "--summary", "Den som cyklar ska kunna pumpa hjulen.",
        "--sector", "samhallsbyggnad", "--origin", "employee", "--need", "Ingen pump finns.", "--lang", "en",
    )  # fmt: skip
    assert run(*options).exit_code == 0
    text = (here / "ideas/2026/cykelpump-vid-torget/idea.md").read_text(encoding="utf-8")
    assert "## Need" in text
    assert run(*options).exit_code == 2
    assert run(*options[:-6], "--origin", "kungen", "--need", "x").exit_code == 2


def test_new_asks_for_whatever_the_first_stage_needs(here: Path) -> None:
    """Also what other processes leave for later; and for a need only where there is a section for it."""
    file = here / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        (
            "[idea.submitted, idea.origin]",
            "[idea.submitted, idea.origin, idea.innovation_type, idea.contact]",
        ),
        ("      use: need\n", ""),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    options = (
        "new", "--title", "Cykelpump vid torget", "--summary", "Den som cyklar ska kunna pumpa hjulen.",
        "--sector", "samhallsbyggnad", "--origin", "employee",
    )  # fmt: skip
    refused = run(*options, "--need", "Ingen pump finns.")
    assert refused.exit_code == 2
    assert "use: need" in refused.output
    done = run(*options, answers="Ingen pump finns.\nservice\ninnovation@storby.example\n")
    assert done.exit_code == 0, done.output
    written = (here / "ideas/2026/cykelpump-vid-torget/idea.md").read_text(encoding="utf-8")
    assert "\ninnovation_type: service\n" in written
    assert "## Behov\n\nIngen pump finns." in written


def test_new_takes_no_name_that_an_idea_has_had(here: Path) -> None:
    """Its old address leads to that idea."""
    file = here / "ideas" / "2026" / "enklare-felanmalan" / "idea.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nstage: ", "\naliases: [gammalt-namn]\nstage: ", 1), encoding="utf-8")
    options = (
        "--summary", "Något som behövs för alla.", "--sector", "samhallsbyggnad", "--origin", "employee",
        "--need", "Ingen har den.",
    )  # fmt: skip
    assert run("new", "--title", "Gammalt namn", *options).exit_code == 2
    assert run("new", "--title", "Ett nytt namn", *options).exit_code == 0


def test_generate_writes_what_check_then_finds_fresh(here: Path) -> None:
    """`--check` fails while a page is out of date, and writes nothing."""
    (here / "docs/falt.md").write_text("gammal", encoding="utf-8")
    stale = run("generate", "--check")
    assert stale.exit_code == 1
    assert "docs/falt.md" in stale.output
    assert (here / "docs/falt.md").read_text(encoding="utf-8") == "gammal"
    assert run("generate").exit_code == 0
    assert run("generate", "--check").exit_code == 0


def test_a_generated_file_that_cannot_be_read_is_written_anew(here: Path) -> None:
    (here / "docs/falt.md").write_bytes("fält".encode("latin-1"))
    assert run("generate", "--check").exit_code == 1
    assert run("generate").exit_code == 0
    assert run("generate", "--check").exit_code == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("title", ["h\udce5l", "🙂", "   "])
def test_new_refuses_a_title_that_names_nothing(title: str) -> None:
    """Bytes that are no text, or nothing to name a folder by: exit 2, and nothing is written."""
    options = ("--summary", "Något som behövs.", "--sector", "samhallsbyggnad", "--origin", "employee")
    assert run("new", "--title", title, *options, "--need", "Behov.").exit_code == 2
    assert run("check").exit_code == 0
