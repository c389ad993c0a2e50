"""A process that ends does not take apart what it is told to leave; all else is as ever."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.waiting import HANGS

PROGRAM = """
import atexit, os, sys
from idesluss.processes.ending import leave_to_system
class Piece:
    def __init__(self, name):
        self.name = name
    def __del__(self, write=os.write):
        write(2, self.name)
of_module = [Piece(b"of a module")]
del_now = [Piece(b"given up")]
del del_now
atexit.register(print, "ended")
{leave}
sys.exit(3)
"""


@pytest.mark.parametrize(
    ("leave", "taken_apart"),
    [("", ["given up", "of a module"]), ("leave_to_system()", ["given up"])],
    ids=["as ever", "left"],
)
def test_what_is_left_is_not_taken_apart(leave: str, taken_apart: list[str]) -> None:
    program = PROGRAM.format(leave=leave)
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=HANGS
    )
    assert [name for name in ("given up", "of a module") if name in done.stderr] == taken_apart
    assert (done.stdout, done.returncode) == ("ended\n", 3)
