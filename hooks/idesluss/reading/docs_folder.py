"""Pages written by hand, and the pictures beside them: `docs/` as it lies, by the rules of the content."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..words import LANGUAGES
from ..words.characters import slugify
from . import pictures
from .document import Document, read_document, readable_name, refused_file
from .pictures import PictureFile, read_picture

if TYPE_CHECKING:
    from .files import FileEntry, Files
    from .problem import Problem

DOCS = "docs"
# Pages that the site leads to and that may be written by hand.
HAND_WRITTEN = ("about", "accessibility", "contribute", "privacy", "process", "review")
# What the theme, the program and the search lay down at the site's root, and what MkDocs leaves out.
_OF_PROGRAM = frozenset({"assets", "pagefind", "scripts", "styles", "templates"})
# Names that are the same on every file system; not one that a command would take for an option.
_NAME = r"[a-z0-9_][a-z0-9_.-]{0,79}"
_FOLDER = re.compile(_NAME)
_PAGE = re.compile(rf"{_NAME}\.md")
# Pictures are of the kinds that ideas may show.
_PICTURE = re.compile(rf"{_NAME}\.(?:png|jpg|jpeg|webp|gif)")
# What editors are handed, written by `idesluss generate`.
_SCHEMA = re.compile(r"docs/schema/[a-z_]+\.schema\.json")
# Endings of what a browser runs, or hands to something that does.
_RUNS = re.compile(r"\.(?:html?|xhtml|xml|svgz?|m?js|css|swf|pdf)$", re.IGNORECASE)


@dataclass(slots=True)
class DocsFolder:
    """What was read of `docs/`, by paths below the catalogue's root; `problems` tell what was refused.

    `signs` are what git calls the bytes of pages and pictures, where it is known.
    """

    pages: dict[str, Document] = field(default_factory=dict)
    pictures: dict[str, PictureFile] = field(default_factory=dict)
    schemas: list[str] = field(default_factory=list)
    signs: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def paths(self) -> set[str]:
        """All that may be published, where nothing is wrong with it."""
        return {*self.pages, *self.pictures, *self.schemas}

    def refuse(self, path: str, key: str, **values: object) -> None:
        self.problems.append(refused_file(path, key, **values))


def read_docs(files: Files, known: DocsFolder | None = None) -> DocsFolder:
    """Read the hand-written pages among `files`. Nothing is raised: each file that fails has its problem.

    Pages and pictures that are the same in `known` are taken from there.
    """
    docs, known = DocsFolder(), known or DocsFolder()
    if files.kinds([DOCS]).get(DOCS) == "link":
        docs.refuse(DOCS, "link")
        return docs
    waiting = [DOCS]
    while waiting:
        folder = waiting.pop()
        for entry in files.entries(folder):
            is_hidden = entry.name.startswith(".") and folder == DOCS and not entry.name.startswith(".git")
            if is_hidden or entry.name == ".gitkeep":
                continue
            if entry.kind == "folder" and _is_folder(docs, folder, entry):
                waiting.append(f"{folder}/{entry.name}")
            elif entry.kind != "folder":
                _read_file(files, docs, folder, entry, known)
    return docs


def _is_folder(docs: DocsFolder, folder: str, entry: FileEntry) -> bool:
    """Whether the folder is one to read; what is wrong with its name is told."""
    path = f"{folder}/{readable_name(entry.name)}"
    if not _FOLDER.fullmatch(entry.name):
        docs.refuse(path, "docs_folder", suggestion=slugify(entry.name) or "mapp")
    elif entry.name in _OF_PROGRAM and folder in {DOCS, *(f"{DOCS}/{language}" for language in LANGUAGES)}:
        docs.refuse(path, "docs_program", name=entry.name)
    else:
        return True
    return False


def _read_file(files: Files, docs: DocsFolder, folder: str, entry: FileEntry, known: DocsFolder) -> None:
    path = f"{folder}/{readable_name(entry.name)}"
    if entry.kind != "file":
        docs.refuse(path, entry.kind)
    elif _is_known(files, path, known):
        docs.signs[path] = known.signs[path]
        docs.pages |= {path: known.pages[path]} if path in known.pages else {}
        docs.pictures |= {path: known.pictures[path]} if path in known.pictures else {}
    elif _PAGE.fullmatch(entry.name):
        docs.pages[path] = read_document(files, path, entry.size, needs_fields=False)
        docs.signs[path] = files.identity(path)
    elif _PICTURE.fullmatch(entry.name):
        _read_picture(files, docs, path, entry.size)
    elif _SCHEMA.fullmatch(path):
        docs.schemas.append(path)
    else:
        docs.refuse(path, _refusal(entry.name), suggestion=_suggestion(entry.name))


def _is_known(files: Files, path: str, known: DocsFolder) -> bool:
    sign = known.signs.get(path)
    return bool(sign) and sign == files.identity(path)


def _read_picture(files: Files, docs: DocsFolder, path: str, size: int) -> None:
    if size > pictures.MAX_BYTES:
        docs.refuse(path, "large", size=size // 1024, limit=pictures.MAX_BYTES // 1024)
    else:
        docs.pictures[path] = read_picture(files, path)
        docs.signs[path] = files.identity(path)


def _refusal(name: str) -> str:
    """The key of what is wrong with a file of this name."""
    if name.casefold() == "cname":
        return "docs_cname"
    if _RUNS.search(name):
        return "docs_runs"
    lower = name.lower()
    is_known = lower.endswith((".md", ".png", ".jpg", ".jpeg", ".webp", ".gif"))
    return "docs_name" if is_known else "docs_kind"


def _suggestion(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{slugify(stem) or 'page'}.{ending.lower()}"
