"""A catalogue after some of its folders were saved is the one that a reader would find, and says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.catalogue.rereading import reread
from idesluss.checks import judge_catalogue, judge_saved
from idesluss.derived.whole import Derived
from idesluss.pages import Site
from idesluss.pages.idea import page_of
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, gitrepo
from tests.support.mutated_changes import make_change

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.checks.telling import OwnProblems
    from idesluss.reading.problem import Problem

SEEDS, BATCH = 120, 20
LEAST = 8  # changes of a batch that touch ideas alone, so that they can be read anew
DEPTH = 4


def files_of(root: Path) -> dict[str, bytes | str]:
    """Path to what stands there, of all content; of a link where it leads."""
    found = sorted(path for path in (root / "ideas").rglob("*") if path.is_symlink() or path.is_file())
    return {
        path.relative_to(root).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in found
    }


def folders_changed(
    before: dict[str, bytes | str], after: dict[str, bytes | str]
) -> set[tuple[str, str]] | None:
    """The ideas' folders whose files are others; None where anything else is."""
    paths = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    ways = [path.split("/") for path in paths]
    if any(len(way) != DEPTH or not way[1].isdigit() for way in ways):
        return None
    return {(way[1], way[2]) for way in ways}


def errors(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def after_saving(known: Catalogue, own: OwnProblems, root: Path, folders: set[tuple[str, str]]) -> Derived:
    """What follows from the catalogue with these folders read anew."""
    derived = Derived(known)
    judge_catalogue(known, derived=derived, own=own)
    return derived.after(reread(known, DiskFiles(root), folders))


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_folders_read_anew_say_what_a_reading_of_all_says(tmp_path: Path, first: int) -> None:
    """Problems, their order and pages; of changes that no person would make."""
    tried = 0
    for seed in range(first, first + BATCH):
        root = catalogues.lay(gitrepo.start(tmp_path / str(seed)))
        gitrepo.commit(root)
        gitrepo.git(root, "branch", "base")
        before, known = files_of(root), catalogues.read(root)
        own: OwnProblems = {}
        make_change(root, seed)
        folders = folders_changed(before, files_of(root))
        if folders is None:
            continue
        tried += 1
        saved = after_saving(known, own, root, folders)
        whole = read_catalogue(DiskFiles(root), catalogues.TODAY).catalogue
        assert whole is not None
        assert errors(judge_saved(saved, own) or []) == errors(judge_catalogue(whole))
        assert pages(saved.catalogue) == pages(whole)
        assert [entry.path for entry in saved.catalogue.judged] == [entry.path for entry in whole.judged]
    assert tried >= LEAST


def pages(catalogue: Catalogue) -> dict[str, str]:
    """Path to content of each idea's page, without what is like it, which is left to a build."""
    site = Site(Derived(catalogue).after(catalogue), "sv")
    return {page.path: page.content for page in (page_of(site, entry) for entry in catalogue.entries)}
