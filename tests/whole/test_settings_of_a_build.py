"""Where a build says that its site lies: the environment is asked before the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort

from idesluss.mkdocs.judging import read_and_judge
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue whose file says an address of its own."""
    monkeypatch.setenv("IDESLUSS_TODAY", project.TODAY)
    catalogues.lay(tmp_path)
    file = tmp_path / "ideas" / "catalogue.yml"
    file.write_text("site_url: https://fil.example/\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("given", "known"), [("https://byggd.example/", "https://byggd.example/"), ("", "https://fil.example/")]
)
def test_entries_know_the_settings_of_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, given: str, known: str
) -> None:
    """The catalogue and each of its entries have the same; an empty variable says nothing."""
    monkeypatch.setenv("IDESLUSS_SITE_URL", given)
    catalogue = read_and_judge(root, may_have_errors=False).derived.catalogue
    assert catalogue.settings.site_url == known
    assert catalogue.entries
    assert all(entry.settings is catalogue.settings for entry in catalogue.entries)


def test_an_address_that_is_none_stops_the_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDESLUSS_REPOSITORY", "example/ideer")
    with pytest.raises(Abort, match="IDESLUSS_SITE_URL and IDESLUSS_REPOSITORY are full addresses"):
        read_and_judge(root, may_have_errors=False)
