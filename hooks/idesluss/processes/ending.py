"""The end of a process that has a great deal, which the system takes back sooner than Python."""

from __future__ import annotations

import ctypes
import gc
import sys


def leave_to_system(whole: object) -> None:
    """Have Python neither look through what there is, nor take `whole` apart piece by piece, as it ends."""
    gc.disable()
    gc.freeze()
    if sys.implementation.name == "cpython":
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(whole))
