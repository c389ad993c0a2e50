"""`idesluss write`: where it writes, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from idesluss.cli.every import app
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

RUNNER = CliRunner()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    catalogues.lay(tmp_path, project.BASE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IDESLUSS_SEARCH", "off")
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    return tmp_path


def test_it_says_how_many_pages_there_are_and_where(root: Path) -> None:
    """As many as there are files."""
    done = RUNNER.invoke(app, ["write", "ut", "--lang", "en"])
    assert done.exit_code == 0, done.output
    pages = [path for path in (root / "ut" / "content").rglob("*") if path.is_file()]
    assert done.output == f"Wrote {len(pages)} pages to ut, with files and data beside them.\n"
    assert (root / "ut" / "content" / "ideer" / "2025" / "trygg-hemgang" / "page.html").exists()
    assert (root / "ut" / "static" / "ideer" / "2025" / "trygg-hemgang" / "skiss.png").exists()


@pytest.mark.parametrize("name", ["ideas", "egen", "fil", "."])
def test_what_belongs_to_somebody_else_is_let_be(root: Path, name: str) -> None:
    """A folder with other things in it, the catalogue's own too, and a file."""
    (root / "egen").mkdir()
    (root / "egen" / "anteckning.txt").write_text("x", encoding="utf-8")
    (root / "fil").write_text("x", encoding="utf-8")
    before = project.snapshot(root)
    done = RUNNER.invoke(app, ["write", name])
    assert done.exit_code == 2
    assert f"{name} innehåller något annat" in done.output
    assert project.snapshot(root) == before


def test_an_error_leaves_what_was_written(root: Path) -> None:
    """The page says nothing new until the catalogue is right."""
    assert RUNNER.invoke(app, ["write", "ut"]).exit_code == 0
    before = project.snapshot(root / "ut")
    idea = root / "ideas" / "2025" / "trygg-hemgang" / "idea.md"
    idea.write_text(idea.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    done = RUNNER.invoke(app, ["write", "ut"])
    assert done.exit_code == 1
    assert "[unknown_field]" in done.output
    assert project.snapshot(root / "ut") == before


def test_a_page_of_the_program_is_not_written_over(root: Path) -> None:
    """By a picture in docs/ that lies where the program has a file."""
    picture = root / "docs" / "ideer" / "2025" / "trygg-hemgang" / "skiss.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes((root / "ideas" / "2025" / "trygg-hemgang" / "skiss.png").read_bytes())
    done = RUNNER.invoke(app, ["write", "ut"])
    assert done.exit_code == 1
    assert "docs/ideer/2025/trygg-hemgang/skiss.png" in done.output
    assert not (root / "ut").exists()


def test_an_address_that_is_none_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the variable's name."""
    monkeypatch.setenv("IDESLUSS_SITE_URL", "katalog.example")
    done = RUNNER.invoke(app, ["write", "ut"])
    assert done.exit_code == 2
    assert "IDESLUSS_SITE_URL" in done.output
    assert not (root / "ut").exists()
