"""How long an import of twenty thousand rows takes, from the file's bytes to files that have been judged."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

from idesluss.importing.map_file import shipped_map
from tests.support import catalogues, project
from tests.support.sheets import csv_of, imported, many_rows

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COUNT = 20_000
ALLOWED = 75  # seconds of the processor
_FILLED_IN = {
    "sources.url: [Länk, Webbadress, Källa]": 'sources.url: { value: "https://storby.example/" }',
    "sources.read: [Uppdaterad, Ändrad, Läst]": 'sources.read: { value: "2026-11-20" }',
    "sector: [Sektor, Förvaltning, Verksamhetsområde, Område]": "sector: { value: samhallsbyggnad }",
    "grants.funder: [Finansiär, Finansiering]": "grants.funder: { value: framsyn }",
}


def test_twenty_thousand_rows_in_about_a_minute(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every row becomes an entry that passes."""
    written = shipped_map("kommunalt-kalkylblad").decode()
    for before, after in _FILLED_IN.items():
        written = written.replace(before, after)
    catalogue = catalogues.read(catalogues.lay(tmp_path, project.BASE))
    content = csv_of(list(many_rows(COUNT))).encode("cp1252")
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    result = imported(catalogue, "ark.csv", content, written, adds_terms=True)
    took = resource.getrusage(resource.RUSAGE_SELF).ru_utime - start
    with capsys.disabled():
        print(f"\n{COUNT:,} rows: {took:.1f} s CPU ({ALLOWED})")
    assert dict(result.row_counts) == {"new": COUNT}
    assert took <= ALLOWED
