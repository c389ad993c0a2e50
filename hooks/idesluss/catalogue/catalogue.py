"""The catalogue as a whole: entries, calls, and everything that follows from them taken together."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ..model import Call, Settings
from ..model.vocabulary import term_label
from ..reading.docs_folder import DocsFolder
from ..reading.folders import ContentTree, begin_tree, end_tree, linked_paths, take_folders
from ..reading.personal import PersonalScans
from ..reading.pictures import MAX_BYTES
from ..reading.records import validate
from ..reading.settings_files import read_settings_files
from ..words import SOURCE
from .call_page import CallPage
from .facets import VOCABULARY_OF_FACET, facet_values
from .folder_reading import FolderReading, folder_reading, in_language
from .onlooking import Before, Sight, parts_seen

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from ..model import Grant
    from ..model.parts import Relation
    from ..reading.document import Document
    from ..reading.files import Files
    from ..reading.folders import TreeReading
    from ..reading.idea_folder import IdeaFolder
    from ..reading.logo import Logo
    from ..reading.problem import Problem
    from ..words import Language, Text
    from .entry import Entry
    from .seen import Onlooker


@dataclass(eq=False)
class Catalogue:
    """Everything that was read and holds together, as of a day, with all problems found in reading.

    `judged` are the entries that the rules look at: those that are published, `entries`, and those
    that lack a field that could not be read. `scans` know what personal data its texts have, `files`
    are what it was read from, and `parts` are what became of each folder of an idea. `own_problems` are those
    of entries by themselves, so far as an `onlooker` looked at them as they were read.
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
    own_problems: dict[Entry, tuple[Problem, ...]] = field(default_factory=dict)
    onlooker: Onlooker | None = None

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
            targets |= dict.fromkeys((folder.path, *folder.document_paths()), f"idea/{folder.slug}")
        return targets

    @cached_property
    def named_places(self) -> list[str]:
        """Every file of the content and every folder that it lies in, in order."""
        places = set(self.tree.all_paths())
        folders = places
        while folders := {path.rpartition("/")[0] for path in folders} - {""}:
            places = places | folders
        return sorted(places)

    @cached_property
    def named_places_by_name(self) -> dict[str, list[str]]:
        """The same by what each file or folder itself is called, since many are called alike."""
        by_name: dict[str, list[str]] = defaultdict(list)
        for path in self.named_places:
            by_name[path.rpartition("/")[2]].append(path)
        return by_name

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


def language_of(files: Files) -> Language:
    """The language that catalogue.yml names; the first there is where it cannot be read."""
    settings = read_settings(files)
    return settings.language if settings else SOURCE


def read_catalogue(
    files: Files,
    today: dt.date,
    known: Catalogue | None = None,
    places: Mapping[str, str] | None = None,
    onlooker: Onlooker | None = None,
) -> Reading:
    """Read the catalogue among `files` as of `today`.

    An entry that cannot be read is left out and told of in the problems. `known` is another catalogue of the
    same day, of which whatever is the same is taken; `places` are settings by name that hold instead of those
    of the file. Where an `onlooker` looks at each entry as it is read, none is kept: what somebody asks of it
    later is read again, which raises ChangedMeanwhile where it is not what it was.
    """
    reading = begin_tree(files, known.tree if known else None)
    tree = reading.tree
    settings, problems = validate(tree.settings, Settings)
    placed = settings.model_copy(update=places) if settings else None
    same = known if known and placed and known.settings == placed else None
    calls = dict(_calls(tree.calls, settings, problems, same.calls if same else {}))
    scans = known.scans if known else PersonalScans(today)
    own: dict[Entry, tuple[Problem, ...]] = {}
    linked: Iterable[str]
    if onlooker and placed:
        before = Before(same.parts, same.own_problems, same.calls) if same else Before()
        onlooker.begin(tree.settings, placed, calls, scans)
        parts, own = parts_seen(Sight(reading, placed, today, onlooker), before)
        linked = chain(linked_paths(tree.beside_folders()), *(part.linked for part in parts))
    else:
        parts = _parts(reading, placed, today, same)
        linked = linked_paths(tree.documents())
    end_tree(reading, linked)
    problems += [*tree.problems, *tree.docs.problems]
    problems += [
        p for document in (*tree.beside_folders(), *tree.docs.pages.values()) for p in document.problems
    ]
    problems += [problem for part in parts for problem in part.problems]
    if placed is None:
        return Reading(None, problems)
    judged = tuple(part.entry for part in parts if part.entry)
    catalogue = Catalogue(placed, judged, calls, today, tree, scans, files, problems, parts, own, onlooker)
    return Reading(catalogue, problems)


def _parts(
    reading: TreeReading, settings: Settings | None, today: dt.date, known: Catalogue | None
) -> list[FolderReading]:
    """What becomes of each folder; of those that are known what became of them."""
    by_folder = {id(part.folder): part for part in known.parts} if known else {}
    take_folders(reading)
    return [
        by_folder.get(id(folder)) or folder_reading(folder, settings, today)
        for folder in reading.tree.folders
    ]


def with_folders(catalogue: Catalogue, folders: list[IdeaFolder]) -> Catalogue:
    """The catalogue as if it had these folders, and no others."""
    settings, today = catalogue.settings, catalogue.today
    tree = replace(catalogue.tree, folders=folders, problems=[], docs=DocsFolder(), kinds={})
    parts = [folder_reading(folder, settings, today) for folder in folders]
    problems = [problem for part in parts for problem in part.problems]
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
            yield slug, CallPage(slug, in_language(call, settings), document)
