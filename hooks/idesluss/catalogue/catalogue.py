"""The catalogue as a whole: entries, calls, and everything that follows from them taken together."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ..model import Call, Idea, Plan, Settings
from ..model.vocabulary import term_label
from ..reading.docs_folder import DocsFolder
from ..reading.folders import ContentTree, IdeaFolder, read_tree
from ..reading.personal import PersonalScans
from ..reading.pictures import MAX_BYTES
from ..reading.records import R, readable_part, validate
from ..reading.settings_files import read_settings_files
from ..words import SOURCE
from .entry import Entry
from .facets import VOCABULARY_OF_FACET, facet_values

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from ..model import Grant
    from ..model.parts import Relation
    from ..reading.document import Document
    from ..reading.files import Files
    from ..reading.logo import Logo
    from ..reading.problem import Problem
    from ..words import Language, Text


@dataclass(eq=False)
class CallPage:
    """A call with its document."""

    slug: str
    call: Call
    document: Document

    @property
    def path(self) -> str:
        return self.document.path

    def documents(self) -> list[Document]:
        """The call's document alone."""
        return [self.document]


@dataclass(frozen=True, slots=True)
class FolderReading:
    """What became of an idea's folder: an entry, unless it could not be read, and what its fields refuse."""

    folder: IdeaFolder
    entry: Entry | None
    problems: list[Problem]


@dataclass(eq=False)
class Catalogue:
    """Everything that was read and holds together, as of a day, with all problems found in reading.

    `judged` are the entries that the rules look at: those that are published, `entries`, and those
    that lack a field that could not be read. `scans` know what personal data its texts have, `files`
    are what it was read from, and `parts` are what became of each folder of an idea.
    """

    settings: Settings
    judged: tuple[Entry, ...]
    calls: dict[str, CallPage]
    today: dt.date
    tree: ContentTree
    scans: PersonalScans
    files: Files
    problems: list[Problem] = field(default_factory=list)
    parts: list[FolderReading] = field(default_factory=list)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.judged if not entry.unread_of("idea"))

    @property
    def logo(self) -> Logo | None:
        """The logo that catalogue.yml names, where it is there and can be shown."""
        named = self.settings.brand.logo if self.settings.brand else None
        logo = self.tree.logos.get(named or "")
        return logo if logo and logo.content else None

    @cached_property
    def by_slug(self) -> dict[str, Entry]:
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def listed(self) -> tuple[Entry, ...]:
        """The entries that lists and figures know: all but those about the catalogue itself."""
        return tuple(entry for entry in self.entries if not entry.is_own)

    @cached_property
    def own(self) -> tuple[Entry, ...]:
        """The entries about the catalogue itself, which have a page of their own."""
        return tuple(entry for entry in self.entries if entry.is_own)

    @cached_property
    def ideas(self) -> tuple[Entry, ...]:
        """The listed entries that are handled here: waits, promises and decisions count them alone."""
        return tuple(entry for entry in self.listed if entry.is_in_process)

    @cached_property
    def records(self) -> tuple[Entry, ...]:
        """The listed entries that tell of work elsewhere."""
        return tuple(entry for entry in self.listed if entry.is_record)

    @cached_property
    def placed(self) -> tuple[Entry, ...]:
        """The listed entries that stand at a stage: what is handled here, and records of work elsewhere."""
        return tuple(entry for entry in self.listed if entry.has_stage)

    def label(self, vocabulary_name: str, key: str) -> Text:
        """What a key of a vocabulary is called; the key itself where it is unknown."""
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
        grants: dict[str, list[tuple[Entry, Grant]]] = defaultdict(list)
        for entry in self.listed:
            for grant in entry.idea.grants:
                if grant.call:
                    grants[grant.call].append((entry, grant))
        return grants

    def grouped(self, facet: str) -> dict[str, list[Entry]]:
        """Listed entries by each value of a facet, such as `sector` or `organisation`."""
        return self._groups[facet]

    @cached_property
    def _groups(self) -> dict[str, dict[str, list[Entry]]]:
        groups: dict[str, dict[str, list[Entry]]] = {
            facet: defaultdict(list) for facet in VOCABULARY_OF_FACET
        }
        for entry in self.listed:
            for facet, value in facet_values(entry):
                groups[facet][value].append(entry)
        return groups

    @cached_property
    def link_targets(self) -> dict[str, str]:
        """Path of a file or folder that a body may link to, and what it is: `idea/<slug>` or `call/<slug>`.

        Files that could not be read are targets too: what is wrong with them is told once, there.
        """
        targets = {document.path: f"call/{slug}" for slug, document in self.tree.calls.items()}
        for folder in self.tree.folders:
            documents = filter(None, (folder.idea, folder.plan))
            paths = (folder.path, *(document.path for document in documents))
            targets |= dict.fromkeys(paths, f"idea/{folder.slug}")
        return targets

    @cached_property
    def picture_targets(self) -> frozenset[str]:
        """Path of each picture that is published, so that a body may show it."""
        return frozenset(
            f"{posixpath.dirname(entry.path)}/{name}" for entry in self.entries for name in entry.pictures
        )

    @cached_property
    def pictures_in_texts(self) -> frozenset[str]:
        """Path of each picture that the text of an entry or a call shows."""
        bodies = (body for entry in self.entries for body in (entry.body, entry.plan_body))
        of_calls = (page.document.body for page in self.calls.values())
        return frozenset(picture.path for body in (*bodies, *of_calls) for picture in body.pictures)

    def picture_of(self, entry: Entry) -> bytes:
        """The bytes of the picture that the entry names and that can be shown."""
        content = self.files.read(entry.picture_path, MAX_BYTES)
        return content if isinstance(content, bytes) else b""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave: the catalogue, None without readable settings, and all that was wrong."""

    catalogue: Catalogue | None
    problems: list[Problem]

    @property
    def language(self) -> Language:
        """The language to speak of it in."""
        return self.catalogue.settings.language if self.catalogue else SOURCE


def read_settings(files: Files) -> Settings | None:
    """What catalogue.yml and the vocabularies beside it say, or None where they cannot be read."""
    return validate(read_settings_files(files).document, Settings)[0]


def read_catalogue(
    files: Files, today: dt.date, known: Catalogue | None = None, places: Mapping[str, str] | None = None
) -> Reading:
    """Read the catalogue among `files` as of `today`.

    An entry that cannot be read is left out and told of in the problems. `known` is another catalogue of the
    same day, of which whatever is the same is taken; `places` are settings by name that hold instead of those
    of the file.
    """
    tree = read_tree(files, known.tree if known else None)
    settings, problems = validate(tree.settings, Settings)
    problems += [*tree.problems, *tree.docs.problems]
    problems += [problem for document in tree.texts() for problem in document.problems]
    placed = settings.model_copy(update=places) if settings else None
    same = known if known and placed and known.settings == placed else None
    calls = dict(_calls(tree.calls, settings, problems, same.calls if same else {}))
    parts = _folder_readings(tree.folders, placed, today, same)
    problems += [problem for part in parts for problem in part.problems]
    if placed is None:
        return Reading(None, problems)
    judged = tuple(part.entry for part in parts if part.entry)
    scans = known.scans if known else PersonalScans(today)
    catalogue = Catalogue(placed, judged, calls, today, tree, scans, files, problems, parts)
    return Reading(catalogue, problems)


def _folder_readings(
    folders: list[IdeaFolder], settings: Settings | None, today: dt.date, known: Catalogue | None
) -> list[FolderReading]:
    """What becomes of each folder; of those that are known what became of them."""
    by_folder = {id(part.folder): part for part in known.parts} if known else {}
    return [by_folder.get(id(folder)) or _folder_reading(folder, settings, today) for folder in folders]


def _folder_reading(folder: IdeaFolder, settings: Settings | None, today: dt.date) -> FolderReading:
    problems: list[Problem] = []
    idea, plan = _idea_and_plan(folder, settings, problems)
    entry = _entry(folder, idea, plan, settings, today) if settings else None
    return FolderReading(folder, entry, problems)


def with_folders(catalogue: Catalogue, folders: list[IdeaFolder]) -> Catalogue:
    """The catalogue as if it had these folders, and no others."""
    settings, today = catalogue.settings, catalogue.today
    tree = replace(catalogue.tree, folders=folders, problems=[], docs=DocsFolder(), kinds={})
    problems = [problem for folder in folders for problem in folder.idea.problems]
    parts = [_folder_reading(folder, settings, today) for folder in folders]
    problems += [problem for part in parts for problem in part.problems]
    judged = tuple(part.entry for part in parts if part.entry)
    scans = PersonalScans(today)
    return replace(catalogue, judged=judged, tree=tree, scans=scans, problems=problems, parts=parts)


def _calls(
    documents: Mapping[str, Document],
    settings: Settings | None,
    problems: list[Problem],
    known: Mapping[str, CallPage],
) -> Iterator[tuple[str, CallPage]]:
    for slug, document in documents.items():
        if slug in known and known[slug].document is document:
            yield slug, known[slug]
            continue
        call, wrong = validate(document, Call, settings)
        problems.extend(wrong)
        if call:
            yield slug, CallPage(slug, _in_language(call, settings), document)


W = TypeVar("W", Idea, Call)  # what is written in a language


def _in_language(record: W, settings: Settings | None) -> W:
    """The record in the language that it names, or else in the catalogue's main one."""
    if settings is None or "language" in record.model_fields_set:
        return record
    return record.model_copy(update={"language": settings.language})


