"""`idesluss judge`: a change is judged by the base's program, and nothing that the change brings is run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import gitrepo, project
from tests.support.waiting import HANGS

PROGRAM = Path(sys.executable).parent / "idesluss"
SMALL = "ideas/2026/enklare-felanmalan/idea.md"
RULE = "hooks/idesluss/checks/__init__.py"
CRASHES = """#!{python}
import sys
from idesluss import cli
from idesluss.cli import verdicts
def crash(*given, **named):
    raise KeyError("x")
verdicts.{name} = crash
cli.main()
"""
TRAP = "import pathlib\npathlib.Path({!r}).write_text('run')\n"
TRAPS = (
    "idesluss/__init__.py",
    "idesluss/__main__.py",
    "typer/__init__.py",
    "yaml.py",
    "sitecustomize.py",
    "usercustomize.py",
    "conftest.py",
    "hooks/idesluss/__init__.py",
    ".venv/bin/idesluss",
    "Makefile",
)


@pytest.fixture
def head(tmp_path: Path) -> Path:
    """The change's checkout: this project as a repository, with a branch to start from."""
    folder = gitrepo.start(tmp_path / "head")
    project.make(folder, project.BASE)
    gitrepo.commit(folder)
    gitrepo.git(folder, "branch", "base")
    return folder


def judged(head: Path, out: Path, program: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(program or PROGRAM), "judge", str(head), "base", str(out)],
        cwd=head.parent,
        env={**os.environ, "IDESLUSS_TODAY": project.TODAY, "GITHUB_ACTIONS": "true"},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )


def jumped(head: Path) -> None:
    """An idea that has gone past two gates."""
    file = head / SMALL
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("stage: idea", "stage: feasibility"), encoding="utf-8")


def disarmed(head: Path) -> None:
    """The change's own program finds nothing, whatever there is to find."""
    file = head / RULE
    text = file.read_text(encoding="utf-8")
    assert "def judge_catalogue(" in text
    assert "def judge_change(" in text
    silent = "\n\ndef {}(*given):  # noqa\n    return []\n"
    file.write_text(text + silent.format("judge_catalogue") + silent.format("judge_change"), encoding="utf-8")


def by_its_own(head: Path) -> int:
    """What the change's own program says."""
    return subprocess.run(
        [sys.executable, "-m", "idesluss", "check", "--base", "base"],
        cwd=head,
        env={
            **os.environ,
            "PYTHONPATH": str(head / "hooks"),
            "PYTHONDONTWRITEBYTECODE": "1",  # what it leaves behind is no part of the change
            "IDESLUSS_TODAY": project.TODAY,
        },
        capture_output=True,
        check=False,
        timeout=HANGS,
    ).returncode


