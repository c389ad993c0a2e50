"""The registers beside the project, the maps that are shipped for them, and imports of all their records."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from idesluss.importing.map_file import shipped_map
from tests.support import catalogues
from tests.support.beside import beside
from tests.support.sheets import imported

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.importing.run import ImportResult

LONGEST_REPORT = 200  # lines


class Register(NamedTuple):
    """A register: the map for it, its file, how many records it has, its identifiers and its facts."""

    map_name: str
    file: str
    size: int
    id: str
    facts: dict[str, str]


def facts(title: str, text: str, organisation: str, start: str, end: str, **more: str) -> dict[str, str]:
    """What is compared, and where it stands in a record."""
    return {"title": title, "text": text, "organisation": organisation, "start": start, "end": end, **more}


REGISTERS = [
    Register(
        "tillvaxtverket-2007-2013",
        "tillvaxtverket-projektbanken/projektbanken-2007-2013.csv",
        2123,
        "Ärende-ID",
        facts(
            "Projektnamn",
            "Projektbeskrivning",
            "Stödmottagare",
            "Projekt Starttid",
            "Projekt Sluttid",
            amount="Beviljat belopp - sek",
            reference="Ärende-ID",
            municipalities="Kommun fördelning",
        ),
    ),
    Register(
        "tillvaxtverket-2014-2020",
        "tillvaxtverket-projektbanken/projektbanken-2014-2020.json",
        374,
        "ärende-id",
        facts(
            "projektnamn",
            "projektbeskrivning",
            "stödmottagare",
            "projekt_starttid",
            "projekt_sluttid",
            amount="beviljat_belopp_sek",
            reference="ärende-id",
            municipalities="kommuner",
        ),
    ),
    Register(
        "swecris-vinnova",
        "swecris-vinnova/swecris-vinnova-1408.csv",
        1408,
        "projectId",
        facts(
            "projectTitleSv",
            "projectAbstractSv",
            "coordinatingOrganisationNameSv",
            "projectStartDate",
            "projectEndDate",
            amount="fundingsSek",
            reference="projectId",
            title_en="projectTitleEn",
        ),
    ),
    Register(
        "viable-cities",
        "viable-cities/projects.json",
        38,
        "",
        facts(
            "project_title",
            "description",
            "project_organization",
            "dates.start",
            "dates.end",
            amount="budget.funded",
            reference="project_id",
        ),
    ),
    Register(
        "ips-explorer-jrc",
        "ips-explorer-jrc/cases.json",
        853,
        "id",
        facts("name", "description", "lead_organisation_name", "start_date", "end_date", address="url"),
    ),
]


def records_of(register: Register) -> list[dict[str, Any]]:
    """The records as another reader gives them."""
    content = beside(f"corpora/{register.file}").read_text(encoding="utf-8")
    if register.file.endswith(".csv"):
        csv.field_size_limit(10**7)
        return list(csv.DictReader(io.StringIO(content)))
    whole = json.loads(content)
    return [record["survey_answers"] for record in whole["data"]] if isinstance(whole, dict) else list(whole)


def fact(record: dict[str, Any], way: str) -> Any:
    for step in way.split("."):
        record = record[step]
    return record


def run(root: Path, register: Register) -> ImportResult:
    content = beside(f"corpora/{register.file}").read_bytes()
    return imported(
        catalogues.read(root), register.file, content, shipped_map(register.map_name), adds_terms=True
    )
