"""What the tests of whole sites share: a wheel of the program, built once in a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import begun, project
from tests.support.once import Once
from tests.support.wheels import build_wheel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    return Once.of_run(tmp_path_factory.getbasetemp(), worker_id)


@pytest.fixture(scope="session")
def wheel(once: Once) -> Path:
    """The program's wheel."""
    return _built(once, "wheel", lambda folder: build_wheel(project.ROOT, folder))


@pytest.fixture(scope="session")
def newer_wheel(once: Once) -> Path:
    """The wheel of a version that has renamed a field."""
    return _built(once, "newer-wheel", begun.newer_wheel)


def _built(once: Once, name: str, build: Callable[[Path], Path]) -> Path:
    (found,) = once.folder(name, build).rglob("*.whl")
    return found
