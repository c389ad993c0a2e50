"""Serving while somebody writes: a broken idea is told of, the rest stays, and mending it is enough."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.support import project
from tests.support.waiting import HANGS, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

IDEA = "ideas/2026/enklare-felanmalan/idea.md"
PAGE = "/ideer/2026/enklare-felanmalan/"


class Served:
    """A project being served, with its log in a file."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self.folder, self.scratch, self.log = folder, scratch, folder / "serve.log"
        # Held as long as the site is served, so that no other process is given the port meanwhile.
        self.port = socket.socket()
        self.port.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.port.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.port.getsockname()[1]}"
        environment = {**os.environ, "IDESLUSS_TODAY": project.TODAY, "TMPDIR": str(scratch)}
        command = [sys.executable, "-m", "idesluss", "serve", "--address", self.address]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urlopen(f"http://{self.address}{path}", timeout=HANGS) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def wait(self, what: Callable[[], bool]) -> None:
        """Until it is so, as long as the site is served."""

        def is_so() -> bool:
            assert self.process.poll() is None, self.told()
            return what()

        wait_until(is_so, self.told)

    def told(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    (tmp_path / "project").mkdir()
    # A shell that puts its work in the background lets it ignore Ctrl-C, and that is inherited.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    serving = Served(project.make(tmp_path / "project"), scratch)
    signal.signal(signal.SIGINT, before)
    yield serving
    if serving.process.poll() is None:
        os.killpg(serving.process.pid, signal.SIGKILL)
    serving.process.wait(timeout=HANGS)
    serving.port.close()


def test_a_broken_idea_is_shown_and_the_rest_stays(served: Served) -> None:
    """Break, read, mend, and stop: terminal and page tell; other pages are served; nothing is left."""
    served.wait(lambda: served.get("/")[0] == 200)
    assert served.get("/problem/")[0] == 404
    assert served.get(PAGE)[0] == 200

    served.edit(IDEA, "submitted: 2026-11-02", "submitted: 2026-02-31")
    served.wait(lambda: served.get("/problem/")[0] == 200)
    assert "2026-02-31" in served.get("/problem/")[1]
    assert f"{IDEA}:6:12: fel[field]" in served.told()
    assert served.get("/ideer/2025/trygg-hemgang/")[0] == 200
    assert "notice--problem" in served.get("/")[1]
    assert served.get(PAGE)[0] == 404

    served.edit(IDEA, "submitted: 2026-02-31", "submitted: 2026-11-02")
    served.wait(lambda: served.get(PAGE)[0] == 200)
    assert served.get("/problem/")[0] == 404

    served.edit("docs/om.md", "\n# ", "\n# Ny rubrik: ")
    served.wait(lambda: "Ny rubrik: " in served.get("/om/")[1])
    served.edit("hooks/idesluss/theme/styles/1-look.css", ":root {", ":root { --ny: 1;")
    served.wait(lambda: _style(served) != "" and "--ny: 1" in _style(served))

    os.killpg(served.process.pid, signal.SIGINT)
    served.process.wait(timeout=HANGS)
    assert list(served.scratch.iterdir()) == []
    assert "Traceback" not in served.told()


def _style(served: Served) -> str:
    found = re.search(r'href="\./(assets/idesluss\.css\?v=\w+)"', served.get("/")[1])
    return served.get(f"/{found[1]}")[1] if found else ""
