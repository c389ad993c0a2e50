"""The content folder as it lies: which documents and pictures there are, and what does not belong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.forms import FIRST_FORM
from ..model.values import LOGO, LONGEST_SLUG, SLUG, YEAR_FOLDER
from ..progress import followed
from ..words.characters import slugify
from . import logo
from .docs_folder import DocsFolder, read_docs
from .document import Document, readable_name, refused_file
from .former_forms import newer_problem
from .idea_folder import FolderPlace, IdeaFolder, file_signs, read_folder, read_record, whole_sign
from .logo import Logo, read_logo
from .markdown import meant_path
from .paths import CONTENT, SETTINGS, VOCABULARY_FOLDER
from .settings_files import read_settings_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from .files import FileEntry, FileKind, Files
    from .problem import Problem

_SLUG = re.compile(SLUG)
_LOGO = re.compile(LOGO)
_YEAR = re.compile(YEAR_FOLDER)
# Git's own files change what a reviewer is shown; only the one that keeps a folder does not.
_BESIDE = frozenset({"catalogue.yml", "README.md", ".gitkeep"})


@dataclass(slots=True)
class ContentTree:
    """All that was read, and what could not be placed.

    `shipped` tells the program's lists by the vocabularies that they fill, `form` is that of the content, and
    `logos` are by their paths below the content folder. `call_signs` leads from the path of a call to what
    git calls its bytes. `kinds` tells what stands at the paths that bodies link to, where anything does.
    """

    settings: Document
    shipped: dict[str, str] = field(default_factory=dict)
    form: int = FIRST_FORM
    docs: DocsFolder = field(default_factory=DocsFolder)
    calls: dict[str, Document] = field(default_factory=dict)
    call_signs: dict[str, tuple[str, Document]] = field(default_factory=dict)
    folders: list[IdeaFolder] = field(default_factory=list)
    logos: dict[str, Logo] = field(default_factory=dict)
    kinds: dict[str, FileKind] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def documents(self) -> list[Document]:
        """Every document: the settings and their parts, the calls, the ideas and the plans."""
        settings = [self.settings, *self.settings.parts.values()]
        plans = [folder.plan for folder in self.folders if folder.plan]
        return [*settings, *self.calls.values(), *(folder.idea for folder in self.folders), *plans]

    def documents_at(self, paths: Collection[str]) -> Iterator[Document]:
        """The documents at these paths; the folders of others are left alone."""
        yield from (document for document in self.beside_folders() if document.path in paths)
        for folder in self.folders:
            if not set(paths).isdisjoint(folder.document_paths()):
                yield from (document for document in folder.documents() if document.path in paths)

    def beside_folders(self) -> list[Document]:
        """The settings and their parts, and the calls."""
        return [self.settings, *self.settings.parts.values(), *self.calls.values()]

    def path_of_vocabulary(self, name: str) -> str:
        """The file that says which terms a vocabulary has."""
        part = self.settings.parts.get(name)
        return part.path if part else SETTINGS

    def texts(self) -> list[Document]:
        """Every document, and the pages written by hand."""
        return [*self.documents(), *self.docs.pages.values()]

    def picture_paths(self) -> set[str]:
        """The paths of all pictures below the catalogue's root."""
        return {path for folder in self.folders for path in folder.picture_paths()}

    def document_paths(self) -> list[str]:
        """The path of every document."""
        beside = [document.path for document in self.beside_folders()]
        return [*beside, *(path for folder in self.folders for path in folder.document_paths())]

    def all_paths(self) -> list[str]:
        """The path of every file in the content: documents, pictures and what the reader refused."""
        refused = (problem.place.path for problem in (*self.problems, *self.docs.problems))
        return [*self.document_paths(), *self.picture_paths(), *self.docs.paths, *refused]

    def refuse(self, path: str, key: str, **values: object) -> None:
        self.problems.append(refused_file(path, key, **values))


def take_folders(reading: TreeReading) -> None:
    """Take every folder into the tree, as it is known or as it is read."""
    for place in followed("reading", reading.places, len(reading.places)):
        folder, problems = reading.taken(place)
        reading.tree.problems += problems
        reading.tree.folders += [folder] if folder else []


def end_tree(reading: TreeReading, linked: Iterable[str]) -> None:
    """Look what stands where texts link to, once all folders have been taken."""
    reading.tree.kinds = reading.files.kinds(sorted(set(linked)))


def begin_tree(files: Files, known: ContentTree | None = None) -> TreeReading:
    """Read all among `files` but the folders of ideas, of which only the places are told.

    Nothing is raised: each file that fails has its problem. What is the same in `known` is taken from there.
    """
    if files.kinds([CONTENT]).get(CONTENT) == "link":
        # The settings cannot be read through it either, which is the same mistake and told as one.
        return TreeReading(files, ContentTree(Document(SETTINGS, problems=[refused_file(CONTENT, "link")])))
    entries = {entry.name: entry for entry in files.entries(CONTENT)}
    settings = entries.get(SETTINGS.rpartition("/")[2])
    read = read_settings_files(files, settings.size if settings else 0)
    if newer_problem(read.document):
        return TreeReading(files, ContentTree(read.document))
    docs = read_docs(files, known.docs if known else None)
    tree = ContentTree(read.document, read.shipped, read.form, docs, problems=read.problems)
    if known is None or known.form != tree.form:
        known = ContentTree(read.document)
    reading = TreeReading(files, tree, {folder.path: folder for folder in known.folders}, known.call_signs)
    for entry in entries.values():
        if entry.name not in _BESIDE and (entry.name[0] != "." or entry.name.startswith(".git")):
            _read_entry(reading, entry)
    return reading


