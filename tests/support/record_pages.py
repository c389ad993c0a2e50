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
    "status": ("Status",),
    "call": ("Utlysning",),
}
_STATUS = {"closed": "Avslutat", "ongoing": "Pågående"}
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
    yield from filter(None, (record.title_en, record.reference, record.unit, record.round))
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
    """Labels with what stands beside them, in lists of terms and in the table of grants."""
    yield from markup.term_rows(page)
    for grant in page.one("table").one("tbody").all("tr") if page.all("table") else ():
        yield from grant_rows(grant)


def grant_rows(grant: markup.Element) -> Iterator[tuple[str, str]]:
    """The cells of a grant's row by their headings, and what is named within them."""
    cells = [*grant.all("th"), *grant.all("td")]
    heads = ("Finansiär", "Beviljat", "Slutligt", "Period", "Koordinator", "Källa")
    for head, cell in zip(heads, cells, strict=True):
        named = [span.text for span in cell.all("span", "quiet")]
        yield head, cell.text.removesuffix(" ".join(named)).strip()
        yield from ((label, words) for label, colon, words in (n.partition(": ") for n in named) if colon)


def grants_of(record: RecordFacts, pages: dict[str, markup.Element]) -> list[markup.Element]:
    """Grants on any page with the record's title and its funder's address."""
    return [
        grant
        for page in pages.values()
        for table in page.all("table")[:1]
        for grant in table.one("tbody").all("tr")
        if " ".join(record.title.split()) in [span.text for span in grant.one("th").all("span")]
        and any(link.attributes["href"] == record.source for link in grant.all("a"))
    ]


def wrong_rows(record: RecordFacts, grant: markup.Element, other_names: dict[str, str]) -> set[str]:
    """Labels whose row says something else than the record; `other_names` are what organisations go by."""
    rows = dict(grant_rows(grant))
    unit = f", {record.unit}" if record.unit else ""
    names = {record.coordinator, other_names.get(record.coordinator, record.coordinator)}
    amount = formats.money(record.awarded, "sv") if record.awarded is not None else MISSING
    agreements = {
        "Koordinator": rows["Koordinator"] in {f"{name}{unit}" for name in names},
        "Diarienummer": rows["Diarienummer"] == (record.reference or MISSING),
        "Beviljat": rows["Beviljat"].startswith(" ".join(amount.split())),
        "Status": rows["Status"] == _STATUS.get(str(record.status), MISSING),
        "Utlysning": rows["Utlysning"] == (record.call or MISSING),
        "round": (record.round or "") in grant.text,
        "Period": _period_agrees(record, rows["Period"]),
        "title_en": (record.title_en or "") in grant.text,
    }
    return {label for label, agrees in agreements.items() if not agrees}


def _period_agrees(record: RecordFacts, row: str) -> bool:
    """Both months as the site writes them, or each end that is not known said to be so."""
    if record.start and record.end:
        start, end = PartialDate.read(record.start), PartialDate.read(record.end)
        return row == formats.period(start, end, "sv")
    ends = {"Start": record.start, "Slut": record.end}
    return all(f"{label}: {MISSING}" in row for label, month in ends.items() if not month)
