"""Catalogues that have just begun: installed, checked, built and linked by `make test`, and upgraded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from idesluss.cli.verdicts import REPORT
from tests.support import begun, gitrepo, project

if TYPE_CHECKING:
    from pathlib import Path

FIRST = ("gateway", "sv", "github")
# With the first, to which an idea comes, every process, every host and every choice of languages.
CHOICES = (("gateway", "sv,en", "forgejo"), ("small", "en", "none"), ("list", "en,sv", "gitlab"))
# With these too, each stands with each other once.
MORE_CHOICES = (
    ("gateway", "en", "gitlab"),
    ("small", "sv", "gitlab"),
    ("small", "sv,en", "github"),
    ("list", "sv", "none"),
    ("list", "en", "forgejo"),
    ("list", "en,sv", "github"),
)
IDEA = (
    'make install && .venv/bin/idesluss new --title "Bänkar vid torget" --sector urban-development '
    '--origin resident --summary "Den som väntar på bussen ska kunna sitta." '
    '--need "Det finns ingenstans att sitta."'
)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> begun.Machine:
    return begun.Machine(tmp_path_factory.mktemp("machine"))


def init(folder: Path, wheel: Path, process: str, languages: str, host: str) -> None:
    options = ("--yes", "--municipality", "Kiruna", "--process", process, "--languages", languages)
    given = (*options, "--host", host, "--program", str(wheel))
    done = project.run(folder.parent, "idesluss", "init", str(folder), *given)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("process", "languages", "host"),
    [*CHOICES, *(pytest.param(*choice, marks=pytest.mark.prove) for choice in MORE_CHOICES)],
)
def test_it_passes_its_own_test(
    wheel: Path, machine: begun.Machine, tmp_path: Path, process: str, languages: str, host: str
) -> None:
    """Two commands after the download: checked, up to date, built without a warning, every link followed."""
    init(tmp_path / "new", wheel, process, languages, host)
    done = machine.run(tmp_path / "new", "make test")
    assert done.returncode == 0, done.stdout + done.stderr
    # No more than what only its owner knows, such as who has assessed how accessible it is.
    assert ("\n1 tips\n" if languages.startswith("sv") else "\n1 hint\n") in done.stdout
    assert "WARNING" not in done.stderr
    assert "\n0 " in done.stdout


def test_an_idea_comes_in_and_the_next_is_right_too(
    wheel: Path, machine: begun.Machine, tmp_path: Path
) -> None:
    folder = gitrepo.start(tmp_path / "new")
    (folder / ".git").rename(tmp_path / "git")
    init(folder, wheel, *FIRST)
    (tmp_path / "git").rename(folder / ".git")
    gitrepo.commit(folder)
    done = machine.run(folder, IDEA + "\nmake test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\n1 tips\n" in done.stdout
    assert "WARNING" not in done.stderr
    assert (folder / "site" / "ideer" / "2026" / "bankar-vid-torget" / "index.html").is_file()
    assert "Bänkar vid torget" in machine.run(folder, ".venv/bin/idesluss report --base HEAD").stdout


def test_a_new_version_is_one_number(
    wheel: Path, newer_wheel: Path, machine: begun.Machine, tmp_path: Path
) -> None:
    """The number comes in alone and all is read as before; then the content, judged by the new version."""
    folder = tmp_path / "new"
    init(folder, wheel, "small", "sv", "github")
    assert machine.run(folder, IDEA).returncode == 0
    idea = folder / "ideas/2026/bankar-vid-torget/idea.md"
    written = idea.read_bytes().replace(
        b"\n---\n", "\ntarget_group: Den som väntar # på bussen\n---\n".encode(), 1
    )
    idea.write_bytes(written.replace(b"\n", b"\r\n"))
    gitrepo.start(folder)
    gitrepo.commit(folder)
    version = newer_wheel.name.split("-")[1]
    assert version != wheel.name.split("-")[1]
    (folder / newer_wheel.name).write_bytes(newer_wheel.read_bytes())

    gitrepo.git(folder, "switch", "--quiet", "--create", "number")
    done = machine.run(folder, f"make upgrade VERSION={version}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "`target_group` heter `meant_for` sedan form 3" in done.stdout
    assert "Kör `idesluss migrate`" in done.stdout
    gitrepo.commit(folder)
    assert idea.read_bytes().count(b"target_group") == 1
    assert machine.run(folder, "make test").returncode == 0

    # The old version judges the number alone, and would refuse content that it does not know.
    assert judged(machine, folder, tmp_path / "old", wheel) == (0, "")
    done = machine.run(folder, ".venv/bin/idesluss migrate --yes")
    assert done.returncode == 0, done.stdout + done.stderr
    wanted = written.replace(b"target_group:", b"meant_for:").replace(b"\n", b"\r\n")
    assert idea.read_bytes() == wanted
    assert b"format: 3\n" in (folder / "ideas/catalogue.yml").read_bytes()
    gitrepo.commit(folder)
    code, told = judged(machine, folder, tmp_path / "old", wheel)
    assert code == 1
    assert "Innehållet har form 3, och den här versionen av programmet känner till form 2" in told

    # Once the number is in, the new version judges the content and finds nothing changed.
    gitrepo.git(folder, "branch", "--force", "main", "HEAD~1")
    done = machine.run(folder, ".venv/bin/idesluss judge . main result && .venv/bin/idesluss check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Inga fel." in done.stdout


def judged(machine: begun.Machine, folder: Path, old: Path, wheel: Path) -> tuple[int, str]:
    """What the version of the main branch says of the change, from a checkout of its own."""
    if not old.exists():
        gitrepo.git(folder.parent, "clone", "--quiet", "--branch", "main", str(folder), str(old))
        assert (old / wheel.name).is_file()
    done = machine.run(folder, f'make -C "{old}" install && "{old}/.venv/bin/idesluss" judge . main result')
    report = (folder / "result" / REPORT).read_text(encoding="utf-8")
    assert json.loads((folder / "result" / "report.json").read_text(encoding="utf-8")) is not None
    return done.returncode, report if done.returncode else ""
