"""No key of the process or of a vocabulary means anything to the program: any other name does as well."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading
from idesluss.generated.fields import field_pages
from idesluss.generated.issue_form import issue_form
from idesluss.generated.schemas import schemas
from idesluss.reading.files import DiskFiles
from idesluss.words import LANGUAGES
from tests.support import catalogues, golden, many_ideas, project
from tests.support.case_trees import lay_out
from tests.support.renamed_keys import named_back, new_names, rename, site_of, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from _pytest.mark import ParameterSet

    from idesluss.reading.problem import Problem
    from tests.support.case_trees import Tree
    from tests.support.renamed_keys import Names

# Cases that are about how a key is spelled: an address, and which name or field was meant.
OF_SPELLING = {
    "settings_address",
    "stage_step_misspelt_before",
    "unknown_term_near",
    "unknown_term_stage",
    "unknown_term_vocabulary_file",
}
# Where the words are that keys come from; without them there is nothing to name.
SETTINGS = ("ideas/catalogue.yml", "ideas/vocabularies")
_COMMIT = re.compile(r"\b[0-9a-f]{8}\b")


def _renamed_cases(cases: Iterable[Path]) -> list[ParameterSet]:
    """The cases; of each rule one at once, and the others where there is time for proofs."""
    rules: set[str] = set()
    asked = []
    for case in cases:
        if golden.name_of(case) not in OF_SPELLING:
            marks = [pytest.mark.prove] if golden.rule_of(case) in rules else []
            asked.append(pytest.param(case, id=golden.name_of(case), marks=marks))
            rules.add(golden.rule_of(case))
    return asked


CASES = _renamed_cases(case for case in (*golden.BROKEN, *golden.GOOD) if case not in golden.CHANGES)
CHANGES = _renamed_cases(golden.CHANGES)


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Names]:
    """The rich catalogue with many ideas, a copy of it with other keys, and the names of those."""
    root, copy = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("other")
    many_ideas.lay(root)
    shutil.copytree(root, copy, dirs_exist_ok=True)
    names = new_names(catalogues.read(root))
    rename(copy, names)
    return root, copy, names


def told(problems: list[Problem], names: Names) -> list[tuple[str | int, ...]]:
    """What is found, where and how serious, in words; where on the line depends on how long keys are."""
    return [
        (
            problem.place.path,
            problem.place.line,
            problem.rule,
            problem.severity,
            *(_COMMIT.sub("", named_back(problem.message(language), names)) for language in LANGUAGES),
            *(named_back(problem.hint(language), names) for language in LANGUAGES),
        )
        for problem in problems
    ]


def test_every_key_has_another_name(roots: tuple[Path, Path, Names]) -> None:
    """Nothing in the settings goes by the old name any more."""
    root, copy, names = roots
    assert {name for name, _ in names} == set(vocabularies())
    before, after = (new_names(catalogues.read(folder)) for folder in (root, copy))
    assert len(before) == len(after) == len(names) > 50
    assert {key for _, key in after} == set(names.values())


def test_the_site_is_the_same(roots: tuple[Path, Path, Names]) -> None:
    """Every page, feed, file and address, once the keys are named back."""
    root, copy, names = roots
    before, after = site_of(root, {}), site_of(copy, names)
    assert list(after) == list(before)
    assert [path for path in before if after[path] != before[path]] == []


def test_the_faces_of_the_model_are_the_same(roots: tuple[Path, Path, Names]) -> None:
    """Schemas, field pages and the form on GitHub."""
    root, copy, names = roots
    before, after = (catalogues.read(folder).settings for folder in (root, copy))
    for face in (schemas, field_pages):
        renamed = {path: named_back(text, names) for path, text in face(after).items()}
        assert renamed == face(before)
    assert named_back(issue_form(after), names) == issue_form(before)


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_wrong_by_any_name(case: Path, tmp_path: Path) -> None:
    """Every golden case gets the same report."""
    before = golden.problems_of(case, tmp_path)
    names = _names_in(tmp_path)
    assert names or any(problem.place.path.startswith(SETTINGS) for problem in before)
    if names:
        rename(tmp_path, names)
    after = judge_reading(read_catalogue(DiskFiles(tmp_path), golden.TODAY))
    assert told(after, names) == told(before, {})


@pytest.mark.parametrize("case", CHANGES)
def test_a_change_is_judged_alike_by_any_name(case: Path, tmp_path: Path) -> None:
    """Every golden change, commit by commit: all that is found, and what of it was there before."""
    trees = lay_out(case, project.HERE)
    names = _names_of(trees, tmp_path / "read")
    own = golden.committed(case, tmp_path / "own")
    other = golden.committed(case, tmp_path / "other", lambda root: _renamed(root, names))
    for before, after in zip(golden.problems_since(own), golden.problems_since(other), strict=True):
        assert sorted(told(after, names)) == sorted(told(before, {}))


def _names_in(*roots: Path) -> Names:
    """Names for the keys of all that can be read there; a key that two have is the same in both."""
    readings = (read_catalogue(DiskFiles(root), golden.TODAY) for root in roots)
    return new_names(*(reading.catalogue for reading in readings if reading.catalogue))


def _names_of(trees: Mapping[str, Tree], root: Path) -> Names:
    """Names for the keys of every step."""
    steps = [root / str(number) for number in range(len(trees))]
    for step, tree in zip(steps, trees.values(), strict=True):
        golden.lay(tree, step)
    return _names_in(*steps)


def _renamed(root: Path, names: Names) -> None:
    """Rename what can be read there; a step without settings stays as it is."""
    if _names_in(root):
        rename(root, names)
