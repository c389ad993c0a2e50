"""Many varied ideas: their files, what they say, and the pages that tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, file_figures, many_ideas

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Page
    from tests.support.file_figures import Record


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_ideas.lay(tmp_path_factory.mktemp("overviews"))


@pytest.fixture(scope="session")
def pages(root: Path) -> dict[str, Page]:
    return catalogues.pages_of(catalogues.read(root))


@pytest.fixture(scope="session")
def records(root: Path) -> list[Record]:
    return file_figures.records(root)
