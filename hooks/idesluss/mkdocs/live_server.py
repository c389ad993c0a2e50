"""MkDocs' server, which shows what is saved at once and has the rest follow.

The one file that reaches beyond what MkDocs documents: its server knows neither which files have changed nor
a build beside it, and looks at the disk twice a second only. `tests/mkdocs/test_live_server.py` names
all that is leant on, and fails where another version of MkDocs has it no longer.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.livereload import LiveReloadServer, _timestamp

from ..reporters.failure import failure_as_text
from ..words import SOURCE
from .rebuild import Rebuild
from .watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    from .live import FolderName, LivePages

_SETTLED = 0.05  # seconds without a change: an editor empties a file before it fills it
_MOST = 20  # folders that are shown one by one; where more have changed, a build is sooner done
log = logging.getLogger("mkdocs.hooks.idesluss")


class LiveServer(LiveReloadServer):
    """Serves, shows saved ideas by their live pages, and has the site rebuilt beside it.

    `live_pages` gives those over the latest build that was made in this process.
    """

    def __init__(
        self, plain: LiveReloadServer, config: MkDocsConfig, live_pages: Callable[[], LivePages]
    ) -> None:
        host, port = plain.server_address[:2]
        super().__init__(plain.builder, str(host), int(port), plain.root, plain.mount_path)
        self.error_handler = plain.error_handler
        self.observer: Watcher = Watcher(self._note)  # type: ignore[assignment]  # it is started and stopped
        self._live_pages = live_pages
        self._live = live_pages()
        self._saved: set[Path] = set()
        self._unbuilt: set[FolderName] = set()
        self._being_built: set[FolderName] = set()
        self._rebuild = Rebuild(config, Path(plain.root), self._wake)
        for path in plain._watched_paths:  # noqa: SLF001  # of the class that this one is made from
            self.watch(path)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002  # as MkDocs has it
        """Watch a file or a folder, and know what has changed there."""
        path = os.path.abspath(path)  # noqa: PTH100  # as MkDocs knows it
        self._watched_paths[path] = self._watched_paths.get(path, 0) + 1
        self.observer.add(path, is_recursive=recursive)

    def unwatch(self, path: str) -> None:
        """Stop watching what `watch` was called for."""
        path = os.path.abspath(path)  # noqa: PTH100  # as MkDocs knows it
        self._watched_paths[path] -= 1
        if not self._watched_paths[path]:
            del self._watched_paths[path]
            self.observer.remove(path)

    def shutdown(self, wait: bool = False) -> None:  # noqa: FBT001, FBT002  # as MkDocs has it
        """Stop, and whatever is being built."""
        self._rebuild.stop()
        super().shutdown(wait)

    def _note(self, path: Path) -> None:
        with self._rebuild_cond:
            self._saved.add(path)
            self._rebuild_cond.notify_all()

    def _wake(self) -> None:
        with self._rebuild_cond:
            self._rebuild_cond.notify_all()

    def _build_loop(self) -> None:
        """As MkDocs calls it: until it is shut down."""
        while not self._shutdown:
            saved, code = self._saved_or_built()
            if saved:
                self._take(saved)
            elif code is not None:
                self._finish(code)

    def _saved_or_built(self) -> tuple[set[Path], int | None]:
        """The files that have been saved since, or the exit code of a build that has ended; or neither."""
        with self._rebuild_cond:
            if not self._saved:
                # Occasional breaks let Ctrl-C through on Windows.
                self._rebuild_cond.wait(timeout=self.shutdown_delay)
            if not self._saved:
                return set(), self._rebuild.taken()
            while self._rebuild_cond.wait(timeout=_SETTLED):
                pass
            saved, self._saved = self._saved, set()
        return saved, None

    def _take(self, saved: set[Path]) -> None:
        """Show the ideas that were saved; whatever else was saved is for a build of the whole."""
        folders = self._live.folders_of(saved)
        if folders is None or len(folders) > _MOST:
            self._build_here()
            return
        try:
            self._live.show(folders, self._announce)
            self._live.judge(self._announce, lambda: bool(self._saved))
        except Exception as error:  # noqa: BLE001  # serving goes on, whatever it is
            sys.stderr.write(failure_as_text(error, SOURCE))
            self._build_here()
            return
        self._unbuilt |= folders
        if not self._rebuild.is_running:
            self._rebuild_all()

    def _rebuild_all(self) -> None:
        self._being_built, self._unbuilt = self._unbuilt, set()
        self._rebuild.start()

    def _finish(self, code: int) -> None:
        """Show what was built, and go on with what was saved meanwhile."""
        if code:
            self._build_here()
            return
        built = self._being_built - self._unbuilt
        self._rebuild.publish(lambda site: self._live.lay_over(site, built))
        if self._unbuilt:
            self._rebuild_all()
        log.info("Lists, figures and search are there as well")
        self._announce()

    def _build_here(self) -> None:
        """As MkDocs does: everything anew, in this process; what goes wrong is told on the terminal."""
        self._rebuild.stop()
        self._unbuilt.clear()
        try:
            self.builder()
        except SystemExit as end:
            log.error("%s", end)  # noqa: TRY400  # it is for who writes, and says what to do
        except Exception:  # noqa: BLE001  # serving goes on, whatever it is
            traceback.print_exc()
        else:
            self._live = self._live_pages()
            self._announce()

    def _announce(self) -> None:
        """Let browsers load their page again."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(_timestamp(), self._visible_epoch + 1)
            self._epoch_cond.notify_all()
