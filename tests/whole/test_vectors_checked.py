"""Our own vectors as files of a catalogue, through the command line: refused or read, and no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.vector_files import own_vector_files, problems_of_files

if TYPE_CHECKING:
    from pathlib import Path


def test_every_vector_is_judged_without_a_traceback(tmp_path: Path) -> None:
    """All in one run: an exit code of 1, a report that a program can read, and nothing on the side."""
    files = list(own_vector_files())
    problems = problems_of_files(tmp_path, files)
    assert len(files) > 700
    assert len({problem["path"] for problem in problems if problem["severity"] == "error"}) > 350
