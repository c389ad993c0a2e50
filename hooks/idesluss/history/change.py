"""A change: the catalogue before it, the catalogue after it, and each commit's step on the way."""

from __future__ import annotations

import posixpath
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..catalogue.catalogue import Catalogue, read_catalogue
from ..model.vocabulary import term_label
from .stages import fields_as_written, slug_of, stage_state, stages_by_slug, title_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable

    from ..catalogue.entry import Entry
    from ..model import Decision, Settings
    from ..reading.problem import Problem
    from ..words import Text
    from .git import Commit, Repository
    from .stages import StageState, Step


@dataclass(eq=False)
class EntryChange:
    """An entry before and after, and every stage it had on the way."""

    before: Entry | None
    after: Entry
    states: list[StageState]

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def enters_process(self) -> bool:
        """Whether the entry is an idea now and was none before: it is new, or was research."""
        return self.after.is_in_process and not (self.before and self.before.is_in_process)

    @property
    def new_decisions(self) -> list[tuple[int, Decision]]:
        """Decisions that were not there before, with their place in the list."""
        kept = set(self._kept.values())
        return [(at, d) for at, d in enumerate(self.after.idea.decisions) if at not in kept]

    @property
    def lost_decisions(self) -> list[Decision]:
        """Decisions that were there before and are not, or not as they were."""
        if self.before is None or "idea.decisions" in self.after.unread | self.before.unread:
            return []
        return [d for at, d in enumerate(self.before.idea.decisions) if at not in self._kept]

    @cached_property
    def _kept(self) -> dict[int, int]:
        """Place before to place now of the decisions that are as they were."""
        kept: dict[int, int] = {}
        now = dict(enumerate(self.after.idea.decisions))
        for at, old in enumerate(self.before.idea.decisions if self.before else ()):
            same = next((place for place, new in now.items() if _is_kept(old, new)), None)
            if same is not None:
                kept[at] = same
                del now[same]
        return kept

    @property
    def has_moved(self) -> bool:
        """Whether the change touches what the process judges: stage, outcome, decisions or names."""
        if self.before is None:
            return True
        was, now = fields_as_written(self.before.document), fields_as_written(self.after.document)
        return any(was.get(name) != now.get(name) for name in _JUDGED)


_JUDGED = ("stage", "outcome", "decisions", "aliases", "kind")


def _is_kept(old: Decision, new: Decision) -> bool:
    """The same decision, or the same with the link to the change that carried it, known only afterwards."""
    return old == new or (old.change is None and old == new.model_copy(update={"change": None}))


