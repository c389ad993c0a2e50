"""A change: the catalogue before it, the catalogue after it, and each commit's step on the way."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..catalogue.catalogue import Reading, read_catalogue
from ..model.vocabulary import term_label
from .commit_files import CommitFiles
from .file_marks import marked_files
from .former_names import FormerNames
from .line import Line
from .lineage import IDEA, predecessors, steps_of_entries
from .stages import fields_as_written, stage_state, states_on_the_way
from .whole_change import read_whole_change

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..catalogue.seen import Onlooker
    from ..model import Decision, Settings
    from ..reading.problem import Problem
    from ..words import Text
    from .file_marks import MarkedFile
    from .git import Commit, Repository
    from .lineage import EntryStep
    from .stages import StageState
    from .whole_change import WholeChange


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
        """Whether the entry is handled here now and was not before."""
        return self.after.is_in_process and not (self.before and self.before.is_in_process)

    @property
    def new_decisions(self) -> list[tuple[int, Decision]]:
        """Decisions that were not there before, with their place in the list."""
        kept = set(self.kept_decisions.values())
        return [(at, d) for at, d in enumerate(self.after.idea.decisions) if at not in kept]

    @property
    def lost_decisions(self) -> list[Decision]:
        """Decisions that were there before and are not, or not as they were."""
        if self.before is None or "idea.decisions" in self.after.unread | self.before.unread:
            return []
        return [d for at, d in enumerate(self.before.idea.decisions) if at not in self.kept_decisions]

    @cached_property
    def kept_decisions(self) -> dict[int, int]:
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
    `renamed` leads from a path now to the path before, `former_names` tells whose a name was. `files` holds
    every path that differs, `texts` the bytes of each blob of the commits, `whole` what they bring outside
    the content, too. `marked` are files that git keeps as something else than plain ones, `line` the commits
    with their parents.
    """

    base: Catalogue | None
    head: Catalogue
    commits: list[Commit]
    texts: dict[str, bytes]
    renamed: dict[str, str]
    former_names: FormerNames
    files: set[str]
    whole: WholeChange
    marked: list[MarkedFile]
    line: Line
    base_problems: list[Problem] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """The rules that the change is judged by: those from before it."""
        return self.base.settings if self.base else self.head.settings

    def label(self, vocabulary: str, key: str) -> Text:
        """What a key was called before the change."""
        return term_label(self.settings, vocabulary, key)

    @cached_property
    def entries(self) -> list[EntryChange]:
        """The entries that are there now, could be read before, and were touched."""
        if self.base is None and self.base_problems:
            return []
        return [change for entry in self.head.judged if (change := self._entry_change(entry))]

    def _entry_change(self, entry: Entry) -> EntryChange | None:
        before = self.before(entry)
        if before is None and self.was_unreadable(entry):
            return None
        states = states_on_the_way(self._steps_on_the_line(entry), self.texts)
        if before and not states and not self._is_touched(before, entry):
            return None
        if before:
            states = [stage_state(before.document), *states]
        now = stage_state(entry.document)
        if not states or states[-1].stage != now.stage:
            states = [*states, now]
        return EntryChange(before, entry, states)

    def _steps_on_the_line(self, entry: Entry) -> list[EntryStep]:
        """The entry's steps without those of branches that nothing came of, and of other histories."""
        steps = self._steps.get(entry, [])
        if not states_on_the_way(steps, self.texts):
            return []
        folders = {*(step.folder for step in steps), entry.folder}
        behind = self.line.commits_behind([f"{folder}/{IDEA}" for folder in sorted(folders)])
        return [step for step in steps if step.commit.id in behind]

    @cached_property
    def _steps(self) -> dict[Entry, list[EntryStep]]:
        names_now = {entry.slug for entry in self.head.judged}
        former: dict[str, Entry] = {}
        for entry in self.head.judged:
            before = self._folder_before(entry)
            names = {*entry.names, *([posixpath.basename(before)] if before else [])}
            former |= dict.fromkeys(names - names_now, entry)
        return steps_of_entries(self.commits, self.head.judged, former)

    def before(self, entry: Entry) -> Entry | None:
        """The entry as it was, by whatever name; None for one that was not there, or said nothing."""
        return self._judged_before.get(self._folder_before(entry) or "")

    def was_unreadable(self, entry: Entry) -> bool:
        """Whether the entry was there before in a form that says nothing."""
        folder = self._folder_before(entry)
        return folder is not None and folder not in self._judged_before

    def _folder_before(self, entry: Entry) -> str | None:
        return self._predecessors.get(entry.folder)

    @cached_property
    def _predecessors(self) -> dict[str, str]:
        now = {entry.folder: entry.names for entry in self.head.judged}
        before = [folder.path for folder in self.base.tree.folders] if self.base else []
        alike = {
            posixpath.dirname(path): posixpath.dirname(before)
            for path, before in self.renamed.items()
            if posixpath.basename(path) == posixpath.basename(before) == IDEA
        }
        return predecessors(now, before, alike)

    @cached_property
    def _judged_before(self) -> dict[str, Entry]:
        return {e.folder: e for e in self.base.judged} if self.base else {}

    def path_before(self, path: str) -> str:
        """Where a file of now was before."""
        folder = self._predecessors.get(posixpath.dirname(path))
        return f"{folder}/{posixpath.basename(path)}" if folder else self.renamed.get(path, path)

    @cached_property
    def _touched_folders(self) -> set[str]:
        return {posixpath.dirname(path) for path in self.files}

    def _is_touched(self, before: Entry, after: Entry) -> bool:
        """Whether any file of the entry is another, be it a picture, or only in how its lines end."""
        if before.path != after.path or after.folder in self._touched_folders:
            return True
        if after.sign and after.sign == before.sign:
            return False
        plans = (before.plan_document, after.plan_document)
        texts = [document.text if document else None for document in plans]
        return before.document.text != after.document.text or texts[0] != texts[1]


def read_change(
    repository: Repository, revision: str, head: Catalogue, onlooker: Onlooker | None = None
) -> Change:
    """The change from where HEAD left `revision` to the working tree. Raises git.Unreadable.

    `onlooker` looks at the entries of the base as they are read.
    """
    base = repository.base(revision)
    commits = repository.commits(base)
    before = _read_base(repository, base, head, onlooker)
    blobs = [blob for c in commits for f in c.changes for blob in (*f.before, f.after) if blob]
    texts = dict(repository.contents(blobs))
    return Change(
        base=before.catalogue,
        head=head,
        commits=commits,
        texts=texts,
        renamed=repository.renamed_since(base),
        former_names=FormerNames(repository, base),
        files=repository.changed_since(base),
        whole=read_whole_change(repository, base),
        marked=marked_files(repository, base),
        line=Line(repository, repository.parents(base)),
        base_problems=[] if before.catalogue else before.problems,
    )


def _read_base(
    repository: Repository, commit: str, head: Catalogue, onlooker: Onlooker | None = None
) -> Reading:
    """The catalogue as of a commit; no problem where there was no content at all."""
    if not repository.has_content(commit):
        return Reading(None, [])
    files = CommitFiles(repository, commit, head.files)
    return read_catalogue(files, head.today, head, onlooker=onlooker)
