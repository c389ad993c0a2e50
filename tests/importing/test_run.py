"""An import as a whole: every row comes to something that is told, and what is written passes the check."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from idesluss.checks import judge_catalogue
from idesluss.importing.finding import finding_causes
from idesluss.importing.report import import_as_json, import_as_text
from tests.support import catalogues, project
from tests.support.imports import HEAD, LJUSET, MAP, TRAPPAN, run, told, write
from tests.support.sheets import csv_of, imported, xlsx_of

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogues.lay(tmp_path, project.BASE)


def test_rows_become_records_that_pass(root: Path) -> None:
    """Money, dates and text as they are written here; nothing of who may be asked."""
    result = run(root, [HEAD, TRAPPAN, LJUSET])
    write(root, result)
    catalogue = catalogues.read(root)
    entry = catalogue.by_slug["racke-vid-trappan"]
    assert entry.path == "ideas/2024/racke-vid-trappan/idea.md"
    assert (entry.idea.kind, entry.idea.sector) == ("record", "samhallsbyggnad")
    assert (str(entry.idea.period and entry.idea.period.start), entry.granted) == ("2024-08-01", 250_000)
    assert entry.organisations == {"storby-kommun": "coordinator"}
    assert str(catalogue.by_slug["ljus-pa-aldreboendet"].first_date) == "2023"
    assert entry.document.markdown.strip().startswith("## Behov\n\nDen långa trappan")
    assert "Kim" not in (root / entry.path).read_text(encoding="utf-8")
    assert judge_catalogue(catalogue) == []
    assert told(result) == [("left", "term", 1), ("changed", "amount", 2), ("changed", "date", 1)]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"Rubrik": ""}, "no_title"),
        ({"Rubrik": "ab"}, "no_title"),
        ({"Sektor": ""}, "no_sector"),
        ({"Sektor": "Rymden"}, "no_sector"),
        ({"Nr": "1"}, "id_repeated"),
    ],
)
def test_a_row_that_becomes_nothing_is_told(root: Path, changed: dict[str, str], key: str) -> None:
    """With its number in the sheet, and those round it are written."""
    row = [changed.get(name, value) for name, value in zip(HEAD, LJUSET, strict=True)]
    result = run(root, [HEAD, TRAPPAN, row, ["3", *TRAPPAN[1:]]])
    refused = [finding for finding in result.findings if finding.group == "refused"]
    assert [(finding.key, finding.row) for finding in refused] == [(key, 3)]
    assert dict(result.row_counts) == {"new": 2, "refused": 1}


def test_what_the_check_would_stop_is_not_written(root: Path) -> None:
    """Sources that were read tomorrow: each row is refused by its rule's name."""
    result = run(root, [HEAD, TRAPPAN], MAP.replace("2026-11-20", "2027-01-01"))
    assert [(f.key, f.about, f.row) for f in result.findings if f.group == "refused"] == [
        ("check", "future_date (Läst)", 2)
    ]
    assert result.files == {}


def test_fields_that_are_missing_are_causes_of_their_own(root: Path) -> None:
    """Two of the same rule are two lines, each with its count."""
    written = MAP.replace('  sources.url: { value: "https://storby.example/forslag" }\n', "")
    written = written.replace('  sources.read: { value: "2026-11-20" }\n', "")
    written = written.replace("{ value: project }", "{ column: Läge, terms: { Klart: project } }")
    result = run(root, [HEAD, TRAPPAN, LJUSET], written)
    refused = [cause for cause in finding_causes(result.findings) if cause.group == "refused"]
    assert [(cause.about, cause.count) for cause in refused] == [
        ("required (Källor)", 2),
        ("required (Skede)", 1),
    ]


def test_values_that_cannot_be_used_are_left_out_and_told(root: Path) -> None:
    row = [
        "3",
        "Bänk i parken",
        "Parken saknar en bänk där man kan vila sig.",
        "Gator",
        "31/2 2024",
        "en slant",
        "",
        "",
        "",
    ]
    result = run(root, [HEAD, TRAPPAN, row])
    assert ("left", "date_impossible", 1) in told(result)
    assert ("left", "amount", 1) in told(result)
    assert result.counts["new"] == 2


def test_personal_data_in_text_is_left_out(root: Path) -> None:
    row = [*TRAPPAN[:2], f"{TRAPPAN[2] * 20} Ring 070-123 45 67.", *TRAPPAN[3:5]]
    row += ["ring 070-123 45 67", *TRAPPAN[6:]]
    result = run(root, [HEAD, row])
    text = next(iter(result.files.values()))
    assert "070" not in text
    assert "(uppgift om en person)" in text
    assert {("changed", "personal", 1), ("left", "amount", 1)} <= set(told(result))
    assert "070" not in import_as_text(result, "sv", rows=True) + import_as_json(result, "sv")


