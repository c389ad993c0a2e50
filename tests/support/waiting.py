"""Waiting for something that another process does, for as long as it takes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HANGS = 600  # seconds after which nothing more is expected; a guard against hanging, and no measure
_PAUSE = 0.1


def wait_until(happened: Callable[[], bool], tell: Callable[[], str] = str) -> None:
    """Return once it has happened; fail with what `tell` says where it never does."""
    last = time.monotonic() + HANGS
    while not happened():
        assert time.monotonic() < last, tell()
        time.sleep(_PAUSE)
