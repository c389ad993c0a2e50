"""The rich catalogue and the pages of its ideas, and a repository whose entries have a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, idea_pages, timelines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return catalogues.lay(tmp_path_factory.mktemp("ideas"))


@pytest.fixture(scope="session")
def pages(root: Path) -> dict[str, markup.Element]:
    return idea_pages.pages_by_path(catalogues.read(root))


@pytest.fixture
def repo(tmp_path: Path) -> timelines.TimelineRepository:
    return timelines.lay_repository(tmp_path / "r")
