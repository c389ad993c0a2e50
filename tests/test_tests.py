"""What holds for every test: no clock and no fixed wait, no help from another test, nothing left out."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.support import project, shipped
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = sorted(
    path
    for path in project.HERE.rglob("*.py")
    if "checks/" not in path.as_posix() or path.parent.name == "checks"
)
CLOCKS = {"time", "timeit", "resource"}
WAITS = {"wait_for_timeout", "sleep"}
CALENDARS = {"now", "utcnow", "today"}
OMISSIONS = {"skip", "skipif", "xfail", "importorskip"}
# What waits for a process to end; Popen alone does not.
RUNS = {"run", "call", "check_call", "check_output", "getoutput", "getstatusoutput"}
# The one place that waits for another process, and the one that says what could not be measured.
WAITING, BESIDE = "support/waiting.py", "support/beside.py"
# The one that asks whether the program's day is the clock's where nobody has told it another.
TODAY = "model/test_today.py"
BENCH, PROOFS, LIVE = "bench/", "prove/", "whole/test_live.py"


def name_of(path: Path) -> str:
    return path.relative_to(project.HERE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module and name that is imported, in full."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def attributes(path: Path) -> set[str]:
    """Every name after a dot."""
    return {node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}


def calls(path: Path) -> Iterator[str]:
    """The last name of each method that is called, such as `now` of `datetime.now(zone)`."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


def paths_with(found: dict[Path, set[str]]) -> dict[str, set[str]]:
    return {name_of(path): names for path, names in found.items() if names}


def test_no_test_has_help_from_another() -> None:
    """What two tests need lies in tests/support; nothing is imported from a test or a conftest."""
    helping = {
        path: {
            name
            for name in imported(path)
            if name.startswith("tests.")
            and any(part.startswith("test_") or part == "conftest" for part in name.split("."))
        }
        for path in FILES
    }
    assert paths_with(helping) == {}


def test_no_test_looks_at_a_clock() -> None:
    """A busy machine is no fault: how long something takes is measured in the bench alone."""
    elsewhere = [path for path in FILES if not name_of(path).startswith(BENCH) and name_of(path) != WAITING]
    clocks = {path: {name for name in imported(path) if name.split(".")[0] in CLOCKS} for path in elsewhere}
    assert paths_with(clocks) == {}
    assert paths_with({path: attributes(path) & WAITS for path in elsewhere}) == {}
    days = {path: {called for called in calls(path) if called in CALENDARS} for path in elsewhere}
    assert paths_with(days) == {TODAY: {"now"}}


def test_nothing_hangs_forever_or_is_hurried() -> None:
    """Where a process is waited for, it has as long as `waiting.HANGS` says."""
    hurried = {
        path: {
            ast.unparse(node)
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.keyword)
            and node.arg == "timeout"
            and isinstance(node.value, ast.Constant)
        }
        for path in FILES
        if not name_of(path).startswith(BENCH)
    }
    assert paths_with(hurried) == {}


def endless(source: ast.Module) -> Iterator[str]:
    """Calls that would wait for a process for ever: its end is awaited, or it is run, without a timeout."""
    for node in ast.walk(source):
        if isinstance(node, ast.ImportFrom) and node.module == "subprocess":
            yield ast.unparse(node)  # what is called by its bare name would not be seen below
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not _has_end(node):
            is_run = ast.unparse(node.func.value) == "subprocess" and node.func.attr in RUNS
            if is_run or node.func.attr == "communicate" or (node.func.attr == "wait" and not node.args):
                yield ast.unparse(node)


def _has_end(call: ast.Call) -> bool:
    given = {word.arg: word.value for word in call.keywords}
    end = given.get("timeout")
    return end is not None and not (isinstance(end, ast.Constant) and end.value is None)


def test_nothing_waits_for_a_process_forever() -> None:
    """In no test, no help for tests, no measurement and no script: a run that hangs tells nobody why."""
    sources = [*FILES, *sorted((project.ROOT / ".ci").glob("*.py"))]
    assert {".ci", "bench", "support", "whole"} <= {path.parent.name for path in sources}
    waiting = {path.as_posix(): {*endless(tree_of(path))} for path in sources}
    assert {path: found for path, found in waiting.items() if found} == {}


@pytest.mark.parametrize(
    ("code", "is_endless"),
    [
        ("subprocess.run(['a'])", True),
        ("subprocess.run(['a'], timeout=None)", True),
        ("subprocess.run(['a'], timeout=HANGS)", False),
        ("subprocess.check_output(['a'], text=True)", True),
        ("self.process.wait()", True),
        ("self.process.wait(timeout=HANGS)", False),
        ("with subprocess.Popen(['a']) as process:\n    process.communicate('b')", True),
        ("process.communicate('b', timeout=HANGS)", False),
        ("from subprocess import run", True),
        ("served.wait(lambda: True)", False),
    ],
)
def test_what_waits_for_a_process_forever_is_seen(code: str, *, is_endless: bool) -> None:
    """The guard above sees each way to wait."""
    assert bool(list(endless(ast.parse(code)))) is is_endless


def test_nothing_is_left_out() -> None:
    """No test is skipped or expected to fail; a proof or measurement may lack what lies beside."""
    others = [
        path for path in FILES if not name_of(path).startswith((BENCH, PROOFS)) and name_of(path) != BESIDE
    ]
    assert paths_with({path: attributes(path) & OMISSIONS for path in others}) == {}


@pytest.mark.parametrize("path", [path for path in FILES if name_of(path).startswith(PROOFS)], ids=name_of)
def test_a_proof_says_that_it_is_one(path: Path) -> None:
    """So that it does not run in `make test`."""
    marks = [
        ast.unparse(node.value)
        for node in tree_of(path).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"
    ]
    assert len(marks) == 1
    assert "pytest.mark.prove" in marks[0]


def test_a_reader_of_the_shipped_catalogue_is_caught() -> None:
    """By a file, a listing, or the program that is started in this repository, by whatever path."""
    ideas = project.ROOT / "ideas"
    with pytest.raises(shipped.ShippedIsRead):
        (ideas / "catalogue.yml").read_text(encoding="utf-8")
    with pytest.raises(shipped.ShippedIsRead):
        list(ideas.iterdir())
    for program in ("idesluss", project.ROOT / ".venv" / "bin" / "idesluss"):
        with pytest.raises(shipped.ShippedIsRead):
            subprocess.run([program, "check"], cwd=project.ROOT, check=False, timeout=HANGS)


def test_one_test_alone_reads_the_shipped_catalogue() -> None:
    """Besides proofs, which do not run in `make test`."""
    marked = {
        name_of(path): [
            ast.unparse(node)
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Attribute) and ast.unparse(node) == "pytest.mark.shipped"
        ]
        for path in FILES
    }
    readers = {path for path, marks in marked.items() if marks and not path.startswith(PROOFS)}
    assert readers == {LIVE, "support/figure_catalogues.py"}
    assert len(marked[LIVE]) == 1
