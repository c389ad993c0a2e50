"""Files that are written from the model are what they would be if written now.

Those that are made of the shipped catalogue too are judged by `idesluss generate --check`, in `make lint`.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import generated as faces
from idesluss.generated.fields import field_pages
from idesluss.generated.session import readme_session
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = field_pages(catalogues.read(project.BASE.parent).settings)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base catalogue with this project's README."""
    root = catalogues.lay(tmp_path_factory.mktemp("generated"), project.BASE)
    shutil.copy(project.ROOT / "README.md", root)
    return root


def test_what_is_made_of_a_catalogue_is_here_too(root: Path) -> None:
    """Every file that would be written for a catalogue is one that this project has."""
    written = faces.faces(root)
    assert written.keys() > WRITTEN.keys()
    assert [path for path in written if not (project.ROOT / path).is_file()] == []


def test_the_session_shows_three_kinds_of_messages(root: Path) -> None:
    """A date that does not exist, a misspelt word and a personal number, as the checker tells them."""
    text = readme_session(root)["README.md"]
    shown = text.partition("<!-- session:start -->")[2].partition("<!-- session:end -->")[0]
    told = [rule for rule in checks.rules() if f"[{rule}]: " in shown]
    assert told == ["field", "personal_number", "unknown_term"]
    assert "20000229" not in text


def test_nothing_is_written_where_there_is_no_readme(tmp_path: Path) -> None:
    """A catalogue without a README gets none, and a README without a catalogue no session."""
    catalogues.lay(tmp_path / "catalogue", project.BASE)
    assert readme_session(tmp_path / "catalogue") == {}
    shutil.copy(project.ROOT / "README.md", tmp_path)
    assert readme_session(tmp_path) == {}


def test_the_session_is_as_the_catalogue_has_it(root: Path, tmp_path: Path) -> None:
    """By its own keys, and what is misspelt is one of them."""
    shutil.copytree(root, tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "ideas" / "catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    for own, other in (("vard-och-omsorg:", "omsorg:"), ("employee:", "medarbetare:")):
        assert own in text
        text = text.replace(own, other)
    settings.write_text(text, encoding="utf-8")
    others = readme_session(tmp_path)["README.md"]
    assert others.count("[unknown_term]: ") == 1
    assert "`medarbetare`" in others
