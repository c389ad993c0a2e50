"""Each real record is found on one page with every fact that it gives. Reads the live ideas/."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.derived.whole import Derived
from idesluss.model import PartialDate
from idesluss.pages import pages_in, publish
from idesluss.reading.files import DiskFiles
from idesluss.words import formats
from tests.support import project, shown

if TYPE_CHECKING:
    from idesluss.catalogue.entry import Entry

RECORDS = project.ROOT.parent / "shared" / "data" / "vinnova-ideslussar.json"
# The label beside which a fact that no source gives stands as not known.
LABELS = {
    "diarienummer": ("Diarienummer",),
    "grant_sek": ("Belopp", "Bidrag"),
    "start": ("Period", "Start"),
    "end": ("Period", "Slut"),
    "status": ("Status enligt källan",),
    "call": ("Utlysning",),
}
MISSING = "uppgift saknas"


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    if not RECORDS.is_file():
        pytest.skip(f"no real records: looked for {RECORDS}")
    read: list[dict[str, Any]] = json.loads(RECORDS.read_text(encoding="utf-8"))
    assert len(read) == 36
    return read


@pytest.fixture(scope="module")
def live() -> Catalogue:
    found = read_catalogue(DiskFiles(project.ROOT), dt.date(2026, 11, 23)).catalogue
    assert isinstance(found, Catalogue)
    return found


@pytest.fixture(scope="module")
def pages(live: Catalogue) -> dict[str, str]:
    """Swedish idea and call pages by their entry's name."""
    made = {page.path: page.content for page in pages_in(publish(Derived(live), []))}
    ideas = {entry.slug: made[f"ideer/{entry.year}/{entry.slug}/index.html"] for entry in live.entries}
    calls = {slug: made[f"utlysningar/{slug}/index.html"] for slug in live.calls}
    return ideas | calls


def _entry_name(record: dict[str, Any], records: list[dict[str, Any]]) -> str:
    """The entry that tells of the record: a study that a project follows is told with the project."""
    if record["kind"] == "program":
        return "innovationsslussar-halso-sjukvard"
    slug: str = record["slug"]
    if record["kind"] == "förstudie":
        following = [r["slug"] for r in records if r["follows"] == slug and r["kind"] == "utvecklingsprojekt"]
        slug = following[0] if following else slug
    return slug.removesuffix("-forstudie")


def _facts(record: dict[str, Any]) -> list[str]:
    """What must stand on the page, as the site writes it."""
    told = [record["title"], record["coordinator"]]
    told += [
        record[name]
        for name in ("title_en", "diarienummer", "coordinator_unit", "call_round")
        if record[name]
    ]
    told += record["sources"] + record["municipalities"] + record["partners"]
    if record["grant_sek"] is not None:
        told.append(formats.money(record["grant_sek"], "sv"))
    if record["start"] and record["end"]:
        told.append(formats.period(PartialDate.read(record["start"]), PartialDate.read(record["end"]), "sv"))
    if record["status"]:
        told.append({"Avslutat": "Avslutat", "Pågående": "Pågående"}[record["status"]])
    return told


def test_every_record_has_one_page_with_every_fact(
    records: list[dict[str, Any]], pages: dict[str, str]
) -> None:
    """Title, reference, grant, period, coordinator, parties and every source stand there."""
    lacking: dict[str, list[str]] = {}
    for record in records:
        tree = shown.tree(pages[_entry_name(record, records)])
        addresses = {str(element.attributes.get("href")) for element in tree}
        text = tree.text
        for fact in _facts(record):
            there = fact in addresses if fact.startswith("http") else " ".join(fact.split()) in text
            if not there:
                lacking.setdefault(record["slug"], []).append(fact)
    assert lacking == {}


def test_what_is_not_known_says_so(records: list[dict[str, Any]], pages: dict[str, str]) -> None:
    """Beside the label of each missing field stands that no source gives it."""
    lacking: list[tuple[str, str]] = []
    for record in records:
        tree = shown.tree(pages[_entry_name(record, records)])
        rows = [(dt_.text.strip(), dd.text) for dt_, dd in _pairs(tree)]
        lacking += [
            (record["slug"], name)
            for name in record["missing_fields"]
            if not any(label in LABELS[name] and MISSING in words for label, words in rows)
        ]
    assert not lacking, lacking


def _pairs(tree: Any) -> list[tuple[Any, Any]]:
    """Each term of a description list with its description."""
    found = []
    term = None
    for element in tree:
        if element.tag == "dt":
            term = element
        elif element.tag == "dd" and term is not None:
            found.append((term, element))
    return found


def test_a_study_and_its_project_are_one_idea(records: list[dict[str, Any]], live: Catalogue) -> None:
    """Two grants, the study's first; research stands outside the process."""
    for record in records:
        if record["kind"] == "utvecklingsprojekt" and record["follows"]:
            entry: Entry = live.by_slug[_entry_name(record, records)]
            assert len(entry.idea.grants) >= 2, entry.slug
            assert entry.idea.grants[0].start is not None
        if record["kind"] in {"forskningsprojekt", "följeforskning"}:
            assert not live.by_slug[_entry_name(record, records)].is_in_process


def test_every_entry_tells_its_sources_with_the_day_they_were_read(live: Catalogue) -> None:
    """The model demands the day of each source; here is that every entry has one."""
    assert [entry.slug for entry in live.entries if not entry.idea.sources] == []