def test_several_rows_may_be_one_entry(root: Path) -> None:
    """Lists grow by each row; what they say differently is told."""
    written = MAP.replace("dates:", 'several_rows: "true"\ndates:').replace("coordinator.", "partners.")
    rows = [TRAPPAN, [*TRAPPAN[:6], "Omsorgslabbet", *TRAPPAN[7:]], [*TRAPPAN[:3], "Vård", *TRAPPAN[4:]]]
    result = run(root, [HEAD, *rows], written)
    write(root, result)
    entry = catalogues.read(root).by_slug["racke-vid-trappan"]
    assert [partner.organisation for partner in entry.idea.partners] == ["storby-kommun", "omsorgslabbet"]
    assert (len(result.sheet.rows), dict(result.row_counts), dict(result.counts)) == (
        3,
        {"new": 3},
        {"new": 1},
    )
    assert ("left", "differs", 1) in told(result)


def test_further_rows_add_what_they_say_to_the_text(root: Path) -> None:
    """Below the same headings, each thing once; a period that only one row has whole is whole."""
    written = MAP.replace("dates:", "several_rows: true\ndates:").replace(
        "period.start: Start", "period.start: Start\n  period.end: Kontakt"
    )
    written = written.replace("persons: Kontakt\n", "").replace(
        "  - heading: Behov\n    column: Beskrivning\n", ""
    )
    rows = [[*TRAPPAN[:8], "31/12 2024"], [*TRAPPAN[:2], "Nu med ljus.", *TRAPPAN[3:7], "Halvvägs", ""]]
    result = run(root, [HEAD, *rows], written)
    entry = catalogues.read(write(root, result)).by_slug["racke-vid-trappan"]
    facts = "- **Läge:** Klart\n- **Läge:** Halvvägs"
    assert entry.document.markdown.strip() == f"Nu med ljus.\n\n## Uppgifter\n\n{facts}"
    assert str(entry.idea.period and entry.idea.period.end) == "2024-12-31"
    assert [cause for cause in told(result) if cause[0] == "left"] == []


def test_words_that_only_refused_rows_ask_for_are_not_proposed(root: Path) -> None:
    row = ["9", "", *LJUSET[2:6], "Tomma rader AB", *LJUSET[7:]]
    assert [term.name for term in run(root, [HEAD, row, LJUSET]).terms.new.values()] == ["Ljusbolaget AB"]


def test_columns_of_persons_are_linesas_left_out(root: Path) -> None:
    result = run(root, [HEAD, TRAPPAN])
    assert result.person_columns == {"Kontakt": 1}
    assert "1 kolumn om personer följer inte med:\n  Kontakt (1)\n" in import_as_text(result, "sv")


def test_duplicates_are_linesby_reference_and_by_likeness(root: Path) -> None:
    """The same grant is not written once more, unless the map says so; the same words are, and told."""
    written = MAP.replace("  grants.awarded", "  grants.reference: Läge\n  grants.awarded").replace(
        "facts: { Läge: Läge }", "facts: { Nr: Nr }"
    )
    write(root, run(root, [HEAD, [*TRAPPAN[:7], "2024-17", ""]], written))
    rows = [HEAD, ["7", "Ett annat räcke", *LJUSET[2:7], "2024-17", ""], ["8", *TRAPPAN[1:7], "2024-18", ""]]
    other = written.replace("source: forslag", "source: annat")
    result = run(root, rows, other)
    assert dict(result.row_counts) == {"duplicate": 1, "new": 1}
    likely = [(f.key, f.row) for f in result.findings if f.group == "likely"]
    assert sorted(likely) == [("alike", 3), ("same_reference", 2)]
    assert dict(run(root, rows, f"{other}duplicates: write\n").row_counts) == {"new": 2}


def test_a_reference_that_two_rows_have_is_told(root: Path) -> None:
    """Both are written, as registers call several projects by one number."""
    written = MAP.replace("  grants.awarded", "  grants.reference: Läge\n  grants.awarded").replace(
        "facts: { Läge: Läge }", "facts: { Nr: Nr }"
    )
    result = run(root, [HEAD, [*TRAPPAN[:7], "2024-17", ""], [*LJUSET[:7], "2024-17", ""]], written)
    assert dict(result.row_counts) == {"new": 2}
    likely = [(f.key, f.row, f.after) for f in result.findings if f.group == "likely"]
    assert likely == [("reference_repeated", 3, "ideas/2024/racke-vid-trappan/idea.md")]


def test_rows_may_be_ideas_handed_in_here(root: Path) -> None:
    """Where the map says so, with all that a new idea says."""
    written = MAP.replace("source:", "kind: idea\nsource:").replace("period.start", "submitted")
    written = written.replace("{ value: project }", "{ value: idea }").replace(
        "grants.funder: { value: framsyn }", "outcome: { value: open }"
    )
    written = written.replace("grants.awarded: Belopp", "origin: { value: resident }")
    result = run(root, [HEAD, TRAPPAN], written)
    write(root, result)
    entry = catalogues.read(root).by_slug["racke-vid-trappan"]
    assert (entry.idea.kind, str(entry.idea.submitted), entry.is_open) == ("idea", "2024-08-01", True)


