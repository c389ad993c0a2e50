"""What the tests share: a small catalogue to change, how hard hypothesis tries, what no test may read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.reading.files import DiskFiles
from tests.support import proofs, shipped
from tests.support.catalogues import TODAY

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

HERE = Path(__file__).parent
Edit = tuple[str, str, str]

settings.register_profile(
    "idesluss",
    max_examples=150,
    deadline=None,
    derandomize=True,  # what passes here passes everywhere; `make prove` looks further, by chance
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("search", settings.get_profile("idesluss"), derandomize=False, max_examples=600)
settings.load_profile("idesluss")
WATCH = shipped.watch()


def pytest_configure(config: pytest.Config) -> None:
    os.environ["IDESLUSS_CACHE"] = "off"  # no test remembers what another saw, or leaves anything to its user
    config.addinivalue_line("markers", f"{shipped.MARK}: reads the shipped catalogue, below ideas/")
    config.addinivalue_line("markers", f"{proofs.MARK}: run by `make prove` alone")
    if config.option.markexpr == proofs.MARK:
        config.pluginmanager.register(proofs)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture of the test."""
    WATCH.is_allowed = item.get_closest_marker(shipped.MARK) is not None


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a process that read pages in one."""
    from tests.support.browser import launched  # noqa: PLC0415  # most tests need no browser

    with launched() as browser:
        yield browser


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Catalogue]:
    """The cases' base catalogue with edits (path below ideas/, old words, new words), read."""

    def read(*edits: Edit, today: dt.date = TODAY) -> Catalogue:
        shutil.copytree(HERE / "catalogues" / "base", tmp_path, dirs_exist_ok=True)
        for path, old, new in edits:
            file = tmp_path / "ideas" / path
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
        found = read_catalogue(DiskFiles(tmp_path), today).catalogue
        assert isinstance(found, Catalogue)
        return found

    return read