def test_a_good_change_passes(head: Path, tmp_path: Path) -> None:
    """With a report for people, one for programs, and SARIF."""
    (head / SMALL).write_text(
        (head / SMALL).read_text(encoding="utf-8").replace("hål", "stort hål"), encoding="utf-8"
    )
    gitrepo.commit(head)
    done = judged(head, tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert "# Inga fel" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    labels = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["labels"]
    assert "kind:edit" in labels
    assert json.loads((tmp_path / "out" / "check.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_change_that_edits_the_program_to_pass_still_fails(head: Path, tmp_path: Path) -> None:
    """Its own program would let it through; the report says that the program is touched."""
    jumped(head)
    disarmed(head)
    gitrepo.commit(head)
    assert by_its_own(head) == 0
    done = judged(head, tmp_path / "out")
    assert done.returncode == 1
    assert "::error" in done.stdout
    report = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "Ändringen rör 1 fil i programmet." in report
    assert "Då har någon av grindarna" in report


def test_nothing_that_the_change_brings_is_run(head: Path, tmp_path: Path) -> None:
    """Each file tells of itself by a trace of its own."""
    (tmp_path / "traces").mkdir()
    for number, path in enumerate(TRAPS):
        file = head / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TRAP.format(str(tmp_path / "traces" / str(number))), encoding="utf-8")
    jumped(head)
    gitrepo.commit(head)
    assert judged(head, tmp_path / "out").returncode == 1
    assert list((tmp_path / "traces").iterdir()) == []


def test_git_runs_nothing_of_the_change_either(head: Path, tmp_path: Path) -> None:
    """Attributes name filters, but only a configuration could say what they run."""
    trap = tmp_path / "trap"
    (head / ".gitattributes").write_text("* filter=evil diff=evil merge=evil\n", encoding="utf-8")
    (head / ".gitconfig").write_text(f'[filter "evil"]\n\tsmudge = touch {trap}\n', encoding="utf-8")
    jumped(head)
    gitrepo.commit(head)
    assert judged(head, tmp_path / "out").returncode == 1
    assert not trap.exists()


def test_what_cannot_be_judged_fails(head: Path, tmp_path: Path) -> None:
    """A catalogue that cannot be read is an error of the change; a version that is not there is refused."""
    (head / "ideas" / "catalogue.yml").write_text("name: [\n", encoding="utf-8")
    gitrepo.commit(head)
    assert judged(head, tmp_path / "out").returncode == 1
    assert "går inte att läsa" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert not json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["is_readable"]
    gitrepo.git(head, "branch", "-D", "base")
    gitrepo.git(head, "revert", "--no-edit", "HEAD")
    assert judged(head, tmp_path / "out").returncode == 2
    assert "`base`" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["read_catalogue", "judged_change", "report_as_json"])
def test_a_program_that_fails_gives_no_verdict(head: Path, tmp_path: Path, name: str) -> None:
    """Not 1, which says that the change has errors; the reviewer reads what happened, not an empty page."""
    program = tmp_path / "idesluss"
    program.write_text(CRASHES.format(python=sys.executable, name=name), encoding="utf-8")
    program.chmod(0o755)
    done = judged(head, tmp_path / "out", program)
    assert done.returncode == 3
    assert "Felet ligger i programmet, inte i innehållet" in done.stderr
    report = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "Felet ligger i programmet, inte i innehållet" in report


def on_the_base(head: Path, path: str, old: str, new: str) -> None:
    """The base moves on by one commit, while the change stays where it left it."""
    gitrepo.git(head, "switch", "--quiet", "base")
    text = (head / path).read_text(encoding="utf-8")
    assert old in text
    (head / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    gitrepo.commit(head)
    gitrepo.git(head, "switch", "--quiet", "-")


def test_a_change_from_before_a_gate_was_tightened_meets_the_gate_as_it_is(
    head: Path, tmp_path: Path
) -> None:
    """By itself it passes; what merging would give does not. Nothing of it is left in the checkout."""
    decision = "{ gate: G1, date: 2026-11-20, verdict: go, role: granskare, reason: Bra. }"
    decided = f"stage: assessment\ntarget_group: Alla som bor här.\ndecisions:\n  - {decision}\n"
    text = (head / SMALL).read_text(encoding="utf-8").replace("stage: idea\n", decided, 1)
    (head / SMALL).write_text(text, encoding="utf-8")
    gitrepo.commit(head)
    assert judged(head, tmp_path / "alone").returncode == 0
    on_the_base(
        head,
        "ideas/catalogue.yml",
        "requires: [idea.section.need, idea.target",
        "requires: [idea.owner, idea.section.need, idea.target",
    )
    done = judged(head, tmp_path / "merged")
    assert done.returncode == 1
    assert gitrepo.git(head, "worktree", "list").count("\n") == 1
    assert gitrepo.git(head, "status", "--short") == ""


def test_two_changes_with_one_name_are_seen_when_the_first_is_taken_in(head: Path, tmp_path: Path) -> None:
    shutil.copytree((head / SMALL).parent, head / "ideas/2025/samma-namn")
    gitrepo.commit(head)
    assert judged(head, tmp_path / "alone").returncode == 0
    gitrepo.git(head, "switch", "--quiet", "base")
    shutil.copytree((head / SMALL).parent, head / "ideas/2026/samma-namn")
    gitrepo.commit(head)
    gitrepo.git(head, "switch", "--quiet", "-")
    done = judged(head, tmp_path / "merged")
    assert done.returncode == 1
    assert "samma-namn" in done.stdout


def test_a_change_that_conflicts_is_judged_alone_and_the_report_says_so(head: Path, tmp_path: Path) -> None:
    edit = (head / SMALL).read_text(encoding="utf-8").replace("title: Enklare", "title: Lättare")
    (head / SMALL).write_text(edit, encoding="utf-8")
    gitrepo.commit(head)
    on_the_base(head, SMALL, "title: Enklare", "title: Smidigare")
    done = judged(head, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "Ändringen krockar" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
