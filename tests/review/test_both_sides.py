"""What is the same before and after a change is read and judged once, and the verdict is no other for it."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from idesluss import checks
from idesluss.catalogue.catalogue import Catalogue, Reading, read_catalogue
from idesluss.checks import judged_change
from idesluss.checks.telling import all_told
from idesluss.derived.similar import LikenessIndex
from idesluss.derived.whole import Derived
from idesluss.history.change import read_change
from idesluss.history.commit_files import CommitFiles
from idesluss.history.git import Repository
from idesluss.reading.document import parse_document
from idesluss.reading.files import DiskFiles
from idesluss.reading.markdown import render_body
from idesluss.review import report_as_json, report_as_markdown
from tests.support import catalogues, gitrepo, project
from tests.support.mutated_changes import make_change

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.history.change import Change
    from idesluss.reading.problem import Problem

IDEA = "ideas/2026/enklare-felanmalan/idea.md"
SEEDS, BATCH = 60, 10
MOST_GIT = 20  # processes, however large the catalogue


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return begun(tmp_path, project.BASE, project.RICH)


def begun(folder: Path, *contents: Path) -> Path:
    """A repository whose branch `base` holds these contents, as HEAD does."""
    root = catalogues.lay(gitrepo.start(folder / "r"), *contents)
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    return root


def verdict(root: Path) -> tuple[object, ...] | None:
    """All that is said of the change since `base`; None where no catalogue came of it."""
    head = read_catalogue(DiskFiles(root), catalogues.TODAY).catalogue
    if head is None:
        return None
    judged = judged_change(read_change(Repository(root), "base", head))
    written = (report_as_markdown(judged, "sv"), report_as_json(judged, "en"))
    return (*written, judged.caused, judged.older)


def read_apart(repository: Repository, commit: str, head: Catalogue, _onlooker: object = None) -> Reading:
    """The base as if nothing of it had been read."""
    if not repository.has_content(commit):
        return Reading(None, [])
    return read_catalogue(CommitFiles(repository, commit), head.today)


def all_before(_change: Change, base: Catalogue, _own: object, _problems: object) -> list[Problem]:
    """What every rule tells of the base, whatever is told now."""
    return list(all_told(Derived(base), {}))


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_what_is_shared_changes_no_verdict(root: Path, first: int) -> None:
    """Changes made by chance: texts, fields, stages, relations, names, settings, files gone and come."""
    for seed in range(first, first + BATCH):
        gitrepo.git(root, "reset", "--quiet", "--hard", "base")
        gitrepo.git(root, "clean", "-fdqx")
        make_change(root, seed)
        shared = verdict(root)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("idesluss.history.change._read_base", read_apart)
            patch.setattr(checks, "told_before", all_before)
            assert verdict(root) == shared, f"the change of seed {seed}"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many times each is done."""
    counter: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            counter[name] += 1
            return function(*given, **named)

        return call

    monkeypatch.setattr("idesluss.reading.document.parse_document", counting("parsed", parse_document))
    monkeypatch.setattr("idesluss.reading.document.render_body", counting("rendered", render_body))
    monkeypatch.setattr(LikenessIndex, "__init__", counting("indexed", LikenessIndex.__init__))
    monkeypatch.setattr(Repository, "_run", counting("git", Repository._run))
    return counter


def test_one_line_costs_one_more_file(tmp_path: Path, counted: Counter[str]) -> None:
    """Beside all of what is there now, only what the line stood in before is read; git is asked seldom."""
    root = begun(tmp_path, project.BASE)
    with (root / IDEA).open("a", encoding="utf-8") as file:
        file.write("\nEn rad till.\n")
    gitrepo.commit(root)
    head = read_catalogue(DiskFiles(root), catalogues.TODAY).catalogue
    assert head
    entries = sum(len(entry.documents()) for entry in head.judged)
    settings = counted["parsed"] - entries - len(head.calls)
    counted.clear()
    judged_change(read_change(Repository(root), "base", head))
    assert counted["parsed"] == settings + 1
    assert counted["rendered"] == 2  # as it was, and as the commit left it
    assert counted["indexed"] == 1
    assert counted["git"] <= MOST_GIT


def test_a_new_idea_like_another_is_no_news_where_it_was_like_it_before(root: Path) -> None:
    """The likeness before a change is looked for where there is one after it."""
    other = root / "ideas/2026/felanmalan-igen"
    shutil.copytree((root / IDEA).parent, other)
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "--force", "base")
    with (other / "idea.md").open("a", encoding="utf-8") as file:
        file.write("\nEn rad till.\n")
    gitrepo.commit(root)
    head = catalogues.read(root)
    judged = judged_change(read_change(Repository(root), "base", head))
    assert "similar_idea" not in {problem.rule for problem in judged.caused}
    assert "similar_idea" in {problem.rule for problem in judged.older}


def test_a_call_that_differs_is_each_sides_own(tmp_path: Path) -> None:
    """What a grant lacks by new terms of its call is told though the entry's files are the same."""
    root = begun(tmp_path, project.BASE)
    call = root / "ideas/calls/testbaddar-2025.md"
    text = call.read_text(encoding="utf-8")
    call.write_text(text.replace("opens:", "max_grant: 1\nopens:", 1), encoding="utf-8")
    gitrepo.commit(root)
    judged = judged_change(read_change(Repository(root), "base", catalogues.read(root)))
    assert "call_terms" in {problem.rule for problem in judged.caused}


def test_settings_that_differ_are_each_sides_own(tmp_path: Path) -> None:
    """What an entry lacks by new rules is told though its files are the same, and was not lacking before."""
    root = begun(tmp_path, project.BASE)
    settings = root / "ideas/catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    asked = "requires: [idea.submitted, idea.origin"
    settings.write_text(text.replace(asked, f"{asked}, idea.partners", 1), encoding="utf-8")
    gitrepo.commit(root)
    judged = judged_change(read_change(Repository(root), "base", catalogues.read(root)))
    assert {(problem.rule, problem.place.path) for problem in judged.caused} == {("required", IDEA)}
