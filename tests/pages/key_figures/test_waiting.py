"""Who waits and for how long, and which answers came in time, counted again from the files."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING

from tests.support import catalogues, markup
from tests.support.figure_catalogues import lay_figures
from tests.support.figure_pages import NONE, column, counters, number, opened, table, value
from tests.support.file_figures import (
    Record,
    answer_days,
    decisions,
    gate_ahead,
    is_late,
    is_running,
    title,
    waited_days,
)

if TYPE_CHECKING:
    from pathlib import Path


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
    assert number(value(page, "Median för väntetiden")) == round(median(promised))


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
    names = ("I tid", "För sent", "Försenade svar", "Går inte att mäta")
    columns = [column(page, "answers", name) for name in names]
    found = {row.split()[0]: [number(held[row]) for held in columns] for row in columns[0]}
    assert found == expected
    shares = {row.split()[0]: share for row, share in column(page, "answers", "Andel i tid").items()}
    for row, (in_time, too_late, waiting, _) in expected.items():
        due = in_time + too_late + waiting
        assert shares[row] == (f"{round(100 * in_time / due)} procent" if due else NONE)
    assert number(value(page, "Svar i tid")) == round(100 * sums[0] / sum(sums[:3]))


def test_the_made_answers_are_of_every_sort(tmp_path: Path) -> None:
    """Else `test_answers` would show little."""
    root = lay_figures(tmp_path, "made")
    page = opened(catalogues.publish_all(catalogues.read(root)), "nyckeltal/index.html")
    rows = table(page, "answers")
    everything = list(map(number, [*rows["Alla grindar"][1:4], rows["Alla grindar"][6]]))
    assert everything == [8, 4, 2, 3]
    assert number(column(page, "gates", "Hälften minst, dagar")["G2 Förstudiebeslut"]) > 600
