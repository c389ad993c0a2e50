"""The page Figures: every counter counted again from the files, and each chart with its words."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

from tests.support import catalogues, markup
from tests.support.figure_pages import counters, number, opened, value
from tests.support.file_figures import Record, budget, grants, is_late, known_sum, of_kind, standing

if TYPE_CHECKING:
    from pathlib import Path


def test_counters(
    page: markup.Element, ideas: list[Record], placed: list[Record], records: list[Record], gates: Record
) -> None:
    """The counters of today: of what is handled here, of that and work elsewhere, and of everything."""
    told = Counter(standing(record) for record in placed)
    elsewhere = of_kind(records, "record")
    holders = [record.get(name) for record in records for name in ("coordinator", "recipient", "owner")]
    holders += [grant.get("coordinator") for grant in grants(records)]
    holders += [partner for record in records for partner in record.get("partners", [])]
    expected = {
        "Idéer här": len(ideas),
        **({"Arbeten hos andra": len(elsewhere)} if elsewhere else {}),
        "Öppna": told["open"],
        "Försenade svar": sum(is_late(record, gates) for record in ideas),
        "Genomförda": told["completed"],
        "Nedlagda": told["stopped"],
        "Organisationer": len({holder["organisation"] for holder in holders if holder}),
        "Kommuner": len({key for record in records for key in record.get("municipalities", [])}),
        "Forskning bredvid": len(records) - len(placed),
        "Bidrag": known_sum(grants(placed)),
        "Antal bidrag": len(grants(placed)),
        "Budget i planer": sum(int(line["amount"]) for line in budget(placed)),
    }
    assert {name: number(value(page, name)) for name in expected} == expected


def test_every_counter_has_its_definition(page: markup.Element) -> None:
    """Below the numbers stands what each means, folded; with each chart what it shows, then what is drawn."""
    found = [figure.one("dt").text for figure in page.all("div", "figure")]
    assert len(found) >= 15
    meanings = [pair for folded in page.all("details", "definitions") for pair in markup.term_rows(folded)]
    assert [name for name, _ in meanings] == found
    assert all(len(meaning) > 15 for _, meaning in meanings)
    charts = page.all("figure")
    assert len(charts) == 14
    for chart in charts:
        assert chart.one("h3").text
        assert chart.one(class_="chart-figure__reading").text.endswith(".")
        assert len(chart.one("details").one(class_="chart-figure__help").text) > 30


def test_each_picture_says_what_its_reading_says(page: markup.Element) -> None:
    """The picture has the heading as its title and the sentence as its description, under ids of its own."""
    for chart in page.all("figure"):
        for svg in chart.all("svg", "chart"):
            assert svg.by_id(svg.attributes["aria-labelledby"]).text == chart.one("h3").text
            reading = chart.one(class_="chart-figure__reading").text
            assert svg.by_id(svg.attributes["aria-describedby"]).text == reading
            assert svg.attributes["role"] == "img"
            assert len(chart.all("table")) == 1
    ids = [element.attributes["id"] for element in page if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_an_empty_catalogue_says_so(tmp_path: Path) -> None:
    """No picture of nothing and no number made up, but the way to propose the first idea."""
    catalogues.lay(tmp_path)
    for folder in (tmp_path / "ideas").glob("20*"):
        shutil.rmtree(folder)
    page = opened(catalogues.publish_all(catalogues.read(tmp_path)), "nyckeltal/index.html")
    assert page.all("svg", "chart") == page.all("table") == page.all("figure") == []
    assert counters(page) == {}
    assert page.one("header", "page-head").all("a")[-1].attributes["href"] == "../foresla/"
