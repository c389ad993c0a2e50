"""`idesluss remind --send`: one issue holds the reminder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path


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
    done = project.run(folder, "idesluss", "remind", "--send", PATH=path, GITHUB_REPOSITORY="a/b")
    assert done.returncode == 0, done.stderr
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert f"issue {verb}" in log
    assert ("issue create" in log) != ("issue edit" in log)
