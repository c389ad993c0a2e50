"""Which program it is that works something out: the state of its files, and of the libraries it leans on."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[1]
_SHARES = ".py", ".toml", ".yml", ".csv", ".json"  # the program's modules, words and lists


@cache
def program_state(*libraries: str) -> str:
    """What tells this state of the program, with these libraries, from any other.

    Of its files the time and the size count, and Python itself counts with what it knows of letters.
    """
    digest = sha256(repr((sys.version, unicodedata.unidata_version)).encode())
    digest.update(repr([(name, version(name)) for name in libraries]).encode())
    for folder, folders, files in os.walk(PROGRAM):
        folders.sort()
        for name in sorted(files):
            if name.endswith(_SHARES):
                state = os.stat(f"{folder}/{name}")  # noqa: PTH116  # a Path for each of many files costs more
                signs = os.path.relpath(folder, PROGRAM), name, state.st_mtime_ns, state.st_size
                digest.update(repr(signs).encode())
    return digest.hexdigest()
