"""What serving watches: the catalogue, and the program where somebody may be at work on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from idesluss.mkdocs import events
from tests.support import project


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a site had been built."""
    monkeypatch.setattr(events, "_live_pages", lambda: None)


def watched(root: Path) -> list[Path]:
    """What is watched by the server that on_serve gives MkDocs for its own."""
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    plain = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(root / "site"))
    server = events.on_serve(plain, config=config, builder=None)
    return [Path(path) for path in server._watched_paths]


def test_the_looks_are_watched_where_they_are_sources(tmp_path: Path) -> None:
    """Wherever the catalogue lies."""
    package = project.ROOT / "hooks" / "idesluss"
    assert watched(tmp_path) == [tmp_path / "ideas", package / "theme", package / "pages"]


def test_an_installed_program_is_not_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installing another version in the middle would show half of each."""
    (tmp_path / "idesluss-0.1.0.dist-info").mkdir()
    monkeypatch.setattr(events, "PACKAGE", tmp_path / "idesluss")
    assert watched(tmp_path) == [tmp_path / "ideas"]
