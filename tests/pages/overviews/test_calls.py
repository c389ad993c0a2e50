"""Calls: what is open on the tests' day, and what came of the others, counted again from the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import markup
from tests.support.overview_pages import amounts, outcome_counts, page, spread

if TYPE_CHECKING:
    from idesluss.pages import Page
    from tests.support.file_figures import Record


def test_calls_by_their_day(pages: dict[str, Page]) -> None:
    """Open with days left, coming, without known dates, closed; on the tests' day."""
    calls = page(pages, "utlysningar/")
    found = {
        section.one("h2").text: [
            (row.one("h3").text.removeprefix("Utlysning "), [p.text for p in row.all("p", "deadline")])
            for row in section.all("li", "call-row")
        ]
        for section in calls.all("section")
    }
    assert found == {
        "Öppna 4": [
            ("sista-dagen", ["Öppen till 23 november 2026 sista dagen"]),
            ("manaden-ut", ["Öppen till november 2026 7 dagar kvar"]),
            ("oppen", ["Öppen till 1 december 2026 8 dagar kvar"]),
            ("sags-oppen", ["Öppen"]),
        ],
        "Kommande 1": [("kommande", ["Öppnar 24 november 2026 stänger 31 januari 2027"])],
        "Utan kända datum 1": [("okand", [])],
        "Stängda 3": [
            ("stangd", ["Stängde 22 november 2026"]),
            ("Testbäddar i kommuner 2025", ["Stängde 15 mars 2025"]),
            ("sags-stangd", ["Stängd"]),
        ],
    }


def test_results_of_calls(pages: dict[str, Page], records: list[Record]) -> None:
    """Entries, sums and outcomes of a call, the same on its page and in the list."""
    answers = [(r, g) for r in records for g in r.get("grants", []) if g.get("call") == "stangd"]
    listed = [record for record, _ in answers]
    grants = [grant for _, grant in answers]
    assert len({r["_slug"] for r in listed}) > 5
    call = page(pages, "utlysningar/stangd/")
    results = dict(markup.term_rows(call.one("dl", "call-results")))
    assert int(results["Poster som fick bidrag"]) == len({r["_slug"] for r in listed})
    assert results["Bidrag"] == amounts(grants)
    assert spread(call.one("dl", "call-results")) == outcome_counts(listed)
    assert len(call.one("tbody").all("tr")) == len(grants)
    row = next(r for r in page(pages, "utlysningar/").all("li", "call-row") if "stangd" in r.one("h3").text)
    assert row.one("div", "call-row__facts").all("p")[1].text == f"{amounts(grants)} (2019)"
    assert spread(row) == outcome_counts(listed)
    everything = [g for r in records for g in r.get("grants", []) if g.get("call")]
    assert amounts(everything) in page(pages, "utlysningar/").one(class_="tally").text
