"""Another municipality's repository: this program, their catalogue. Its tests pass, with nothing of ours."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import project
from tests.support.faults import copy_project, run_tests

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.prove, pytest.mark.shipped]
NOT_UNIT = ("whole", "browser", "bench")


@pytest.fixture(scope="module", params=["emptied", "other"])
def others(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What README leads to: our settings with no idea left, or settings and ideas of their own."""
    root = copy_project(tmp_path_factory.mktemp(request.param))
    if request.param == "emptied":
        for folder in (root / "ideas").iterdir():
            if folder.is_dir() and folder.name != "vocabularies":
                shutil.rmtree(folder)
    else:
        shutil.rmtree(root / "ideas")
        shutil.copytree(project.BASE, root / "ideas")
    for command in ("generate", "codeowners"):
        done = project.run(root, "idesluss", command)
        assert done.returncode == 0, done.stderr
    return root


def test_their_catalogue_passes(others: Path) -> None:
    """What `make lint` asks of the catalogue holds once the files that are made of it are made anew."""
    for command in (("check",), ("generate", "--check"), ("codeowners", "--check")):
        done = project.run(others, "idesluss", *command)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_test_passes(others: Path) -> None:
    """The tests of `make unit`, and the one that reads the catalogue."""
    ignored = [f"--ignore=tests/{name}" for name in NOT_UNIT]
    done = run_tests(others, "tests", *ignored)
    assert done.returncode == 0, done.stdout[-4000:]
    done = run_tests(others, "tests/whole/test_live.py", "tests/whole/test_written_site.py")
    assert done.returncode == 0, done.stdout[-4000:]
