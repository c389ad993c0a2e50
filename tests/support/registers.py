"""Real project records as entries: a simple importer, for measuring and for looking at.

The records lie in `../shared/data/corpora/normalised`, with their sources and licences.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from idesluss.derived.similar import Writing
from idesluss.words.characters import hidden_characters, slugify
from tests.support.beside import beside

if TYPE_CHECKING:
    from pathlib import Path

SHORTEST = 60  # characters of a summary that tells something
NEW_EVERY = 50  # one record in so many is told as a new idea


def register_rows(corpus: str) -> list[dict[str, Any]]:
    """All records of a corpus."""
    path = beside(f"corpora/normalised/{corpus}.jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def writings(corpus: str) -> dict[str, Writing]:
    """The number of each record in its corpus to what it says of itself."""
    return {
        f"{number}": Writing(row["title"], row["summary"], "en" if row["lang"] == "en" else "sv")
        for number, row in enumerate(register_rows(corpus))
    }


def summarised_rows(count: int, corpus: str = "tillvaxtverket") -> list[dict[str, Any]]:
    """The first records with a summary of some length."""
    return [row for row in register_rows(corpus) if len(_clean(row["summary"])) >= SHORTEST][:count]


def write_entries(folder: Path, rows: list[dict[str, Any]]) -> int:
    """Write the records as entries below `folder`/ideas, and their names into its catalogue.yml."""
    organisations: dict[str, str] = {}
    places: dict[str, str] = {}
    for number, row in enumerate(rows):
        year = row["start"][:4] or "2014"
        slug = f"{slugify(_clean(row['title']))[:60].strip('-') or 'projekt'}-{number}"
        path = folder / "ideas" / year / slug
        path.mkdir(parents=True)
        (path / "idea.md").write_text(_entry(row, number, organisations, places), encoding="utf-8")
    settings = folder / "ideas" / "catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace(
        "organisations:\n", "organisations:\n" + _terms(organisations, "{ name: %s, kind: agency }"), 1
    )
    text = text.replace("municipalities:\n", "municipalities:\n" + _terms(places, "%s"), 1)
    settings.write_text(text, encoding="utf-8")
    return len(rows)


def _terms(names: dict[str, str], form: str) -> str:
    return "".join(
        f"  {slug}: {form % json.dumps(name, ensure_ascii=False)}\n" for slug, name in names.items()
    )


def _clean(words: str) -> str:
    """The words without what a file cannot hold, and without what Markdown would read as its own."""
    bare = "".join(" " if next(hidden_characters(c), None) else c for c in words)
    return re.sub(r"[<>\[\]`*_#|\\]", " ", bare).strip()


def _slug(name: str, known: dict[str, str]) -> str:
    slug = slugify(_clean(name))[:70].strip("-") or "okand"
    known.setdefault(slug, " ".join(_clean(name).split())[:180])
    return slug


def _text(words: str, longest: int) -> str:
    return json.dumps(" ".join(_clean(words).split())[:longest], ensure_ascii=False)


def _entry(row: dict[str, Any], number: int, organisations: dict[str, str], places: dict[str, str]) -> str:
    is_new = number % NEW_EVERY == 0
    holder = _slug(row["coordinator"], organisations)
    partners = list(dict.fromkeys(_slug(name, organisations) for name in row["partners"][:20]))
    towns = list(dict.fromkeys(_slug(name, places) for name in row["places"][:20]))
    told = row["summary"]
    if len(_clean(told)) < SHORTEST:
        told = f"{row['title']}. {told} {row['coordinator']}"
    lines = [
        *([] if is_new else ["kind: record"]),
        f"title: {_text(row['title'], 120)}",
        f"summary: {_text(told, 500)}",
        f"stage: {'idea' if is_new else 'project'}",
        f"outcome: {'open' if is_new else 'completed'}",
        f"submitted: {row['start'] or '2014-01-01'}",
        "origin: employee",
        "sector: samhallsbyggnad",
        f"municipalities: [{', '.join(towns)}]",
        f"coordinator:\n  organisation: {holder}",
        *(["partners:", *(f"  - organisation: {slug}" for slug in partners)] if partners else []),
        *_grant(row),
        "sources:\n  - url: https://storby.example/projekt\n    read: 2026-11-20",
    ]
    return "\n".join(["---", *lines, "---", "", "## Behov", "", _clean(told), ""])


def _grant(row: dict[str, Any]) -> list[str]:
    if not row["budget"]:
        return []
    lines = [
        "grants:",
        "  - funder: framsyn",
        f"    awarded: {int(row['budget'])}",
        f"    start: {row['start']}" if row["start"] else "",
        f"    end: {row['end']}" if row["end"] else "",
    ]
    return [line for line in lines if line]
