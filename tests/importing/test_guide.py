"""The guide for importers: every step of it does what it says, in a fresh folder and in both languages."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from idesluss.importing.import_map import BodyPart, CurrencyRate, ImportMap, ValueFrom
from idesluss.importing.map_file import shipped_maps
from idesluss.model import field_help
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language

PAGES: list[tuple[str, Language]] = [("importera.md", "sv"), ("en/import.md", "en")]
_BLOCK = re.compile(r"^( *)```(csv|yaml|console)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_FILES = {"csv": "forslag.csv", "yaml": "karta.yml"}
# Of each command in the guide: how it ends, and what it says in both languages.
_ENDS = {
    "import forslag.csv --suggest": (0, r"title: (?:Rubrik|Title)\n"),
    "import forslag.csv --map karta.yml --dry-run": (1, r"2 (?:nya poster|new entries)\n  1 (?:rad|row) "),
    "import forslag.csv --map karta.yml": (1, r"2 (?:filer skrivna|files written)\."),
    "check": (0, r"Inga fel|No errors|No problems"),
}


def text_of(page: str) -> str:
    return (project.ROOT / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "language"), PAGES)
def test_each_step_does_what_it_says(
    page: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sheet and the map as they stand on the page, saved where it says."""
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    monkeypatch.chdir(catalogues.lay(tmp_path, project.BASE))
    run = []
    for _, kind, content in _BLOCK.findall(text_of(page)):
        written = textwrap.dedent(content)
        if kind in _FILES:
            (tmp_path / _FILES[kind]).write_text(written, encoding="cp1252" if kind == "csv" else "utf-8")
            continue
        command = written.strip().removeprefix("$ idesluss ")
        done = CliRunner().invoke(app, [*command.split(), "--lang", language])
        code, words = _ENDS[command]
        assert done.exit_code == code, done.output
        assert re.search(words, done.output), done.output
        run.append(command)
    assert run == [*_ENDS]
    assert len(list(tmp_path.glob("ideas/*/*/idea.md"))) == 4


@pytest.mark.parametrize(("page", "language"), PAGES)
def test_all_that_a_map_can_say_is_explained(page: str, language: Language) -> None:
    """Each key of it in the words that messages use, and each map that comes with the program."""
    text = text_of(page)
    for record in (ImportMap, ValueFrom, BodyPart, CurrencyRate):
        rows = [f"| `{name}` | {field_help(record, name).in_(language)} |" for name in record.model_fields]
        assert [row for row in rows if row not in text] == []
    assert [name for name in shipped_maps() if f"- `{name}`" not in text] == []
