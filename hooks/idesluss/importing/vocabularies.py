"""Terms that the lists lack: as tables to look through, or written into the lists on demand."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from ..model import Settings
from ..model.vocabulary import terms_of
from ..reading.paths import SETTINGS, VOCABULARY_FOLDER
from ..reading.table_columns import KEY, columns_of
from .terms import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.catalogue import Catalogue
    from ..reading.folders import ContentTree
    from .terms import NewTerm, Terms


def by_vocabulary(terms: Terms) -> dict[str, list[NewTerm]]:
    """The new terms of each list, the most wanted first."""
    lists: dict[str, list[NewTerm]] = {}
    for term in counted(terms.new):
        lists.setdefault(term.vocabulary, []).append(term)
    return lists


def proposed_table(vocabulary: str, terms: Iterable[NewTerm]) -> str:
    """The terms as a table that can lie in the folder of the lists as it is."""
    columns = [KEY, *_columns(vocabulary)]
    return _csv([columns, *(_row(term, columns) for term in terms)], ",")


def _columns(vocabulary: str) -> list[str]:
    named = "name" if "name" in columns_of(vocabulary) else "title"
    return [named, "kind"] if vocabulary == "organisations" else [named]


def _row(term: NewTerm, columns: Iterable[str]) -> list[str]:
    name = term.name or term.key
    is_named = any(column in {"name", "title"} for column in columns)
    values = {KEY: term.key, "kind": term.kind, "name": name, "title": name}
    return [
        values.get(column, "" if is_named or column.partition("_")[0] not in {"name", "title"} else name)
        for column in columns
    ]


def _csv(rows: Iterable[Iterable[str]], separator: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(rows)
    return written.getvalue()


def added_files(tree: ContentTree, terms: Terms) -> dict[str, str]:
    """The lists with their new terms, as files by their paths; `tree` is the content as it is.

    A list that stands in catalogue.yml moves to a file of its own, so that the settings do not grow; one
    of the program's gets a file beside it, which adds to it.
    """
    files = {
        document.path: "\n".join(document.lines)
        for document in (tree.settings, *tree.settings.parts.values())
    }
    changed: dict[str, str] = {}
    for vocabulary, new in by_vocabulary(terms).items():
        table, listed = (f"{VOCABULARY_FOLDER}/{vocabulary}.{ending}" for ending in ("csv", "yml"))
        if table in files:
            changed[table] = _table_with(files[table], new)
        elif listed in files:
            changed[listed] = f"{files[listed].rstrip()}\n{_as_yaml(new)}"
        elif vocabulary in tree.shipped:
            changed[listed] = _as_yaml(new)
        else:
            settings, block = _without(changed.get(SETTINGS, files[SETTINGS]), vocabulary)
            changed[SETTINGS] = settings
            changed[listed] = f"{block}{_as_yaml(new)}"
    return changed


def _table_with(text: str, new: Iterable[NewTerm]) -> str:
    first = text.removeprefix("\ufeff").partition("\n")[0]
    separator = ";" if ";" in first else ","
    columns = next(csv.reader([first.strip()], delimiter=separator))
    return f"{text.rstrip()}\n{_csv([_row(term, columns) for term in new], separator)}"


def _as_yaml(new: Iterable[NewTerm]) -> str:
    return "".join(f"{term.key}: {_term_in_yaml(term)}\n" for term in new)


def _term_in_yaml(term: NewTerm) -> str:
    name = json.dumps(term.name, ensure_ascii=False)
    if term.vocabulary == "municipalities":
        return name
    return f"{{ name: {name}, kind: {term.kind} }}" if term.kind else f"{{ title: {name} }}"


def _without(text: str, vocabulary: str) -> tuple[str, str]:
    """The settings without the list, and the list as a file of its own."""
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.startswith(f"{vocabulary}:")), None)
    if start is None:
        return text, ""
    end = next(
        (at for at in range(start + 1, len(lines)) if lines[at].strip() and lines[at][0] not in " #"),
        len(lines),
    )
    block = lines[start + 1 : end]
    while block and (not block[-1].strip() or block[-1].startswith("#")):
        block.pop()
        end -= 1
    indent = min((len(line) - len(line.lstrip()) for line in block if line.strip()), default=0)
    own = "".join(f"{line[indent:]}\n" for line in block)
    return "\n".join([*lines[:start], *lines[end:]]), own


def with_terms(catalogue: Catalogue, terms: Terms) -> Catalogue:
    """The catalogue as if its lists had the new terms."""
    lists: dict[str, Any] = {}
    for vocabulary, new in by_vocabulary(terms).items():
        lists[vocabulary] = {**terms_of(catalogue.settings, vocabulary), **{t.key: _term(t) for t in new}}
    return replace(catalogue, settings=catalogue.settings.model_copy(update=lists))


def _term(term: NewTerm) -> Any:
    named = term.kind or term.vocabulary == "municipalities"
    values = {"name": term.name} if named else {"title": term.name}
    if term.kind:
        values["kind"] = term.kind
    adapter = TypeAdapter(Settings.model_fields[term.vocabulary].rebuild_annotation())
    return next(iter(adapter.validate_python({term.key: values}).values()))
