"""Maps: what is wrong with one is told at its place, with what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from idesluss.importing.map_file import judged_with_sheet, read_map, shipped_map, shipped_maps
from idesluss.importing.read_sheet import read_sheet
from idesluss.reading.problem import in_order
from idesluss.reporters import as_text
from idesluss.words import LANGUAGES
from tests.support import golden

if TYPE_CHECKING:
    from idesluss.words import Language

MAPS = Path(__file__).parent / "maps"
GOOD = "source: forslag\nid: Nr\nfields:\n  title: Rubrik\n  sector: Sektor\n"


WRONG = {
    "no_source": "id: Nr\nfields: { title: Rubrik, sector: Sektor }\n",
    "no_title": "source: forslag\nfields:\n  sector: Sektor\n",
    "no_field_near": f"{GOOD}  titel: Namn\n",
    "no_field": f"{GOOD}  qqqq: Namn\n",
    "no_inner_field": f"{GOOD}  grants.belopp: Namn\n",
    "not_filled": f"{GOOD}  decisions: Namn\n",
    "person": f"{GOOD}  summary: Kontakt\npersons: Kontakt\n",
    "unknown_key": f"{GOOD}rubriker: 3\n",
    "order": f"{GOOD}dates: dagen\n",
    "rate": f"{GOOD}currencies:\n  EUR: {{ rate: elva, day: 2024-06-28 }}\n",
    "currency": f"{GOOD}currencies:\n  euro: {{ rate: 11, day: 2024-06-28 }}\n",
    "tab": f"{GOOD}\tx\n",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", WRONG)
def test_what_is_wrong_is_told_at_its_place(reason: str, language: Language) -> None:
    """File, line, reason and remedy, as for all other files."""
    read = read_map("karta.yml", WRONG[reason].encode())
    assert read.import_map is None
    _expect(reason, as_text(in_order(read.problems), language), language)


def _expect(reason: str, report: str, language: Language) -> None:
    file = MAPS / f"{reason}.{language}.txt"
    if golden.WRITES:
        file.parent.mkdir(exist_ok=True)
        file.write_text(report, encoding="utf-8")
    assert report == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ["no_column", "no_column_near"])
def test_what_does_not_fit_the_sheet_is_told_at_its_place(reason: str, language: Language) -> None:
    title = "Rubriken" if reason == "no_column_near" else "Qqqq"
    read = read_map("karta.yml", GOOD.replace("Rubrik", title).encode())
    sheet = read_sheet("a.csv", b"Nr;Rubrik;Sektor\n1;b;c\n")
    _expect(reason, as_text(judged_with_sheet(read, sheet), language), language)


def test_columns_that_the_sheet_lacks_are_told() -> None:
    """An error where no entry comes of it, and else a warning; with the name that was meant."""
    read = read_map("karta.yml", GOOD.replace("Rubrik", "Rubriken").encode())
    sheet = read_sheet("a.csv", b"Nr;Rubrik;Annat\n1;b;c\n")
    problems = judged_with_sheet(read, sheet)
    assert [(p.severity, p.place.line, p.key) for p in problems] == [
        ("error", 4, "field.map_no_column_near"),
        ("warning", 5, "field.map_no_column"),
    ]
    assert problems[0].hint("sv") == "Menade du `Rubrik`?"
    assert "`Nr`, `Rubrik` eller `Annat`" in problems[1].hint("sv")


def test_of_several_columns_one_is_enough() -> None:
    read = read_map("karta.yml", GOOD.replace("title: Rubrik", "title: [Titel, Rubrik]").encode())
    assert judged_with_sheet(read, read_sheet("a.csv", b"Nr;Rubrik;Sektor\n1;b;c\n")) == []


def test_a_person_may_be_kept_on_purpose() -> None:
    written = f"{GOOD}  summary: Kontakt\npersons: Kontakt\nkept_persons: Kontakt\n"
    assert read_map("karta.yml", written.encode()).import_map


def test_a_value_may_be_given_beside_the_map() -> None:
    """It holds where the sheet has none."""
    read = read_map("karta.yml", GOOD.encode(), None, {"sector": "omsorg", "stage": "project"})
    assert read.import_map
    assert (read.import_map.fields["sector"].column, read.import_map.fields["sector"].otherwise) == (
        ("Sektor",),
        "omsorg",
    )
    assert read.import_map.fields["stage"].otherwise == "project"


@pytest.mark.parametrize("name", shipped_maps())
def test_a_shipped_map_has_nothing_wrong(name: str) -> None:
    assert read_map(f"{name}.yml", shipped_map(name)).problems == []
