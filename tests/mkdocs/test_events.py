"""What serving watches: the catalogue, and the program where somebody may be at work on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from idesluss.mkdocs import events
from tests.support import project

if TYPE_CHECKING:
    import pytest


class Watcher:
    """Stands in for MkDocs' server."""

    def __init__(self) -> None:
        self.watched: list[Path] = []

    def watch(self, path: str) -> None:
        self.watched.append(Path(path))


def watched(root: Path) -> list[Path]:
    watcher = Watcher()
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    events.on_serve(watcher, config=config, builder=None)  # type: ignore[arg-type]  # a part of the server
    return watcher.watched


def test_the_looks_are_watched_where_they_are_sources(tmp_path: Path) -> None:
    """Wherever the catalogue lies."""
    package = project.ROOT / "hooks" / "idesluss"
    assert watched(tmp_path) == [tmp_path / "ideas", package / "theme", package / "pages"]


def test_an_installed_program_is_not_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installing another version in the middle would show half of each."""
    (tmp_path / "idesluss-0.1.0.dist-info").mkdir()
    monkeypatch.setattr(events, "PACKAGE", tmp_path / "idesluss")
    assert watched(tmp_path) == [tmp_path / "ideas"]
