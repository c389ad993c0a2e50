"""The files as strict readers that are not ours take them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from idesluss.exports.queries import QUERIES
from idesluss.exports.tables import all_tables
from tests.support import exported
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

SCHEMAS = {"catalogue": "data/v1/catalogue.json", "idea": "ideer/2024/lanecykel-vid-stationen/idea.json"}


def schema(files: dict[str, bytes], name: str) -> Any:
    read = json.loads(files[f"data/v1/schema/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(read)
    return read


@pytest.mark.parametrize("name", SCHEMAS)
def test_json_is_what_its_schema_says(files: dict[str, bytes], name: str) -> None:
    form = schema(files, name)
    validator = jsonschema.Draft202012Validator(form, format_checker=jsonschema.FormatChecker())
    content = json.loads(files[SCHEMAS[name]])
    assert list(validator.iter_errors(content)) == []
    del content[form["required"][0]]
    assert list(validator.iter_errors(content)) != []


def test_the_schema_knows_every_name_of_the_json(files: dict[str, bytes]) -> None:
    """Nothing is in the file that the schema does not tell of."""
    whole = schema(files, "catalogue")
    content = json.loads(files["data/v1/catalogue.json"])
    assert list(unknown(content, whole, whole["$defs"])) == []
    content["entries"][0]["idea"]["colour"] = "blue"
    assert list(unknown(content, whole, whole["$defs"])) == ["colour"]


def unknown(value: Any, form: Any, known: dict[str, Any]) -> Iterator[str]:
    """The names in a value that its form has not."""
    if "$ref" in form:
        form = known[form["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        for item in value:
            yield from unknown(item, form.get("items", {}), known)
    elif isinstance(value, dict) and "properties" in form:
        for name, item in value.items():
            if name not in form["properties"]:
                yield name
            else:
                yield from unknown(item, form["properties"][name], known)
    elif isinstance(value, dict) and "additionalProperties" in form:
        for item in value.values():
            yield from unknown(item, form["additionalProperties"], known)


def test_rows_of_the_database_are_what_their_schema_says(files: dict[str, bytes]) -> None:
    forms = schema(files, "tables")["$defs"]
    with exported.opened(files["data/v1/catalogue.sqlite"]) as database:
        for name, form in forms.items():
            validator = jsonschema.Draft202012Validator(form)
            for row in database.execute(f"SELECT * FROM [{name}]"):  # noqa: S608  # names of ours
                assert list(validator.iter_errors(typed(dict(row), form))) == [], name


def typed(row: dict[str, Any], form: Any) -> dict[str, Any]:
    """The row with lists and truth as JSON has them, where the database has text and numbers."""
    kinds = {
        name: part["type"][0] if isinstance(part["type"], list) else part["type"]
        for name, part in form["properties"].items()
    }
    return {
        name: json.loads(value)
        if kinds[name] == "array" and value
        else bool(value)
        if kinds[name] == "boolean" and value is not None
        else value
        for name, value in row.items()
    }


def test_csv_follows_the_standard(files: dict[str, bytes]) -> None:
    """Lines end in CRLF, no mark comes first, and the one for Excel says the same with both."""
    for name, table in all_tables().items():
        content, excel = files[f"data/v1/{name}.csv"], files[f"data/v1/excel/{name}.csv"]
        assert content.endswith(b"\r\n")
        assert not content.startswith(b"\xef\xbb\xbf")
        assert excel.startswith(b"\xef\xbb\xbf")
        rows = exported.csv_rows(content)
        assert exported.csv_rows(excel[3:], delimiter=";") == rows
        assert not rows or [*rows[0]] == [column.name for column in table.columns]


def test_the_workbook_has_a_sheet_for_each_table(files: dict[str, bytes]) -> None:
    """With the same rows as the CSV."""
    sheets = exported.sheets_of(files["data/v1/catalogue.xlsx"])
    assert [*sheets] == [*all_tables()]
    for name, (head, *rows) in sheets.items():
        assert head == [column.name for column in all_tables()[name].columns]
        assert len(rows) == len(exported.csv_rows(files[f"data/v1/{name}.csv"])), name
    grants = exported.csv_rows(files["data/v1/grants.csv"])
    at = sheets["grants"][0].index("awarded")
    assert [row[at] for row in sheets["grants"][1:]] == [
        float(grant["awarded"]) if grant["awarded"] else "" for grant in grants
    ]


def test_the_database_holds_what_the_tables_hold(files: dict[str, bytes]) -> None:
    with exported.opened(files["data/v1/catalogue.sqlite"]) as database:
        for name in all_tables():
            rows = database.execute(f"SELECT * FROM [{name}]").fetchall()  # noqa: S608  # names of ours
            assert len(rows) == len(exported.csv_rows(files[f"data/v1/{name}.csv"])), name


def test_every_text_is_found_by_its_words(files: dict[str, bytes]) -> None:
    """Also without the marks of its letters."""
    search = (
        "SELECT ideas.idea FROM ideas_fts JOIN ideas ON ideas.rowid = ideas_fts.rowid WHERE ideas_fts MATCH ?"
    )
    with exported.opened(files["data/v1/catalogue.sqlite"]) as database:
        for words in ("lånecykel", "lanecykel*"):
            found = [row["idea"] for row in database.execute(search, [words])]
            assert found == ["lanecykel-vid-stationen"]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.key)
def test_the_documented_queries_answer(files: dict[str, bytes], query: Any) -> None:
    with exported.opened(files["data/v1/catalogue.sqlite"]) as database:
        rows = database.execute(query.sql.replace("medarbet* OR employ*", "cykel* OR hemg*")).fetchall()
    assert rows
    assert all(rows[0][name] is not None for name in rows[0].keys()[:2])


def test_the_data_package_is_whole(site: Path) -> None:
    """Types, patterns, keys, references, sizes and digests, by the package's own program."""
    assert validated(site) == {name: [] for name in all_tables()}
    changed = site / "data" / "v1" / "grants.csv"
    before = changed.read_bytes()
    changed.write_bytes(before.replace(b",closed,", b",perhaps,", 1))
    assert {"constraint-error", "hash-count"} <= {*validated(site)["grants"]}
    changed.write_bytes(before)


def validated(site: Path) -> dict[str, list[str]]:
    """Each table with its kinds of fault; in a process of its own, as it looks through all paths."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=site / "data" / "v1", check=False, capture_output=True, timeout=HANGS)
    report = json.loads(done.stdout)
    assert report["errors"] == []
    return {task["name"]: [error["type"] for error in task["errors"]] for task in report["tasks"]}


def test_the_same_facts_give_the_same_bytes(rich: Catalogue, files: dict[str, bytes]) -> None:
    assert exported.files_of(rich, "0123abc") == files
