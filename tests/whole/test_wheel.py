"""The program installed from a wheel, in a folder with nothing but a catalogue."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

import release
from idesluss.words import say
from tests.support import gitrepo, project
from tests.support.serving import Served
from tests.support.waiting import HANGS
from tests.support.wheels import Adopter, build_wheel, changed_program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = "site_url: https://katalog.example/ideer/\nrepository: https://github.com/example/ideer\n"
IDEA = "ideas/2026/enklare-felanmalan/idea.md"
NEW = ("--title", "Bänkar vid torget", "--sector", "samhallsbyggnad", "--origin", "resident")
NEW_WORDS = (
    "--summary",
    "Den som väntar på bussen ska kunna sitta.",
    "--need",
    "Det finns ingenstans att sitta.",
)
# What `generate` and `codeowners` write in a catalogue.
GENERATED = re.compile(
    r"\.github/(ISSUE_TEMPLATE/idea|workflows/[\w-]+)\.yml|docs/(falt|en/fields)\.md|docs/schema/\w+\.schema\.json"
)


@pytest.fixture(scope="module")
def adopter(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Adopter:
    """A catalogue in a repository of its own, with its site built by the installed program."""
    folder = tmp_path_factory.mktemp("adopter")
    project.make_without_program(folder, project.BASE, settings=SETTINGS)
    adopter = Adopter(folder, tmp_path_factory.mktemp("installed"))
    adopter.install(wheel)
    return adopter


@pytest.fixture(scope="module")
def built(adopter: Adopter) -> dict[str, bytes]:
    """Each file of its site."""
    return adopter.build()


@pytest.fixture
def repository(adopter: Adopter) -> Iterator[Adopter]:
    """The catalogue in git; afterwards it is as it was, and in no repository."""
    gitrepo.start(adopter.folder)
    gitrepo.commit(adopter.folder)
    yield adopter
    gitrepo.git(adopter.folder, "reset", "--quiet", "--hard")
    gitrepo.git(adopter.folder, "clean", "-fdq")
    shutil.rmtree(adopter.folder / ".git")


def pages(site: dict[str, bytes]) -> list[str]:
    return sorted(path for path in site if path.endswith(".html"))


def test_the_wheel_is_the_whole_package_and_names_no_catalogue(wheel: Path) -> None:
    """No file is left out or has come along; none says Lerum, Framsyn or what our catalogue is called."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {path for path in archive.namelist() if ".dist-info/" not in path}
    package = project.ROOT / "hooks" / "idesluss"
    files = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    own = {path.relative_to(package.parent).as_posix() for path in files}
    assert packed == {*own, "idesluss/requirements.txt"}
    assert release.foreign_words(wheel, release.NAMES) == []


def test_pip_takes_it_by_address_and_digest(wheel: Path, tmp_path: Path) -> None:
    """As a catalogue's requirements name it; another digest is refused."""
    file = tmp_path / "requirements.txt"
    text = release.requirements(wheel, wheel.parent.as_uri()).splitlines()[0]
    file.write_text(text, encoding="utf-8")
    assert pip_install(file, tmp_path / "one") == 0
    assert (tmp_path / "one" / "idesluss" / "theme" / "main.html").is_file()
    file.write_text(text.replace(release.digest(wheel), "0" * 64), encoding="utf-8")
    assert pip_install(file, tmp_path / "two") != 0
    assert not (tmp_path / "two").exists()


def pip_install(requirements: Path, target: Path) -> int:
    options = ("--quiet", "--no-index", "--no-deps", "--require-hashes", "--target", str(target), "-r")
    command = [sys.executable, "-m", "pip", "install", *options, str(requirements)]
    return subprocess.run(command, check=False, capture_output=True, timeout=HANGS).returncode


def test_the_site_is_the_same_as_from_the_sources(
    adopter: Adopter, built: dict[str, bytes], tmp_path: Path
) -> None:
    """Byte for byte, each file of it; and it is the installed program that made it."""
    lies = adopter.run("idesluss", "explain", "field", PYTHONVERBOSE="1").stderr
    assert f"{adopter.installed}/idesluss/checks/explain.py" in lies
    assert f"{project.ROOT}/hooks/idesluss" not in lies
    sources = project.make(tmp_path, project.BASE, settings=SETTINGS)
    own = project.snapshot(project.build(sources, "--strict", IDESLUSS_SEARCH="on"))
    assert own.keys() == built.keys()
    assert [path for path in own if own[path] != built[path]] == []


