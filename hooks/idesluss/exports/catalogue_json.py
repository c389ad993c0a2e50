"""The whole catalogue as one JSON file, and each entry as one beside its page, with the same in it."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

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
    from collections.abc import Iterable, Mapping

    from ..catalogue.call_page import CallPage
    from ..catalogue.entry import Entry
    from .source import ExportSource

Json = dict[str, Any]


class PlainCatalogue(NamedTuple):
    """What the catalogue holds as plain values: its entries and calls, and its settings."""

    entries: list[Json]
    calls: list[Json]
    settings: Json


def plain_catalogue(source: ExportSource) -> PlainCatalogue:
    """Everything, worked out once for all formats."""
    catalogue = source.catalogue
    return PlainCatalogue(
        [entry_json(source, entry) for entry in catalogue.entries],
        [call_json(source, page) for page in catalogue.calls.values()],
        plain_value(source.settings),
    )


VERSION = 1
FOLDER = f"data/v{VERSION}/"
SCHEMAS = f"{FOLDER}schema/"


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


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def json_line(value: Any) -> str:
    """JSON with nothing that would end a script on a page."""
    return _ENCODER.encode(value)


def catalogue_json(source: ExportSource, whole: PlainCatalogue, entries: Iterable[str]) -> str:
    """The file: an entry or call a line, `entries` being those of the catalogue as text."""
    head = {**head_json(source), "catalogue": whole.settings, "figures": plain_figures(source.derived)}
    lines = [f"{json_line(name)}: {json_line(value)}" for name, value in head.items()]
    lines += [f'"calls": [{_items(map(json_line, whole.calls))}]', f'"entries": [{_items(entries)}]']
    return "{\n" + ",\n".join(lines) + "\n}\n"


def lists_json(lists: Mapping[str, Iterable[Any]]) -> str:
    """Lists by their names, an item a line."""
    lines = (f"{json_line(name)}: [{_items(map(json_line, items))}]" for name, items in lists.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _items(items: Iterable[str]) -> str:
    listed = ",\n".join(items)
    return f"\n{listed}\n" if listed else ""
