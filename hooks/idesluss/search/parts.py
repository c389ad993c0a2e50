"""A part of the index: its files, made from stubs once, and taken over while the stubs are the same.

Beside its files lies what they were made from and what they hold, as digests. A part that does not hold what
it says, for whatever reason, is as if it were not there.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..disk.files import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ABOUT = "made.json"
_PATTERNS = ("pagefind-entry.json", "pagefind.*.pf_meta", "*/*.pf_*", "pagefind*.js", "wasm.*.pagefind")
_FORM = "1"  # of what is made of the engine's files here; another has another


def stubs_digest(stubs: Mapping[str, str], engine: str, *, is_first: bool) -> str:
    """What a part is made from; the first has the program beside it."""
    digest = sha256(f"{_FORM}\n{engine}\n{is_first}\n".encode())
    for path in sorted(stubs):
        digest.update(sha256(f"{path}\n{stubs[path]}".encode()).digest())
    return digest.hexdigest()


def sign(part: Path, key: str) -> None:
    """Lay down beside a part what it was made from and what it holds."""
    write_text(part / _ABOUT, json.dumps({"from": key, "holds": _digest(part)}, separators=(",", ":")))


def known_parts(folders: Iterable[Path]) -> dict[str, Path]:
    """By what they were made from, the parts that lie in these folders and right below."""
    parts: dict[str, Path] = {}
    for folder in folders:
        for about in (folder / _ABOUT, *sorted(folder.glob(f"*/{_ABOUT}"))):
            key = _said(about.parent).get("from")
            if isinstance(key, str):
                parts.setdefault(key, about.parent)
    return parts


def take_over(old: Path, new: Path) -> bool:
    """Lay the files of a part in a new place too, if they are what they were when it was made."""
    said = _said(old).get("holds")
    if said is None:
        return False
    for file in _files(old):
        lay(file, new / file.relative_to(old))
    if _digest(new) == said:
        return True
    for file in [*_files(new)]:
        file.unlink()
    return False


def lay(file: str | Path, place: str | Path) -> None:
    """The same file where the disk allows it, a copy elsewhere: nobody writes into one that lies there."""
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, place, follow_symlinks=False)
    except OSError:
        shutil.copyfile(file, place)


def _said(part: Path) -> dict[str, object]:
    with suppress(OSError, ValueError):
        said = json.loads((part / _ABOUT).read_bytes())
        if isinstance(said, dict):
            return said
    return {}


def _digest(part: Path) -> str:
    digest = sha256()
    for file in sorted(_files(part)):
        digest.update(f"{file.relative_to(part).as_posix()}\n".encode())
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(part: Path) -> Iterator[Path]:
    """Those of the part itself: the first has the other parts, and words, in folders beside its own."""
    for pattern in _PATTERNS:
        for file in part.glob(pattern):
            is_other = file.parent != part and file.parent.name.isdigit()
            if file.is_file() and not file.is_symlink() and not is_other:
                yield file
