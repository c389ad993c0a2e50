"""Entries with a history: the base catalogue in a repository, and what git remembers of it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from tests.support import catalogues, gitrepo, markup, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.history.timeline import Timeline

SMALL = "2026/enklare-felanmalan"
TRYGG = "2025/trygg-hemgang"
CAME = "2026-10-01 Lades in i katalogen"


class TimelineRepository(gitrepo.Repository):
    """A repository with a catalogue, and what has happened to each of its entries."""

    def timeline(self) -> Timeline | None:
        return read_timeline(Repository(self.root), catalogues.read(self.root))

    def events(self, slug: str = "enklare-felanmalan", language: str = "sv") -> list[str]:
        """Each event of an entry with its day, the newest first."""
        catalogue = catalogues.read(self.root)
        timeline = read_timeline(Repository(self.root), catalogue)
        assert timeline
        lines = [
            f"{moment.day} {event.words.in_(language)}" + (f": {event.quote}" if event.quote else "")
            for moment in timeline.of(catalogue.by_slug[slug])
            for event in moment.events
        ]
        return [markup.plain_spaces(line) for line in lines]


def lay_repository(folder: Path) -> TimelineRepository:
    """The base catalogue, which came in with one commit."""
    gitrepo.start(folder)
    catalogues.lay(folder, project.BASE)
    repository = TimelineRepository(folder)
    repository.commit("2026-10-01")
    return repository
