"""The open data of the rich catalogue, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, exported

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogues.read(catalogues.lay(tmp_path_factory.mktemp("rich")))


@pytest.fixture(scope="session")
def files(rich: Catalogue) -> dict[str, bytes]:
    """Path to the bytes of every file."""
    return exported.files_of(rich, "0123abc")


@pytest.fixture(scope="session")
def site(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files as they lie in a site."""
    return exported.lay_files(tmp_path_factory.mktemp("site"), files)