Read = tuple[R | None, frozenset[str]]  # a record, and the fields of it that could not be read


def _idea_and_plan(
    folder: IdeaFolder, settings: Settings | None, problems: list[Problem]
) -> tuple[Read[Idea], Read[Plan]]:
    idea = _read(folder.idea, Idea, settings, problems)
    return idea, _read(folder.plan, Plan, settings, problems) if folder.plan else (None, frozenset())


def _entry(
    folder: IdeaFolder, idea: Read[Idea], plan: Read[Plan], settings: Settings, today: dt.date
) -> Entry | None:
    if idea[0] is None:
        return None
    unread = {f"idea.{name}" for name in idea[1]} | {f"plan.{name}" for name in plan[1]}
    return Entry(
        slug=folder.slug,
        year=folder.year,
        settings=settings,
        today=today,
        idea=_in_language(idea[0], settings),
        document=folder.idea,
        plan=plan[0],
        plan_document=folder.plan,
        pictures=tuple(picture.name for picture in folder.pictures),
        picture_size=_size_of_named(folder, idea[0]),
        unread=frozenset(unread),
    )


def _size_of_named(folder: IdeaFolder, idea: Idea) -> tuple[int, int] | None:
    named = idea.picture.file if idea.picture else None
    return next((picture.size for picture in folder.pictures if picture.name == named), None)


def _read(document: Document, record: type[R], settings: Settings | None, problems: list[Problem]) -> Read[R]:
    whole, wrong = validate(document, record, settings)
    problems.extend(wrong)
    return readable_part(document, record) if wrong else (whole, frozenset())
