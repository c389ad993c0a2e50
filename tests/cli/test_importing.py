"""The command `import`: what it writes, what it tells, and how it ends."""

from __future__ import annotations

import csv
import json
import os
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

MAP = """source: forslag
id: Nr
fields:
  title: Rubrik
  sector: { value: samhallsbyggnad }
  stage: { value: project }
  coordinator.organisation: Vem
  sources.url: { value: "https://storby.example/forslag" }
  sources.read: { value: "2026-11-20" }
"""
SHEET = "Nr;Rubrik;Vem\n1;Räcke vid trappan;Räckesbolaget AB\n2;;Storby kommun\n"
PATH = "ideas/2026/racke-vid-trappan/idea.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    monkeypatch.chdir(catalogues.lay(tmp_path, project.BASE))
    (tmp_path / "karta.yml").write_text(MAP, encoding="utf-8")
    (tmp_path / "ark.csv").write_text(SHEET, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, ["import", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_dry_run_writes_nothing(here: Path) -> None:
    """Nor a list of words to add."""
    before = files(here)
    result = run("ark.csv", "--map", "karta.yml", "--dry-run")
    assert result.exit_code == 1
    assert "1 ny post\n  1 rad blir ingen post" in result.output
    assert "Inget är skrivet. Utan --dry-run skrivs 1 fil." in result.output
    assert files(here) == before


def test_words_that_the_lists_lack_are_proposed(here: Path) -> None:
    """As a table beside the catalogue, while the entry is written without them."""
    result = run("ark.csv", "--map", "karta.yml", "--out", "ord")
    with (here / "ord" / "organisations.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == [
            {"key": "rackesbolaget-ab", "name": "Räckesbolaget AB", "kind": "company"}
        ]
    assert "ord/organisations.csv" in result.output
    assert "coordinator" not in (here / PATH).read_text(encoding="utf-8")
    assert not (here / "ideas" / "vocabularies").exists()


def test_words_are_added_where_that_is_asked_for(here: Path) -> None:
    result = run("ark.csv", "--map", "karta.yml", "--add-terms")
    assert "organisation: rackesbolaget-ab" in (here / PATH).read_text(encoding="utf-8")
    assert (here / "ideas/vocabularies/organisations.yml").exists()
    assert not (here / "import-terms").exists()
    assert "3 filer skrivna." in result.output
    assert CliRunner().invoke(app, ["check"]).exit_code == 0


def test_each_row_is_told_on_demand(here: Path) -> None:
    assert here.is_dir()
    assert "  rad 3: Titeln saknas" in run("ark.csv", "--map", "karta.yml", "--dry-run", "--rows").output
    assert "Row by row:" in run("ark.csv", "--map", "karta.yml", "--dry-run", "--rows", "--lang", "en").output


def test_the_report_for_programs_has_everything(here: Path) -> None:
    """And nothing else stands beside it."""
    assert here.is_dir()
    told = json.loads(run("ark.csv", "--map", "karta.yml", "--format", "json").stdout)
    assert told["rows"] == {"new": 1, "updated": 0, "unchanged": 0, "refused": 1, "duplicate": 0}
    assert [(cause["group"], cause["key"], cause["count"]) for cause in told["causes"]] == [
        ("refused", "no_title", 1),
        ("left", "term", 1),
        ("changed", "summary_made", 1),
    ]
    assert told["terms"]["organisations"][0]["count"] == 1
    assert told["entries_by_path"][0] == {"path": "", "rows": [3], "id": "2", "fate": "refused"}


def test_what_the_sheet_lacks_can_be_given(here: Path) -> None:
    (here / "karta.yml").write_text(
        MAP.replace('  sources.read: { value: "2026-11-20" }\n', ""), encoding="utf-8"
    )
    assert "0 nya poster" in run("ark.csv", "--map", "karta.yml", "--dry-run").output
    result = run("ark.csv", "--map", "karta.yml", "--dry-run", "--set", "sources.read=2026-11-20")
    assert "1 ny post" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ark.csv"], "Säg vilken karta som gäller med --map."),
        (
            ["ark.csv", "--map", "ingen"],
            "ingen är varken en fil eller en av kartorna som följer med: ideascale",
        ),
        (["borta.csv", "--map", "karta.yml"], "borta.csv går inte att läsa."),
        (["tomt.csv", "--map", "karta.yml"], "tomt.csv går inte att läsa: den har inga rader."),
        (["ark.csv", "--map", "karta.yml", "--set", "rubrik"], "rubrik går inte att sätta."),
        (["ark.csv", "--map", "ips-explorer-jrc"], "Kolumnen `name` finns inte i bladet."),
    ],
)
def test_wrong_use_is_told(here: Path, arguments: list[str], words: str) -> None:
    """With what to do instead, and nothing is written."""
    (here / "tomt.csv").write_text("", encoding="utf-8")
    before = files(here)
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert files(here) == before


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_file_that_is_no_sheet_is_told(here: Path, language: str) -> None:
    """With its name, the reason and what to do; a pipe is not waited for."""
    os.mkfifo(here / "pipa")
    (here / "sida.xls").write_text("<html><table></table></html>", encoding="utf-8")
    for name, words in (
        ("pipa", {"sv": "pipa går inte att läsa.", "en": "pipa cannot be read."}),
        ("sida.xls", {"sv": "Öppna den i ett kalkylprogram", "en": "Open it in a spreadsheet program"}),
    ):
        result = run(name, "--map", "karta.yml", "--lang", language)
        assert (result.exit_code, words[language] in result.output) == (2, True), result.output
    assert run("ark.csv", "--map", "pipa").exit_code == 2


def test_a_list_that_would_be_too_large_is_not_written(here: Path) -> None:
    """The catalogue could not read it again."""
    rows = "".join(
        f"{n};Räcke vid trappa {n};Bolaget för mycket långa räcken i trappa nummer {n} AB\n"
        for n in range(3000)
    )
    (here / "ark.csv").write_text(SHEET.split("\n", maxsplit=1)[0] + "\n" + rows, encoding="utf-8")
    before = files(here)
    result = run("ark.csv", "--map", "karta.yml", "--add-terms")
    assert result.exit_code == 2
    assert "ideas/vocabularies/organisations.yml skulle bli" in result.output
    assert files(here) == before
