"""Entries of one import stand on one line of the report; what somebody edits stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import catalogues, gitrepo, project
from tests.support.sheets import csv_of

if TYPE_CHECKING:
    from pathlib import Path

MAP = """source: forslag
id: Nr
fields:
  title: Rubrik
  sector: { value: samhallsbyggnad }
  stage: { value: project }
  target_group: Resultat
  sources.url: { value: "https://storby.example/forslag" }
  sources.read: { value: "2026-11-20" }
"""
COUNT = 30


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    folder = catalogues.lay(gitrepo.start(tmp_path / "r"), project.BASE)
    gitrepo.commit(folder, "base")
    (tmp_path / "karta.yml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def bring(root: Path, result: str, count: int = COUNT) -> None:
    rows = [["Nr", "Rubrik", "Resultat"], *([str(n), f"Räcke vid trappa {n}", result] for n in range(count))]
    sheet = root.parent / "ark.csv"
    sheet.write_text(csv_of(rows), encoding="utf-8")
    done = CliRunner().invoke(app, ["import", str(sheet), "--map", str(root.parent / "karta.yml")])
    assert done.exit_code == 0, done.output
    gitrepo.commit(root, "import")


def report(*options: str) -> str:
    done = CliRunner().invoke(app, ["report", "--base", "HEAD~1", *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_many_new_entries_are_one_line(root: Path) -> None:
    """With how many there are, some of them, and who approves; all of them where that is asked for."""
    bring(root, "Räcket är på plats.")
    text = report()
    assert text.count("\n") < 20
    assert "**30 nya poster** ur forslag, som `ideas/2026/racke-vid-trappa-0/idea.md`" in text
    assert "Godkänns av Granskare" in text
    assert report("--whole").count("\n## Räcke vid trappa") == COUNT


def test_many_updated_entries_are_one_line(root: Path) -> None:
    bring(root, "Räcket är på plats.")
    bring(root, "Räcket är på plats och målat.")
    assert "**30 uppdaterade poster** ur forslag" in report()


def test_a_few_are_told_one_by_one(root: Path) -> None:
    bring(root, "Räcket är på plats.", 3)
    assert report().count("\n## Räcke vid trappa") == 3


def test_what_somebody_edits_stands_by_itself(root: Path) -> None:
    """An edit of an entry that was imported once is no part of an import."""
    bring(root, "Räcket är på plats.")
    for path in sorted(root.glob("ideas/2026/racke-*/idea.md"))[:15]:
        path.write_text(path.read_text(encoding="utf-8").replace("på plats", "rivet"), encoding="utf-8")
    gitrepo.commit(root, "edit")
    assert report().count("\n## Räcke vid trappa") == 15
