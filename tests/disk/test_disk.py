"""Writing: a folder takes another's place in one step, a build leaves nothing, a file is whole."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from idesluss.disk import staging
from idesluss.disk.files import write_text
from idesluss.disk.staging import Staging, exchange

if TYPE_CHECKING:
    from collections.abc import Callable


def _folders(root: Path) -> tuple[Path, Path]:
    one, other = root / "one", root / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "name.txt").write_text(folder.name, encoding="utf-8")
    return one, other


@pytest.mark.parametrize("can_swap", [True, False], ids=["in one step", "by renaming"])
def test_two_folders_change_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_swap: bool) -> None:
    """Where the system cannot swap, renaming does it."""
    if not can_swap:
        monkeypatch.setattr(staging, "_exchange", lambda *_: errno.ENOSYS)
    one, other = _folders(tmp_path)
    exchange(one, other)
    assert (one / "name.txt").read_text(encoding="utf-8") == "other"
    assert (other / "name.txt").read_text(encoding="utf-8") == "one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


def test_a_swap_that_fails_says_so(tmp_path: Path) -> None:
    """A folder that is not there is an error, not a loss."""
    one, _ = _folders(tmp_path)
    with pytest.raises(OSError, match=r"none"):
        exchange(one, tmp_path / "none")
    assert (one / "name.txt").exists()


def test_a_site_is_replaced_or_left(tmp_path: Path) -> None:
    """Publishing replaces the site and its every file; abandoning leaves it; neither leaves a folder."""
    site = tmp_path / "site"
    for number in ("first", "second"):
        staging = Staging(site)
        (staging.folder / f"{number}.html").write_text(number, encoding="utf-8")
        staging.publish()
        assert [path.name for path in site.iterdir()] == [f"{number}.html"]
    staging = Staging(site)
    (staging.folder / "third.html").write_text("third", encoding="utf-8")
    staging.abandon()
    assert [path.name for path in site.iterdir()] == ["second.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]
    Staging(site).forget()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_there_is_a_site_at_every_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is moved or removed while a new one is published, a whole site stands before and after."""
    site = tmp_path / "site"
    for text in ("old", "new"):
        build = Staging(site)
        (build.folder / "index.html").write_text(text, encoding="utf-8")
        if text == "old":
            build.publish()
    moments: list[str] = []

    def watched(act: Callable[..., object]) -> Callable[..., object]:
        def acted(*arguments: object, **options: object) -> object:
            moments.append((site / "index.html").read_text(encoding="utf-8"))
            done = act(*arguments, **options)
            moments.append((site / "index.html").read_text(encoding="utf-8"))
            return done

        return acted

    monkeypatch.setattr(shutil, "rmtree", watched(shutil.rmtree))
    monkeypatch.setattr(staging, "_exchange", watched(staging._exchange))
    monkeypatch.setattr(Path, "rename", watched(Path.rename))
    build.publish()
    assert moments == ["old", "new", "new", "new"]


def test_what_a_dead_build_left_is_removed(tmp_path: Path) -> None:
    """The next build sweeps the folder of one that was killed, and nothing else."""
    (tmp_path / ".site-0badcafe").mkdir()
    (tmp_path / ".sites").mkdir()
    Staging(tmp_path / "site").abandon()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", ".sites"]


def test_a_file_is_written_whole_with_its_folder(tmp_path: Path) -> None:
    """Line ends stay as they are, the old text is gone, and no scrap is left."""
    path = tmp_path / "deep" / "file.md"
    write_text(path, "en\n")
    write_text(path, "två\r\n")
    assert path.read_bytes() == "två\r\n".encode()
    assert [file.name for file in path.parent.iterdir()] == ["file.md"]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    """The old text stands, and nothing lies beside it."""
    path = tmp_path / "file.md"
    write_text(path, "en\n")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "h\udce5l")
    assert path.read_bytes() == b"en\n"
    assert [file.name for file in tmp_path.iterdir()] == ["file.md"]


def test_a_file_is_the_old_one_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads it while it is written has the old text, or all of the new one."""
    path = tmp_path / "file.md"
    write_text(path, "en")
    write = Path.write_bytes
    seen: list[bytes] = []

    def watched(file: Path, content: bytes) -> int:
        written = write(file, content)
        seen.append(path.read_bytes())
        return written

    monkeypatch.setattr(Path, "write_bytes", watched)
    write_text(path, "två")
    assert seen == [b"en"]
    assert path.read_bytes() == "två".encode()
