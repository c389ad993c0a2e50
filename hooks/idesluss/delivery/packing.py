"""A folder as an archive that is the same whoever packs it, and when."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o755, 0o644


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """The member without what tells of the machine that packed it."""
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    member.mode = FOLDER_MODE if member.isdir() else FILE_MODE
    return member


def pack_site(folder: Path, archive: Path) -> None:
    """Write the archive: in order of name, and every folder before what it holds."""
    with tarfile.open(archive, "w", format=tarfile.GNU_FORMAT) as packed:
        for path in [folder, *sorted(folder.rglob("*"))]:
            packed.add(path, path.relative_to(folder), recursive=False, filter=_anonymous)
