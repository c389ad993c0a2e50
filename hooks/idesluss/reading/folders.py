"""The content folder as it lies: which documents and pictures there are, and what does not belong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.values import SLUG
from ..words.characters import slugify
from . import document as source
from . import pictures
from .document import names_in, read_document
from .problem import Place, Problem

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from .document import Document

CONTENT = "ideas"
SETTINGS = f"{CONTENT}/catalogue.yml"
_SLUG = re.compile(SLUG)
_YEAR = re.compile(r"(19|20|21)\d\d")
_PICTURE = re.compile(r"(?!-)[a-z0-9_-]{1,80}\.(png|jpg|jpeg|webp|gif)")
# Git's own files change what a reviewer is shown; only the one that keeps a folder does not.
_BESIDE = frozenset({"catalogue.yml", "README.md", ".gitkeep"})
MAX_NAME = 80


@dataclass(slots=True)
class IdeaFolder:
    """An idea's folder: its documents and the names of its pictures."""

    year: str
    slug: str
    idea: Document
    plan: Document | None = None
    pictures: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"{CONTENT}/{self.year}/{self.slug}"


@dataclass(slots=True)
class ContentTree:
    """All that was read, and what could not be placed."""

    root: Path
    settings: Document
    calls: dict[str, Document] = field(default_factory=dict)
    folders: list[IdeaFolder] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def documents(self) -> list[Document]:
        plans = [folder.plan for folder in self.folders if folder.plan]
        return [self.settings, *self.calls.values(), *(folder.idea for folder in self.folders), *plans]

    def refuse(self, path: str, key: str, **values: object) -> None:
        self.problems.append(Problem(Place(path), "file", "error", f"file.{key}", values))


def read_tree(root: Path) -> ContentTree:
    """Read the catalogue below `root`. Nothing is raised: each file that fails has its problem."""
    tree = ContentTree(root, read_document(root, SETTINGS))
    if (root / CONTENT).is_symlink():
        tree.refuse(CONTENT, "link")
        return tree
    for entry in names_in(root / CONTENT):
        name = source.readable_name(entry.name)
        path = f"{CONTENT}/{name}"
        if entry.name in _BESIDE or (entry.name[0] == "." and not entry.name.startswith(".git")):
            continue
        if entry.is_symlink():
            tree.refuse(path, "link")
        elif entry.name == "calls" and entry.is_dir():
            _read_calls(root, tree)
        elif _YEAR.fullmatch(entry.name) and entry.is_dir():
            _read_year(root, tree, entry.name)
        else:
            tree.refuse(path, "place")
    return tree


def _read_calls(root: Path, tree: ContentTree) -> None:
    for entry in names_in(root / CONTENT / "calls"):
        slug, dot, ending = entry.name.rpartition(".")
        path = f"{CONTENT}/calls/{source.readable_name(entry.name)}"
        if dot and ending == "md" and _SLUG.fullmatch(slug):
            tree.calls[slug] = read_document(root, path)
        else:
            tree.refuse(path, "call_name", suggestion=f"{slugify(slug) or 'utlysning'}.md")


def _read_year(root: Path, tree: ContentTree, year: str) -> None:
    for entry in names_in(root / CONTENT / year):
        path = f"{CONTENT}/{year}/{source.readable_name(entry.name)}"
        if entry.is_symlink():
            tree.refuse(path, "link")
        elif not entry.is_dir():
            tree.refuse(path, "place")
        elif not _SLUG.fullmatch(entry.name) or len(entry.name) > MAX_NAME:
            tree.refuse(path, "slug", suggestion=slugify(entry.name)[:MAX_NAME] or "min-ide")
        else:
            _read_folder(root, tree, year, entry.name)


def _read_folder(root: Path, tree: ContentTree, year: str, slug: str) -> None:
    path = f"{CONTENT}/{year}/{slug}"
    held = {entry.name: entry for entry in names_in(root / path)}
    if "idea.md" not in held:
        tree.refuse(path, "no_idea")
        return
    folder = IdeaFolder(year, slug, read_document(root, f"{path}/idea.md"))
    if "plan.md" in held:
        folder.plan = read_document(root, f"{path}/plan.md")
    for name, entry in held.items():
        if name in {"idea.md", "plan.md"}:
            continue
        shown = f"{path}/{source.readable_name(name)}"
        if _PICTURE.fullmatch(name):
            _read_picture(tree, folder, shown, entry)
        else:
            tree.refuse(shown, "stray")
    tree.folders.append(folder)


def _read_picture(tree: ContentTree, folder: IdeaFolder, path: str, entry: os.DirEntry[str]) -> None:
    if entry.is_symlink() or not entry.is_file(follow_symlinks=False):
        tree.refuse(path, "link")
        return
    size = entry.stat(follow_symlinks=False).st_size
    if size > pictures.MAX_BYTES:
        tree.refuse(path, "large", size=size // 1024, limit=pictures.MAX_BYTES // 1024)
    else:
        folder.pictures.append(entry.name)