@dataclass(eq=False)
class Change:
    """What happened between a base and the working tree.

    `base` is None where there was no catalogue, or none that could be read. `base_problems` are those that
    were there before the change, so far as they have been looked for.
    `renamed` leads from a path now to the path before, `removed_before` from the path of an idea that was
    taken away earlier to its title then. `files` holds every path that differs, `texts` the bytes of each
    blob of the commits.
    """

    base: Catalogue | None
    head: Catalogue
    commits: list[Commit]
    texts: dict[str, bytes]
    renamed: dict[str, str]
    removed_before: dict[str, str]
    files: set[str]
    base_problems: list[Problem] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """The rules that the change is judged by: those from before it."""
        return self.base.settings if self.base else self.head.settings

    def label(self, vocabulary: str, key: str) -> Text:
        return term_label(self.settings, vocabulary, key)

    @cached_property
    def entries(self) -> list[EntryChange]:
        """The entries that are there now, could be read before, and were touched."""
        if self.base is None and self.base_problems:
            return []
        states = stages_by_slug(self.commits, self.texts)
        return [found for entry in self.head.judged if (found := self._of(entry, self._way(entry, states)))]

    def _way(self, entry: Entry, states: dict[str, list[Step]]) -> list[StageState]:
        """The states of the entry under all the names it has had, in order of the commits."""
        before = self.before(entry)
        names = {*entry.idea.aliases, *([before.slug] if before else [])} - set(self._slugs_now)
        ways = [step for name in (entry.slug, *sorted(names)) for step in states.get(name, ())]
        return [state for _, state in sorted(ways, key=lambda step: step[0])]

    def _of(self, entry: Entry, states: list[StageState]) -> EntryChange | None:
        before = self.before(entry)
        if before is None and self.was_unreadable(entry):
            return None
        if before and not states and not self._is_touched(before, entry):
            return None
        if before:
            states = [stage_state(before.document), *states]
        now = stage_state(entry.document)
        if not states or states[-1].stage != now.stage:
            states = [*states, now]
        return EntryChange(before, entry, states)

    def before(self, entry: Entry) -> Entry | None:
        """The entry as it was, by whatever name."""
        return self._befores.get(entry.path)

    @cached_property
    def _befores(self) -> dict[str, Entry]:
        """Path now to the entry as it was; none is taken for two.

        Its own name tells which it was, else a former name, and only then what git finds alike.
        """
        by_slug = {entry.slug: entry for entry in self.base.judged} if self.base else {}
        in_place = {entry.path for entry in by_slug.values()}
        ordered = sorted(self.head.judged, key=lambda entry: entry.path not in in_place)
        found = {entry.path: by_slug.pop(entry.slug) for entry in ordered if entry.slug in by_slug}
        left = [entry for entry in self.head.judged if entry.path not in found]
        for names in (lambda entry: entry.idea.aliases, self._renamed_from):
            for entry in left:
                name = next((name for name in names(entry) if name in by_slug), None)
                if name and entry.path not in found:
                    found[entry.path] = by_slug.pop(name)
        return found

    def _renamed_from(self, entry: Entry) -> list[str]:
        before = self.renamed.get(entry.path)
        return [slug_of(before)] if before else []

    @cached_property
    def _slugs_now(self) -> dict[str, Entry]:
        return {entry.slug: entry for entry in self.head.judged}

    def was_unreadable(self, entry: Entry) -> bool:
        """Whether the entry was there before in a form that says nothing."""
        now = {folder.slug for folder in self.head.tree.folders} if self._lost else set()
        former = {*entry.idea.aliases, *self._renamed_from(entry)} - now
        return not self._lost.isdisjoint({entry.slug, *former})

    @cached_property
    def _lost(self) -> set[str]:
        """Names of the folders that said nothing before the change."""
        folders = self.base.tree.folders if self.base else ()
        return {folder.slug for folder in folders} - {e.slug for e in (self.base.judged if self.base else ())}

    def path_before(self, path: str) -> str:
        """Where a file of now was before."""
        moved = self._folders.get(posixpath.dirname(path))
        return f"{moved}/{posixpath.basename(path)}" if moved else self.renamed.get(path, path)

    @cached_property
    def _folders(self) -> dict[str, str]:
        return {posixpath.dirname(path): posixpath.dirname(e.path) for path, e in self._befores.items()}

    @staticmethod
    def _is_touched(before: Entry, after: Entry) -> bool:
        if before.path != after.path:
            return True
        plans = (before.plan_document, after.plan_document)
        lines = [document.lines if document else None for document in plans]
        return before.document.lines != after.document.lines or lines[0] != lines[1]

    def older(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those of the problems that were there before the change.

        What makes a field unreadable must be put right by whoever moves the idea on.
        """
        known = Counter((_sign(p, p.place.path), p.severity) for p in self.base_problems)
        found = []
        for problem in problems:
            sign = (_sign(problem, self.path_before(problem.place.path)), problem.severity)
            if known[sign] and not (problem.rule in _UNREAD and problem.place.path in self._moved):
                known[sign] -= 1
                found.append(problem)
        return found

    @cached_property
    def _moved(self) -> set[str]:
        """Files of the ideas whose stage, outcome, decisions or names the change touches."""
        folders = [posixpath.dirname(entry.after.path) for entry in self.entries if entry.has_moved]
        return {f"{folder}/{name}" for folder in folders for name in ("idea.md", "plan.md")}

    def was_there(self, problem: Problem) -> bool:
        """Whether the mistake was there before, as an error or as what is let be."""
        return _sign(problem, self.path_before(problem.place.path)) in self._signs

    @cached_property
    def _signs(self) -> set[Hashable]:
        return {_sign(problem, problem.place.path) for problem in self.base_problems}


# Rules that tell of what could not be read, or of names that mean nothing to the process.
_UNREAD = frozenset({"field", "front_matter", "missing_field", "unknown_field", "unknown_term", "yaml"})
# What a problem tells besides what it is: it may change without the problem being another.
_BESIDES = frozenset({"choices", "first", "nearest", "other", "suggestion"})


def _sign(problem: Problem, path: str) -> Hashable:
    """What a problem is, wherever in its file it stands, and whatever the catalogue calls things."""
    place = problem.place
    marked = place.source[place.column - 1 : place.column - 1 + place.length] if place.line else ""
    told = [(name, str(v)) for name, v in problem.values.items() if isinstance(v, str | int)]
    values = tuple(sorted(pair for pair in told if pair[0] not in _BESIDES))
    return (path, problem.rule, problem.key, marked, values, problem.identity)


def read_change(repository: Repository, revision: str, head: Catalogue) -> Change:
    """The change from where HEAD left `revision` to the working tree. Raises history.Unreadable."""
    base = repository.base(revision)
    commits = repository.commits(base)
    found = _base(repository, base, head.today) if repository.has_content(base) else None
    removed = repository.removed_before(base)
    blobs = [blob for c in commits for f in c.changes for blob in (*f.before, f.after) if blob]
    texts = dict(repository.contents([*blobs, *removed.values()]))
    return Change(
        base=found if isinstance(found, Catalogue) else None,
        head=head,
        commits=commits,
        texts=texts,
        renamed=repository.renamed_since(base),
        removed_before={path: title_of(path, texts.get(blob, b"")) for path, blob in removed.items()},
        files=repository.changed_since(base),
        base_problems=found if isinstance(found, list) else [],
    )


def _base(repository: Repository, commit: str, today: dt.date) -> Catalogue | list[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        repository.check_out(commit, Path(folder))
        return read_catalogue(Path(folder), today)
