"""The catalogue as a whole: entries, calls, and everything that follows from them taken together."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..model import Call, Idea, Plan, Settings
from ..model.vocabulary import term_label
from ..reading import markdown as body
from ..reading.folders import ContentTree, IdeaFolder, read_tree
from ..reading.markdown import render_body
from ..reading.records import R, readable_part, validate
from .entry import Entry
from .facets import VOCABULARY_OF_FACET, facet_values

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..model import Grant
    from ..model.parts import Relation
    from ..reading.document import Document
    from ..reading.markdown import Body, Kind
    from ..reading.problem import Problem
    from ..words import Text


@dataclass(eq=False)
class CallPage:
    """A call with its document."""

    slug: str
    call: Call
    document: Document

    @property
    def path(self) -> str:
        return self.document.path


@dataclass(eq=False)
class Catalogue:
    """Everything that was read and holds together, as of a day, with all problems found in reading.

    `judged` are the entries that the rules look at: those that are published, `entries`, and those
    that lack a field that could not be read.
    """

    settings: Settings
    judged: tuple[Entry, ...]
    calls: dict[str, CallPage]
    today: dt.date
    tree: ContentTree
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        for entry in self.judged:
            entry.catalogue = self

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.judged if not entry.unread_of("idea"))

    @cached_property
    def by_slug(self) -> dict[str, Entry]:
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def ideas(self) -> tuple[Entry, ...]:
        """The entries that pass through the process; research stands outside its figures."""
        return tuple(entry for entry in self.entries if entry.is_in_process)

    @cached_property
    def unreadable(self) -> list[Document]:
        """Documents that say nothing, because of problems in them."""
        broken = {problem.place.path for problem in self.problems if problem.severity == "error"}
        return [document for document in self.tree.documents() if document.path in broken]

    def label(self, vocabulary_name: str, key: str) -> Text:
        return term_label(self.settings, vocabulary_name, key)

    def relations_of(self, entry: Entry) -> list[tuple[Relation, Entry]]:
        """Relations that the entry states, to entries that exist."""
        return [(r, self.by_slug[r.idea]) for r in entry.idea.relations if r.idea in self.by_slug]

    @cached_property
    def _inverse(self) -> dict[str, list[tuple[Relation, Entry]]]:
        inverse: dict[str, list[tuple[Relation, Entry]]] = defaultdict(list)
        for entry in self.entries:
            for relation in entry.idea.relations:
                inverse[relation.idea].append((relation, entry))
        return inverse

    def relations_to(self, entry: Entry) -> list[tuple[Relation, Entry]]:
        """Relations that other entries state to this one."""
        return self._inverse.get(entry.slug, [])

    @cached_property
    def grants_by_call(self) -> dict[str, list[tuple[Entry, Grant]]]:
        found: dict[str, list[tuple[Entry, Grant]]] = defaultdict(list)
        for entry in self.entries:
            for grant in entry.idea.grants:
                if grant.call:
                    found[grant.call].append((entry, grant))
        return found

    def grouped(self, facet: str) -> dict[str, list[Entry]]:
        """Entries by each value of a facet, such as `sector` or `organisation`."""
        return self._groups[facet]

    @cached_property
    def _groups(self) -> dict[str, dict[str, list[Entry]]]:
        groups: dict[str, dict[str, list[Entry]]] = {
            facet: defaultdict(list) for facet in VOCABULARY_OF_FACET
        }
        for entry in self.entries:
            for facet, value in facet_values(entry):
                groups[facet][value].append(entry)
        return groups

    def render(self, document: Document, *, top_level: int = 2, prefix: str = body.ID_PREFIX) -> Body:
        """A document's body with its links resolved against the catalogue."""

        def resolve(target: str, kind: Kind) -> str | None:
            return self.target(document.path, target, kind)

        return render_body(document.body, resolve, top_level=top_level, prefix=prefix)

    def target(self, path: str, target: str, kind: Kind) -> str | None:
        """What a relative file path in a body leads to: `idea/<slug>`, `call/<slug>` or a picture."""
        full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        return self._targets[kind].get(full)

    @cached_property
    def _targets(self) -> dict[Kind, dict[str, str]]:
        # Files that could not be read are targets too: what is wrong with them is told once, there.
        links = {document.path: f"call/{slug}" for slug, document in self.tree.calls.items()}
        for folder in self.tree.folders:
            links[folder.path] = links[folder.idea.path] = f"idea/{folder.slug}"
            if folder.plan:
                links[folder.plan.path] = f"idea/{folder.slug}"
        pictures: dict[str, str] = {}
        for entry in self.entries:
            path = posixpath.dirname(entry.path)
            pictures.update({f"{path}/{name}": f"picture/{entry.slug}/{name}" for name in entry.pictures})
        return {"link": links, "picture": pictures}


def read_catalogue(root: Path, today: dt.date) -> Catalogue | list[Problem]:
    """Read the catalogue below `root` as of `today`.

    An entry that cannot be read is left out and told of in `problems`. Without a readable
    catalogue.yml there is no catalogue: then the problems are all that comes back.
    """
    found = read_tree(root)
    settings, wrong = validate(found.settings, Settings)
    problems = [*found.problems, *(p for d in found.documents() for p in d.problems), *wrong]
    entries = tuple(_entries(found.folders, problems))
    calls = dict(_calls(found.calls, problems))
    if settings is None:
        return problems
    return Catalogue(settings, entries, calls, today, found, problems)


def _calls(found: dict[str, Document], problems: list[Problem]) -> Iterator[tuple[str, CallPage]]:
    for slug, document in found.items():
        call, wrong = validate(document, Call)
        problems.extend(wrong)
        if call:
            yield slug, CallPage(slug, call, document)


def _entries(folders: Iterable[IdeaFolder], problems: list[Problem]) -> Iterator[Entry]:
    for folder in folders:
        idea, lost = _read(folder.idea, Idea, problems)
        plan, lost_of_plan = _read(folder.plan, Plan, problems) if folder.plan else (None, frozenset())
        if idea:
            unread = {f"idea.{name}" for name in lost} | {f"plan.{name}" for name in lost_of_plan}
            pictures = tuple(folder.pictures)
            yield Entry(
                folder.slug, folder.year, idea, folder.idea, plan, folder.plan, pictures, frozenset(unread)
            )


def _read(document: Document, record: type[R], problems: list[Problem]) -> tuple[R | None, frozenset[str]]:
    whole, wrong = validate(document, record)
    problems.extend(wrong)
    return readable_part(document, record) if wrong else (whole, frozenset())
