"""The database as Datasette opens it: every table, its search, and the documented queries."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from idesluss.exports.queries import QUERIES
from idesluss.exports.tables import all_tables
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path


def asked(site: Path, path: str, **values: str) -> Any:
    """What Datasette answers."""
    address = f"{path}?{urlencode(values)}" if values else path
    command = [sys.executable, "-m", "datasette", "serve", "--get", address, "catalogue.sqlite"]
    done = subprocess.run(
        command, cwd=site / "data" / "v1", check=True, capture_output=True, text=True, timeout=HANGS
    )
    return json.loads(done.stdout)


def test_every_table_is_there_and_two_are_searched(site: Path) -> None:
    tables = {table["name"]: table for table in asked(site, "/catalogue.json")["tables"]}
    assert all_tables().keys() <= tables.keys()
    assert {name for name, table in tables.items() if table["fts_table"]} >= {"ideas", "texts"}
    links = {key["column"]: key["other_table"] for key in tables["grants"]["foreign_keys"]["outgoing"]}
    assert (links["idea"], links["call"], links["holder"]) == ("ideas", "calls", "organisations")


def test_a_search_finds_an_idea(site: Path) -> None:
    found = asked(site, "/catalogue/ideas.json", _search="lånecykel", _shape="array")
    assert [row["idea"] for row in found] == ["lanecykel-vid-stationen"]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.key)
def test_the_documented_queries_run(site: Path, query: Any) -> None:
    answer = asked(site, "/catalogue.json", sql=query.sql, _shape="objects")
    assert answer["ok"], answer
    assert answer["columns"]
