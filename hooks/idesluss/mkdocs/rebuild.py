"""The whole site built anew by a process of its own, while this one serves and shows what is saved."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from ..disk.staging import exchange

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

# Tells the process that it builds for one that serves, and at which address.
VARIABLE = "IDESLUSS_SERVED_AT"
SERVED = "IDESLUSS_SERVED_FROM"  # the folder of the site that is served meanwhile
_NICENESS = 10  # whoever writes is waiting for the process that serves


class Rebuild:
    """At most one build at a time, into a folder beside `site`; `when_ended` is called in another thread."""

    def __init__(self, config: MkDocsConfig, site: Path, when_ended: Callable[[], None]) -> None:
        self._site = site
        self._next = site.with_name(f".{site.name}-next")
        program = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(self._next)]
        self._command = [*program, *_options(config)]
        self._environment = {**os.environ, VARIABLE: config.site_url or "", SERVED: str(site)}
        self._when_ended = when_ended
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        """Begin; none may be running."""
        self._process = subprocess.Popen(self._command, env=self._environment, stdin=subprocess.DEVNULL)  # noqa: S603  # of our own making
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _NICENESS)
        threading.Thread(target=self._wait, args=(self._process,), daemon=True).start()

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        process.wait()
        self._when_ended()

    def taken(self) -> int | None:
        """The exit code of a build that has ended, once; None where there is none."""
        code = self._process.poll() if self._process else None
        if code is not None:
            self._process = None
        return code

    def publish(self, lay_over: Callable[[Path], None]) -> None:
        """Put what was built in the site's place, with what `lay_over` lays over it, in one step."""
        lay_over(self._next)
        # What was the site is left beside it: the next build puts its own there.
        exchange(self._next, self._site)

    def stop(self) -> None:
        """End the build that is running, if any; the site stays as it was before."""
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process = None
        shutil.rmtree(self._next, ignore_errors=True)


def _options(config: MkDocsConfig) -> list[str]:
    strict = "--strict" if config.strict else "--no-strict"
    is_quiet = logging.getLogger("mkdocs").level > logging.INFO
    return ["--config-file", config.config_file_path, strict, *(["--quiet"] if is_quiet else [])]
