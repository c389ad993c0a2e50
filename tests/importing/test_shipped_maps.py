"""The maps that come with the program, each on a few made-up rows in the shape of its source."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.checks import judge_catalogue
from idesluss.importing.finding import finding_causes
from idesluss.importing.map_file import shipped_map, shipped_maps
from tests.support import catalogues, imports, project
from tests.support.sheets import csv_of, imported

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.entry import Entry
    from idesluss.importing.run import ImportResult

TEXT = "Vid ån i den påhittade orten Storby byggs en brygga som alla kan nå. "


def table(
    record: dict[str, str], *others: dict[str, str], separator: str = ",", encoding: str = "utf-8"
) -> bytes:
    """The record, and others that differ from it in some columns."""
    rows = [record, *({**record, **other} for other in others)]
    return csv_of([list(record), *(list(row.values()) for row in rows)], separator).encode(encoding)


def viable(identity: str, title: str, end: str) -> dict[str, Any]:
    answers = {
        "project_title": title,
        "description": TEXT,
        "dates": {"start": "2018-11-15", "end": end},
        "budget": {"funded": 6_000_000, "total_cost": 12_000_000},
        "locations": ["Storby"],
        "keywords": ["brygga", "vatten"],
        "other_recipients": ["Bryggbolaget AB"],
        "project_organization": "Storby kommun",
        "project_type": "Innovationsprojekt",
        "link": "http://storby.example/brygga/",
    }
    return {"project_id": identity, "survey_answers": answers}


OLD_BANK = {
    "Ärende-ID": "100001",
    "Projektnamn": "Bryggan i Storby",
    "Projektbeskrivning": TEXT * 9,
    "Stödmottagare": "Storby kommun",
    "Projekt Starttid": "2008-01-01",
    "Projekt Sluttid": "2010-12-31",
    "Beviljat belopp - sek": "250000",
    "Målprogram": "MÃ¥l 2 Regional konkurrenskraft",
    "Kommun fördelning": "Storby",
    "Laddningsdatum": "2016-10-14 01:22:49",
}
NEW_BANK = {
    "_source": "http://storby.example/bank",
    "ärende-id": "20200001",
    "stödmottagare": "Storbys kommun",
    "beviljat_belopp_sek": "0",
    "projektnamn": "Bryggan i Storby",
    "projektbeskrivning": TEXT,
    "projekt_starttid": "2015-09-01",
    "projekt_sluttid": "2018-12-31",
    "kommuner": "Storby, Åby",
    "uppdateringsdatum": "2016-10-14 01:17:38",
}
SWEDISH = (
    f"Syfte och mål:\r\n<p>{TEXT}</p>\r\n\r\nFörväntade effekter och resultat:\r\n\r\n\r\n"
    "Upplägg och genomförande:\r\nI etapper."
)
SWECRIS = {
    "projectId": "2025-00001_Vinnova",
    "projectTitleSv": "Bryggan",
    "projectTitleEn": "The jetty",
    "projectAbstractSv": SWEDISH,
    "projectAbstractEn": "Purpose and goal:\r\nA jetty by the river for everybody.",
    "projectStartDate": "2023-11-01",
    "projectEndDate": "2024-12-31",
    "coordinatingOrganisationNameSv": "Bryggbolaget",
    "coordinatingOrganisationTypeOfOrganisationEn": "Company",
    "fundingOrganisationNameSv": "Vinnova",
    "fundingsSek": "500000.0",
    "loadedDate": "11/19/2024 16:11:07",
}
JRC = {
    "id": "10000",
    "name": "Jetty bot",
    "description": "A bot that tells where there is room at the jetty.",
    "url": "\u00a0",
    "lead_organisation_name": "Jetty Board",
    "lead_organisation_category": "Local Government",
    "start_date": "2021",
    "end_date": "2022.0",
    "primary_sector": "Environment",
    "technology": "Artificial intelligence",
    "status": "Pilot",
    "geocoverage": "Nowhere",
}
IDEASCALE = {
    "Idea ID": "77",
    "Title": "A jetty for all &amp; everybody",
    "Description": "<p>Build a <strong>jetty</strong> by the river.</p>",
    "Campaign": "Streets",
    "Tags": "water;play",
    "Creation Date": "02/13/2024 10:01 AM",
    "URL": "https://storby.example/idea/77",
    "Author": "Kim Ek",
    "Author Email": "kim@gmail.com",
    "Up Votes": "12",
    "Status": "New",
}
SPREADSHEET = {
    "Dnr": "KS 2024/1",
    "Rubrik": "Brygga vid ån",
    "Beskrivning": TEXT,
    "Förvaltning": "Samhällsbyggnad",
    "Startdatum": "1/8 2024",
    "Slutdatum": "31/12 2025",
    "Finansiär": "Framsyn",
    "Belopp": "1,2 mkr",
    "Kontaktperson": "Kim Ek",
    "Status": "Projekt",
    "Länk": "storby.example/brygga",
    "Uppdaterad": "20 november 2026",
}
SAMPLES: dict[str, tuple[str, bytes]] = {
    "tillvaxtverket-2007-2013": (
        "a.csv",
        table(OLD_BANK, {"Ärende-ID": "100002", "Projektbeskrivning": "-"}),
    ),
    "tillvaxtverket-2014-2020": ("a.csv", table(NEW_BANK)),
    "swecris-vinnova": (
        "a.csv",
        table(SWECRIS, {"projectId": "2025-00002_Vinnova", "projectAbstractSv": "Syfte och mål:\r\n- - -"}),
    ),
    "viable-cities": (
        "a.json",
        json.dumps(
            {"data": [viable("1", "Bryggan", "2021-13-31"), viable("1", "Båten", "2021-08-31")]}
        ).encode(),
    ),
    "ips-explorer-jrc": ("a.csv", table(JRC)),
    "ideascale": ("a.csv", table(IDEASCALE)),
    "kommunalt-kalkylblad": ("a.csv", table(SPREADSHEET, separator=";", encoding="cp1252")),
}


def run(name: str, root: Path) -> ImportResult:
    file, content = SAMPLES[name]
    written = shipped_map(name).decode()
    for stage in ("operation", "feasibility"):  # which the tests' small catalogue may lack
        if stage not in catalogues.read(root).settings.process.stages:
            written = written.replace(f": {stage}\n", ": project\n").replace(f": {stage} }}", ": project }")
    return imported(catalogues.read(root), file, content, written, adds_terms=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return catalogues.lay(tmp_path, project.BASE)


def written(name: str, root: Path) -> tuple[ImportResult, list[Entry]]:
    """What comes of the sample, and the entries as they are read from what was written."""
    result = run(name, root)
    catalogue = catalogues.read(imports.write(root, result, adds_terms=True))
    assert [problem for problem in judge_catalogue(catalogue) if problem.severity == "error"] == []
    entries = [entry for entry in catalogue.entries if entry.idea.external_id]
    return result, sorted(
        entries, key=lambda entry: entry.idea.external_id.id if entry.idea.external_id else ""
    )


@pytest.mark.parametrize("name", shipped_maps())
def test_every_row_of_a_sample_becomes_an_entry(name: str, root: Path) -> None:
    """Nothing is refused, what is written passes, and no column is left that the map does not know of."""
    result, entries = written(name, root)
    assert len(entries) == len(result.sheet.rows) == result.row_counts["new"]
    assert result.unused_columns == {}
    assert run(name, root).files == {}


def told(result: ImportResult) -> set[tuple[str, str]]:
    return {(cause.group, cause.key) for cause in finding_causes(result.findings)}


def test_the_project_bank(root: Path) -> None:
    """Scrambled letters are put right and told; a description that is a dash is none."""
    result, (first, second) = written("tillvaxtverket-2007-2013", root)
    assert {("changed", "mojibake"), ("changed", "cut"), ("changed", "summary_made")} <= told(result)
    assert "Mål 2 Regional konkurrenskraft" in first.document.markdown
    assert (first.granted, str(first.period_end), first.idea.grants[0].reference) == (
        250_000,
        "2010-12-31",
        "100001",
    )
    assert first.document.markdown.count(TEXT.strip()) == 9
    assert second.idea.summary.startswith("Bryggan i Storby. Källan säger inget mer")


def test_two_languages(root: Path) -> None:
    """The Swedish text is the entry's, with its headings; the English stands beside it."""
    _, (first, second) = written("swecris-vinnova", root)
    assert first.title("en") == "The jetty"
    assert first.summary("en") == ("A jetty by the river for everybody.", "en")
    assert [line for line in first.document.markdown.split("\n") if line.startswith("## ")][:2] == [
        "## Syfte och mål",
        "## Upplägg och genomförande",
    ]
    assert (first.idea.grants[0].reference, first.granted) == ("2025-00001", 500_000)
    assert second.idea.summary.startswith("Bryggan. ")


