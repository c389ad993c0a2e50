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

SHARED = Path("hooks", "idesluss", "theme", "scripts", "shared")
TESTED = Path("tests", "scripts", "formats.test.js")
COPIED = (SHARED, TESTED, Path("tests", "scripts", "cases.js"), Path(".ci", "scripts.sh"), Path("deno.json"))
# What is changed in a script, and what is told of it.
CASES = {
    "types": {
        "getMonth() + 1": ("getMonths() + 1", "Property 'getMonths' does not exist"),
        "/** @param {number} number */\n": ("", "implicitly has an 'any' type"),
    },
    "a mistake": {"const pad": ("debugger;\nconst pad", "no-debugger")},
    "style": {'"0")': ("'0')", "not formatted")},
    "an address outside": {
        "// @ts-check": ('// @ts-check\nimport "https://example.org/a.js";', "https://example.org/a.js")
    },
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


def test_nothing_is_wrong_and_nothing_is_left_behind(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What deno keeps for later is gone, and the folder that is checked has nothing more in it."""
    before = sorted(copied.rglob("*"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    done = check(copied)
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(copied.rglob("*")) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_found(copied: Path, case: str) -> None:
    file = copied / SHARED / "day.js"
    text = before = file.read_text(encoding="utf-8")
    for old, (new, _) in CASES[case].items():
        assert old in text
        text = text.replace(old, new, 1)
    try:
        file.write_text(text, encoding="utf-8")
        done = check(copied)
    finally:
        file.write_text(before, encoding="utf-8")
    assert done.returncode != 0
    assert [told for _, told in CASES[case].values() if told not in done.stdout + done.stderr] == []
