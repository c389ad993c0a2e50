"""What somebody has just saved, on its page at once; lists, figures and search come with the next build."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from ..catalogue.rereading import reread
from ..checks import judge_alone, judge_saved
from ..disk.files import write_text
from ..pages import SavedIdea, Site, page_of, saved_pages, shown
from ..reading.files import DiskFiles
from ..reading.paths import CONTENT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from ..derived.whole import Derived
    from ..history.timeline import Timeline
    from ..pages import Shells
    from ..reading.problem import Problem
    from .judging import JudgedCatalogue

FolderName = tuple[str, str]  # the year and the name of an idea's folder
_WAY = 4  # parts of the way to a file of an idea: ideas, year, name, file


@dataclass
class LivePages:
    """The pages of ideas as they were saved last, laid over the `site` that was built last.

    `pending` are the folders that no build has read yet, `unjudged` those that were shown before the rules of
    the whole had been asked; `sound` leads from a folder that cannot be read now
    to the catalogue in which it last could.
    """

    root: Path
    site: Path
    frames: Shells
    history: Timeline | None
    judged: JudgedCatalogue
    pending: set[FolderName] = field(default_factory=set)
    unjudged: set[FolderName] = field(default_factory=set)
    sound: dict[FolderName, Derived] = field(default_factory=dict)

    def folders_of(self, paths: Iterable[Path]) -> set[FolderName] | None:
        """The folders of ideas that these files lie in, or lay in; None where one of them lies elsewhere."""
        folders = set()
        for path in paths:
            parts = path.relative_to(self.root).parts if path.is_relative_to(self.root) else ()
            if len(parts) < _WAY or parts[0] != CONTENT:
                return None
            folders.add((parts[1], parts[2]))
        return folders

    def show(self, folders: Collection[FolderName], announce: Callable[[], None]) -> None:
        """Lay the pages of these folders with what they say wrong by themselves, and tell."""
        before = self.judged.derived
        derived = before.after(reread(before.catalogue, DiskFiles(self.root), folders))
        for folder in folders:
            self._keep_sound(folder, before, derived)
        self.pending.update(folders)
        alone = [problem for folder in folders for problem in _errors(judge_alone(derived, _path(folder)))]
        elsewhere = [p for p in self.judged.errors if not any(_is_in(p, folder) for folder in folders)]
        self.unjudged.update(folders)
        self._lay_anew(folders, derived, [*elsewhere, *alone], announce)

    def judge(self, announce: Callable[[], None], is_waited_for: Callable[[], bool]) -> None:
        """Ask the rules of the whole, and lay the pages again if they say more; left where somebody waits."""
        derived = self.judged.derived
        problems = judge_saved(derived, self.judged.own, is_waited_for)
        if problems is None:
            return
        folders, self.unjudged = self.unjudged, set()
        errors = _errors(problems)
        if {*map(_sign, errors)} != {*map(_sign, self.judged.errors)}:
            self._lay_anew(folders, derived, errors, announce)

    def _keep_sound(self, folder: FolderName, before: Derived, derived: Derived) -> None:
        if folder[1] in derived.catalogue.by_slug or not (self.root / _path(folder)).is_dir():
            self.sound.pop(folder, None)
        elif folder[1] in before.catalogue.by_slug:
            self.sound[folder] = before

    def _lay_anew(
        self,
        folders: Collection[FolderName],
        derived: Derived,
        errors: list[Problem],
        announce: Callable[[], None],
    ) -> None:
        self.judged = replace(self.judged, derived=derived, errors=errors)
        self._lay(folders, self.site)
        announce()

    def lay_over(self, site: Path, built: Collection[FolderName]) -> None:
        """Over a site that was built from what is saved in the folders `built`, lay what it does not show."""
        self.pending.difference_update(built)
        self._lay({*self.pending, *self.sound, *self._broken()}, site)

    def _broken(self) -> set[FolderName]:
        ways = (problem.place.path.split("/") for problem in self.judged.errors)
        return {(way[1], way[2]) for way in ways if len(way) >= _WAY and way[0] == CONTENT}

    def _lay(self, folders: Collection[FolderName], laid_in: Path) -> None:
        """Write the pages of these folders, and the page of all errors, in every language."""
        for language in self.judged.derived.catalogue.settings.site_languages:
            site_of = cache(lambda derived, language=language: Site(derived, language, self.history))
            saved = []
            for folder in folders:
                site = site_of(self.sound.get(folder, self.judged.derived))
                entry = site.catalogue.by_slug.get(folder[1])
                saved.append((self._saved(folder), page_of(site, entry) if entry else None))
            for page in saved_pages(site_of(self.judged.derived).writer, saved, self.judged.errors):
                write_text(laid_in / page.path, shown(self.frames.page(page)))

    def _saved(self, folder: FolderName) -> SavedIdea:
        problems = tuple(problem for problem in self.judged.errors if _is_in(problem, folder))
        is_sound = folder[1] in self.judged.derived.catalogue.by_slug
        return SavedIdea(*folder, problems, is_sound=is_sound, is_pending=folder in self.pending)


def _path(folder: FolderName) -> str:
    return "/".join((CONTENT, *folder))


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def _is_in(problem: Problem, folder: FolderName) -> bool:
    path = _path(folder)
    return problem.place.path == path or problem.place.path.startswith(f"{path}/")


def _sign(problem: Problem) -> tuple[object, ...]:
    return problem.place, problem.rule, problem.key, repr(problem.values)
