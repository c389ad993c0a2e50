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
    from collections.abc import Iterator

    from ..model.forms import RecordKind
    from .files import FileEntry, FileKind, Files
    from .problem import Problem

_SLUG = re.compile(SLUG)
_LOGO = re.compile(LOGO)
_YEAR = re.compile(YEAR_FOLDER)
_PICTURE = re.compile(PICTURE)
_OF_ENTRY: tuple[RecordKind, ...] = ("idea", "plan")
# Git's own files change what a reviewer is shown; only the one that keeps a folder does not.
_BESIDE = frozenset({"catalogue.yml", "README.md", ".gitkeep"})


@dataclass(slots=True)
class IdeaFolder:
    """An idea's folder: its documents and its pictures."""

    year: str
    slug: str
    idea: Document
    plan: Document | None = None
    pictures: list[PictureFile] = field(default_factory=list)

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
    `logos` are by their paths below the content folder. `kinds` tells what stands at the paths that bodies
    link to, where anything does.
    """

    settings: Document
    shipped: dict[str, str] = field(default_factory=dict)
    form: int = FIRST_FORM
    docs: DocsFolder = field(default_factory=DocsFolder)
    calls: dict[str, Document] = field(default_factory=dict)
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


def read_tree(files: Files) -> ContentTree:
    """Read the content among `files`. Nothing is raised: each file that fails has its problem."""
    if files.kinds([CONTENT]).get(CONTENT) == "link":
        # The settings cannot be read through it either, which is the same mistake and told as one.
        return ContentTree(Document(SETTINGS, problems=[refused_file(CONTENT, "link")]))
    entries = {entry.name: entry for entry in files.entries(CONTENT)}
    settings = entries.get(SETTINGS.rpartition("/")[2])
    read = read_settings_files(files, settings.size if settings else 0)
    if newer_problem(read.document):
        return ContentTree(read.document)
    tree = ContentTree(read.document, read.shipped, read.form, read_docs(files), problems=read.problems)
    for entry in entries.values():
        if entry.name not in _BESIDE and (entry.name[0] != "." or entry.name.startswith(".git")):
            _read_entry(files, tree, entry)
    tree.kinds = files.kinds(sorted(set(_linked_paths(tree))))
    return tree


def _read_entry(files: Files, tree: ContentTree, entry: FileEntry) -> None:
    path = f"{CONTENT}/{readable_name(entry.name)}"
    if path == VOCABULARY_FOLDER and entry.kind in {"folder", "link"}:
        return  # told of and read with the settings
    if entry.kind == "link":
        tree.refuse(path, "link")
    elif entry.name == "calls" and entry.kind == "folder":
        _read_calls(files, tree)
    elif entry.name == logo.FOLDER and entry.kind == "folder":
        _read_logos(files, tree)
    elif _YEAR.fullmatch(entry.name) and entry.kind == "folder":
        _read_year(files, tree, entry.name)
    else:
        tree.refuse(path, "place")


def _read_calls(files: Files, tree: ContentTree) -> None:
    for entry in files.entries(f"{CONTENT}/calls"):
        slug, dot, ending = entry.name.rpartition(".")
        path = f"{CONTENT}/calls/{readable_name(entry.name)}"
        if dot and ending == "md" and _SLUG.fullmatch(slug):
            tree.calls[slug] = _read_record(files, tree, path, entry.size, "call")
        else:
            tree.refuse(path, "call_name", suggestion=f"{slugify(slug) or 'utlysning'}.md")


def _read_logos(files: Files, tree: ContentTree) -> None:
    for entry in files.entries(f"{CONTENT}/{logo.FOLDER}"):
        path = f"{logo.FOLDER}/{readable_name(entry.name)}"
        if entry.kind == "link":
            tree.refuse(f"{CONTENT}/{path}", "link")
        elif entry.kind == "file" and _LOGO.fullmatch(path):
            tree.logos[path] = read_logo(files, f"{CONTENT}/{path}")
        else:
            tree.refuse(f"{CONTENT}/{path}", "logo_name")


def _read_year(files: Files, tree: ContentTree, year: str) -> None:
    for entry in files.entries(f"{CONTENT}/{year}"):
        path = f"{CONTENT}/{year}/{readable_name(entry.name)}"
        if entry.kind == "link":
            tree.refuse(path, "link")
        elif entry.kind != "folder":
            tree.refuse(path, "place")
        elif not _SLUG.fullmatch(entry.name) or len(entry.name) > LONGEST_SLUG:
            tree.refuse(path, "slug", suggestion=slugify(entry.name, LONGEST_SLUG) or "min-ide")
        else:
            _read_folder(files, tree, year, entry.name)


def _read_folder(files: Files, tree: ContentTree, year: str, slug: str) -> None:
    path = f"{CONTENT}/{year}/{slug}"
    entries = {entry.name: entry for entry in files.entries(path)}
    if "idea.md" not in entries:
        tree.refuse(path, "no_idea")
        return
    documents = {
        kind: _read_record(files, tree, f"{path}/{kind}.md", entries.pop(f"{kind}.md").size, kind)
        for kind in _OF_ENTRY
        if f"{kind}.md" in entries
    }
    folder = IdeaFolder(year, slug, documents["idea"], documents.get("plan"))
    for name, entry in entries.items():
        shown = f"{path}/{readable_name(name)}"
        if _PICTURE.fullmatch(name):
            _read_picture(files, tree, folder, entry)
        else:
            tree.refuse(shown, "stray")
    tree.folders.append(folder)


def _read_record(files: Files, tree: ContentTree, path: str, size: int, kind: RecordKind) -> Document:
    document = read_document(files, path, size)
    tree.problems += bring_up_document(document, kind, tree.form)
    return document


def _read_picture(files: Files, tree: ContentTree, folder: IdeaFolder, entry: FileEntry) -> None:
    path = f"{folder.path}/{entry.name}"
    if entry.kind != "file":
        tree.refuse(path, "link")
    elif entry.size > pictures.MAX_BYTES:
        tree.refuse(path, "large", size=entry.size // 1024, limit=pictures.MAX_BYTES // 1024)
    else:
        folder.pictures.append(read_picture(files, path))


def _linked_paths(tree: ContentTree) -> Iterator[str]:
    """Every path within the repository that a body links to."""
    for document in tree.documents():
        for link in document.body.links if document.markdown else ():
            path = meant_path(document.path, unquote(link.written))
            if path != ".." and not path.startswith("../"):
                yield path
