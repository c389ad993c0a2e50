"""Maps that are proposed from a sheet: each can be read, and says what it is unsure of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.importing.map_file import read_map
from idesluss.importing.read_sheet import read_sheet
from idesluss.importing.suggest import suggested_map
from tests.support import catalogues, project
from tests.support.sheets import csv_of, imported

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

NORWEGIAN = [
    ["Saksnummer", "Tittel", "Beskrivelse", "Opprettet", "Beløp", "Innsender", "Status", "Kommentar"],
    *(
        [
            f"24/{n}",
            f"Lys i parken {n}",
            "Parken er mørk om kvelden, så folk går en omvei. " * 3,
            f"{n % 28 + 1}.0{n % 9 + 1}.2024",
            f"kr {n + 100} 000",
            f"navn{n}@post.no",
            ["Ny", "Ferdig"][n % 2],
            f"K{n}",
        ]
        for n in range(40)
    ),
]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return catalogues.read(catalogues.lay(tmp_path, project.BASE))


def suggested(catalogue: Catalogue, content: bytes, name: str = "ark.csv") -> str:
    return suggested_map(name, read_sheet(name, content), catalogue, "sv")


def test_a_sheet_of_another_country(catalogue: Catalogue) -> None:
    """By headings and by values; persons are left out, and what is guessed says so."""
    text = suggested(catalogue, csv_of(NORWEGIAN).encode("cp1252"))
    import_map = read_map("karta.yml", text.encode()).import_map
    assert import_map, text
    columns = {path: spec.column for path, spec in import_map.fields.items() if spec.column}
    assert columns == {
        "title": ("Tittel",),
        "summary": ("Beskrivelse",),
        "period.start": ("Opprettet",),
        "grants.awarded": ("Beløp",),
        "stage": ("Status",),
    }
    assert (import_map.id, import_map.persons) == (("Saksnummer",), ("Innsender",))
    assert "osäkert" in text


MUNICIPAL = [
    ["Dnr", "Förslag", "Förvaltning", "Beslutad budget (tkr)", "Støtte (NOK)", "Ansvarig", "Status"],
    ["KS 1", "Räcke vid trappan", "Vård", "250", "", "Anna Ek", "Projekt"],
    ["KS 1", "Räcke vid trappan", "Vård", "1 250", "", "Bo Al", "Projekt"],
    ["KS 2", "Bänk vid torget", "Rymden", "2,5 mkr", "", "Åsa Öd-Ek", "Vilande"],
]


def test_what_a_heading_says_of_its_values_is_taken(catalogue: Catalogue) -> None:
    """The unit in brackets, a number that stands on several rows, names where somebody is answerable."""
    text = suggested(catalogue, csv_of(MUNICIPAL).encode())
    import_map = read_map("karta.yml", text.encode()).import_map
    assert import_map, text
    assert (import_map.id, import_map.several_rows) == (("Dnr",), "true")
    assert import_map.fields["grants.awarded"].unit == "tkr"
    assert import_map.persons == ("Ansvarig",)
    assert "grants.reference" not in import_map.fields


def test_values_that_the_lists_lack_are_laid_beside_the_nearest(catalogue: Catalogue) -> None:
    """Those that the lists have need nothing said of them."""
    text = suggested(catalogue, csv_of(MUNICIPAL).encode())
    import_map = read_map("karta.yml", text.encode()).import_map
    assert import_map, text
    assert import_map.fields["sector"].terms == {"Vård": "vard-och-omsorg", "Rymden": "vard-och-omsorg"}
    assert "Vård: vard-och-omsorg   # osäkert: närmast i listan\n" in text
    assert "Rymden: vard-och-omsorg   # osäkert: välj en ur listan\n" in text
    assert [*import_map.fields["stage"].terms] == ["Vilande"]


def test_a_currency_in_a_heading_asks_for_its_rate(catalogue: Catalogue) -> None:
    rows = [["Tittel", "Beløp (NOK)"], ["Lys i parken", "1 250 000,00"], ["Sansehage", "kr 300.000,-"]]
    text = suggested(catalogue, csv_of(rows).encode())
    assert 'grants.awarded: { column: "Beløp (NOK)", currency: NOK }' in text
    assert "# currencies: { NOK: { rate: …, day: … } }" in text


def test_a_suggestion_can_be_tried_at_once(catalogue: Catalogue) -> None:
    """Each row of the sheet becomes an entry by it, once the places to fill in are."""
    text = suggested(catalogue, csv_of(NORWEGIAN).encode("cp1252"))
    for name, value in (("sources.url", "https://storby.example/"), ("sources.read", "2026-11-20")):
        text = text.replace("fields:\n", f"fields:\n  {name}: {{ value: {value} }}\n")
    result = imported(catalogue, "ark.csv", csv_of(NORWEGIAN).encode("cp1252"), text)
    assert dict(result.row_counts) == {"new": 40}


def test_a_sheet_that_a_shipped_map_is_for_gets_that(catalogue: Catalogue) -> None:
    head = [
        "id",
        "name",
        "url",
        "description",
        "status",
        "primary_sector",
        "technology",
        "start_date",
        "end_date",
    ]
    text = suggested(catalogue, csv_of([head, list("123456789")]).encode())
    assert "--map ips-explorer-jrc" in text.split("\n")[0]


def test_columns_without_telling_names_are_known_by_their_values(catalogue: Catalogue) -> None:
    rows = [
        ["A", "B", "C"],
        *(
            [
                f"Bro nummer {n} över ån",
                f"https://storby.example/{n}",
                "Ån är bred där många går, och en bro saknas. " * 3,
            ]
            for n in range(9)
        ),
    ]
    text = suggested(catalogue, csv_of(rows).encode())
    import_map = read_map("karta.yml", text.encode()).import_map
    assert import_map, text
    assert {path: import_map.fields[path].column for path in ("title", "summary", "sources.url")} == {
        "title": ("A",),
        "summary": ("C",),
        "sources.url": ("B",),
    }


@pytest.mark.parametrize(
    "content",
    [b"a;b\n1;2\n", b'[{"x": {"y: z": "a, b"}, "#": "[]", "true": 1}]', b"\xc3\x84rende: nr;x\n1;{a}\n"],
)
def test_whatever_the_names_the_map_can_be_read(catalogue: Catalogue, content: bytes) -> None:
    """Names that YAML would take for something else stand within quotation marks."""
    text = suggested(catalogue, content, "a.json" if content[:1] == b"[" else "a.csv")
    problems = [p for p in read_map("karta.yml", text.encode()).problems if p.rule == "yaml"]
    assert problems == [], text
