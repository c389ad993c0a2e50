"""Two places never disagree: each counter gathered from every page where it stands."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.whole import Derived
from tests.support import catalogues, file_figures, markup
from tests.support.figure_catalogues import CONTENTS, lay_figures
from tests.support.figure_pages import column, counters, heads, number, numbers, opened, table, value
from tests.support.file_figures import ADDRESSES, Record, outcomes, title

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Published

Places = dict[str, dict[str, int]]
FIGURES, HOME, PIPELINE = "nyckeltal/index.html", "index.html", "slussen/index.html"


@pytest.fixture(scope="module", params=CONTENTS)
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_figures(tmp_path_factory.mktemp("agreement"), request.param)


@pytest.fixture(scope="module")
def found(root: Path) -> Catalogue:
    return catalogues.read(root)


@pytest.fixture(scope="module")
def pages(found: Catalogue) -> dict[str, Published]:
    return catalogues.publish_all(found)


@pytest.fixture(scope="module")
def page(pages: dict[str, Published]) -> markup.Element:
    return opened(pages, FIGURES)


@pytest.fixture(scope="module")
def settings(root: Path) -> Record:
    return file_figures.settings(root)


def tally(pages: dict[str, Published], path: str) -> list[int]:
    """The numbers above a list."""
    return numbers(opened(pages, f"{path}/index.html").all(class_="tally")[0].text)


def address(settings: Record, vocabulary: str, key: str) -> str:
    held = settings["process"].get(vocabulary) or settings[vocabulary]
    told: str = held[key].get("path", {}).get("sv", key)
    return told


def by_kind(pages: dict[str, Published], path: str) -> dict[str, int]:
    """How many ideas, works elsewhere and pieces of research stand above a list, by the word for many."""
    told = opened(pages, f"{path}/index.html").all(class_="tally")[0].text.partition(" · ")[0]
    many = {"idé": "idéer", "arbete": "arbeten"}
    parts = (part.split() for part in told.split(", "))
    return {many.get(words[1], words[1]): int(words[0]) for words in parts}


def agree(places: Places) -> None:
    for name, told in places.items():
        assert len(told) > 1, name
        assert len(set(told.values())) == 1, (name, told)


def test_counters(pages: dict[str, Published], page: markup.Element) -> None:
    """What stands on several pages, and in several charts, is the same everywhere."""
    places: Places = defaultdict(dict)
    home = opened(pages, HOME)
    for where, shown_on in (("home", home), ("figures", page)):
        for name, figure in counters(shown_on).items():
            places[name][where] = number(figure.one(class_="figure__value").text)
    pipeline = numbers(opened(pages, PIPELINE).one(class_="tally").text)
    awaiting = opened(pages, "vantar-pa-svar/index.html").all(class_="tally")[0]
    rows = {chart: table(page, chart) for chart in ("outcomes", "gates", "answers", "sectors", "origins")}
    ideas, still_open, late = (places[name] for name in ("Idéer här", "Öppna", "Försenade svar"))
    elsewhere = places["Arbeten hos andra"]
    ideas["pipeline"], still_open["pipeline"], late["pipeline"], elsewhere["pipeline"] = pipeline
    ideas["outcomes"], elsewhere["outcomes"] = map(number, rows["outcomes"]["Summa"][:2])
    for chart in ("sectors", "origins"):
        ideas[chart] = sum(number(cells[0]) for cells in rows[chart].values())
        elsewhere[chart] = sum(number(cells[1]) for cells in rows[chart].values())
    elsewhere["stages"] = sum(number(cells[-1]) for cells in table(page, "records").values())
    ideas["list"], elsewhere["list"] = tally(pages, "ideer")[:2]
    ideas["flow"] = number(next(iter(table(page, "flow").values()))[0])
    still_open["outcomes"] = number(rows["outcomes"]["Öppen"][0])
    still_open["gates"] = sum(number(cells[0]) for cells in rows["gates"].values())
    still_open["awaiting"] = numbers(awaiting.text)[0]
    late["awaiting"] = sum(number(found.text) for found in awaiting.all(class_="late"))
    late["gates"] = sum(number(cells[-1]) for cells in rows["gates"].values())
    late["answers"] = number(column(page, "answers", "Försenade svar")["Alla grindar"])
    places["Bidrag"]["years"] = number(table(page, "grant-years")["Summa"][1])
    places["Organisationer"]["directory"] = tally(pages, "organisationer")[0]
    places["Kommuner"]["directory"] = tally(pages, "kommuner")[0]
    places["Lärdomar av avslutade"]["lessons"] = tally(pages, "lardomar")[1]
    agree({name: told for name, told in places.items() if len(told) > 1})
    assert {
        "Idéer här",
        "Arbeten hos andra",
        "Öppna",
        "Försenade svar",
        "Genomförda",
        "Nedlagda",
        "Bidrag",
    } <= {*places}
    assert [len(ideas), len(still_open), len(late)] == [8, 6, 5]


def test_stages(pages: dict[str, Published], page: markup.Element, settings: Record) -> None:
    """How many stand in each stage, and are open there: home, pipeline, figures, the stage's own page."""
    places: Places = defaultdict(dict)
    flow = column(page, "flow", "Står här")
    records = table(page, "records")
    for key, chamber, row in zip(
        settings["process"]["stages"],
        opened(pages, HOME).all("li", "chamber"),
        opened(pages, PIPELINE).all("li", "chamber-row"),
        strict=True,
    ):
        name = title(settings, "stages", key)
        here, still_open = places[key], places[f"{key}: open"]
        here["figures"] = number(flow[name])
        elsewhere = places[f"{key}: elsewhere"]
        elsewhere["figures"] = number(records.get(name, ["0"])[-1])
        here["home"] = number(chamber.one(class_="chamber__count").text)
        here["pipeline"], *others = (number(told.text) for told in row.all(class_="chamber-row__count"))
        elsewhere["pipeline"] = sum(others)
        kinds = by_kind(pages, f"skeden/{address(settings, 'stages', key)}")
        here["stage"], elsewhere["stage"] = kinds.get("idéer", 0), kinds.get("arbeten", 0)
        still_open["home"] = number(chamber.one(class_="chamber__note").text)
        waits = row.all("ul", "chamber-row__waits")
        still_open["pipeline"] = number(waits[0].text) if waits else 0
        if "Öppen" in heads(page, "flow"):
            still_open["figures"] = number(column(page, "flow", "Öppen")[name])
    agree(places)


