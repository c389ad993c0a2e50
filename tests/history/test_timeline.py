"""What has happened to an entry, from real repositories: days and changes, and never who."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

from idesluss.history import timeline
from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from tests.support import catalogues, project
from tests.support.timelines import CAME, SMALL, TRYGG, TimelineRepository

if TYPE_CHECKING:
    import pytest


def test_an_entry_begins_when_it_came(repo: TimelineRepository) -> None:
    """Its plan and pictures came with it and are not told by themselves."""
    assert repo.events() == [CAME]
    assert repo.events("trygg-hemgang") == [CAME]
    assert repo.events(language="en") == ["2026-10-01 Added to the catalogue"]


def test_a_new_plan_is_told(repo: TimelineRepository) -> None:
    shutil.copy(repo.root / "ideas" / TRYGG / "plan.md", repo.root / "ideas" / SMALL / "plan.md")
    repo.commit("2026-10-10")
    assert repo.events() == ["2026-10-10 Projektplanen lades till", CAME]


def test_the_commit_is_the_latest_that_touched_content(repo: TimelineRepository) -> None:
    """A change of anything else is none of the catalogue's."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    latest = Repository(repo.root).base("HEAD")
    (repo.root / "README.md").write_text("Annat\n", encoding="utf-8")
    repo.commit("2026-10-11")
    read = read_timeline(Repository(repo.root), catalogues.read(repo.root))
    assert read is not None
    assert Repository(repo.root).base("HEAD") != latest
    assert read.commit == latest


def test_a_revert_is_told_as_what_it_is(repo: TimelineRepository) -> None:
    """There and back again."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-11", "revert", "--no-edit", "HEAD")
    assert repo.events() == [
        "2026-10-11 Skedet ändrades från Bedömning till Idé",
        "2026-10-10 Skedet ändrades från Idé till Bedömning",
        CAME,
    ]


def test_the_day_is_the_committers_in_stockholm(repo: TimelineRepository) -> None:
    """An hour before midnight in London is the next day here; a commit from tomorrow is from today."""
    repo.edit(f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    repo.git("2026-10-10T23:00:00Z", "commit", "--all", "--quiet", "--message=x")
    repo.change("2099-01-01", f"{SMALL}/idea.md", ("origin: resident", "origin: employee"))
    assert repo.events() == [
        f"{project.TODAY} Ändrade uppgifter: kommer från",
        "2026-10-11 Skedet ändrades från Idé till Bedömning",
        CAME,
    ]


def test_what_is_not_committed_is_not_history(repo: TimelineRepository) -> None:
    """A change in the working tree is not told, nor that an entry is new there."""
    repo.edit(f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    new = repo.root / "ideas" / "2026" / "ny"
    shutil.copytree(repo.root / "ideas" / SMALL, new)
    assert repo.events() == [CAME]
    assert repo.events("ny") == []


def test_many_blobs_are_read_in_turns(repo: TimelineRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same is told, however few are held at a time."""
    for day in range(10, 15):
        repo.change(f"2026-10-{day}", f"{SMALL}/idea.md", ("## Behov\n\n", "## Behov\n\nMer. "))
        repo.change(f"2026-10-{day}", f"{TRYGG}/idea.md", ("## Behov\n\n", "## Behov\n\nMer. "))
    whole = repo.events(), repo.events("trygg-hemgang")
    monkeypatch.setattr(timeline, "BATCH", 1)
    assert (repo.events(), repo.events("trygg-hemgang")) == whole
    assert [len(told) for told in whole] == [6, 6]


def test_the_same_commit_gives_the_same_story(repo: TimelineRepository) -> None:
    """Nothing in it depends on when it is told, but for days that have not come."""
    repo.change("2026-10-10", f"{SMALL}/idea.md", ("stage: idea", "stage: assessment"))
    found = catalogues.read(repo.root)
    first, second = repo.timeline(), read_timeline(Repository(repo.root), found)
    assert first == second
    later = catalogues.read(repo.root)
    later.today = dt.date(2030, 1, 1)
    assert read_timeline(Repository(repo.root), later) == first
