"""Files laid for a new site: what is the same stays the very file, and nothing is taken from elsewhere."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from idesluss.disk.laying import Laying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATH = "ideer/2015/x/index.html"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The file of an old site."""
    file = tmp_path / "old" / PATH
    file.parent.mkdir(parents=True)
    file.write_bytes(b"same")
    os.utime(file, (1, 1))
    return file


def laid(root: Path, content: bytes = b"same") -> Path:
    """The file as it is laid into a new site."""
    (root / "new").mkdir(exist_ok=True)
    Laying(root / "new", root / "old").lay(PATH, content)
    return root / "new" / PATH


def is_old(root: Path, old: Path, content: bytes = b"same") -> bool:
    """Whether what is laid is the old file, unchanged; it holds what it should in any case."""
    before = old.stat()
    new = laid(root, content)
    assert new.read_bytes() == content
    assert not new.is_symlink()
    assert new.stat().st_mode & 0o777 == 0o666 & ~umask()
    return os.path.samestat(before, new.stat()) and new.stat().st_mtime_ns == before.st_mtime_ns


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_file_that_is_the_same_stays_that_file(tmp_path: Path, old: Path) -> None:
    assert is_old(tmp_path, old)


@pytest.mark.parametrize("content", [b"another", b"sane", b"", b"same\n"])
def test_a_file_that_is_not_the_same_is_written_and_the_old_one_left(
    tmp_path: Path, old: Path, content: bytes
) -> None:
    assert is_old(tmp_path, old)
    (tmp_path / "new" / PATH).unlink()
    assert not is_old(tmp_path, old, content)
    assert old.read_bytes() == b"same"


def _symlinked(root: Path, old: Path) -> None:
    old.rename(root / "outside")
    old.symlink_to(root / "outside")


def _in_a_symlinked_folder(root: Path, old: Path) -> None:
    old.parent.rename(root / "outside")
    old.parent.symlink_to(root / "outside")


def _in_a_symlinked_site(root: Path, old: Path) -> None:  # noqa: ARG001  # as the others
    (root / "old").rename(root / "outside")
    (root / "old").symlink_to(root / "outside")


def _also_elsewhere(root: Path, old: Path) -> None:
    (root / "outside").hardlink_to(old)


def _folder(root: Path, old: Path) -> None:  # noqa: ARG001  # as the others
    old.unlink()
    old.mkdir()


def _pipe(root: Path, old: Path) -> None:  # noqa: ARG001  # as the others
    old.unlink()
    os.mkfifo(old)


def _closed(root: Path, old: Path) -> None:  # noqa: ARG001  # as the others
    old.chmod(0o600)


def _runs(root: Path, old: Path) -> None:  # noqa: ARG001  # as the others
    old.chmod(0o4755)


@pytest.mark.parametrize(
    "change",
    [
        _symlinked,
        _in_a_symlinked_folder,
        _in_a_symlinked_site,
        _also_elsewhere,
        _folder,
        _pipe,
        _closed,
        _runs,
    ],
)
def test_nothing_is_taken_over_but_the_old_sites_own_plain_files(
    tmp_path: Path, old: Path, change: Callable[[Path, Path], None]
) -> None:
    assert is_old(tmp_path, old)
    (tmp_path / "new" / PATH).unlink()
    change(tmp_path, old)
    assert not is_old(tmp_path, old)


def test_where_a_file_can_have_one_name_only_it_is_written(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert not is_old(tmp_path, old)


def test_what_is_laid_twice_is_replaced_and_never_written_into(tmp_path: Path, old: Path) -> None:
    """A fork that ends in the middle leaves files, which may be the old site's."""
    assert is_old(tmp_path, old)
    laid(tmp_path, b"other")
    assert (tmp_path / "new" / PATH).read_bytes() == b"other"
    assert old.read_bytes() == b"same"
    laid(tmp_path)
    assert (tmp_path / "new" / PATH).read_bytes() == b"same"
