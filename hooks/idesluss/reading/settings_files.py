"""What the catalogue is, from the files that say it: catalogue.yml, vocabularies beside it, shipped lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..model.settings import VOCABULARIES
from ..model.shipped import shipped_lists, shipped_terms
from ..words.characters import plain
from .document import (
    Document,
    content_of,
    parse_document,
    read_document,
    readable_name,
    refused_file,
    take_text,
)
from .paths import SETTINGS, VOCABULARY_FOLDER
from .problem import Problem, one_of
from .records import nearest
from .strict_yaml import Node
from .table import parse_table

if TYPE_CHECKING:
    from .files import FileEntry, Files


@dataclass(slots=True)
class SettingsFiles:
    """The settings as one document, whose values know the file that they stand in.

    `shipped` tells the program's lists by the vocabularies that they fill, and `problems` what else lies in
    the folder of vocabularies.
    """

    document: Document
    shipped: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_settings_files(files: Files, size: int = 0) -> SettingsFiles:
    """Read catalogue.yml, of so many bytes, and what it is joined by. Nothing is raised."""
    read = SettingsFiles(read_document(files, SETTINGS, size))
    if files.kinds([VOCABULARY_FOLDER]).get(VOCABULARY_FOLDER) == "link":
        read.document.problems.append(refused_file(VOCABULARY_FOLDER, "link"))
    for entry in files.entries(VOCABULARY_FOLDER):
        _read_vocabulary(files, read, entry)
    if read.document.is_readable:
        _take_shipped(read)
        read.document.front.value |= {name: part.front for name, part in read.document.parts.items()}
    return read


def _read_vocabulary(files: Files, read: SettingsFiles, entry: FileEntry) -> None:
    path = f"{VOCABULARY_FOLDER}/{readable_name(entry.name)}"
    name, _, ending = entry.name.rpartition(".")
    if ending not in {"yml", "csv"} or not name or entry.kind == "folder":
        read.problems.append(refused_file(path, "vocabulary", choices=one_of(VOCABULARIES)))
        return
    part = _parsed(files, path, entry.size, name)
    other = _other_place(read.document, name)
    if name not in VOCABULARIES:
        key = "vocabulary.name_near" if (likely := nearest(name, VOCABULARIES)) else "vocabulary.name"
        _refuse_file(part, key, nearest=f"{likely}.{ending}" if likely else "", choices=one_of(VOCABULARIES))
    elif other and part.is_readable:
        _refuse_file(part, "vocabulary.twice", name=name, other=other)
    # One that cannot be used stands under its path, where it keeps the settings from being read without it.
    read.document.parts[name if part.is_readable else path] = part


def _refuse_file(part: Document, key: str, **values: object) -> None:
    part.problems.insert(0, part.problem(part.place(), "vocabulary", key, **values))


def _parsed(files: Files, path: str, size: int, name: str) -> Document:
    content = content_of(files, path, size)
    if isinstance(content, Problem):
        return Document(path, problems=[content])
    if path.endswith(".yml"):
        return parse_document(path, content)
    if name in VOCABULARIES:
        return parse_table(path, content, name)
    part = Document(path)
    take_text(part, content)
    return part


def _other_place(document: Document, name: str) -> str | None:
    """Where the vocabulary stands already."""
    node = document.front.value.get(name) if isinstance(document.front.value, dict) else None
    if node and not node.is_empty:
        return SETTINGS
    return document.parts[name].path if name in document.parts else None


def _take_shipped(read: SettingsFiles) -> None:
    """Let the terms of the program's lists stand where catalogue.yml names one."""
    values = read.document.front.value
    for name in VOCABULARIES:
        node, known = values.get(name), shipped_lists(name)
        if not known or node is None or not isinstance(node.value, str) or node.is_empty:
            continue
        if node.value in known:
            read.shipped[name] = node.value
            values[name] = _shipped(dict(shipped_terms(name, node.value)), node)
        else:
            _refuse_list(read.document, name, node, known)


def _refuse_list(document: Document, name: str, node: Node, known: list[str]) -> None:
    values = {"given": plain(node.value, 60), "name": name, "choices": one_of(known)}
    place = document.place(node.line, node.column, node.length)
    document.problems.append(document.problem(place, "vocabulary", "vocabulary.list", **values))


def _shipped(value: Any, at: Node) -> Node:
    """Terms as if they stood where the list is named."""
    inner = {key: _shipped(part, at) for key, part in value.items()} if isinstance(value, dict) else value
    return Node(inner, at.line, at.column, at.length)
