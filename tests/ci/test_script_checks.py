"""`.ci/scripts.sh` finds what is wrong with the site's scripts, and needs no network for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.support import project
from tests.support.waiting import HANGS

SCRIPTS = Path("hooks", "idesluss", "theme", "scripts")
COPIED = (SCRIPTS, Path("tests", "scripts"), Path(".ci", "scripts.sh"), Path("deno.json"))
DAY = SCRIPTS / "shared" / "day.js"
CASES = {
    "a type": ("getMonth() + 1", "getMonths() + 1", "Property 'getMonths' does not exist"),
    "a value of another type": ("String(number)", "number", "padStart"),
    "a mistake": ("const pad", "debugger;\nconst pad", "no-debugger"),
    "an untyped value": ("/** @param {number} number */\n", "", "implicitly has an 'any' type"),
    "style": ('"0")', "'0')", "not formatted"),
    "an address outside": (
        "// @ts-check",
        '// @ts-check\nimport "https://example.org/a.js";',
        "https://example.org/a.js",
    ),
}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copied")
    for path in COPIED:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (project.ROOT / path).is_dir() else shutil.copy
        copy(project.ROOT / path, folder / path)
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(sysconfig.get_path("scripts"))
    return folder


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    # Whoever asks for something outside would be told that nobody answers.
    nobody = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "NO_COLOR": "1"}
    return subprocess.run(
        ["sh", ".ci/scripts.sh"],  # noqa: S607  # sh is wherever the machine has it
        cwd=folder,
        env={**os.environ, **nobody},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )


def test_the_scripts_are_as_they_should_be(copied: Path) -> None:
    done = check(copied)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_found(copied: Path, case: str) -> None:
    old, new, told = CASES[case]
    file = copied / DAY
    before = file.read_text(encoding="utf-8")
    assert old in before
    try:
        file.write_text(before.replace(old, new, 1), encoding="utf-8")
        done = check(copied)
    finally:
        file.write_text(before, encoding="utf-8")
    assert done.returncode != 0
    assert told in done.stdout + done.stderr


def test_nothing_is_left_behind(copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What deno keeps for later is gone, and the folder that is checked has nothing more in it."""
    before = sorted(copied.rglob("*"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert check(copied).returncode == 0
    assert sorted(copied.rglob("*")) == before
    assert list(tmp_path.iterdir()) == []
