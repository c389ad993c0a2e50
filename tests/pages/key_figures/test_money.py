"""Grants and budgets by year, funder and sector, counted again from the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import catalogues, markup
from tests.support.figure_pages import NONE, counters, grant_cells, note, numbers, table
from tests.support.file_figures import (
    Record,
    amount,
    budget,
    differences,
    grants,
    known_sum,
    money,
    of_kind,
    title,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue


def test_money(page: markup.Element, placed: list[Record], records: list[Record], settings: Record) -> None:
    """Grants and budgets by year, funder and sector; what is unknown is counted, research told apart."""
    held = [(record, grant) for record in placed for grant in record.get("grants", [])]
    lines = [(record, line) for record in placed for line in budget([record])]
    keys: dict[str, Callable[[Record, Record], str]] = {
        "grant-years": lambda _, part: (
            part["year"] if "item" in part else part.get("start", "Okänt").split("-")[0]
        ),
        "funders": lambda _, part: title(settings, "funders", part["funder"]),
        "money-sectors": lambda record, _: title(settings, "sectors", record["sector"]),
    }
    for chart, key in keys.items():
        parts = {key(*pair) for pair in held} | {key(*pair) for pair in lines}
        expected = {}
        for part in parts:
            here = [grant for record, grant in held if key(record, grant) == part]
            costs = [int(line["amount"]) for record, line in lines if key(record, line) == part]
            expected[part] = [*grant_cells(here), money(sum(costs)) if costs else NONE]
        everything = [grant for _, grant in held]
        costs = [int(line["amount"]) for _, line in lines]
        expected["Summa"] = [*grant_cells(everything), money(sum(costs)) if costs else NONE]
        assert table(page, chart) == expected
    plans = [record["_plan"] for record in placed if record["_plan"]]
    beside = grants([record for record in records if record not in placed])
    counted = [
        sum(amount(g) is None for _, g in held),
        sum("budget" not in plan for plan in plans),
        len(beside),
    ]
    assert numbers(note(page, "grant-years")) == [n for n in counted if n] + [known_sum(beside)] * bool(
        beside
    )


def test_what_is_said_with_research_and_without(page: markup.Element, records: list[Record]) -> None:
    """Below the sum of ideas and records stands what it is with research, and the same of their number."""
    placed, beside = of_kind(records, "idea", "record"), grants(of_kind(records, "research"))
    told = {name: counter.one(class_="figure__value").text for name, counter in counters(page).items()}
    assert told["Bidrag"] == money(known_sum(grants(placed)))
    assert told["Antal bidrag"] == f"{len(grants(placed))} bidrag"
    if beside:
        below = {
            name: counters(page)[name].one(class_="figure__below").text for name in ("Bidrag", "Antal bidrag")
        }
        everything = grants(records)
        assert below["Bidrag"] == f"{money(known_sum(everything))} med forskning"
        assert below["Antal bidrag"] == f"{len(everything)} med forskning"


def test_every_grant_is_a_row(page: markup.Element, records: list[Record]) -> None:
    """Awarded, final and the difference where both are known; the sums are of all."""
    listed = page.one("section", "grants")
    rows = [[cell.text for cell in row.all("td", "number")] for row in listed.one("tbody").all("tr")]
    every = grants(records)
    expected = [
        [*(money(int(grant[key])) if key in grant else NONE for key in ("awarded", "final")), _change(grant)]
        for grant in every
    ]
    assert sorted(rows) == sorted(expected)
    known = [[int(grant[key]) for grant in every if key in grant] for key in ("awarded", "final")]
    sums = [money(sum(amounts)) if amounts else NONE for amounts in known]
    changes = differences(every)
    assert [cell.text for cell in listed.one("tfoot").all("td", "number")] == [
        *sums,
        _signed(sum(changes)) if changes else NONE,
    ]
    lower = [row for row in listed.one("tbody").all("tr") if row.attributes.get("class") == "grants__lower"]
    assert len(lower) == sum(change < 0 for change in changes)
    if changes:
        counter = counters(page)["Slutligt mot beviljat"]
        assert counter.one(class_="figure__value").text == _signed(sum(changes))
        below = [len(changes), len(lower), sum(change > 0 for change in changes)]
        assert numbers(counter.one(class_="figure__below").text) == below


def _change(grant: Record) -> str:
    return _signed(differences([grant])[0]) if differences([grant]) else NONE


def _signed(kronor: int) -> str:
    """Whole kronor with a sign, as mathematicians write it."""
    sign = "+" if kronor > 0 else "\N{MINUS SIGN}" if kronor < 0 else ""
    return f"{sign}{money(abs(kronor))}"


def test_a_funder_that_is_unknown_has_no_page_to_lead_to(changed: Callable[..., Catalogue]) -> None:
    """Its grants count, and its name stands without a link."""
    found = changed(("2025/trygg-hemgang/idea.md", "funder: framsyn", "funder: vinova"))
    published = catalogues.publish_all(found)
    page = markup.tree(catalogues.text_in(published, "nyckeltal/index.html"))
    row = next(row for row in page.by_id("funders").all("tr") if "vinova" in row.text)
    assert "500" in row.text
    assert not row.all("a")
