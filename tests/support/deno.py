"""deno, by which the site's scripts are run without a page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from typing import TYPE_CHECKING

from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

DENO = shutil.which("deno", path=sysconfig.get_path("scripts")) or "no deno: `make test` installs it"


def variables(kept: Path) -> dict[str, str]:
    """The environment of a run; `kept` is where deno may keep something for later."""
    return {**os.environ, "DENO_DIR": str(kept), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}


def said_by(script: Path, kept: Path) -> str:
    """What a script prints."""
    command = (DENO, "run", "--no-check", "--no-remote", "--no-npm", str(script))
    done = subprocess.run(
        command, env=variables(kept), capture_output=True, text=True, check=True, timeout=HANGS
    )
    return done.stdout
