"""The end of a process that has a great deal, which the system takes back sooner than Python."""

from __future__ import annotations

import gc


def leave_to_system() -> None:
    """Have Python neither look through what modules have, nor take it apart piece by piece, as it ends."""
    gc.disable()
    gc.freeze()
