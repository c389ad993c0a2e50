"""Each field of the model is in the JSON and in exactly one table, and no name goes within a version."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from idesluss.exports.catalogue_json import PlainCatalogue
from idesluss.exports.data_file import VERSION
from idesluss.exports.table_rows import rows_of_tables
from idesluss.exports.tables import all_tables, column_help, column_title
from idesluss.model import Call, Idea, Plan, Settings, record_in
from idesluss.words import LANGUAGES
from tests.support import exported, filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from idesluss.catalogue.catalogue import Catalogue

ROOTS: dict[str, type[BaseModel]] = {"idea": Idea, "plan": Plan, "call": Call, "settings": Settings}
NAMES = Path(__file__).parent / "golden" / f"names.v{VERSION}.txt"
Way = tuple[str, ...]


def marked(record: type[BaseModel], way: Way, marks: dict[str, Way]) -> dict[str, Any]:
    """A record as plain values, with a mark of its own in every field, and where each mark is put."""
    return {name: _mark(field, (*way, name), marks) for name, field in record.model_fields.items()}


def _mark(field: FieldInfo, way: Way, marks: dict[str, Way]) -> Any:
    within = record_in(field.annotation)
    origins = {get_origin(field.annotation), *map(get_origin, get_args(field.annotation))}
    if within is None:
        mark = f"mark-{len(marks)}"
        marks[mark] = way
    item = marked(within, way, marks) if within else mark
    return {"one": item} if dict in origins else [item] if tuple in origins else item


def test_each_field_is_in_exactly_one_table() -> None:
    """A mark in each field of each file, at whatever depth, is found in one column of one table."""
    marks: dict[str, Way] = {}
    plain = {name: marked(record, (name,), marks) for name, record in ROOTS.items()}
    entry = {"slug": "x", "idea": plain["idea"], "plan": plain["plan"], "facts": {}}
    whole = PlainCatalogue([entry], [{"slug": "y", "call": plain["call"]}], plain["settings"], {})
    found: dict[str, list[str]] = {mark: [] for mark in marks}
    for name, rows in rows_of_tables(whole).items():
        for row in rows:
            for value, column in zip(row, all_tables()[name].columns, strict=True):
                for item in value if isinstance(value, list) else [value]:
                    if item in found:
                        found[item].append(f"{name}.{column.name}")
    assert len(marks) > 300
    assert {marks[mark]: columns for mark, columns in found.items() if len(columns) != 1} == {}


def test_every_field_that_says_anything_is_in_the_json(rich: Catalogue) -> None:
    """Of an entry, a plan and a call with something in every field."""
    files = exported.files_of(filled.fill(rich, "Något"))
    whole = json.loads(files["data/v1/catalogue.json"])
    (call,) = whole["calls"]
    entry = whole["entries"][0]
    for record, told in ((Idea, entry["idea"]), (Plan, entry["plan"]), (Call, call["call"])):
        missing = list(lacking(marked(record, (), {}), told))
        assert [way for way in missing if way[0] not in LEFT_EMPTY] == []


# Those that `filled` leaves out, as other things follow from them.
LEFT_EMPTY = {"picture", "about"}


def lacking(wanted: Any, told: Any, way: Way = ()) -> Iterator[Way]:
    """The way to each field that has nothing; of several records the first is looked at."""
    if told in (None, "", [], {}):
        yield way
    elif isinstance(wanted, list):
        yield from lacking(wanted[0], told[0], way)
    elif isinstance(wanted, dict) and [*wanted] == ["one"]:
        yield from lacking(wanted["one"], next(iter(told.values())), way)
    elif isinstance(wanted, dict):
        for name, part in wanted.items():
            yield from lacking(part, told.get(name), (*way, name))


def test_a_cell_holds_what_the_json_holds(rich: Catalogue) -> None:
    """A value of each kind: a text, a list, an amount, a date, a record's part and a table's row."""
    files = exported.files_of(rich)
    whole = json.loads(files["data/v1/catalogue.json"])
    rows = {row["idea"]: row for row in exported.csv_rows(files["data/v1/ideas.csv"])}
    for entry in whole["entries"]:
        row, idea = rows[entry["slug"]], entry["idea"]
        assert row["title"] == idea["title"]
        assert row["themes"] == ";".join(idea.get("themes", []))
        assert row["submitted"] == idea.get("submitted", "")
        assert row["coordinator_organisation"] == idea.get("coordinator", {}).get("organisation", "")
        assert row["granted"] == str(entry["facts"].get("granted", ""))
    grants = exported.csv_rows(files["data/v1/grants.csv"])
    told = [(entry["slug"], g) for entry in whole["entries"] for g in entry["idea"].get("grants", [])]
    assert [(row["idea"], row["awarded"]) for row in grants] == [
        (slug, str(grant.get("awarded", ""))) for slug, grant in told
    ]


def test_every_table_and_column_has_words() -> None:
    for table in all_tables().values():
        told = [table.title, table.help, *map(column_title, table.columns), *map(column_help, table.columns)]
        assert all(words.in_(language) for words in told for language in LANGUAGES), table.name


def test_no_column_is_called_what_another_is() -> None:
    """What follows from the catalogue takes no name from the model, nor from another fact."""
    for table in all_tables().values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
        own = [column.name for column in table.columns if column.fields]
        assert len(own) + len(table.keys) <= len(names), table.name


def names_of(files: dict[str, bytes]) -> list[str]:
    """Every name that somebody may rely on: of files, tables and columns, and within the JSON."""
    schema = json.loads(files["data/v1/schema/catalogue.schema.json"])
    entry = json.loads(files["data/v1/schema/idea.schema.json"])
    parts = {**schema["$defs"], "catalogue.json": schema, "idea.json": entry}
    return sorted(
        {
            *(path for path in files if path.startswith("data/")),
            *(f"{t.name}.{column.name}" for t in all_tables().values() for column in t.columns),
            *(f"{part}:{name}" for part, form in parts.items() for name in form["properties"]),
        }
    )


def test_no_name_is_taken_away_within_the_version(files: dict[str, bytes]) -> None:
    """What the list has stays; what is new is added to it, and nothing else."""
    names = names_of(files)
    known = NAMES.read_text(encoding="utf-8").splitlines() if NAMES.exists() else []
    assert sorted(set(known) - set(names)) == []
    if os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1":
        NAMES.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
        known = names
    assert sorted(set(names) - set(known)) == [], "write the new names: IDESLUSS_WRITE_GOLDEN=1"
