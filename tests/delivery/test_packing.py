"""A site packed: the same bytes whoever packs it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from idesluss.delivery.packing import pack_site

if TYPE_CHECKING:
    from pathlib import Path


def test_an_archive_does_not_tell_who_packed_it(tmp_path: Path) -> None:
    """Other modes, another time and another order on the disk give the same bytes."""
    archives = []
    for number, (names, mode) in enumerate(((["a", "b"], 0o600), (["b", "a"], 0o664))):
        folder = tmp_path / str(number)
        folder.mkdir(mode=0o700 if number else 0o775)
        for name in names:
            (folder / name).write_text(name, encoding="utf-8")
            (folder / name).chmod(mode)
            os.utime(folder / name, (number, number))
        pack_site(folder, tmp_path / f"{number}.tar")
        archives.append((tmp_path / f"{number}.tar").read_bytes())
    assert archives[0] == archives[1]
