"""Whatever a change does to a catalogue, it is judged and told of: nothing that it holds is a crash."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading, judged_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.reporters import as_text, in_format
from idesluss.review import report_as_json, report_as_markdown
from tests.support import catalogues, gitrepo, project
from tests.support.mutated_changes import make_change

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.reading.problem import Problem
    from idesluss.words import Language

COUNT, BATCH = 60, 15  # `make prove` goes on from there, to 3200


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = gitrepo.start(tmp_path / "r")
    for content in (project.BASE, project.RICH):
        shutil.copytree(content, folder / "ideas", dirs_exist_ok=True)
    gitrepo.commit(folder)
    gitrepo.git(folder, "branch", "base")
    return folder


def tell_all(root: Path, language: Language) -> bool:
    """Judge and tell of the change in every form; whether there was a catalogue to tell of."""
    reading = read_catalogue(DiskFiles(root), catalogues.TODAY)
    problems: list[Problem] = judge_reading(reading)
    if reading.catalogue:
        judged = judged_change(read_change(Repository(root), "base", reading.catalogue))
        problems = judged.caused + judged.older
        assert report_as_markdown(judged, language).startswith("# ")
        json.loads(report_as_json(judged, language))
    as_text(problems, language)
    for form in ("json", "github", "sarif"):
        in_format(form, problems, language, None, None)
    return reading.catalogue is not None


def batch(root: Path, seeds: range) -> int:
    """How many of the changes left a catalogue to tell of."""
    readable = 0
    for seed in seeds:
        gitrepo.git(root, "reset", "--quiet", "--hard", "base")
        gitrepo.git(root, "clean", "-fdqx")
        make_change(root, seed)
        try:
            readable += tell_all(root, "en" if seed % 2 else "sv")
        except Exception as error:
            error.add_note(f"the change of seed {seed}")
            raise
    return readable


@pytest.mark.parametrize("first", range(0, COUNT, BATCH))
def test_no_change_is_a_crash(root: Path, first: int) -> None:
    """Most of the changes leave a catalogue that can be read, so that they are told of."""
    assert batch(root, range(first, first + BATCH)) > BATCH / 2


@pytest.mark.prove
@pytest.mark.parametrize("first", range(COUNT, 3200, 5 * BATCH))
def test_no_change_of_many_is_a_crash(root: Path, first: int) -> None:
    batch(root, range(first, first + 5 * BATCH))


def test_the_same_seed_gives_the_same_change(root: Path) -> None:
    trees = []
    for _ in range(2):
        gitrepo.git(root, "reset", "--quiet", "--hard", "base")
        make_change(root, 7)
        trees.append(gitrepo.git(root, "rev-parse", "HEAD^{tree}"))
    assert trees[0] == trees[1] != gitrepo.git(root, "rev-parse", "base^{tree}")
