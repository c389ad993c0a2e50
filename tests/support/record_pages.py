"""What a site's Swedish pages must say of each record, and what they lack of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.model import PartialDate
from idesluss.pages import pages_in, publish
from idesluss.words import formats
from tests.support import markup
from tests.support.records import entry_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from idesluss.catalogue.catalogue import Catalogue
    from tests.support.records import RecordFacts

# The label beside which a fact that no source gives stands as not known.
_LABELS = {
    "reference": ("Diarienummer",),
    "awarded": ("Beviljat", "Bidrag"),
    "start": ("Period", "Start"),
    "end": ("Period", "Slut"),
    "status": ("Status enligt källan",),
    "call": ("Utlysning",),
}
_STATUS = {"closed": "Avslutat", "ongoing": "Pågående"}
_GIVEN = ("Beviljat", "Slutligt")
MISSING = "uppgift saknas"


def entry_pages(catalogue: Catalogue) -> dict[str, markup.Element]:
    """The name of each entry and call to its Swedish page."""
    made = {page.path: page.content for page in pages_in(publish(Derived(catalogue), []))}
    ideas = {entry.slug: f"ideer/{entry.year}/{entry.slug}/index.html" for entry in catalogue.entries}
    calls = {slug: f"utlysningar/{slug}/index.html" for slug in catalogue.calls}
    return {name: markup.tree(made[path]) for name, path in (ideas | calls).items()}


def absent_facts(records: list[RecordFacts], pages: dict[str, markup.Element]) -> dict[str, list[str]]:
    """Record to those of its facts that its page does not give."""
    names = entry_names(records)
    absent = {record.slug: list(_absent(record, pages[names[record.slug]])) for record in records}
    return {slug: facts for slug, facts in absent.items() if facts}


def _absent(record: RecordFacts, page: markup.Element) -> Iterator[str]:
    addresses = {element.attributes.get("href") for element in page}
    yield from (source for source in record.sources if source not in addresses)
    yield from (fact for fact in _facts(record) if " ".join(fact.split()) not in page.text)


def _facts(record: RecordFacts) -> Iterator[str]:
    """What must stand on the page, as the site writes it."""
    yield from (record.title, record.coordinator, *record.municipalities, *record.partners)
    yield from filter(None, (record.reference, record.unit, record.round))
    if record.awarded is not None:
        yield formats.money(record.awarded, "sv")
    if record.start and record.end:
        yield formats.period(PartialDate.read(record.start), PartialDate.read(record.end), "sv")
    if record.status:
        yield _STATUS[record.status]


def unsaid_gaps(records: list[RecordFacts], pages: dict[str, markup.Element]) -> list[tuple[str, str]]:
    """Record and field, where no source gives it and the page does not say so beside its label."""
    names = entry_names(records)
    return [
        (record.slug, name)
        for record in records
        for name in record.unknown
        if not any(
            label in _LABELS[name] and MISSING in words for label, words in _rows(pages[names[record.slug]])
        )
    ]


def _rows(page: markup.Element) -> Iterator[tuple[str, str]]:
    """Labels and what stands beside them: of lists, and of the grants."""
    yield from markup.term_rows(page)
    for grant in page.all("tbody", "grant"):
        yield from facts_of(grant).items()


def facts_of(grant: markup.Element) -> dict[str, str]:
    """A grant's facts by their labels; those named as not known say so."""
    cells = grant.all("tr")[0].all("td")
    given = cells[:2] if len(cells) > 2 else cells[:1]
    rows = dict(markup.term_rows(grant)) | dict(zip(_GIVEN, [cell.text for cell in given], strict=False))
    rows |= {"Period": cells[-1].text}
    return rows | {name: MISSING for name in rows.pop("Uppgift saknas", "").split(", ") if name}


def grants_of(record: RecordFacts, pages: dict[str, markup.Element]) -> list[markup.Element]:
    """Grants on any page with the record's title and its funder's address."""
    return [
        grant
        for page in pages.values()
        for grant in page.all("tbody", "grant")
        if (grant.one("span", "grant__title").text or page.one("h1").text) == " ".join(record.title.split())
        and any(link.attributes["href"] == record.source for link in grant.all("a"))
    ]


def wrong_rows(record: RecordFacts, grant: markup.Element, other_names: dict[str, str]) -> set[str]:
    """Labels whose row says something else than the record; `other_names` are what organisations go by."""
    rows = facts_of(grant)
    unit = f", {record.unit}" if record.unit else ""
    names = {record.coordinator, other_names.get(record.coordinator, record.coordinator)}
    amount = formats.money(record.awarded, "sv") if record.awarded is not None else MISSING
    agreements = {
        "Koordinator": rows["Koordinator"] in {f"{name}{unit}" for name in names},
        "Diarienummer": rows["Diarienummer"] == (record.reference or MISSING),
        # A record has one amount, which is what the grant became where its source tells of both.
        "Beviljat": any(rows.get(name, "").startswith(" ".join(amount.split())) for name in _GIVEN),
        "Status enligt källan": rows["Status enligt källan"] == _STATUS.get(str(record.status), MISSING),
        "Utlysning": all(w in rows["Utlysning"] for w in (record.call or MISSING, record.round or "")),
        "Period": _period_agrees(record, rows["Period"]),
    }
    return {label for label, agrees in agreements.items() if not agrees}


def _period_agrees(record: RecordFacts, row: str) -> bool:
    """Both months as the site writes them, or each end that is not known said to be so."""
    if record.start and record.end:
        start, end = PartialDate.read(record.start), PartialDate.read(record.end)
        return row == formats.period(start, end, "sv")
    ends = {"Start": record.start, "Slut": record.end}
    return all(f"{label}: {MISSING}" in row for label, month in ends.items() if not month)
