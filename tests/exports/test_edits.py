"""An edit changes the files that hold what was edited, and no byte of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, exported

if TYPE_CHECKING:
    from pathlib import Path

IDEA = "ideas/2024/lanecykel-vid-stationen/idea.md"
# Beside its page, and where that lay before.
OWN = {f"ideer/2024/{name}/idea.json" for name in ("lanecykel-vid-stationen", "lanecykel")}
# What holds everything, or tells of all that does.
WHOLE = {"catalogue.json", "catalogue.sqlite", "catalogue.xlsx", "datapackage.json", "dcat.rdf", "dcat.ttl"}


def touched(*tables: str) -> set[str]:
    """The files that hold these tables, and those of everything."""
    names = {*WHOLE, *(f"{kind}{table}.csv" for table in tables for kind in ("", "excel/"))}
    return {*OWN, *(f"data/v1/{name}" for name in names)}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("title: ", "title: Ännu en ", touched("ideas")),
        ("\n## ", "\nEtt ord till.\n\n## ", touched("texts")),
        ("    reason: Många", "    reason: Väldigt många", touched("decisions")),
    ],
    ids=["title", "text", "reason"],
)
def test_an_edit_is_seen_only_where_it_belongs(
    before: str, after: str, expected: set[str], tmp_path: Path
) -> None:
    catalogues.lay(tmp_path)
    untouched = exported.files_of(catalogues.read(tmp_path))
    file = tmp_path / IDEA
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    edited = exported.files_of(catalogues.read(tmp_path))
    assert edited.keys() == untouched.keys()
    assert {path for path in edited if edited[path] != untouched[path]} == expected
