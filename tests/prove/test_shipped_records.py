"""The shipped catalogue tells of each real record, with every fact; where it tells of none, it need not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.support import catalogues, markup, project
from tests.support.beside import NOT_MEASURED, beside
from tests.support.record_pages import absent_facts, entry_pages, grants_of, unsaid_gaps, wrong_rows
from tests.support.records import RecordFacts, entry_names, recorded

pytestmark = [pytest.mark.prove, pytest.mark.shipped]
# The city's own name for itself, which one record tells otherwise.
OTHER_NAMES = {"Helsingborgs kommun": "Helsingborgs stad"}
KINDS = {
    "förstudie": "study",
    "utvecklingsprojekt": "project",
    "relaterat projekt": "project",
    "forskningsprojekt": "research",
    "följeforskning": "research",
    "program": "programme",
}
STATUS = {"Avslutat": "closed", "Pågående": "ongoing", None: None}
NAMES = {
    "diarienummer": "reference",
    "coordinator_unit": "unit",
    "grant_sek": "awarded",
    "call_round": "round",
    "source_url": "source",
    "missing_fields": "unknown",
}
TEXTS = {"summary_sv", "notes"}
# What other pages of the funder's, found after the records were gathered, tell.
FOUND_LATER: dict[str, dict[str, Any]] = {
    "skl-idedriven-verksamhetsutveckling": {"reference": "2013-04546"},
    "mio-utvecklingskoncept": {"title": "Utvecklingskonceptet MIO", "reference": "2016-04474"},
}


@pytest.fixture(scope="module")
def records() -> list[RecordFacts]:
    return [_with_later(record, FOUND_LATER.get(record.slug, {})) for record in recorded()]


def _with_later(record: RecordFacts, found: dict[str, Any]) -> RecordFacts:
    return replace(record, **found, unknown=[name for name in record.unknown if name not in found])


@pytest.fixture(scope="module")
def pages(records: list[RecordFacts]) -> dict[str, markup.Element]:
    made = entry_pages(catalogues.read(project.ROOT))
    if not made.keys() & set(entry_names(records).values()):
        pytest.skip(f"{NOT_MEASURED}: the shipped catalogue tells of none of the records")
    return made


def test_every_record_has_one_page_with_every_fact(
    records: list[RecordFacts], pages: dict[str, markup.Element]
) -> None:
    """Title, reference, grant, period, coordinator, parties and every source stand on its page."""
    assert absent_facts(records, pages) == {}


def test_what_is_not_known_says_so(records: list[RecordFacts], pages: dict[str, markup.Element]) -> None:
    """Beside the label of each missing field stands that no source gives it."""
    assert unsaid_gaps(records, pages) == []


def test_every_record_is_one_grant(records: list[RecordFacts], pages: dict[str, markup.Element]) -> None:
    """Each record stands on one page, as one grant, and every row says what the record says."""
    for record in records:
        found = grants_of(record, pages)
        assert len(found) == record.is_grant, record.slug
        assert [wrong_rows(record, grant, OTHER_NAMES) for grant in found] == [set()] * len(found)


@pytest.mark.usefixtures("pages")
def test_a_study_and_its_project_are_one_idea(records: list[RecordFacts]) -> None:
    """Two grants, the study's first; research stands outside the process."""
    catalogue, names = catalogues.read(project.ROOT), entry_names(records)
    for record in records:
        if record.kind == "project" and (record.follows or "").endswith("-forstudie"):
            grants = catalogue.by_slug[names[record.slug]].idea.grants
            assert len(grants) >= 2, record.slug
            assert grants[0].start is not None
        if record.kind == "research":
            assert not catalogue.by_slug[names[record.slug]].is_in_process


@pytest.mark.usefixtures("pages")
def test_every_entry_tells_its_sources() -> None:
    """The model demands the day of each source; here is that every entry has one."""
    assert [entry.slug for entry in catalogues.read(project.ROOT).entries if not entry.idea.sources] == []


def test_the_facts_are_those_that_were_gathered() -> None:
    """Our file of facts says what the gathered records say."""
    gathered = json.loads(beside("vinnova-ideslussar.json").read_text(encoding="utf-8"))
    for record, facts in zip(recorded(), gathered, strict=True):
        told = {NAMES.get(name, name): value for name, value in facts.items() if name not in TEXTS}
        told |= {"kind": KINDS[facts["kind"]], "status": STATUS[facts["status"]]}
        told["unknown"] = [NAMES.get(name, name) for name in facts["missing_fields"]]
        assert record == RecordFacts(**told), record.slug
