"""The whole catalogue as one JSON file, and each entry as one beside its page, with the same in it."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import to_json

from .data_file import SCHEMAS, VERSION
from .derived_columns import (
    facts_of_decisions,
    facts_of_grant,
    facts_of_idea,
    relations_from_others,
    stage_history,
)
from .plain_figures import plain_figures
from .plain_values import is_given, plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..catalogue.call_page import CallPage
    from ..catalogue.entry import Entry
    from .source import ExportSource

Json = dict[str, Any]


class PlainCatalogue(NamedTuple):
    """What the catalogue holds as plain values: its entries and calls, its settings, and its figures."""

    entries: list[Json]
    calls: list[Json]
    settings: Json
    figures: Json


def plain_catalogue(source: ExportSource) -> PlainCatalogue:
    """Everything, worked out once for all formats."""
    catalogue = source.catalogue
    return PlainCatalogue(
        [entry_json(source, entry) for entry in catalogue.entries],
        [call_json(source, page) for page in catalogue.calls.values()],
        plain_value(source.settings),
        plain_figures(source.derived),
    )


def entry_json(source: ExportSource, entry: Entry) -> Json:
    """All that is known of an entry: its fields and texts as they are written, and what follows from them."""
    idea = plain_value(entry.idea)
    _add(idea.get("decisions", []), facts_of_decisions(entry))
    _add(idea.get("grants", []), (facts_of_grant(entry, grant) for grant in entry.idea.grants))
    whole = {
        "slug": entry.slug,
        "idea": idea,
        "text": entry.document.markdown,
        "plan": plain_value(entry.plan) if entry.plan else None,
        "plan_text": entry.plan_document.markdown if entry.plan_document else None,
        "facts": plain_value(facts_of_idea(source, entry)),
        "stage_history": [plain_value(row) for row in stage_history(entry)],
        "relations_from_others": relations_from_others(source, entry),
    }
    return {name: value for name, value in whole.items() if is_given(value)}


def _add(records: list[Json], facts: Iterable[Json]) -> None:
    """Beside the fields of each record what follows from them, under `facts`."""
    for record, follows in zip(records, facts, strict=False):
        given = {name: value for name, value in follows.items() if value is not None}
        if given:
            record["facts"] = given


def call_json(source: ExportSource, page: CallPage) -> Json:
    """All that is known of a call."""
    addresses = {
        f"page_{language}": source.full(at.call(page.slug)) for language, at in source.addresses.items()
    }
    return {
        "slug": page.slug,
        "call": plain_value(page.call),
        "text": page.document.markdown,
        "facts": addresses,
    }


def head_json(source: ExportSource) -> Json:
    """What the file is: which version of what, made by which program of which commit, as of which day."""
    return {
        "schema": source.full(f"{SCHEMAS}catalogue.schema.json"),
        "version": VERSION,
        "program": version("idesluss"),
        "commit": source.commit or None,
        "as_of": str(source.catalogue.today),
    }


def catalogue_json(source: ExportSource, whole: PlainCatalogue, entries: Iterable[bytes]) -> bytes:
    """The file: an entry or call a line, `entries` being those of the catalogue as JSON."""
    head = {**head_json(source), "catalogue": whole.settings, "figures": whole.figures}
    values = {name: [to_json(value)] for name, value in head.items()}
    return _object({**values, "calls": _list(map(to_json, whole.calls)), "entries": _list(entries)})


def lists_json(lists: Mapping[str, Iterable[Any]]) -> bytes:
    """Lists by their names, an item a line."""
    return _object({name: _list(map(to_json, items)) for name, items in lists.items()})


def _list(items: Iterable[bytes]) -> Iterator[bytes]:
    """The parts of a list's JSON; they are joined once, as together they are large."""
    before = b"[\n"
    for item in items:
        yield before
        yield item
        before = b",\n"
    yield b"\n]" if before != b"[\n" else b"[]"


def _object(values: Mapping[str, Iterable[bytes]]) -> bytes:
    """An object of values that are given in parts."""
    parts = [b"{\n"]
    for name, value in values.items():
        parts += (to_json(name), b": ", *value, b",\n")
    return b"".join([*parts[:-1], b"\n}\n"])
