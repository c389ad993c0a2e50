"""What the tests share: vectors, a small catalogue to change, and how hard hypothesis tries."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.reading.files import DiskFiles

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
TODAY = dt.date(2026, 11, 23)
Edit = tuple[str, str, str]

settings.register_profile(
    "idesluss", max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("idesluss")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with vectors by others, beside the project."""
    path = HERE.parent.parent / "shared" / "data" / "vectors"
    if not path.is_dir():
        pytest.skip(f"no vectors by others: looked for {path}")
    return path


@pytest.fixture(scope="session")
def own() -> Callable[[str], Any]:
    """Vectors of our own, by name."""
    return lambda name: json.loads((HERE / "vectors" / f"{name}.json").read_text(encoding="utf-8"))


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
