"""What the catalogue is, from the files that say it: catalogue.yml, vocabularies beside it, shipped lists."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..model.forms import FIRST_FORM, steps_from
from ..model.process import PARTS
from ..model.settings import VOCABULARIES
from ..model.shipped import shipped_lists, shipped_terms, usual_list
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
from .former_forms import (
    bring_up_document,
    bring_up_part,
    columns_now,
    form_of,
    former_columns,
    newer_problem,
    steps_of_part,
)
from .paths import SETTINGS, VOCABULARY_FOLDER
from .problem import Problem, one_of
from .records import nearest
from .strict_yaml import Node
from .table import parse_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .files import FileEntry, Files


@dataclass(slots=True)
class SettingsFiles:
    """The settings as one document, whose values know the file that they stand in.

    `form` is that of the content. `shipped` tells the program's lists by the vocabularies that they fill, and
    `problems` what else lies in the folder of vocabularies, and what is written in an older form.
    """

    document: Document
    form: int = FIRST_FORM
    shipped: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_settings_files(files: Files, size: int = 0) -> SettingsFiles:
    """Read catalogue.yml, of so many bytes, and what it is joined by. Nothing is raised."""
    read = SettingsFiles(read_document(files, SETTINGS, size))
    newer = newer_problem(read.document)
    if newer:
        read.document.problems.append(newer)
        return read
    read.form = form_of(read.document)
    read.problems += bring_up_document(read.document, "catalogue", read.form)
    if files.kinds([VOCABULARY_FOLDER]).get(VOCABULARY_FOLDER) == "link":
        read.document.problems.append(refused_file(VOCABULARY_FOLDER, "link"))
    for entry in files.entries(VOCABULARY_FOLDER):
        _read_vocabulary(files, read, entry)
    if read.document.is_readable:
        _take_shipped(read)
        for name, part in read.document.parts.items():
            _take_part(read, name, part)
    return read


def _read_vocabulary(files: Files, read: SettingsFiles, entry: FileEntry) -> None:
    path = f"{VOCABULARY_FOLDER}/{readable_name(entry.name)}"
    name, _, ending = entry.name.rpartition(".")
    if ending not in {"yml", "csv"} or not name or entry.kind == "folder":
        read.problems.append(refused_file(path, "vocabulary", choices=one_of(VOCABULARIES)))
        return
    part = _parsed(files, read, path, entry.size, name)
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


def _parsed(files: Files, read: SettingsFiles, path: str, size: int, name: str) -> Document:
    content = content_of(files, path, size)
    steps = steps_of_part(name, steps_from(read.form, "catalogue"))
    if isinstance(content, Problem):
        return Document(path, problems=[content])
    if path.endswith(".yml"):
        part = parse_document(path, content)
        read.problems += bring_up_part(part, steps)
        return part
    if name in VOCABULARIES:
        table = parse_table(path, content, name, columns_now(steps), adds=bool(_listed(read.document, name)))
        read.problems += former_columns(table, steps)
        return table
    part = Document(path)
    take_text(part, content)
    return part


def _other_place(document: Document, name: str) -> str | None:
    """Where the vocabulary stands already; a file adds to a list of the program's that is named there."""
    node = _named(document, name)
    if node and not node.is_empty and not _listed(document, name):
        return SETTINGS
    return document.parts[name].path if name in document.parts else None


def _named(document: Document, name: str) -> Node | None:
    """What catalogue.yml says of the vocabulary."""
    return document.front.value.get(name) if isinstance(document.front.value, dict) else None


def _listed(document: Document, name: str) -> str | None:
    """The list of the program's that fills the vocabulary."""
    return _list_named(_named(document, name), name)


def _list_named(node: Node | None, name: str) -> str | None:
    """The list that is named there, or the usual one."""
    if node is None or node.is_empty:
        return usual_list(name)
    return node.value if isinstance(node.value, str) and node.value in shipped_lists(name) else None


def _take_shipped(read: SettingsFiles) -> None:
    """Let the terms of the program's lists stand where catalogue.yml names one."""
    front = read.document.front
    process = front.value.get("process")
    _take_lists(read, VOCABULARIES, front)
    if process and isinstance(process.value, dict):
        _take_lists(read, PARTS, process)


def _take_lists(read: SettingsFiles, names: Iterable[str], holder: Node) -> None:
    for name in names:
        node, known = holder.value.get(name), shipped_lists(name)
        listed = _list_named(node, name)
        if listed:
            read.shipped[name] = listed
            holder.value[name] = _shipped(dict(shipped_terms(name, listed)), node or holder)
        elif known and node and isinstance(node.value, str) and not node.is_empty:
            _refuse_list(read.document, name, node, known)


def _take_part(read: SettingsFiles, name: str, part: Document) -> None:
    """Let the terms of a file stand; those of a list of the program's say what the file does not."""
    terms = dict(read.document.front.value[name].value) if name in read.shipped else {}
    for key, term in part.front.value.items():
        listed = terms.get(key)
        if listed and isinstance(listed.value, dict) and isinstance(term.value, dict):
            terms[key] = replace(term, value={**listed.value, **term.value})
        else:
            terms[key] = term
    read.document.front.value[name] = replace(part.front, value=terms)


def _refuse_list(document: Document, name: str, node: Node, known: list[str]) -> None:
    values = {"given": plain(node.value, 60), "name": name, "choices": one_of(known)}
    place = document.place(node.line, node.column, node.length)
    document.problems.append(document.problem(place, "vocabulary", "vocabulary.list", **values))


def _shipped(value: Any, at: Node) -> Node:
    """Terms as if they stood where the list is named."""
    inner: Any = value
    if isinstance(value, dict):
        inner = {key: _shipped(part, at) for key, part in value.items()}
    elif isinstance(value, list):
        inner = [_shipped(part, at) for part in value]
    return Node(inner, at.line, at.column, at.length)
