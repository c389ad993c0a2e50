"""Runs a script of `.ci/` as a workflow does, on the day of the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.support import project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = project.ROOT / ".ci"


def run(
    script: str, *arguments: object, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    program = [sys.executable] if script.endswith(".py") else []
    return subprocess.run(  # our own scripts
        [*program, str(FOLDER / script), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "IDESLUSS_TODAY": project.TODAY, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )
