"""The folder of an idea: its documents and pictures, read whole, and read again where they were let go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from ..model.values import PICTURE
from . import pictures
from .document import MAX_BYTES, Document, read_document, readable_name, refused_file
from .former_forms import bring_up_document
from .letting_go import ChangedMeanwhile, LetGo
from .paths import CONTENT
from .pictures import PictureFile, read_picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.forms import RecordKind
    from .files import FileEntry, Files
    from .problem import Problem

Sign = tuple[tuple[str, str], ...]

_PICTURE = re.compile(PICTURE)
_OF_ENTRY: tuple[RecordKind, ...] = ("idea", "plan")
_IDEA, _PLAN = "idea.md", "plan.md"
_CONTENT = ("idea", "plan", "pictures")


def _no_document() -> Document | None:
    return None


@dataclass
class IdeaFolder(LetGo):
    """An idea's folder: its documents and its pictures.

    `sign` gives each file with what git calls its bytes; nothing where that is not all there is to know.
    """

    year: str
    slug: str
    idea: Document
    plan: Document | None = field(default_factory=_no_document)
    pictures: list[PictureFile] = field(default_factory=list)
    sign: Sign = ()

    @property
    def path(self) -> str:
        return f"{CONTENT}/{self.year}/{self.slug}"

    def names(self) -> tuple[str, ...]:
        """The names of its documents and pictures, which are known of a folder that was let go."""
        known: tuple[str, ...] | None = self.__dict__.get("_names")
        if known is not None:
            return known
        return (_IDEA, *((_PLAN,) if self.plan else ()), *(picture.name for picture in self.pictures))

    def documents(self) -> list[Document]:
        """The idea, and the plan if there is one."""
        return [self.idea, *([self.plan] if self.plan else [])]

    def document_paths(self) -> list[str]:
        """The paths of the same."""
        return [f"{self.path}/{name}" for name in self.names() if name in {_IDEA, _PLAN}]

    def picture_paths(self) -> list[str]:
        """The paths of its pictures below the catalogue's root, in order of name."""
        return [f"{self.path}/{name}" for name in self.names() if name not in {_IDEA, _PLAN}]

    def noted_pictures(self) -> list[tuple[str, PictureFile]]:
        """Path and picture of those that something may have to be told of."""
        if not self.__dict__.get("_has_noted", True):
            return []
        paired = zip(self.picture_paths(), self.pictures, strict=True)
        return [(path, picture) for path, picture in paired if picture.verdicts or picture.texts]

    @property
    def files(self) -> Files | None:
        """Where it is read from, if it was let go."""
        again = self.__dict__.get("_again")
        return again.files if isinstance(again, FolderAgain) else None

    @classmethod
    def known_as(cls, again: FolderAgain, sign: Sign, names: tuple[str, ...], *, has_noted: bool) -> Self:
        """A folder whose documents and pictures have these names, and are not read until somebody asks."""
        folder = cls.__new__(cls)
        folder.year, folder.slug, folder.sign = again.year, again.slug, sign
        folder.__dict__.update(_names=names, _has_noted=has_noted)
        folder.let_go(_CONTENT, again)
        return folder


class FolderPlace(NamedTuple):
    """Where an idea's folder lies, and what it holds."""

    year: str
    slug: str
    entries: tuple[FileEntry, ...]

    @property
    def path(self) -> str:
        return f"{CONTENT}/{self.year}/{self.slug}"


@dataclass(frozen=True, slots=True)
class FolderAgain:
    """The way back to the content of a folder that was let go."""

    files: Files
    form: int
    year: str
    slug: str
    signs: Sign

    def __call__(self) -> dict[str, Any]:
        """Documents and pictures. Raises ChangedMeanwhile where they are not what they were."""
        path = f"{CONTENT}/{self.year}/{self.slug}"
        place = FolderPlace(self.year, self.slug, tuple(self.files.entries(path)))
        folder = read_folder(self.files, place, self.form)[0]
        if folder is None or file_signs(self.files, place) != self.signs:
            raise ChangedMeanwhile(path)
        return {name: getattr(folder, name) for name in _CONTENT}


def file_signs(files: Files, place: FolderPlace) -> Sign:
    """Each name in a folder with what git calls the bytes, as they were read last; empty where none were."""
    return tuple((entry.name, files.identity(f"{place.path}/{entry.name}")) for entry in place.entries)


def whole_sign(signs: Sign) -> Sign:
    """The sign of a folder with these, where all of them are known."""
    return signs if all(identity for _, identity in signs) else ()


def read_for_sign(files: Files, place: FolderPlace) -> Sign:
    """The sign of a folder, whose files are read where nobody knows yet what they are."""
    for entry in place.entries:
        path = f"{place.path}/{entry.name}"
        if entry.kind == "file" and not files.identity(path):
            files.read(path, 1 + (MAX_BYTES if entry.name.endswith(".md") else pictures.MAX_BYTES))
    return whole_sign(file_signs(files, place))


def read_folder(files: Files, place: FolderPlace, form: int) -> tuple[IdeaFolder | None, list[Problem]]:
    """The folder, unless it holds no idea, and what is to be said of its files besides what they say."""
    entries = {entry.name: entry for entry in place.entries}
    if _IDEA not in entries:
        return None, [refused_file(place.path, "no_idea")]
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for kind in _OF_ENTRY:
        entry = entries.pop(f"{kind}.md", None)
        if entry:
            read = read_record(files, f"{place.path}/{kind}.md", entry.size, kind, form)
            documents[kind], problems = read[0], [*problems, *read[1]]
    folder = IdeaFolder(place.year, place.slug, documents["idea"], documents.get("plan"))
    problems += _read_pictures(files, folder, entries.values())
    folder.sign = () if problems else whole_sign(file_signs(files, place))
    return folder, problems


def read_record(
    files: Files, path: str, size: int, kind: RecordKind, form: int
) -> tuple[Document, list[Problem]]:
    """A document brought up from the form of its content, and what is to be said of that."""
    document = read_document(files, path, size)
    return document, list(bring_up_document(document, kind, form))


def _read_pictures(files: Files, folder: IdeaFolder, entries: Iterable[FileEntry]) -> list[Problem]:
    problems: list[Problem] = []
    for entry in entries:
        path = f"{folder.path}/{readable_name(entry.name)}"
        if not _PICTURE.fullmatch(entry.name):
            problems.append(refused_file(path, "stray"))
        elif entry.kind != "file":
            problems.append(refused_file(path, "link"))
        elif entry.size > pictures.MAX_BYTES:
            sizes = {"size": entry.size // 1024, "limit": pictures.MAX_BYTES // 1024}
            problems.append(refused_file(path, "large", **sizes))
        else:
            folder.pictures.append(read_picture(files, path))
    return problems
