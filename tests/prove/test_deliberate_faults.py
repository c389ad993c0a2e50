"""Each guard of the list in tests/mutations is guarded: without it, some test fails."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.support.faults import FAILED, Fault, copy_project, faults, result_of, run_tests

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

pytestmark = pytest.mark.prove


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("faulty"))


@cache
def result_without(copied: Path, tests: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    return run_tests(copied, *tests)


@pytest.mark.shipped
@pytest.mark.parametrize("fault", [pytest.param(fault, id=name) for name, fault in faults().items()])
def test_some_test_fails(fault: Fault, copied: Path) -> None:
    """A deliberate fault is seen, by tests that pass without it."""
    before = result_without(copied, fault.tests)
    assert before.returncode == 0, f"{fault.guard}\n{before.stdout}{before.stderr}"
    done = result_of(fault, copied)
    assert done.returncode == FAILED, f"{fault.guard}\n{done.stdout}{done.stderr}"