def test_an_impossible_date_and_an_identifier_that_stands_twice(root: Path) -> None:
    result, (first, second) = written("viable-cities", root)
    assert ("left", "date_impossible") in told(result)
    assert [str(e.idea.period and e.idea.period.end) for e in (first, second)] == ["None", "2021-08-31"]
    assert [e.idea.grants[0].reference for e in (first, second)] == ["1", "1"]


def test_years_alone(root: Path) -> None:
    """An address that is only a space is none, and the register's own stands for it."""
    _, (entry,) = written("ips-explorer-jrc", root)
    assert entry.idea.period
    assert (str(entry.idea.period.start), str(entry.idea.period.end), entry.year) == ("2021", "2022", "2021")
    assert entry.idea.sources[0].url == "https://github.com/ipsoeu/ips-explorer"


def test_ideas_of_a_platform(root: Path) -> None:
    """HTML is Markdown, and its members are not told of."""
    result, (entry,) = written("ideascale", root)
    text = next(iter(result.files.values()))
    assert entry.idea.title == "A jetty for all & everybody"
    assert "Build a **jetty** by the river." in text
    assert "Kim" not in text
    assert str(entry.idea.submitted) == "2024-02-13"
    assert len(entry.idea.themes) == 2


def test_a_usual_spreadsheet(root: Path) -> None:
    """Swedish money and dates, known words by their names, and an address that lacks its beginning."""
    _, (entry,) = written("kommunalt-kalkylblad", root)
    assert (entry.idea.sector, entry.idea.stage, entry.granted) == ("samhallsbyggnad", "project", 1_200_000)
    assert (str(entry.first_date), str(entry.period_end)) == ("2024-08-01", "2025-12-31")
    assert (entry.idea.sources[0].url, str(entry.idea.sources[0].read)) == (
        "https://storby.example/brygga",
        "2026-11-20",
    )
