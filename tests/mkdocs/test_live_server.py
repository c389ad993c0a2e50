"""The server that shows what is saved: what it leans on in MkDocs' own, and what it does when."""

from __future__ import annotations

import inspect
import socket
import threading
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from idesluss.mkdocs import live_server
from idesluss.mkdocs.live_server import LiveServer
from tests.support.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

FOLDER = ("2026", "ny")


class Rebuilds:
    """Stands in for the builds beside the server: they end when the test says so."""

    def __init__(self, config: MkDocsConfig, site: Path, when_ended: Callable[[], None]) -> None:
        del config
        self.site, self.when_ended = site, when_ended
        self.started, self.is_running = 0, False
        self.code: int | None = None

    def start(self) -> None:
        self.started += 1
        self.is_running = True

    def end(self, code: int) -> None:
        self.code = code
        self.when_ended()

    def taken(self) -> int | None:
        code, self.code = self.code, None
        self.is_running = self.is_running and code is None
        return code

    def publish(self, lay_over: Callable[[Path], None]) -> None:
        lay_over(self.site)

    def stop(self) -> None:
        self.is_running = False


class Pages:
    """Stands in for the live pages: it remembers what it was asked for."""

    def __init__(self) -> None:
        self.shown: list[set[tuple[str, str]]] = []
        self.built: list[set[tuple[str, str]]] = []
        self.fails = False

    def folders_of(self, paths: Iterable[Path]) -> set[tuple[str, str]] | None:
        ways = [path.parts for path in paths]
        return None if any("docs" in way for way in ways) else {(way[-3], way[-2]) for way in ways}

    def show(self, folders: Collection[tuple[str, str]], announce: Callable[[], None]) -> None:
        if self.fails:
            message = "an error of the program"
            raise ValueError(message)
        self.shown.append(set(folders))
        announce()

    def judge(self, announce: Callable[[], None], is_waited_for: Callable[[], bool]) -> None:
        del announce, is_waited_for

    def lay_over(self, site: Path, built: Collection[tuple[str, str]]) -> None:
        del site
        self.built.append(set(built))


class Serving:
    """A server of a folder, in a thread of its own."""

    def __init__(self, root: Path) -> None:
        self.root, self.pages, self.builds = root, Pages(), 0
        for folder in ("docs", "site", "ideas/2026/ny"):
            (root / folder).mkdir(parents=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        plain = LiveReloadServer(self.build, "127.0.0.1", port, str(root / "site"))
        plain.watch(str(root / "docs"))
        live_pages: Any = lambda: self.pages  # noqa: E731  # a part of what they are
        self.server = LiveServer(plain, MkDocsConfig(), live_pages)
        self.server.watch(str(root / "ideas"))
        self.thread = threading.Thread(target=self.server.serve)
        self.thread.start()
        self.first = self.epoch(0)

    @property
    def rebuilds(self) -> Any:
        return self.server._rebuild

    def build(self) -> None:
        self.builds += 1

    def epoch(self, known: int) -> int:
        """The state that a browser is told of once there is one after `known`."""
        found: list[int] = []

        def is_told() -> bool:
            try:
                with urlopen(f"{self.server.url}livereload/{known}/1") as answer:  # noqa: S310  # our own
                    found.append(int(answer.read()))
            except OSError:
                return False
            return True

        wait_until(is_told)
        return found[0]

    def save(self, path: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")

    def wait(self, what: Callable[[], object]) -> None:
        def is_so() -> bool:
            assert self.thread.is_alive()
            return bool(what())

        wait_until(is_so)


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    monkeypatch.setattr(live_server, "Rebuild", Rebuilds)
    begun = Serving(tmp_path)
    yield begun
    begun.server.shutdown()
    begun.thread.join()


def test_what_is_leant_on_is_there() -> None:
    """MkDocs' server starts and stops its observer, calls the loop, and serves while no epoch is wanted."""
    sources = {name: inspect.getsource(getattr(LiveReloadServer, name)) for name in ("serve", "shutdown")}
    assert "self.observer.start()" in sources["serve"]
    assert "self._build_loop()" in sources["serve"]
    assert "self.observer.stop()" in sources["shutdown"]
    answer = inspect.getsource(LiveReloadServer._serve_request)
    assert "self._visible_epoch == self._wanted_epoch" in answer
    assert "self._visible_epoch > epoch" in answer


def test_an_idea_is_shown_and_told_and_the_rest_is_built_beside(serving: Serving) -> None:
    serving.save("ideas/2026/ny/idea.md")
    assert serving.epoch(serving.first) > serving.first
    assert serving.pages.shown[0] == {FOLDER}
    serving.wait(lambda: serving.rebuilds.started == 1)
    shown = serving.epoch(0)
    serving.rebuilds.end(0)
    assert serving.epoch(shown) > shown
    assert serving.pages.built == [{FOLDER}]
    assert serving.builds == 0


def test_what_is_saved_during_a_build_is_laid_over_it_and_built_after(serving: Serving) -> None:
    serving.save("ideas/2026/ny/idea.md")
    serving.wait(lambda: serving.rebuilds.started == 1)
    seen = len(serving.pages.shown)
    serving.save("ideas/2026/ny/plan.md")
    serving.wait(lambda: len(serving.pages.shown) > seen and serving.server._unbuilt)
    shown = serving.epoch(0)
    serving.rebuilds.end(0)
    assert serving.epoch(shown) > shown
    assert serving.rebuilds.started == 2
    assert serving.pages.built == [set()]
    serving.rebuilds.end(0)
    serving.wait(lambda: serving.pages.built == [set(), {FOLDER}])


def test_what_is_no_idea_is_built_here(serving: Serving) -> None:
    serving.save("docs/om.md")
    serving.wait(lambda: serving.builds == 1)
    assert not serving.pages.shown


def test_so_are_many_ideas_at_once(serving: Serving) -> None:
    for number in range(live_server._MOST + 1):
        serving.server._saved.add(serving.root / f"ideas/2026/i{number}/idea.md")
    serving.save("ideas/2026/ny/idea.md")
    serving.wait(lambda: serving.builds == 1)


def test_a_build_that_fails_beside_is_made_here_where_it_is_told(serving: Serving) -> None:
    serving.save("ideas/2026/ny/idea.md")
    serving.wait(lambda: serving.rebuilds.is_running)
    serving.rebuilds.end(1)
    serving.wait(lambda: serving.builds or serving.pages.built)
    assert not serving.pages.built


def test_serving_goes_on_where_the_program_fails(
    serving: Serving, capsys: pytest.CaptureFixture[str]
) -> None:
    serving.pages.fails = True
    serving.save("ideas/2026/ny/idea.md")
    serving.wait(lambda: serving.builds == 1)
    assert "ValueError i mkdocs/live_server.py" in capsys.readouterr().err
    serving.pages.fails = False
    serving.save("ideas/2026/ny/idea.md")
    serving.wait(lambda: serving.pages.shown)