def test_gates(pages: dict[str, Published], page: markup.Element, settings: Record) -> None:
    """Ideas that passed each gate, those in front of it, their middle wait, and those that wait too long."""
    places: Places = defaultdict(dict)
    passed = dict(zip(settings["process"]["gates"], table(page, "passages")["Summa"], strict=True))
    for bar in opened(pages, PIPELINE).all("div", "gate"):
        key = bar.one(class_="gate__key").text
        places[f"{key} passed"]["pipeline"] = numbers(bar.one(class_="gate__facts").text)[-1]
        places[f"{key} passed"]["figures"] = number(passed[key])
    waits = {row.split()[0]: cells for row, cells in table(page, "gates").items()}
    for row in opened(pages, PIPELINE).all("li", "chamber-row"):
        told = row.all("ul", "chamber-row__waits")
        gate = [bar.one(class_="gate__key").text for bar in row.all("div", "gate")][-1:]
        if told and gate[0] in waits:
            parts = [(number(item.text), item.text) for item in told[0].all("li")]
            cells = [number(cell) if cell[0].isdigit() else 0 for cell in waits[gate[0]]]
            places[f"{gate[0]} waiting"] = {"pipeline": parts[0][0], "figures": cells[0]}
            middle = [days for days, words in parts if words.startswith("hälften")]
            places[f"{gate[0]} middle"] = {"pipeline": sum(middle), "figures": cells[2]}
            late = [count for count, words in parts if words.endswith(("försenat svar", "försenade svar"))]
            places[f"{gate[0]} late"] = {"pipeline": sum(late), "figures": cells[-1]}
    agree(places)
    assert any("waiting" in name for name in places)


