"""Which files change below some folders, as soon as the system tells it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Callable

    from watchdog.observers.api import BaseObserver

# Of what watchdog tells: not that a file was opened or read, which the system would be asked for as well.
_CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_INTERVAL = 0.5  # seconds between two looks at the disk, where the system does not tell


class Watcher(FileSystemEventHandler):
    """Calls `noted` with each file that changes, in a thread of its own, once it has been started."""

    def __init__(self, noted: Callable[[Path], None]) -> None:
        self._noted = noted
        self._folders: dict[str, bool] = {}
        self._observer: BaseObserver | None = None

    def add(self, path: str, *, is_recursive: bool) -> None:
        """Watch a file or a folder as well; before the start."""
        self._folders[path] = is_recursive

    def remove(self, path: str) -> None:
        """Watch it no longer; before the start."""
        self._folders.pop(path, None)

    def start(self) -> None:
        """Begin; by looking again and again where the system can watch no more files."""
        try:
            self._observer = self._begun(Observer())
        except OSError:
            self._observer = self._begun(PollingObserver(timeout=_INTERVAL))

    def _begun(self, observer: BaseObserver) -> BaseObserver:
        for path, is_recursive in self._folders.items():
            observer.schedule(self, path, recursive=is_recursive, event_filter=_CHANGES)
        observer.start()
        return observer

    def stop(self) -> None:
        """Tell of nothing more."""
        if self._observer:
            self._observer.stop()

    def join(self) -> None:
        """Wait until it has stopped."""
        if self._observer:
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the observer."""
        self._note(event.src_path)
        self._note(event.dest_path)

    def _note(self, path: bytes | str) -> None:
        if path:
            self._noted(Path(os.fsdecode(path)))
