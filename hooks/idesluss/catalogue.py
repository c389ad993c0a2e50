"""The catalogue as a whole: entries, calls, and everything that follows from them taken together."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import body, tree, vocabulary
from .model import Call, Idea, Plan, Settings
from .process import demands
from .typed import R, readable_part, validate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .body import Body, Kind
    from .model import Decision, Grant, PartialDate, Record
    from .model.parts import Relation
    from .model.settings import Process
    from .problem import Problem
    from .process import Demand, Requirement
    from .source import Document
    from .words import Language, Text


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
class Entry:
    """An idea with its plan and files. `slug` is its identity and never follows the title.

    `unread` names the fields, such as `idea.title`, that could not be read: such an entry is judged
    and not published.
    """

    slug: str
    year: str
    idea: Idea
    document: Document
    plan: Plan | None = None
    plan_document: Document | None = None
    pictures: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    catalogue: Catalogue = field(init=False, repr=False)

    @property
    def path(self) -> str:
        return self.document.path

    @property
    def is_in_process(self) -> bool:
        return self.idea.kind == "idea"

    def unread_of(self, file: str) -> set[str]:
        """The fields of `idea` or `plan` that could not be read."""
        return {name.partition(".")[2] for name in self.unread if name.startswith(f"{file}.")}

    @cached_property
    def body(self) -> Body:
        return self.catalogue.render(self.document)

    @cached_property
    def plan_body(self) -> Body:
        if self.plan_document is None:
            return body.Body()
        return self.catalogue.render(self.plan_document, top_level=3, prefix=body.PLAN_PREFIX)

    def title(self, language: Language) -> str:
        told = self.idea.translations.get(language)
        return (told and told.title) or self.idea.title

    def title_language(self, language: Language) -> Language:
        """The language that `title` is in."""
        told = self.idea.translations.get(language)
        return language if told and told.title else self.idea.language

    def summary(self, language: Language) -> tuple[str, Language]:
        """The summary, and the language it is in."""
        told = self.idea.translations.get(language)
        if told and told.summary:
            return told.summary, language
        return self.idea.summary, self.idea.language

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(sorted(self.idea.decisions, key=lambda decision: decision.date))

    def decision_at(self, gate: str) -> Decision | None:
        """The decision to go on at this gate, unless another has been taken there since."""
        latest = next((d for d in reversed(self.decisions) if d.gate == gate), None)
        return latest if latest and latest.verdict == "go" else None

    @cached_property
    def granted(self) -> int | None:
        """Whole kronor in all grants whose amount is known; None if none is."""
        amounts = [grant.amount for grant in self.idea.grants if grant.amount is not None]
        return sum(amounts) if amounts else None

    @cached_property
    def period_end(self) -> PartialDate | None:
        ends = [grant.end for grant in self.idea.grants if grant.end]
        if self.plan and self.plan.period:
            ends.append(self.plan.period.end)
        return max(ends, default=None)

    @cached_property
    def first_date(self) -> PartialDate | None:
        """The earliest date of the entry: submitted, else the first grant's start."""
        starts = [grant.start for grant in self.idea.grants if grant.start]
        return self.idea.submitted or min(starts, default=None)

    @cached_property
    def organisations(self) -> dict[str, str]:
        """Organisation to the part it plays: `coordinator`, `partner`, `recipient` or `owner`."""
        found: dict[str, str] = {}
        idea = self.idea
        holders = [idea.coordinator, *(grant.coordinator for grant in idea.grants)]
        for holder in filter(None, holders):
            found.setdefault(holder.organisation, "coordinator")
        for partner in idea.partners:
            found.setdefault(partner.organisation, "partner")
        for role, named in (("recipient", idea.recipient), ("owner", idea.owner)):
            if named:
                found.setdefault(named.organisation, role)
        return found

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """All that the process asks of it now."""
        return tuple(demands(self.catalogue.settings, self.idea))

    def meets(self, requirement: Requirement, process: Process | None = None) -> bool:
        """Whether the entry holds what is required; a field that could not be read counts as held.

        `process` names the sections: the catalogue's own, unless the requirement comes from another.
        """
        if f"{requirement.of}.{requirement.field}" in self.unread:
            return True
        match requirement.kind:
            case "history":
                return False  # only git knows; a waiver says that it does not
            case "file":
                return self.plan_document is not None
            case "decision":
                return self.decision_at(requirement.part) is not None
            case "section":
                held = self.body if requirement.of == "idea" else self.plan_body
                sections = (process or self.catalogue.settings.process).sections
                heading = sections[requirement.part].title
                return held.has_section(heading.sv) or held.has_section(heading.en)
            case _:
                return self._has_field(requirement)

    def _has_field(self, requirement: Requirement) -> bool:
        record: Record | None = self.idea if requirement.of == "idea" else self.plan
        value = getattr(record, requirement.field, None)
        if requirement.kind == "relation":
            return any(relation.kind == requirement.part for relation in self.idea.relations)
        if requirement.kind == "each":
            items: tuple[Any, ...] = value if isinstance(value, tuple) else (value,) if value else ()
            return bool(items) and all(getattr(item, requirement.part, None) for item in items)
        return bool(value)


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
    tree: tree.Tree
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
        return vocabulary.label(self.settings, vocabulary_name, key)

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
        groups: dict[str, dict[str, list[Entry]]] = {facet: defaultdict(list) for facet in FACETS}
        for entry in self.entries:
            for facet, value in facet_values(entry):
                groups[facet][value].append(entry)
        return groups

    def render(self, document: Document, *, top_level: int = 2, prefix: str = body.ID_PREFIX) -> Body:
        """A document's body with its links resolved against the catalogue."""

        def resolve(target: str, kind: Kind) -> str | None:
            return self.target(document.path, target, kind)

        return body.render(document.body, resolve, top_level=top_level, prefix=prefix)

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


FACETS = (
    "stage",
    "outcome",
    "sector",
    "theme",
    "vision_goal",
    "agenda_goal",
    "municipality",
    "organisation",
    "call",
    "year",
)


def facet_values(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every (facet, value) under which the entry is found."""
    idea = entry.idea
    if entry.is_in_process:
        yield from (("stage", idea.stage),) if idea.stage else ()
        yield from (("outcome", idea.outcome),) if idea.outcome else ()
    yield "sector", idea.sector
    yield from (("theme", key) for key in idea.themes)
    yield from (("vision_goal", key) for key in idea.vision_goals)
    yield from (("agenda_goal", str(number)) for number in idea.agenda_goals)
    yield from (("municipality", key) for key in idea.municipalities)
    yield from (("organisation", key) for key in entry.organisations)
    yield from (("call", key) for key in dict.fromkeys(g.call for g in idea.grants if g.call))
    yield "year", entry.year


def of(root: Path, today: dt.date) -> Catalogue | list[Problem]:
    """Read the catalogue below `root` as of `today`.

    An entry that cannot be read is left out and told of in `problems`. Without a readable
    catalogue.yml there is no catalogue: then the problems are all that comes back.
    """
    found = tree.read(root)
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


def _entries(folders: Iterable[tree.Folder], problems: list[Problem]) -> Iterator[Entry]:
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
