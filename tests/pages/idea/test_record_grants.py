"""Each real record is one grant on its page, with the record's facts in the grant's own rows.

test_records.py finds the facts somewhere on the page; here a study cannot borrow them from its project.
With whole/test_live.py and test_records.py, the only tests that read the live ideas/.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.derived.whole import Derived
from idesluss.model import PartialDate
from idesluss.pages import pages_in, publish
from idesluss.words import formats
from tests.support import project, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = project.ROOT.parent / "shared" / "data" / "vinnova-ideslussar.json"
MISSING = "uppgift saknas"
# Names of the data file that the catalogue tells by another: the city's own name for itself.
NAMED = {"Helsingborgs kommun": "Helsingborgs stad"}


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    """The records that are projects; a programme has a page of its own and no grant."""
    if not RECORDS.is_file():
        pytest.skip(f"no real records: looked for {RECORDS}")
    return [r for r in json.loads(RECORDS.read_text(encoding="utf-8")) if r["kind"] != "program"]


@pytest.fixture(scope="module")
def grants() -> list[shown.Element]:
    """Every grant on every Swedish idea page."""
    listed = publish(Derived(shown.read(project.ROOT)), [])
    pages = (page for page in pages_in(listed) if page.path.startswith("ideer/2"))
    return [grant for page in pages for grant in shown.tree(page.content).all("div", "grant")]


def of(record: dict[str, Any], grants: list[shown.Element]) -> list[shown.Element]:
    """Grants with the record's title and its funder's page."""
    return [
        grant
        for grant in grants
        if grant.one("h3").text == " ".join(record["title"].split())
        and any(link.attributes["href"] == record["source_url"] for link in grant.all("a"))
    ]


def period_agrees(record: dict[str, Any], told: str) -> bool:
    """Both months as the site writes them, or each end that is not known said to be so."""
    if record["start"] and record["end"]:
        start, end = PartialDate.read(record["start"]), PartialDate.read(record["end"])
        return told == formats.period(start, end, "sv")
    unknown = {"start": "Start", "end": "Slut"}
    return all(f"{unknown[name]}: {MISSING}" in told for name in unknown if not record[name])


def wrong(record: dict[str, Any], grant: shown.Element) -> Iterator[str]:
    """Labels whose row says something else than the record."""
    rows = dict(shown.facts(grant))
    unit = f", {record['coordinator_unit']}" if record["coordinator_unit"] else ""
    coordinators = {f"{name}{unit}" for name in (record["coordinator"], NAMED.get(record["coordinator"]))}
    if rows["Koordinator"] not in coordinators:
        yield "Koordinator"
    if rows["Diarienummer"] != (record["diarienummer"] or MISSING):
        yield "Diarienummer"
    amount = formats.money(record["grant_sek"], "sv") if record["grant_sek"] is not None else MISSING
    if not rows["Belopp"].startswith(" ".join(amount.split())):
        yield "Belopp"
    if rows["Status enligt källan"] != (record["status"] or MISSING):
        yield "Status enligt källan"
    if not all(told in rows["Utlysning"] for told in (record["call"] or MISSING, record["call_round"] or "")):
        yield "Utlysning"
    if not period_agrees(record, rows["Period"]):
        yield "Period"
    if (record["title_en"] or "") not in grant.text:
        yield "title_en"


def test_every_record_is_one_grant(records: list[dict[str, Any]], grants: list[shown.Element]) -> None:
    """On one page, once."""
    found = {record["slug"]: len(of(record, grants)) for record in records}
    assert [slug for slug, count in found.items() if count != 1] == []


def test_every_row_says_what_the_record_says(
    records: list[dict[str, Any]], grants: list[shown.Element]
) -> None:
    """Reference, amount, period, coordinator with unit, call with round, status; or that it is not known."""
    told = {(r["slug"], label) for r in records for grant in of(r, grants) for label in wrong(r, grant)}
    assert told == set()
