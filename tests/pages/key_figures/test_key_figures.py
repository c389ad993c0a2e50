"""The page Figures: every number counted again from the files, by code that shares nothing with it."""

from __future__ import annotations

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, file_figures, markup
from tests.support.figure_catalogues import CONTENTS, lay_figures
from tests.support.figure_pages import (
    NONE,
    column,
    counters,
    grant_cells,
    heads,
    note,
    number,
    numbers,
    opened,
    table,
    value,
)
from tests.support.file_figures import (
    Record,
    amount,
    answer_days,
    budget,
    came_in,
    closed_on,
    coordinator,
    decisions,
    gate_ahead,
    grants,
    is_late,
    is_running,
    known_sum,
    money,
    month,
    outcomes,
    title,
    waited_days,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module", params=CONTENTS)
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_figures(tmp_path_factory.mktemp("figures"), request.param)


@pytest.fixture(scope="module")
def page(root: Path) -> markup.Element:
    return opened(catalogues.publish_all(catalogues.read(root)), "nyckeltal/index.html")


@pytest.fixture(scope="module")
def settings(root: Path) -> Record:
    return file_figures.settings(root)


@pytest.fixture(scope="module")
def records(root: Path) -> list[Record]:
    return file_figures.records(root)


@pytest.fixture(scope="module")
def ideas(records: list[Record]) -> list[Record]:
    return [record for record in records if record.get("kind") != "research"]


@pytest.fixture(scope="module")
def gates(settings: Record) -> Record:
    found: Record = settings["process"]["gates"]
    return found


def test_counters(page: markup.Element, ideas: list[Record], records: list[Record], gates: Record) -> None:
    """The counters of today."""
    told = Counter(record.get("outcome") for record in ideas)
    holders = [record.get(name) for record in records for name in ("coordinator", "recipient", "owner")]
    holders += [grant.get("coordinator") for grant in grants(records)]
    holders += [partner for record in records for partner in record.get("partners", [])]
    expected = {
        "Idéer": len(ideas),
        "Öppna": told["open"],
        "Väntar för länge": sum(is_late(record, gates) for record in ideas),
        "Genomförda": told["completed"],
        "Nedlagda": told["stopped"],
        "Organisationer": len({holder["organisation"] for holder in holders if holder}),
        "Kommuner": len({key for record in records for key in record.get("municipalities", [])}),
        "Forskning bredvid": len(records) - len(ideas),
        "Bidrag": known_sum(grants(ideas)),
        "Antal bidrag": len(grants(ideas)),
        "Budget i planer": sum(int(line["amount"]) for line in budget(ideas)),
    }
    assert {name: number(value(page, name)) for name in expected} == expected


def test_every_counter_has_its_definition(page: markup.Element) -> None:
    """Beside each number stands what it means; beside each chart what is drawn, and what it shows."""
    found = page.all("div", "figure")
    assert len(found) >= 15
    assert all(len(figure.one(class_="figure__help").text) > 15 for figure in found)
    charts = page.all("figure")
    assert len(charts) == 13
    for chart in charts:
        assert chart.one("h3").text
        assert chart.one(class_="chart-figure__reading").text.endswith(".")
        assert len(chart.one(class_="chart-figure__help").text) > 30


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


def test_flow(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """How many have come to each stage, gone on, and stand there with which outcome."""
    stages = list(settings["process"]["stages"])
    at = Counter(stages.index(record["stage"]) for record in ideas)
    used = [key for key in outcomes(settings) if any(record.get("outcome") == key for record in ideas)]
    assert heads(page, "flow")[4:] == [outcomes(settings)[key] for key in used]
    expected = {}
    for n, stage in enumerate(stages):
        here = [record.get("outcome") for record in ideas if record["stage"] == stage]
        reached = sum(count for m, count in at.items() if m >= n)
        split = [here.count(key) for key in used]
        expected[title(settings, "stages", stage)] = [reached, reached - len(here), len(here), *split]
    assert {row: list(map(number, cells)) for row, cells in table(page, "flow").items()} == expected


def test_passages(page: markup.Element, ideas: list[Record], gates: Record) -> None:
    """Each idea once at each gate that it has a decision to go on at, in the year of the latest."""
    years: Counter[tuple[str, str]] = Counter()
    for record in ideas:
        latest = {d["gate"]: d["date"][:4] for d in decisions(record) if d["verdict"] == "go"}
        years.update((year, gate) for gate, year in latest.items())
    expected = {year: [years[year, gate] for gate in gates] for year, _ in years}
    expected["Summa"] = [sum(row[at] for row in expected.values()) for at in range(len(gates))]
    assert heads(page, "passages")[1:] == list(gates)
    assert {row: list(map(number, cells)) for row, cells in table(page, "passages").items()} == expected


def test_outcomes(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """Every outcome of the process, and unknown where there is one."""
    told = Counter(record.get("outcome") for record in ideas)
    names = {key: name for key, name in outcomes(settings).items() if key or told[None]}
    expected = {name: told[key] for key, name in names.items()} | {"Summa": len(ideas)}
    assert {row: number(cells[0]) for row, cells in table(page, "outcomes").items()} == expected


def test_waits(page: markup.Element, ideas: list[Record], settings: Record, gates: Record) -> None:
    """Those in front of each gate, the middle and longest wait, the promise, and the late ones."""
    here: dict[str, list[Record]] = defaultdict(list)
    for record in ideas:
        if record.get("outcome") == "open":
            here[gate_ahead(record, gates)].append(record)
    expected = {}
    for gate in filter(here.get, gates):
        days = [
            wait
            for record in here[gate]
            if (wait := waited_days(record)) is not None and not is_running(record)
        ]
        none = "–" if all(map(is_running, here[gate])) else "uppgift saknas"
        summed = [round(median(days)), max(days)] if days else [none] * 2
        expected[f"{gate} {title(settings, 'gates', gate)}"] = [
            len(here[gate]),
            sum(map(is_running, here[gate])),
            *summed,
            int(gates[gate]["answer_days"]) if "answer_days" in gates[gate] else "inget löfte",
            sum(is_late(record, gates) for record in here[gate]),
        ]
    found = {
        row: [int(cell.replace(" ", "")) if cell[0].isdigit() else cell for cell in cells]
        for row, cells in table(page, "gates").items()
    }
    assert found == expected


def test_oldest_and_middle(page: markup.Element, ideas: list[Record], gates: Record) -> None:
    """The longest wait that no period excuses; the middle of those that were promised an answer."""
    still = [
        r for r in ideas if r.get("outcome") == "open" and not is_running(r) and waited_days(r) is not None
    ]
    days = {record["title"]: waited_days(record) or 0 for record in still}
    assert number(value(page, "Äldsta obesvarade")) == max(days.values())
    oldest = counters(page)["Äldsta obesvarade"].one(class_="figure__below").text
    assert days[oldest] == max(days.values())
    promised = [days[r["title"]] for r in still if "answer_days" in gates[gate_ahead(r, gates)]]
    assert number(value(page, "Väntan i mitten")) == round(median(promised))


def test_answers(page: markup.Element, ideas: list[Record], gates: Record) -> None:
    """Decisions in time and too late, ideas that wait past the promise, and what cannot be measured."""
    days: dict[str, list[int | None]] = {gate: [] for gate in gates}
    for record in ideas:
        for decision, passed in zip(decisions(record), answer_days(record), strict=True):
            days[decision["gate"]].append(passed if "answer_days" in gates[decision["gate"]] else None)
    late = Counter(gate_ahead(record, gates) for record in ideas if is_late(record, gates))
    expected = {}
    for gate, rule in gates.items():
        measured = [passed for passed in days[gate] if passed is not None]
        in_time = sum(passed <= int(rule["answer_days"]) for passed in measured) if measured else 0
        counted = [in_time, len(measured) - in_time, late[gate], len(days[gate]) - len(measured)]
        if any(counted):
            expected[gate] = counted
    sums = [sum(row[at] for row in expected.values()) for at in range(4)]
    expected["Alla"] = sums
    names = ("I tid", "För sent", "Väntar för länge", "Går inte att mäta")
    columns = [column(page, "answers", name) for name in names]
    found = {row.split()[0]: [number(held[row]) for held in columns] for row in columns[0]}
    assert found == expected
    shares = {row.split()[0]: share for row, share in column(page, "answers", "Andel i tid").items()}
    for row, (in_time, too_late, waiting, _) in expected.items():
        due = in_time + too_late + waiting
        assert shares[row] == (f"{round(100 * in_time / due)} procent" if due else NONE)
    assert number(value(page, "Svar i tid")) == round(100 * sums[0] / sum(sums[:3]))


def test_the_made_answers_are_of_every_sort(root: Path, page: markup.Element) -> None:
    """Else the test above would show little."""
    if "2025" in {file.parts[-3] for file in root.glob("ideas/*/broar-i-parken/idea.md")}:
        rows = table(page, "answers")
        everything = list(map(number, [*rows["Alla grindar"][1:4], rows["Alla grindar"][6]]))
        assert everything == [6, 4, 2, 3]
        assert number(column(page, "gates", "Hälften minst, dagar")["G2 Bedömning"]) > 600


Spans = Callable[[str], str]


def year(date: str) -> str:
    return date[:4]


@pytest.mark.parametrize(("chart", "spans"), [("came", month), ("years", year)])
def test_new_ideas(
    page: markup.Element, ideas: list[Record], settings: Record, chart: str, spans: Spans
) -> None:
    """By month and by year, with the outcome of today; the years also with what was decided and closed."""
    new = Counter((spans(date), record.get("outcome")) for record in ideas if (date := came_in(record)))
    used = [key for key in outcomes(settings) if any(record.get("outcome") == key for record in ideas)]
    pace = happened(ideas, settings, spans)
    expected = {}
    for span, counted in pace.items():
        row = [*(new[span, key] for key in used), counted[0]]
        if chart == "years" or counted[0]:
            expected[span] = row + counted[1:] * (chart == "years")
    assert {row: list(map(number, cells)) for row, cells in table(page, chart).items()} == expected


def test_pace(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """What came in, was decided and was closed in each month."""
    found = {row: list(map(number, cells)) for row, cells in table(page, "pace").items()}
    assert found == happened(ideas, settings, month)


def happened(ideas: list[Record], settings: Record, spans: Spans) -> dict[str, list[int]]:
    """New ideas, decisions and closed ideas in each month or year in which there are any."""
    new = Counter(spans(date) for record in ideas if (date := came_in(record)))
    decided = Counter(spans(decision["date"]) for record in ideas for decision in decisions(record))
    ended = Counter(spans(date) for record in ideas if (date := closed_on(record, settings)))
    return {span: [new[span], decided[span], ended[span]] for span in {*new, *decided, *ended}}


def test_what_has_no_month_is_told(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """Beside the charts stands how many are left out, or counted by another day; nothing where none is."""
    undated = sum(came_in(record) is None for record in ideas)
    by_grant = sum("submitted" not in record and came_in(record) is not None for record in ideas)
    approximate = sum(d.get("is_approximate") == "true" for record in ideas for d in decisions(record))
    unknown = sum(closed_on(record, settings) == "" for record in ideas)
    assert numbers(note(page, "came")) == [told for told in (undated, by_grant) if told]
    assert numbers(note(page, "pace")) == [told for told in (approximate, unknown) if told]


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


@pytest.mark.parametrize(
    ("chart", "field", "unknown"),
    [("sectors", "sector", "Ingen sektor"), ("origins", "origin", "Ursprung saknas")],
)
def test_groups(
    page: markup.Element, records: list[Record], settings: Record, chart: str, field: str, unknown: str
) -> None:
    """Ideas by outcome in each sector and origin, and the research beside them."""
    ideas = [record for record in records if record.get("kind") != "research"]
    used = [key for key in outcomes(settings) if any(record.get("outcome") == key for record in ideas)]
    expected = {}
    for key in {record.get(field) for record in records}:
        here = [record for record in records if record.get(field) == key]
        told = [record.get("outcome") for record in here if record in ideas]
        name = title(settings, chart, key) if key else unknown
        expected[name] = [len(told), *(told.count(outcome) for outcome in used), len(here) - len(told)]
    assert {row: list(map(number, cells)) for row, cells in table(page, chart).items()} == expected


def test_use_and_lessons(page: markup.Element, ideas: list[Record], settings: Record) -> None:
    """Ideas that others have taken up, and closed ones with a lesson written."""
    ended = [record for record in ideas if closed_on(record, settings) is not None]
    told = [record for record in ended if re.search(r"^## Lärdomar\n+\S", record["_body"], re.MULTILINE)]
    taken = {
        record["title"]: others
        for record in ideas
        if (
            others := [
                r["organisation"]
                for r in record.get("reused_by", [])
                if r["organisation"] != coordinator(record)
            ]
        )
    }
    assert number(value(page, "Använda av andra")) == len(taken)
    assert [link.text for held in page.all("ul", "reused") for link in held.all("a")] == sorted(
        taken, key=list(taken).index
    )
    below = {name: found.all(class_="figure__below") for name, found in counters(page).items()}
    if taken:
        assert number(below["Använda av andra"][0].text) == len(
            {name for held in taken.values() for name in held}
        )
    if "lessons" in settings["process"]["sections"]:
        assert number(value(page, "Lärdomar av avslutade")) == len(told)
        stopped = [record for record in told if record["outcome"] == "stopped"]
        assert number(value(page, "Lärdomar av nedlagda")) == len(stopped)
    assert number(below["Lärdomar av avslutade"][0].text) == len(ended)


def test_an_empty_catalogue_says_so(tmp_path: Path) -> None:
    """No picture of nothing, no number made up, and every chart says in words that there is nothing yet."""
    catalogues.lay(tmp_path)
    for folder in (tmp_path / "ideas").glob("20*"):
        shutil.rmtree(folder)
    page = opened(catalogues.publish_all(catalogues.read(tmp_path)), "nyckeltal/index.html")
    assert page.all("svg", "chart") == page.all("table") == []
    assert all(chart.one(class_="chart-figure__reading").text for chart in page.all("figure"))
    told = {name: found.one(class_="figure__value").text for name, found in counters(page).items()}
    assert set(map(number, told.values())) == {0}
    assert not {"Äldsta obesvarade", "Väntan i mitten", "Svar i tid"} & set(told)
    assert not [link for figure in page.all("div", "figure") for link in figure.all("a")]
