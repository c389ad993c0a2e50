"""The content folder as it lies: which documents and pictures there are, and what does not belong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.forms import FIRST_FORM
from ..model.values import LOGO, LONGEST_SLUG, PICTURE, SLUG, YEAR_FOLDER
from ..words.characters import slugify
from . import logo, pictures
from .docs_folder import DocsFolder, read_docs
from .document import Document, read_document, readable_name, refused_file
from .former_forms import bring_up_document, newer_problem
from .logo import Logo, read_logo
from .markdown import meant_path
from .paths import CONTENT, SETTINGS, VOCABULARY_FOLDER
from .pictures import PictureFile, read_picture
from .settings_files import read_settings_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model.forms import RecordKind
    from .files import FileEntry, FileKind, Files
    from .problem import Problem

Sign = tuple[tuple[str, str], ...]

_SLUG = re.compile(SLUG)
_LOGO = re.compile(LOGO)
_YEAR = re.compile(YEAR_FOLDER)
_PICTURE = re.compile(PICTURE)
_OF_ENTRY: tuple[RecordKind, ...] = ("idea", "plan")
# Git's own files change what a reviewer is shown; only the one that keeps a folder does not.
_BESIDE = frozenset({"catalogue.yml", "README.md", ".gitkeep"})


@dataclass(slots=True)
class IdeaFolder:
    """An idea's folder: its documents and its pictures.

    `sign` gives each file with what git calls its bytes; nothing where that is not all there is to know.
    """

    year: str
    slug: str
    idea: Document
    plan: Document | None = None
    pictures: list[PictureFile] = field(default_factory=list)
    sign: Sign = ()

    @property
    def path(self) -> str:
        return f"{CONTENT}/{self.year}/{self.slug}"

    def picture_paths(self) -> list[str]:
        """The paths of its pictures below the catalogue's root, in order of name."""
        return [f"{self.path}/{picture.name}" for picture in self.pictures]


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

    def refuse(self, path: str, key: str, **values: object) -> None:
        self.problems.append(refused_file(path, key, **values))


