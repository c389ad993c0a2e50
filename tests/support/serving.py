"""A project that is being served, for as long as a test needs it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.support import project
from tests.support.waiting import HANGS, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Served:
    """A project being served until it is stopped, with its log in a file."""

    def __init__(self, folder: Path, scratch: Path, **variables: str) -> None:
        self.folder, self.scratch, self.log = folder, scratch, folder / "serve.log"
        # Held as long as the site is served, so that no other process is given the port meanwhile.
        self.port = socket.socket()
        self.port.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.port.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.port.getsockname()[1]}"
        fixed = {"IDESLUSS_TODAY": project.TODAY, "TMPDIR": str(scratch)}
        environment = {**os.environ, **fixed, **variables}
        command = [sys.executable, "-m", "idesluss", "serve", "--address", self.address]
        # A shell that puts its work in the background lets it ignore Ctrl-C, and that is inherited.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
            )
        signal.signal(signal.SIGINT, before)

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

    def stop(self) -> None:
        """Press Ctrl-C, and wait for the end."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(timeout=HANGS)

    def end(self) -> None:
        """Leave nothing running, whatever has happened."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=HANGS)
        self.port.close()

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
