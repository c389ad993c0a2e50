"""Files that are written from the model are what they would be if written now.

Those that are made of the shipped catalogue too are judged by `idesluss generate --check`, in `make lint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss import generated as faces
from idesluss.generated.fields import field_pages
from idesluss.model import Call, Idea, Plan, Settings, field_help, field_title
from idesluss.words import LANGUAGES, SOURCE
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language

WRITTEN = field_pages(catalogues.read(project.BASE.parent).settings)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return catalogues.lay(tmp_path_factory.mktemp("generated"), project.BASE)


def test_what_is_made_of_a_catalogue_is_here_too(root: Path) -> None:
    """Every file that would be written for a catalogue is one that this project has."""
    written = faces.faces(root)
    assert written.keys() > WRITTEN.keys()
    assert [path for path in written if not (project.ROOT / path).is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_page_tells_of_every_field(language: Language) -> None:
    """What it is called, and what to write in it."""
    page = next(text for path, text in WRITTEN.items() if f"/{language}/" in path or language == SOURCE)
    for record in (Idea, Plan, Call, Settings):
        for name in record.model_fields:
            words = field_title(record, name).in_(language), field_help(record, name).in_(language)
            assert f"`{name}` – {words[0]}\n:   {words[1]}" in page
