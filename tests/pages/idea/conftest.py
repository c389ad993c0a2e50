"""The rich catalogue, and the pages of its ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, idea_pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return catalogues.lay(tmp_path_factory.mktemp("ideas"))


@pytest.fixture(scope="session")
def pages(root: Path) -> dict[str, markup.Element]:
    return idea_pages.pages_by_path(catalogues.read(root))
