"""The swap of the finished site: a new one takes the old one's place in one step, or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import shutil
import sys
from pathlib import Path

from filelock import FileLock

LOCK_SECONDS = 600
_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2, RENAME_SWAP of macOS's renamex_np


class Staging:
    """A folder beside the site in which a new one is built.

    Only one build at a time holds it. A build that dies leaves a folder that the next one removes.
    """

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(self.site.with_name(f".{self.site.name}.lock"), timeout=LOCK_SECONDS)
        self._lock.acquire()
        for old in self.site.parent.glob(f".{self.site.name}-*"):
            shutil.rmtree(old, ignore_errors=True)
        self.folder = self.site.with_name(f".{self.site.name}-{secrets.token_hex(4)}")
        self.folder.mkdir()

    def publish(self) -> None:
        """Put the new site in the old one's place, then remove the old one."""
        if self.site.exists():
            exchange(self.folder, self.site)
        else:
            self.folder.rename(self.site)
        self.abandon()

    def abandon(self) -> None:
        """Remove what was built, or the site that was replaced, and let others build."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()

    def forget(self) -> None:
        """Remove the lock file as well, for a site that will not be built again."""
        self.abandon()
        Path(self._lock.lock_file).unlink(missing_ok=True)


def exchange(first: Path, second: Path) -> None:
    """Let two folders change names in one atomic step, where the system can."""
    result = _exchange(os.fsencode(first), os.fsencode(second))
    if result == 0:
        return
    if result not in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        raise OSError(result, os.strerror(result), str(second))
    between = first.with_name(f"{first.name}-old")
    second.rename(between)
    first.rename(second)
    between.rename(first)


def _exchange(first: bytes, second: bytes) -> int:
    """0, or the error's number."""
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        status = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        status = library.renamex_np(first, second, _EXCHANGE)
    else:
        return errno.ENOSYS
    return 0 if status == 0 else ctypes.get_errno()
