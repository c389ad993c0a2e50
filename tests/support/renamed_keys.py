"""A catalogue in which every key of the process and of the vocabularies has another name, and back again.

Outcomes keep theirs, and so do the goals of the Agenda, which are numbers by what they are called.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from idesluss.model.process import Process
from idesluss.model.settings import Settings
from idesluss.model.vocabulary import mentions, terms_of
from idesluss.pages import Copy, File, Page
from tests.support import catalogues, exported

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Published
    from idesluss.reading.document import Document

KEPT = frozenset({"outcomes", "agenda_goals", "picture_licences", "neighbours"})
OF_PROCESS = frozenset(
    name for name in ("stages", "outcomes", "gates", "sections") if name in Process.model_fields
)
# What stands in a requirement's name before a key, and the vocabulary of the key.
_IN_REQUIREMENTS = {"section": "sections", "decisions": "gates"}
# A gate's key stands beside its name and in charts, so that a longer one would take more room.
_NEW = re.compile(r"k[0-9]{3}y|\bQ[0-9]\b")
# What is worked out of words that hold keys: an item's identity in a feed, and a version of a file.
_WORKED_OUT = re.compile(r"urn:uuid:[0-9a-f-]{36}|UID:[0-9a-f-]{36}|\?v=[0-9a-f]{10}")
# Which of the published files are text.
_TEXTS = {"csv", "json", "rdf", "ttl"}
_MEASURED = re.compile(r'"bytes": \d+|"hash": "[^"]*"|byteSize.*|checksumValue.*')
_SIZE = re.compile(r"\d+(,\d|\.\d)?\\xa0[kM]B")  # as a page tells it
Names = dict[tuple[str, str], str]
# A key in a file: its path, line, column, what stands there and what is to.
_Edit = tuple[str, int, int, str, str]


def vocabularies(kept: Collection[str] = KEPT) -> list[str]:
    """The names of those whose keys a catalogue chooses, of the process and others."""
    of_settings = [name for name, field in Settings.model_fields.items() if "dict[" in str(field.annotation)]
    return [name for name in (*sorted(OF_PROCESS), *of_settings) if name not in kept and name != "process"]


def new_names(*held: Catalogue) -> Names:
    """A name for each key of each vocabulary, in the keys' order, so that nothing sorts in another.

    Lists that come with the program keep their keys.
    """
    pairs = {
        (key, name)
        for own in held
        for name in vocabularies()
        if name not in own.tree.shipped
        for key in terms_of(own.settings, name)
    }
    names = {(name, key): f"k{number:03}y" for number, (key, name) in enumerate(sorted(pairs))}
    gates = (pair for pair in sorted(names) if pair[0] == "gates")
    return names | {gate: f"Q{number}" for number, gate in enumerate(gates)}


def rename(root: Path, names: Names) -> None:
    """Write the catalogue's files anew, with these names of its keys."""
    held = catalogues.read(root)
    by_path: dict[str, set[_Edit]] = defaultdict(set)
    for edit in edits(held, names):
        by_path[edit[0]].add(edit)
    for path, of_file in by_path.items():
        file = root / path
        file.write_text(edited(file.read_text(encoding="utf-8"), of_file), encoding="utf-8", newline="")


def renamed_text(held: Catalogue, path: str, text: str, names: Names) -> str:
    """The text of one file of the catalogue with these names of its keys."""
    return edited(text, {edit for edit in edits(held, names) if edit[0] == path})


def edits(held: Catalogue, names: Names) -> Iterator[_Edit]:
    """Every place of the catalogue where one of these keys stands, and the name to write there."""
    settings, document = held.settings, held.tree.settings
    for (name, key), new in names.items():
        if name not in held.tree.shipped and key in terms_of(settings, name):
            way = ("process", name, key) if name in OF_PROCESS else (name, key)
            place = document.place_of(*way, at_key=True)
            yield place.path, place.line, place.column, key, new
    process = settings.process
    for part, rules in (("stages", process.stages), ("gates", process.gates), ("outcomes", process.outcomes)):
        for key, rule in rules.items():
            yield from _of_names(document, ("process", part, key, "requires"), rule.required, names)
    yield from _of_record(document, settings, names)
    for call in held.calls.values():
        yield from _of_record(call.document, call.call, names)
    for entry in held.judged:
        yield from _of_record(entry.document, entry.idea, names)
        if entry.plan and entry.plan_document:
            yield from _of_record(entry.plan_document, entry.plan, names)


def _of_record(document: Document, record: object, names: Names) -> Iterator[_Edit]:
    """The keys that the fields of a record hold, and those in the names of what it waives."""
    for mention in mentions(record):  # type: ignore[arg-type]  # any record
        new = names.get((mention.vocabulary, mention.key))
        node = document.node(*mention.where)
        if new and node:
            path = document.place_of(*mention.where).path
            yield path, node.line, node.column, mention.key, new
    for at, waiver in enumerate(getattr(record, "waivers", ())):
        yield from _of_names(document, ("waivers", at, "waives"), waiver.waives, names)


def _of_names(
    document: Document, where: tuple[str | int, ...], requirements: tuple[str, ...], names: Names
) -> Iterator[_Edit]:
    for at, name in enumerate(requirements):
        before, _, key = name.rpartition(".")
        new = names.get((_IN_REQUIREMENTS.get(before.partition(".")[2], ""), key))
        node = document.node(*where, at)
        if new and node:
            yield document.path, node.line, node.column, name, f"{before}.{new}"


def edited(text: str, own: set[_Edit]) -> str:
    """The text of a file with its own places changed."""
    lines = text.split("\n")
    for _, line, column, old, new in sorted(own, reverse=True):
        written = lines[line - 1]
        start = written.index(old, column - 1)
        assert start <= column, f"{written} has no {old} at {column}"
        lines[line - 1] = written[:start] + new + written[start + len(old) :]
    return "\n".join(lines)


def named_back(text: str, names: Names) -> str:
    """The text with the keys as they were."""
    old = {new: key for (_, key), new in names.items()}
    return _NEW.sub(lambda match: old[match[0]], text)


def site_of(root: Path, names: Names) -> dict[str, str | bytes]:
    """Path to what is published there, with keys as they were, and numbers for what is worked out of them."""
    numbers: dict[str, str] = {}

    def numbered(match: re.Match[str]) -> str:
        return numbers.setdefault(match[0], f"<{len(numbers)}>")

    return {
        named_back(path, names): content
        if isinstance(content, bytes)
        else _WORKED_OUT.sub(numbered, named_back(content, names))
        for path, item in catalogues.publish_all(catalogues.read(root)).items()
        for content in [_content(item)]
    }


def _as_text(item: File) -> str | bytes:
    """What the file says, where it is one of the open data; how much room it takes and its digest apart."""
    if isinstance(item.content, str):
        return item.content
    ending = item.path.rpartition(".")[2]
    if ending == "sqlite":
        with exported.opened(item.content) as database:
            return "\n".join(database.iterdump())
    if ending == "xlsx":
        return str(exported.sheets_of(item.content))
    return _MEASURED.sub("", item.content.decode()) if ending in _TEXTS else item.content


def _content(item: Published) -> str | bytes:
    match item:
        case Copy():
            return item.source
        case File():
            return _as_text(item)
        case Page():
            return _SIZE.sub("", str(item))