@dataclass(frozen=True, slots=True)
class TreeReading:
    """What is read from and into, what has been read already by its path, and where folders of ideas lie."""

    files: Files
    tree: ContentTree
    folders: Mapping[str, IdeaFolder] = field(default_factory=dict)
    calls: Mapping[str, tuple[str, Document]] = field(default_factory=dict)
    places: list[FolderPlace] = field(default_factory=list)

    def known(self, place: FolderPlace) -> IdeaFolder | None:
        """The folder there as it is known, where it is the same."""
        known = self.folders.get(place.path)
        is_same = known and known.sign and known.sign == whole_sign(file_signs(self.files, place))
        return known if is_same else None

    def taken(self, place: FolderPlace) -> tuple[IdeaFolder | None, list[Problem]]:
        """The folder as it is known, or else as it is read."""
        known = self.known(place)
        return (known, []) if known else read_folder(self.files, place, self.tree.form)


def _read_entry(reading: TreeReading, entry: FileEntry) -> None:
    tree = reading.tree
    path = f"{CONTENT}/{readable_name(entry.name)}"
    if path == VOCABULARY_FOLDER and entry.kind in {"folder", "link"}:
        return  # told of and read with the settings
    if entry.kind == "link":
        tree.refuse(path, "link")
    elif entry.name == "calls" and entry.kind == "folder":
        _read_calls(reading)
    elif entry.name == logo.FOLDER and entry.kind == "folder":
        _read_logos(reading.files, tree)
    elif _YEAR.fullmatch(entry.name) and entry.kind == "folder":
        _read_year(reading, entry.name)
    else:
        tree.refuse(path, "place")


def _read_calls(reading: TreeReading) -> None:
    for entry in reading.files.entries(f"{CONTENT}/calls"):
        slug, dot, ending = entry.name.rpartition(".")
        path = f"{CONTENT}/calls/{readable_name(entry.name)}"
        if dot and ending == "md" and _SLUG.fullmatch(slug):
            reading.tree.calls[slug] = _read_call(reading, path, entry.size)
        else:
            reading.tree.refuse(path, "call_name", suggestion=f"{slugify(slug) or 'utlysning'}.md")


def _read_call(reading: TreeReading, path: str, size: int) -> Document:
    sign, document = reading.calls.get(path, ("", None))
    if document is None or sign != reading.files.identity(path):
        before = len(reading.tree.problems)
        document, problems = read_record(reading.files, path, size, "call", reading.tree.form)
        reading.tree.problems += problems
        sign = reading.files.identity(path) if len(reading.tree.problems) == before else ""
    if sign:
        reading.tree.call_signs[path] = (sign, document)
    return document


def _read_logos(files: Files, tree: ContentTree) -> None:
    for entry in files.entries(f"{CONTENT}/{logo.FOLDER}"):
        path = f"{logo.FOLDER}/{readable_name(entry.name)}"
        if entry.kind == "link":
            tree.refuse(f"{CONTENT}/{path}", "link")
        elif entry.kind == "file" and _LOGO.fullmatch(path):
            tree.logos[path] = read_logo(files, f"{CONTENT}/{path}")
        else:
            tree.refuse(f"{CONTENT}/{path}", "logo_name")


def _read_year(reading: TreeReading, year: str) -> None:
    for entry in reading.files.entries(f"{CONTENT}/{year}"):
        _place_folder(reading, year, entry)


def _place_folder(reading: TreeReading, year: str, entry: FileEntry) -> None:
    tree = reading.tree
    path = f"{CONTENT}/{year}/{readable_name(entry.name)}"
    if entry.kind == "link":
        tree.refuse(path, "link")
    elif entry.kind != "folder":
        tree.refuse(path, "place")
    elif not _SLUG.fullmatch(entry.name) or len(entry.name) > LONGEST_SLUG:
        tree.refuse(path, "slug", suggestion=slugify(entry.name, LONGEST_SLUG) or "min-ide")
    else:
        place = FolderPlace(year, entry.name, tuple(reading.files.entries(path)))
        reading.places.append(place)


def folder_alone(files: Files, tree: ContentTree, year: str, slug: str) -> ContentTree:
    """An idea's folder as it lies now, read as those of `tree` were: a tree of it alone, if it is there."""
    reading = TreeReading(files, ContentTree(tree.settings, form=tree.form))
    listed = next((entry for entry in files.entries(f"{CONTENT}/{year}") if entry.name == slug), None)
    if _YEAR.fullmatch(year) and listed:
        _place_folder(reading, year, listed)
        take_folders(reading)
        documents = [document for folder in reading.tree.folders for document in folder.documents()]
        end_tree(reading, linked_paths(documents))
    return reading.tree


def linked_paths(documents: Iterable[Document]) -> Iterator[str]:
    """Every path within the repository that the text of a document links to."""
    for document in documents:
        for link in document.body.links if document.markdown else ():
            path = meant_path(document.path, unquote(link.written))
            if path != ".." and not path.startswith("../"):
                yield path
