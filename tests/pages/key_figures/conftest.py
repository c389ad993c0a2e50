"""The page Figures of catalogues that are worth counting, and what their files say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, file_figures, markup
from tests.support.figure_catalogues import CONTENTS, lay_figures
from tests.support.figure_pages import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.file_figures import Record


@pytest.fixture(scope="session", params=CONTENTS)
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_figures(tmp_path_factory.mktemp("figures"), request.param)


@pytest.fixture(scope="session")
def page(root: Path) -> markup.Element:
    return opened(catalogues.publish_all(catalogues.read(root)), "nyckeltal/index.html")


@pytest.fixture(scope="session")
def settings(root: Path) -> Record:
    return file_figures.settings(root)


@pytest.fixture(scope="session")
def records(root: Path) -> list[Record]:
    return file_figures.records(root)


@pytest.fixture(scope="session")
def ideas(records: list[Record]) -> list[Record]:
    """What is handled here."""
    return file_figures.of_kind(records, "idea")


@pytest.fixture(scope="session")
def placed(records: list[Record]) -> list[Record]:
    """Ideas, and work elsewhere."""
    return file_figures.of_kind(records, "idea", "record")


@pytest.fixture(scope="session")
def gates(settings: Record) -> Record:
    found: Record = settings["process"]["gates"]
    return found
