"""From the JSON back to a catalogue: the same entries, and the same files of data."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, exported
from tests.support.figure_catalogues import lay_figures
from tests.support.from_json import write_catalogue

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = ("*.png", "*.jpg", "*.webp", "*.gif", "*.svg")


@pytest.mark.parametrize("content", ["rich", "made", "records"])
def test_a_catalogue_comes_back_whole(content: str, tmp_path: Path) -> None:
    """Each field, text and fact, in every format; pictures lie beside the pages."""
    root = tmp_path / "first"
    if content == "rich":
        catalogues.lay(root)
    else:
        lay_figures(root, content)  # type: ignore[arg-type]
    first = catalogues.read(root)
    files = exported.files_of(first)
    again = write_catalogue(tmp_path / "again", files["data/v1/catalogue.json"])
    for pattern in PICTURES:
        for picture in (root / "ideas").rglob(pattern):
            copy = again / picture.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(picture, copy)
    second = catalogues.read(again)
    assert [entry.idea for entry in second.entries] == [entry.idea for entry in first.entries]
    assert [entry.plan for entry in second.entries] == [entry.plan for entry in first.entries]
    assert [entry.body.html for entry in second.entries] == [entry.body.html for entry in first.entries]
    assert second.settings == first.settings
    written = exported.files_of(second)
    assert {path for path, bytes_ in files.items() if written.get(path) != bytes_} == set()


def test_a_fault_in_the_json_would_be_seen(tmp_path: Path) -> None:
    """The comparison above fails where one word differs."""
    files = exported.files_of(catalogues.read(catalogues.lay(tmp_path / "first")))
    whole = json.loads(files["data/v1/catalogue.json"])
    whole["entries"][0]["idea"]["title"] = "Något annat"
    again = write_catalogue(tmp_path / "again", json.dumps(whole).encode())
    written = exported.files_of(catalogues.read(again))
    assert written["data/v1/ideas.csv"] != files["data/v1/ideas.csv"]
