"""A change: the catalogue before it, the catalogue after it, and each commit's step on the way."""

from __future__ import annotations

import posixpath
import re
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from . import catalogue as catalogues
from . import source
from .catalogue import Catalogue
from .vocabulary import label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from .catalogue import Entry
    from .history import Commit, Repository
    from .model import Decision, Settings
    from .problem import Problem
    from .words import Text

_STAGE = re.compile(rb"^stage:[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_FENCE = re.compile(rb"^---[ \t\r]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class State:
    """An idea as a commit left it: its stage, and the gates with a decision to go on.

    `commit` is the short id; empty for what was there before, or is not committed yet.
    """

    commit: str
    stage: str | None
    decided: frozenset[str] = frozenset()


@dataclass(eq=False, slots=True)
class EntryChange:
    """An entry before and after, and every stage it had on the way."""

    before: Entry | None
    after: Entry
    states: list[State]

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
        known = Counter(_essence(d) for d in self.before.idea.decisions) if self.before else Counter()
        found = []
        for at, decision in enumerate(self.after.idea.decisions):
            if known[_essence(decision)]:
                known[_essence(decision)] -= 1
            else:
                found.append((at, decision))
        return found

    @property
    def lost_decisions(self) -> list[Decision]:
        """Decisions that were there before and are not, or not as they were."""
        if self.before is None or "idea.decisions" in self.after.unread | self.before.unread:
            return []
        kept = Counter(_essence(d) for d in self.after.idea.decisions)
        lost = []
        for decision in self.before.idea.decisions:
            if kept[_essence(decision)]:
                kept[_essence(decision)] -= 1
            else:
                lost.append(decision)
        return lost


def _essence(decision: Decision) -> Decision:
    """The decision without the link to the change that carried it, which is known only afterwards."""
    return decision.model_copy(update={"change": None})


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
        return label(self.settings, vocabulary, key)

    @cached_property
    def entries(self) -> list[EntryChange]:
        """The entries that are there now, could be read before, and were touched."""
        if self.base is None and self.base_problems:
            return []
        states = _states(self.commits, self.texts)
        return [found for entry in self.head.judged if (found := self._of(entry, self._way(entry, states)))]

    def _way(self, entry: Entry, states: dict[str, list[tuple[int, State]]]) -> list[State]:
        """The states of the entry under all the names it has had, in order of the commits."""
        before = self.before(entry)
        names = {*entry.idea.aliases, *([before.slug] if before else [])} - set(self._slugs_now)
        ways = [step for name in (entry.slug, *sorted(names)) for step in states.get(name, ())]
        return [state for _, state in sorted(ways, key=lambda step: step[0])]

    def _of(self, entry: Entry, states: list[State]) -> EntryChange | None:
        before = self.before(entry)
        if before is None and self.was_unreadable(entry):
            return None
        if before and not states and not self._is_touched(before, entry):
            return None
        if before:
            states = [State("", before.idea.stage, _decided(before)), *states]
        if not states or states[-1].stage != entry.idea.stage:
            states = [*states, State("", entry.idea.stage, _decided(entry))]
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
        found = {entry.path: by_slug.pop(entry.slug) for entry in self.head.judged if entry.slug in by_slug}
        left = [entry for entry in self.head.judged if entry.path not in found]
        for names in (lambda entry: entry.idea.aliases, self._renamed_from):
            for entry in left:
                name = next((name for name in names(entry) if name in by_slug), None)
                if name and entry.path not in found:
                    found[entry.path] = by_slug.pop(name)
        return found

    def _renamed_from(self, entry: Entry) -> list[str]:
        before = self.renamed.get(entry.path)
        return [_slug(before)] if before else []

    @cached_property
    def _slugs_now(self) -> dict[str, Entry]:
        return {entry.slug: entry for entry in self.head.judged}

    def was_unreadable(self, entry: Entry) -> bool:
        """Whether the entry was there before in a form that says nothing."""
        return not self._lost.isdisjoint({entry.slug, *entry.idea.aliases, *self._renamed_from(entry)})

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
        plans = (before.plan_document, after.plan_document)
        lines = [document.lines if document else None for document in plans]
        return before.document.lines != after.document.lines or lines[0] != lines[1]

    def older(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those of the problems that were there before the change."""
        known = Counter(_sign(problem, problem.place.path) for problem in self.base_problems)
        found = []
        for problem in problems:
            sign = _sign(problem, self.path_before(problem.place.path))
            if known[sign]:
                known[sign] -= 1
                found.append(problem)
        return found


def _sign(problem: Problem, path: str) -> tuple[object, ...]:
    """What a problem is, wherever in its file it stands."""
    values = str(sorted(problem.values.items(), key=str))
    return (path, problem.rule, problem.severity, problem.key, values, problem.identity)


def _decided(entry: Entry) -> frozenset[str]:
    return frozenset(d.gate for d in entry.idea.decisions if d.verdict == "go")


def of(repository: Repository, revision: str, head: Catalogue) -> Change:
    """The change from where HEAD left `revision` to the working tree. Raises history.Unreadable."""
    base = repository.base(revision)
    commits = repository.commits(revision)
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
        removed_before={path: _title(path, texts.get(blob, b"")) for path, blob in removed.items()},
        files=repository.changed_since(base),
        base_problems=found if isinstance(found, list) else [],
    )


def _base(repository: Repository, commit: str, today: dt.date) -> Catalogue | list[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        repository.check_out(commit, Path(folder))
        return catalogues.of(Path(folder), today)


def _states(commits: list[Commit], texts: dict[str, bytes]) -> dict[str, list[tuple[int, State]]]:
    """Name now to the stages that commits gave the idea, each with its commit's place, the oldest first."""
    names: dict[str, str] = {}
    found: dict[str, list[tuple[int, State]]] = defaultdict(list)
    for at, commit in enumerate(commits):  # the newest first, so that a rename is known before the older name
        for change in commit.changes:
            if not change.path.endswith("/idea.md"):
                continue
            now = names.get(_slug(change.path), _slug(change.path))
            names[_slug(change.before_path)] = now
            after = texts.get(change.after or "")
            befores = {_stage(texts[blob]) for blob in change.before if blob in texts}
            if after is not None and _stage(after) not in befores:
                found[now].insert(0, (-at, _state(commit.short, change.path, after)))
    return found


def _slug(path: str) -> str:
    """The name of the folder that the file lies in."""
    return posixpath.basename(posixpath.dirname(path))


def _stage(content: bytes) -> bytes:
    """The line that gives the stage, or all fields where it is not written in the usual way."""
    fence = _FENCE.search(content, 4)
    front = content[: fence.start()] if fence else content
    lines = _STAGE.findall(front)
    return lines[0] if len(lines) == 1 else front


def _title(path: str, content: bytes) -> str:
    title = source.parse(path, content).node("title")
    return str(title.value) if title else ""


def _state(commit: str, path: str, content: bytes) -> State:
    front = source.parse(path, content).front.plain()
    fields = front if isinstance(front, dict) else {}
    stage, decisions = fields.get("stage"), fields.get("decisions")
    return State(commit, stage if isinstance(stage, str) else None, frozenset(_gone_on(decisions)))


def _gone_on(decisions: object) -> Iterator[str]:
    for decision in decisions if isinstance(decisions, list) else ():
        if isinstance(decision, dict) and decision.get("verdict") == "go":
            yield str(decision.get("gate"))
