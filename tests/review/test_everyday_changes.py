"""The honest changes that people make every day pass, and neither check nor report says a word too much.

`everyday/` holds a case for each, in the format of `tests/checks/README.md`, and beside it all that the
reviewer's report says of it in Swedish, so that whoever adds a word sees where it comes. The check says one
line of each of them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import gitrepo, golden, project

FOLDER = Path(__file__).parent / "everyday"
CASES = sorted(FOLDER.glob("*.case"))
SMALL = "ideas/2026/enklare-felanmalan/idea.md"
PLAN = "ideas/2025/trygg-hemgang/plan.md"


def branched(folder: Path) -> Path:
    """A change on a branch into which main, where others have worked meanwhile, is merged before its end."""
    root = gitrepo.start(folder)
    shutil.copytree(project.BASE, root / "ideas")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    gitrepo.git(root, "checkout", "--quiet", "-b", "felanmalan")
    replace(root / SMALL, "minst en gång", "minst två gånger")
    gitrepo.git(root, "checkout", "--quiet", "base")
    replace(root / PLAN, "    due: 2026-12\n", "    due: 2026-12\n    done: 2026-11-19\n")
    gitrepo.git(root, "checkout", "--quiet", "felanmalan")
    gitrepo.git(root, "merge", "--quiet", "--no-edit", "base")
    replace(root / SMALL, "sector:", "target_group: Den som går och cyklar\nsector:")
    return root


def replace(file: Path, old: str, new: str) -> None:
    """Put the new words in the place of the old in a file, and commit."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    gitrepo.commit(next(above for above in file.parents if (above / ".git").is_dir()))


@pytest.fixture(params=[*CASES, FOLDER / "main_merged"], ids=lambda case: case.stem)
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case, with its change in a repository that is the current folder."""
    file = request.param
    assert isinstance(file, Path)
    folder = tmp_path / "r"
    monkeypatch.chdir(golden.committed(file, folder) if file.suffix else branched(folder))
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    return file


def said(*command: str) -> str:
    """What a command says of the change, which it must let pass."""
    done = CliRunner().invoke(app, [*command, "--base", "base", "--lang", "sv"])
    assert (done.exit_code, done.stderr) == (0, ""), done.output
    return done.stdout


def test_nothing_is_said_too_much(case: Path) -> None:
    """The check has one line, without a hint; the report is the golden one, and tells each thing once."""
    assert said("check") == "Inga fel.\n", case.stem
    file, report = case.with_suffix(".md"), said("report")
    if golden.WRITES:
        file.write_text(report, encoding="utf-8", newline="\n")
    assert report == file.read_text(encoding="utf-8")
    assert report.startswith("# Inga fel och inga varningar\n")
    for part in report.split("\n## ")[1:]:
        rows = [line for line in part.split("\n") if line.startswith("- ")]
        assert len(set(rows)) == len(rows), part


def test_every_report_is_of_a_case() -> None:
    cases = {case.stem for case in CASES} | {"main_merged"}
    assert {file.stem for file in FOLDER.glob("*.md")} == cases
    assert {file.suffix for file in FOLDER.iterdir()} == {".case", ".md"}