def test_titles_without_letters_of_ours_get_a_name_of_their_source(root: Path) -> None:
    """Chinese, Japanese and pictures: the title is as it stands, and the folder is called by its number."""
    rows = [
        ["Nr", "Rubrik", "Sektor"],
        ["1", "防災マップの改善", "Gator"],
        ["2", "🚀🚀🚀 Rymden", "Gator"],
        ["3", "🚲🚲🚲", "Gator"],
    ]
    result = imported(catalogues.read(root), "a.csv", csv_of(rows).encode(), MAP)
    assert list(result.files) == ["ideas/2026/forslag-1/idea.md", "ideas/2026/rymden/idea.md"]
    assert [(f.key, f.row) for f in result.findings if f.group == "refused"] == [("no_title", 4)]
    write(root, result)
    assert catalogues.read(root).by_slug["forslag-1"].idea.title == "防災マップの改善"


def test_amounts_in_another_currency_are_converted_and_say_so(root: Path) -> None:
    """By the rate that the map gives; without one the amount is left out."""
    rows = [HEAD, [*TRAPPAN[:5], "€ 1.000,50", *TRAPPAN[6:]]]
    assert ("left", "no_rate", 1) in told(run(root, rows))
    result = imported(
        catalogues.read(root),
        "a.csv",
        csv_of(rows).encode(),
        f"{MAP}currencies:\n  EUR: {{ rate: 11.25, day: 2024-06-28 }}\n",
    )
    text = next(iter(result.files.values()))
    assert (
        "awarded: 11256\n    note: I källan 1000.5 EUR, här omräknat med kursen 11.25 den 2024-06-28." in text
    )


def test_a_long_text_is_whole_in_the_body(root: Path) -> None:
    """The summary holds whole sentences of it, and a title that is too long stands whole in the text."""
    long = "Trappan är brant och hal. " * 40
    title = "Ett räcke " + "vid den långa trappan " * 8
    result = run(root, [HEAD, ["1", title, long, *TRAPPAN[3:]]])
    write(root, result)
    entry = next(iter(e for e in catalogues.read(root).entries if e.idea.external_id))
    assert len(entry.idea.title) <= 120
    assert entry.idea.summary.endswith("hal.")
    assert 250 <= len(entry.idea.summary) <= 500
    assert long.strip() in entry.document.markdown
    assert title.strip() in entry.document.markdown


def test_a_spreadsheet_is_imported_as_its_table_is(root: Path) -> None:
    row: list[str | int | dt.date] = [1, *TRAPPAN[1:4], dt.date(2024, 8, 1), 250_000, *TRAPPAN[6:]]
    of_excel = imported(catalogues.read(root), "a.xlsx", xlsx_of([HEAD, row]), MAP)
    assert of_excel.files == run(root, [HEAD, TRAPPAN]).files


def test_what_the_sheet_could_not_say_is_told(root: Path) -> None:
    """Formulas with errors, and signs that nobody sees, of the columns that the map uses."""
    row = ["1", "Räcke vid\u202e trappan", *TRAPPAN[2:5], "#REF!", *TRAPPAN[6:8], "#REF!"]
    result = imported(catalogues.read(root), "a.csv", csv_of([HEAD, row]).encode(), MAP)
    assert ("left", "formula", 1) in told(result)
    assert ("changed", "hidden", 1) in told(result)
    assert [(f.about, f.before) for f in result.findings if f.key == "formula"] == [("Belopp", "#REF!")]
    assert catalogues.read(write(root, result)).by_slug["racke-vid-trappan"].idea.title == TRAPPAN[1]


def test_values_of_a_list_keep_to_their_own(root: Path) -> None:
    """A partner that the lists lack takes its role with it, and one without a role gets none."""
    partners = [
        {"n": "Okända AB", "u": "Ett"},
        {"n": "Omsorgslabbet", "u": ""},
        {"n": "Storby kommun", "u": "Tre"},
    ]
    record = {**dict(zip(HEAD, TRAPPAN, strict=True)), "p": partners}
    written = MAP.replace(
        "coordinator.organisation: Ansvarig", "partners.organisation: p.n\n  partners.role: p.u"
    )
    result = imported(catalogues.read(root), "a.json", json.dumps([record]).encode(), written)
    entry = catalogues.read(write(root, result)).by_slug["racke-vid-trappan"]
    assert [(partner.organisation, partner.role) for partner in entry.idea.partners] == [
        ("omsorgslabbet", None),
        ("storby-kommun", "Tre"),
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "1 i listan Organisationer: Ljusbolaget AB (1)"),
        ("en", "1 in the list Organisations: Ljusbolaget AB (1)"),
    ],
)
def test_lists_are_linesby_their_names(root: Path, language: Language, line: str) -> None:
    """As the site calls them, and not by their keys."""
    lines = [words.strip() for words in import_as_text(run(root, [HEAD, LJUSET]), language).split("\n")]
    assert line in lines
