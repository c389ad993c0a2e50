"""`.ci/remind.sh`: one issue holds the reminder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.support import ci, project


@pytest.mark.parametrize(("number", "verb"), [("", "create"), ("5", "edit")])
def test_one_issue_holds_the_reminder(tmp_path: Path, number: str, verb: str) -> None:
    """It is made once, and then written anew."""
    folder = tmp_path / "p"
    folder.mkdir()
    project.make(folder, project.BASE)
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    answer = f'[ "$2" = list ] && echo "{number}"'
    gh.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/log"\n{answer}\ntrue\n', encoding="utf-8")
    gh.chmod(0o755)
    path = f"{gh.parent}{os.pathsep}{os.environ['PATH']}"
    program = str(Path(sys.executable).parent / "idesluss")
    done = ci.run("remind.sh", cwd=folder, PATH=path, IDESLUSS=program, GITHUB_REPOSITORY="a/b")
    assert done.returncode == 0, done.stderr
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert f"issue {verb}" in log
    assert ("issue create" in log) != ("issue edit" in log)
