"""Files that are written from the model are what they would be if written now.

Those that are made of the shipped catalogue too are judged by `idesluss generate --check`, in `make lint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss import generated as faces
from idesluss.generated.fields import field_pages
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = field_pages(catalogues.read(project.BASE.parent).settings)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return catalogues.lay(tmp_path_factory.mktemp("generated"), project.BASE)


def test_what_is_made_of_a_catalogue_is_here_too(root: Path) -> None:
    """Every file that would be written for a catalogue is one that this project has."""
    written = faces.faces(root)
    assert written.keys() > WRITTEN.keys()
    assert [path for path in written if not (project.ROOT / path).is_file()] == []
