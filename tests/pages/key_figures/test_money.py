"""Grants and budgets by year, funder and sector, counted again from the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import catalogues, markup
from tests.support.figure_pages import NONE, grant_cells, note, numbers, table
from tests.support.file_figures import Record, amount, budget, grants, known_sum, money, title

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue


def test_money(page: markup.Element, ideas: list[Record], records: list[Record], settings: Record) -> None:
    """Grants and budgets by year, funder and sector; what is unknown is counted, research told apart."""
    held = [(record, grant) for record in ideas for grant in record.get("grants", [])]
    lines = [(record, line) for record in ideas for line in budget([record])]
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
    plans = [record["_plan"] for record in ideas if record["_plan"]]
    beside = grants([record for record in records if record not in ideas])
    counted = [
        sum(amount(g) is None for _, g in held),
        sum("budget" not in plan for plan in plans),
        len(beside),
    ]
    assert numbers(note(page, "grant-years")) == [n for n in counted if n] + [known_sum(beside)] * bool(
        beside
    )


def test_a_funder_that_is_unknown_has_no_page_to_lead_to(changed: Callable[..., Catalogue]) -> None:
    """Its grants count, and its name stands without a link."""
    found = changed(("2025/trygg-hemgang/idea.md", "funder: framsyn", "funder: vinova"))
    published = catalogues.publish_all(found)
    page = markup.tree(catalogues.text_in(published, "nyckeltal/index.html"))
    row = next(row for row in page.by_id("funders").all("tr") if "vinova" in row.text)
    assert "500" in row.text
    assert not row.all("a")