def read_tree(files: Files, known: ContentTree | None = None) -> ContentTree:
    """Read the content among `files`. Nothing is raised: each file that fails has its problem.

    What is the same in `known` is taken from there.
    """
    if files.kinds([CONTENT]).get(CONTENT) == "link":
        # The settings cannot be read through it either, which is the same mistake and told as one.
        return ContentTree(Document(SETTINGS, problems=[refused_file(CONTENT, "link")]))
    entries = {entry.name: entry for entry in files.entries(CONTENT)}
    settings = entries.get(SETTINGS.rpartition("/")[2])
    read = read_settings_files(files, settings.size if settings else 0)
    if newer_problem(read.document):
        return ContentTree(read.document)
    tree = ContentTree(read.document, read.shipped, read.form, read_docs(files), problems=read.problems)
    if known is None or known.form != tree.form:
        known = ContentTree(read.document)
    reading = _Reading(files, tree, {folder.path: folder for folder in known.folders}, known.call_signs)
    for entry in entries.values():
        if entry.name not in _BESIDE and (entry.name[0] != "." or entry.name.startswith(".git")):
            _read_entry(reading, entry)
    tree.kinds = files.kinds(sorted(set(_linked_paths(tree))))
    return tree


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is read from, and into; and what has been read already, by its path."""

    files: Files
    tree: ContentTree
    folders: Mapping[str, IdeaFolder]
    calls: Mapping[str, tuple[str, Document]]

    def sign(self, folder: str, entries: Iterable[FileEntry]) -> Sign:
        """That of a folder with these entries, so far as they are known."""
        signs = tuple((entry.name, self.files.identity(f"{folder}/{entry.name}")) for entry in entries)
        return signs if all(identity for _, identity in signs) else ()


def _read_entry(reading: _Reading, entry: FileEntry) -> None:
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


def _read_calls(reading: _Reading) -> None:
    for entry in reading.files.entries(f"{CONTENT}/calls"):
        slug, dot, ending = entry.name.rpartition(".")
        path = f"{CONTENT}/calls/{readable_name(entry.name)}"
        if dot and ending == "md" and _SLUG.fullmatch(slug):
            reading.tree.calls[slug] = _read_call(reading, path, entry.size)
        else:
            reading.tree.refuse(path, "call_name", suggestion=f"{slugify(slug) or 'utlysning'}.md")


def _read_call(reading: _Reading, path: str, size: int) -> Document:
    sign, document = reading.calls.get(path, ("", None))
    if document is None or sign != reading.files.identity(path):
        before = len(reading.tree.problems)
        document = _read_record(reading, path, size, "call")
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


def _read_year(reading: _Reading, year: str) -> None:
    for entry in reading.files.entries(f"{CONTENT}/{year}"):
        _read_in_year(reading, year, entry)


def _read_in_year(reading: _Reading, year: str, entry: FileEntry) -> None:
    tree = reading.tree
    path = f"{CONTENT}/{year}/{readable_name(entry.name)}"
    if entry.kind == "link":
        tree.refuse(path, "link")
    elif entry.kind != "folder":
        tree.refuse(path, "place")
    elif not _SLUG.fullmatch(entry.name) or len(entry.name) > LONGEST_SLUG:
        tree.refuse(path, "slug", suggestion=slugify(entry.name, LONGEST_SLUG) or "min-ide")
    else:
        _take_folder(reading, year, entry.name)


def _take_folder(reading: _Reading, year: str, slug: str) -> None:
    """The folder as it is known, where it is the same; else as it is read."""
    tree, path = reading.tree, f"{CONTENT}/{year}/{slug}"
    entries = reading.files.entries(path)
    known = reading.folders.get(path)
    if known and known.sign and known.sign == reading.sign(path, entries):
        tree.folders.append(known)
        return
    before = len(tree.problems)
    folder = _read_folder(reading, IdeaFolder(year, slug, Document(path)), entries)
    if folder:
        folder.sign = reading.sign(path, entries) if len(tree.problems) == before else ()
        tree.folders.append(folder)


def _read_folder(reading: _Reading, folder: IdeaFolder, listed: Iterable[FileEntry]) -> IdeaFolder | None:
    tree, path = reading.tree, folder.path
    entries = {entry.name: entry for entry in listed}
    if "idea.md" not in entries:
        tree.refuse(path, "no_idea")
        return None
    documents = {
        kind: _read_record(reading, f"{path}/{kind}.md", entries.pop(f"{kind}.md").size, kind)
        for kind in _OF_ENTRY
        if f"{kind}.md" in entries
    }
    folder.idea, folder.plan = documents["idea"], documents.get("plan")
    for name, entry in entries.items():
        shown = f"{path}/{readable_name(name)}"
        if _PICTURE.fullmatch(name):
            _read_picture(reading.files, tree, folder, entry)
        else:
            tree.refuse(shown, "stray")
    return folder


def _read_record(reading: _Reading, path: str, size: int, kind: RecordKind) -> Document:
    document = read_document(reading.files, path, size)
    reading.tree.problems += bring_up_document(document, kind, reading.tree.form)
    return document


def _read_picture(files: Files, tree: ContentTree, folder: IdeaFolder, entry: FileEntry) -> None:
    path = f"{folder.path}/{entry.name}"
    if entry.kind != "file":
        tree.refuse(path, "link")
    elif entry.size > pictures.MAX_BYTES:
        tree.refuse(path, "large", size=entry.size // 1024, limit=pictures.MAX_BYTES // 1024)
    else:
        folder.pictures.append(read_picture(files, path))


def read_folder(files: Files, tree: ContentTree, year: str, slug: str) -> ContentTree:
    """An idea's folder as it lies now, read as those of `tree` were: a tree of it alone, if it is there."""
    alone = ContentTree(tree.settings, form=tree.form)
    listed = next((entry for entry in files.entries(f"{CONTENT}/{year}") if entry.name == slug), None)
    if _YEAR.fullmatch(year) and listed:
        _read_in_year(_Reading(files, alone, {}, {}), year, listed)
        alone.kinds = files.kinds(sorted(set(_linked_paths(alone))))
    return alone


def _linked_paths(tree: ContentTree) -> Iterator[str]:
    """Every path within the repository that a body links to."""
    for document in tree.documents():
        for link in document.body.links if document.markdown else ():
            path = meant_path(document.path, unquote(link.written))
            if path != ".." and not path.startswith("../"):
                yield path
