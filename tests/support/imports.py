"""A small municipality's sheet of ideas, a map for it, and imports of it that are tried in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.importing.finding import finding_causes
from idesluss.importing.vocabularies import added_files
from tests.support import catalogues
from tests.support.sheets import csv_of, imported

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from idesluss.importing.run import ImportResult

MAP = """
source: forslag
id: Nr
dates: day_first
fields:
  title: Rubrik
  summary: Beskrivning
  stage: { value: project }
  sector: { column: Sektor, terms: { Vård: vard-och-omsorg, Gator: samhallsbyggnad } }
  period.start: Start
  grants.funder: { value: framsyn }
  grants.awarded: Belopp
  coordinator.organisation: Ansvarig
  sources.url: { value: "https://storby.example/forslag" }
  sources.read: { value: "2026-11-20" }
body:
  - heading: Behov
    column: Beskrivning
  - heading: Uppgifter
    facts: { Läge: Läge }
persons: Kontakt
"""
HEAD = ["Nr", "Rubrik", "Beskrivning", "Sektor", "Start", "Belopp", "Ansvarig", "Läge", "Kontakt"]
TRAPPAN = [
    "1",
    "Räcke vid trappan",
    "Den långa trappan saknar räcke på ena sidan.",
    "Gator",
    "1/8 2024",
    "250 tkr",
    "Storby kommun",
    "Klart",
    "Kim",
]
LJUSET = [
    "2",
    "Ljus på äldreboendet",
    "Korridoren är mörk, och folk ramlar där om natten.",
    "Vård",
    "2023",
    "1,2 mkr",
    "Ljusbolaget AB",
    "Pågår",
    "kim@gmail.com",
]


def run(
    root: Path, rows: Sequence[Sequence[str | int | float | dt.date]], written: str = MAP, **options: bool
) -> ImportResult:
    content = csv_of(rows).encode("cp1252", "xmlcharrefreplace")
    return imported(catalogues.read(root), "ark.csv", content, written, **options)


def write(root: Path, result: ImportResult, *, adds_terms: bool = False) -> Path:
    """Write what an import comes to, with the words that lists lack if told so, and give the folder back."""
    lists = added_files(catalogues.read(root).tree, result.terms) if adds_terms else {}
    for path, text in {**lists, **result.files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def told(result: ImportResult) -> list[tuple[str, str, int]]:
    return [(cause.group, cause.key, cause.count) for cause in finding_causes(result.findings)]