def test_every_command_works(repository: Adopter) -> None:
    """With nothing of the program's repository beside."""
    folder = repository.folder
    for command in (["check", "--base", "HEAD"], ["explain"], ["remind"]):
        done = repository.run("idesluss", *command)
        assert (done.returncode, done.stderr) == (0, ""), command
    assert repository.run("idesluss", "new", *NEW, *NEW_WORDS).returncode == 0
    report = repository.run("idesluss", "report", "--base", "HEAD")
    assert report.returncode == 0, report.stderr
    assert "Bänkar vid torget" in report.stdout
    assert repository.run("idesluss", "build", "--quiet").returncode == 0
    assert (folder / "site" / "ideer" / "2026" / "bankar-vid-torget" / "index.html").is_file()


def test_what_is_generated_belongs_to_a_catalogue(repository: Adopter) -> None:
    """Forms, schemas and field pages, whatever else has a name that the program's repository has too."""
    folder = repository.folder
    (folder / "pyproject.toml").write_text("[broken", encoding="utf-8")
    (folder / "README.md").write_bytes("# V\xe5r katalog\n".encode("latin-1"))
    before = repository.content()
    done = repository.run("idesluss", "generate")
    assert done.returncode == 0, done.stderr
    written = {path for path, content in repository.content().items() if before.get(path) != content}
    assert ".github/ISSUE_TEMPLATE/idea.yml" in written
    assert [path for path in written if not GENERATED.fullmatch(path)] == []
    assert repository.run("idesluss", "generate", "--check").returncode == 0
    assert repository.run("idesluss", "codeowners").returncode == 0
    assert (folder / ".github" / "CODEOWNERS").is_file()


def test_an_issue_becomes_an_idea(repository: Adopter, tmp_path: Path) -> None:
    body = (project.HERE / "proposal" / "issues" / "good.md").read_text(encoding="utf-8")
    event = tmp_path / "event.json"
    issue = {"issue": {"number": 17, "body": body, "user": {"login": "kommun-konto", "id": 4711}}}
    event.write_text(json.dumps(issue), encoding="utf-8")
    done = repository.run("idesluss", "from-issue", str(event), "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stdout + done.stderr
    made = (tmp_path / "out" / "path").read_text(encoding="utf-8")
    assert (repository.folder / made).is_file()


def test_it_is_served_and_what_is_installed_is_not_watched(repository: Adopter, tmp_path: Path) -> None:
    """A change of an idea is seen."""
    served = Served(repository.folder, tmp_path, **repository.variables)
    try:
        served.wait(lambda: served.get("/")[0] == 200)
        served.edit(IDEA, "title: Enklare felanmälan", "title: Enklast felanmälan")
        served.wait(lambda: "Enklast felanmälan" in served.get("/ideer/2026/enklare-felanmalan/")[1])
        served.stop()
    finally:
        served.end()
    assert str(repository.installed) not in served.told()
    assert "Traceback" not in served.told()


def test_a_new_version_changes_the_site_and_nothing_else(
    wheel: Path, adopter: Adopter, built: dict[str, bytes], tmp_path: Path
) -> None:
    """Another number is installed, with another word and another style; the catalogue is as it was."""
    before, content = built, adopter.content()
    word = say("nav.pipeline", "sv")
    (tmp_path / "sources").mkdir()
    sources = changed_program(
        tmp_path / "sources",
        ("pyproject.toml", 'version = "', 'version = "9'),
        ("hooks/idesluss/words/sv/site.toml", f'pipeline = "{word}"', 'pipeline = "Slussarna"'),
        ("hooks/idesluss/theme/styles/1-look.css", ":root {", ":root { --new: 1;"),
    )
    newer = build_wheel(sources, tmp_path / "newer")
    assert newer.name != wheel.name
    upgraded = Adopter(adopter.folder, tmp_path / "installed")
    upgraded.install(wheel)
    upgraded.install(newer)
    after = upgraded.build()
    assert upgraded.content() == content
    assert pages(before) == pages(after)
    assert b">Slussarna<" in after["index.html"]
    assert b">Slussarna<" not in before["index.html"]
    assert b"--new: 1" in after["assets/idesluss.css"]
