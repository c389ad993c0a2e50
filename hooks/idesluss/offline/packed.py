"""A folder as one file, the same whoever packs it, and where."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_UNIX = 3
_FILE = 0o100644 << 16
_LEVEL = 9


def packed(folder: Path, name: str, day: dt.date) -> bytes:
    """Everything in the folder, below one called `name`, in order of name and dated `day`."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        files = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
        for path in files:
            member = zipfile.ZipInfo(f"{name}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            member.create_system, member.external_attr = _UNIX, _FILE
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, (folder / path).read_bytes(), compresslevel=_LEVEL)
    return written.getvalue()
