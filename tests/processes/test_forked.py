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
    print({way}([{tasks}]))
except ValueError as error:
    print("failed", error)
"""


def said(tasks: str, processors: int = 2, way: str = "forked.done_together") -> str:
    """What a process prints that does the tasks."""
    program = PROGRAM.format(tasks=tasks, processors=processors, way=way)
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


@pytest.mark.parametrize("processors", [1, 2, 5])
@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ("*[lambda at=at: at for at in range(400)]", str([*range(400)])),
        ("*[lambda at=at: len(bytes(at)) for at in (9**6, 1, 2, 9**7)]", "[531441, 1, 2, 4782969]"),
        ("*[lambda: dies()[0] for _ in range(40)]", str(["dies"] * 40)),
        ("*[lambda: told(1)[0] for _ in range(20)], fails", "failed here"),
        ("", "[]"),
        ("lambda: 1", "[1]"),
    ],
    ids=["order", "much", "forks that die", "a task that fails", "nothing", "one"],
)
def test_tasks_are_shared_out(tasks: str, expected: str, processors: int) -> None:
    assert said(tasks, processors, "forked.shared_out") == expected


def test_no_process_that_shares_tasks_forks_again() -> None:
    """The processors have enough to do; afterwards they have not."""
    tasks = "*[lambda: forked.may_fork() for _ in range(9)]"
    assert said(tasks, 2, "forked.shared_out") == str([False] * 9)
    assert said(tasks, 2, "(lambda tasks: (forked.shared_out(tasks), forked.may_fork()))").endswith("True)")
