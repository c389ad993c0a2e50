#!/usr/bin/env python3
"""Pack a folder as an archive that is the same whoever packs it, and when: .ci/pack.py FOLDER FILE."""

from __future__ import annotations

import sys
import tarfile
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o755, 0o644


def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """The member without what tells of the machine that packed it."""
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    member.mode = FOLDER_MODE if member.isdir() else FILE_MODE
    return member


def main(folder: Path, archive: Path) -> None:
    with tarfile.open(archive, "w", format=tarfile.GNU_FORMAT) as packed:
        # In order of name, and every folder before what it holds.
        for path in [folder, *sorted(folder.rglob("*"))]:
            packed.add(path, path.relative_to(folder), recursive=False, filter=anonymous)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
