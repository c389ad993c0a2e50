"""The index that readers search in: made by Pagefind's program from stubs, beside the finished pages."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..disk.files import write_text
from .parts import known_parts, lay, sign, stubs_digest, take_over
from .settling import settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from . import IndexPlan

FOLDER = "pagefind"
VARIABLE = "IDESLUSS_SEARCH"
# What Pagefind writes for those who use its own look, and what the first part has for all.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
_SHARED = ("pagefind.js", "pagefind-worker.js", "wasm.*.pagefind")
_MISSING = f"""Pagefind, which makes the search index, is not installed for this machine.
Install it with `pip install pagefind-bin`, or set {VARIABLE}=off to build a site without search."""
_FAILED = "Pagefind could not make the search index:"


class NotIndexedError(Exception):
    """The index could not be made; the words say why and what to do."""


def write_index(site: Path, plans: Iterable[IndexPlan], earlier: Iterable[Path] = ()) -> None:
    """Write an index for each language into `site`, in as many parts as it has.

    What sites that stand, `earlier`, hold already is taken over where it was made from the same.
    """
    program, sites = _program(), [*earlier]
    for plan in plans:
        folder = site / FOLDER / plan.language
        known = known_parts(before / FOLDER / plan.language for before in sites)
        for number, stubs in enumerate(plan.parts, 1):
            part = folder if number == 1 else folder / str(number)
            key = stubs_digest(stubs, _version(), is_first=number == 1)
            if not (key in known and take_over(known[key], part)):
                _make(program, part, stubs, key)
                if number > 1:
                    _remove(part, _SHARED)
            sign(part, key)
        for path, text in plan.beside.items():
            write_text(folder / path, text)


def reuse_index(old: Path, site: Path) -> bool:
    """Give a new site the index of an old one, if it has one."""
    if not (old / FOLDER).is_dir():
        return False
    shutil.copytree(old / FOLDER, site / FOLDER, copy_function=lay)
    return True


def _make(program: Path, part: Path, stubs: Mapping[str, str], key: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        _write(program, part, stubs, Path(scratch))
    settle(part, key)
    _remove(part, _UNUSED)


def _remove(part: Path, patterns: Iterable[str]) -> None:
    for pattern in patterns:
        for file in part.glob(pattern):
            file.unlink()


def _write(program: Path, folder: Path, stubs: Mapping[str, str], scratch: Path) -> None:
    for path, stub in stubs.items():
        file = scratch / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(stub, encoding="utf-8")
    command = [str(program), "--site", str(scratch), "--output-path", str(folder), "--quiet"]
    run = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  # of our own making
    if run.returncode:
        raise NotIndexedError("\n".join((_FAILED, run.stderr or run.stdout)))


def _program() -> Path:
    """Pagefind's program for this machine."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415  # not there on every machine

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        raise NotIndexedError(_MISSING) from None


@cache
def _version() -> str:
    """Of the program, as its package says it."""
    return version("pagefind-bin")
