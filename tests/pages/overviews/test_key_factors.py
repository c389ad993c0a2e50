"""Key factors: which ideas state them and what came of those, counted again from the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.overview_pages import (
    FACTOR_STATES,
    all_pages,
    numbers,
    outcome_counts,
    page,
    spread,
    with_factor,
)

if TYPE_CHECKING:
    from idesluss.pages import Page
    from tests.support.file_figures import Record


def test_key_factors(pages: dict[str, Page], records: list[Record]) -> None:
    """By factor and state: how many say so, and what came of them; the most lacked first."""
    factors = page(pages, "nyckelfaktorer/")
    stating = [record for record in records if record.get("key_factors")]
    assert numbers(factors.one(class_="tally").text) == [len(stating), len(records) - len(stating)]
    names = {"broad_anchoring": "Bred förankring", "time_set_aside": "Avsatt tid", "trust": "Tillit"}
    order = sorted(names, key=lambda key: [-len(with_factor(records, key, state)) for state in FACTOR_STATES])
    found = factors.all("li", "weight")
    assert [item.one("h3").text for item in found] == [names[key] for key in order]
    for key, item in zip(order, found, strict=True):
        wanted = {
            name: (len(listed), outcome_counts(listed))
            for state, name in FACTOR_STATES.items()
            if (listed := with_factor(records, key, state))
        }
        groups = list(item.one("dl").all("div")) if wanted else []
        shown_here = {
            g.one("span", "badge").text: (int(g.one("dt").one("b").text), spread(g)) for g in groups
        }
        assert shown_here == wanted
    assert "Ingen idé säger något" in found[-1].text


def test_a_factor_says_where_it_comes_from(pages: dict[str, Page]) -> None:
    """By a link where the catalogue has one; nothing for a factor whose source is not told."""
    told = {
        item.one("h3").text: [source.text for source in item.all("p", "weight__source")]
        for item in page(pages, "nyckelfaktorer/").all("li", "weight")
    }
    assert told == {"Bred förankring": ["Källa: en uppföljning"], "Tillit": ["Källa: SKR"], "Avsatt tid": []}
    links = [link.attributes["href"] for link in page(pages, "nyckelfaktorer/").all("a")]
    assert "https://www.example.se/uppfoljning/" in links


def test_table_of_key_factors(pages: dict[str, Page], records: list[Record]) -> None:
    """A row for each idea that states a factor, fifty on a page, with the word for what it says of each."""
    sheets = all_pages(pages, "nyckelfaktorer/")
    names = {"Bred förankring": "broad_anchoring", "Avsatt tid": "time_set_aside"}
    wanted = {
        r["title"]: {f["factor"]: FACTOR_STATES[f["state"]] for f in r["key_factors"]}
        for r in records
        if "key_factors" in r
    }
    found = {}
    for sheet in sheets:
        table = sheet.one("table", "factor-table")
        columns = [names[cell.text] for cell in table.one("thead").all("th")[2:]]
        rows = table.one("tbody").all("tr")
        assert len(rows) <= 50
        for row in rows:
            cells = zip(columns, row.all("td")[1:], strict=True)
            found[row.one("th").text] = {key: cell.text for key, cell in cells if cell.text}
    assert len(sheets) > 1
    assert found == wanted
