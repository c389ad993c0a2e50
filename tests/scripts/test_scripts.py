"""The site's scripts on their own, without a page: what `*.test.js` beside this file shows, by deno."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support import project
from tests.support.deno import DENO, variables
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

HERE = project.HERE / "scripts"
TESTS = sorted(HERE.glob("*.test.js"))
# The line that says that all have passed, and that there was at least one.
PASSED = re.compile(r"^ok \| [1-9]\d* passed \| 0 failed \(", re.MULTILINE)
# Nothing is fetched, and types are checked by `make lint`.
COMMAND = (DENO, "test", "--no-check", "--no-remote", "--no-npm", "--allow-read")


def outcome_of(file: Path, kept: Path) -> subprocess.CompletedProcess[str]:
    """The tests of a file; `kept` is where deno may keep something for later."""
    return subprocess.run(
        [*COMMAND, str(file)],
        cwd=project.ROOT,
        env=variables(kept),
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name.removesuffix(".test.js"))
def test_the_scripts_do_what_they_should(file: Path, tmp_path: Path) -> None:
    done = outcome_of(file, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert PASSED.search(done.stdout), done.stdout


def test_a_script_that_fails_its_tests_is_seen(tmp_path: Path) -> None:
    """By what the test above looks at."""
    file = tmp_path / "wrong.test.js"
    file.write_text('Deno.test("one", () => {\n  throw new Error("as meant");\n});\n', encoding="utf-8")
    done = outcome_of(file, tmp_path / "kept")
    assert done.returncode == 1
    assert "as meant" in done.stdout