@pytest.mark.parametrize(
    ("chart", "folder", "facet"), [("sectors", "sektorer", "sector"), ("origins", "ursprung", "origin")]
)
def test_groups(
    pages: dict[str, Published],
    page: markup.Element,
    settings: Record,
    found: Catalogue,
    chart: str,
    folder: str,
    facet: str,
) -> None:
    """Ideas and research of a sector or origin are as many as its own page lists, and as the topics say."""
    topics = {
        item.one("a").attributes["href"].strip("./"): number(item.one(class_="count").text)
        for item in opened(pages, "amnen/index.html").all("li")
        if item.all(class_="count")
    }
    rows = table(page, chart)
    places: Places = defaultdict(dict)
    for key in found.grouped(facet):
        cells = rows[title(settings, chart, key)]
        where = f"{folder}/{address(settings, chart, key)}"
        places[key]["figures"] = sum(number(cells[at]) for at in (0, 1, -1))
        places[key]["list"] = sum(by_kind(pages, where).values())
        places[key]["topics"] = topics[where]
    agree(places)


def test_outcomes(pages: dict[str, Published], page: markup.Element, settings: Record) -> None:
    """Each outcome has as many ideas as its own page lists."""
    told = table(page, "outcomes")
    for key, name in outcomes(settings).items():
        if name in told:
            where = ADDRESSES.get(key) or address(settings, "outcomes", key)
            kinds = by_kind(pages, f"utfall/{where}")
            counted = kinds.get("idéer", 0), kinds.get("arbeten", 0)
            assert (*counted, sum(counted)) == tuple(map(number, told[name]))


def test_the_longest_wait(pages: dict[str, Published], page: markup.Element) -> None:
    """The idea that waits longest is the same one, with the same days, where answers are awaited."""
    told = counters(page)["Äldsta obesvarade"]
    awaiting = opened(pages, "vantar-pa-svar/index.html").one("header", "page-head").all("p")[-2]
    assert number(awaiting.text) == number(value(page, "Äldsta obesvarade"))
    assert awaiting.one("a").text == told.one(class_="figure__below").text


def test_charts_say_what_their_tables_say(page: markup.Element) -> None:
    """A number written in a picture stands in the table too."""
    charts = {"passages": 0, "outcomes": 2, "sectors": 0, "origins": 0, "funders": 1, "money-sectors": 1}
    for chart, at in charts.items():
        drawn = [text.text for text in page.by_id(chart).all("text", "chart__value")]
        rows = table(page, chart)
        cells = rows["Summa"] if chart == "passages" else [row[at] for row in rows.values()]
        if chart in {"sectors", "origins"}:
            cells = [str(number(row[0]) + number(row[1])) for row in rows.values()]
        assert drawn
        assert set(drawn) <= set(cells), chart


def test_both_languages_say_the_same(pages: dict[str, Published], page: markup.Element) -> None:
    """The English page has the same numbers in the same tables."""
    english = opened(pages, "en/figures/index.html")
    for here, there in zip(page.all("table"), english.all("table"), strict=True):
        for ours, theirs in zip(here.all("td"), there.all("td"), strict=True):
            assert _digits(ours.text) == _digits(theirs.text)
    for name in ("figure__value", "figure__below"):
        told = [[_digits(found.text) for found in read.all(class_=name)] for read in (page, english)]
        assert told[0] == told[1]


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def test_what_is_there_as_data_is_what_is_shown(
    found: Catalogue, pages: dict[str, Published], page: markup.Element
) -> None:
    """It holds the numbers of the page, and the ideas that they speak of."""
    record = json.loads(catalogues.text_in(pages, "nyckeltal/figures.json"))
    names = {"ideas": "Idéer här", "open": "Öppna", "overdue": "Försenade svar", "granted": "Bidrag"}
    assert {record[key] for key in names} == {number(value(page, name)) for name in names.values()}
    passed = [gate["passed"] for gate in record["flow"]["gates"]]
    assert passed == list(map(number, table(page, "passages")["Summa"]))
    assert [share["grants"]["known"] for share in record["money"]["by_funder"]] == [
        number(cells[1]) if cells[1][0].isdigit() else 0
        for row, cells in table(page, "funders").items()
        if row != "Summa"
    ]
    waits = [wait["entry"] for wait in record["waits"]]
    assert sorted(waits) == sorted(entry.slug for entry in found.ideas if Derived(found).of(entry).wait)
    assert record["oldest"]["entry"] in waits
    assert (
        len(record["reused"]["entries"])
        == record["reused"]["ideas"]
        == number(value(page, "Använda av andra"))
    )
