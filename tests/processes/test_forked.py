"""Tasks in forks: the same results in the same order, whatever becomes of a fork."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.waiting import HANGS

# Tests run beside threads of their runner; a process of its own has none, and the processors it is told.
PROGRAM = """
import os, sys
from idesluss.processes import forked
forked.os.sched_getaffinity = lambda _: range({processors})
here = os.getpid()
def told(value):
    return value, os.getpid() == here
def dies():
    if os.getpid() != here:
        os._exit(9)
    return told("dies")
def fails():
    raise ValueError("here" if os.getpid() == here else "there")
try:
    print(forked.done_together([{tasks}]))
except ValueError as error:
    print("failed", error)
"""


def said(tasks: str, processors: int = 2) -> str:
    """What a process prints that does the tasks."""
    program = PROGRAM.format(tasks=tasks, processors=processors)
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=HANGS
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ("lambda: told(1), lambda: told(2), lambda: told(3)", "[(1, True), (2, False), (3, False)]"),
        ("lambda: told(b'x' * 9**6)[1], lambda: len(told(b'x' * 9**6)[0])", "[True, 531441]"),
        ("lambda: told(1), dies, lambda: told(3)", "[(1, True), ('dies', True), (3, False)]"),
        ("lambda: told(1), fails", "failed here"),
        ("lambda: told(1), lambda: told(2) if os.getpid() == here else lambda: 2", "[(1, True), (2, True)]"),
        ("", "[]"),
    ],
    ids=["order", "much", "a fork that dies", "a task that fails", "what cannot be sent", "nothing"],
)
def test_each_task_is_done_once(tasks: str, expected: str) -> None:
    assert said(tasks) == expected


def test_with_one_processor_all_is_done_here() -> None:
    assert said("lambda: told(1), lambda: told(2)", processors=1) == "[(1, True), (2, True)]"
