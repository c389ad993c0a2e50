"""What git keeps of files that is not as it looks on the disk, told of real repositories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.history.file_marks import MarkedFile, marked_files
from idesluss.history.git import Repository
from tests.support import gitrepo

if TYPE_CHECKING:
    from pathlib import Path


def add(root: Path, path: str) -> None:
    """A file in the commit that comes next, whether or not the disk tells its folder from another."""
    blob = gitrepo.git(root, "hash-object", "-w", "--stdin", given=b"Hej\n").strip()
    gitrepo.git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    gitrepo.git(root, "commit", "--quiet", "--message=add")


def test_folders_of_other_case_are_told_where_they_are_new(tmp_path: Path) -> None:
    """What was there before is no part of the change."""
    root = gitrepo.start(tmp_path / "r")
    add(root, "DOCS/gammal.md")
    base = gitrepo.git(root, "rev-parse", "HEAD").strip()
    for path in ("ideas/2026/ny/idea.md", "Ideas/2026/ny/idea.md", "docs/om.md", "Docs/x.svg", "idea/x.md"):
        add(root, path)
    told = marked_files(Repository(root), base)
    assert told == [MarkedFile("Docs/x.svg", "case"), MarkedFile("Ideas/2026/ny/idea.md", "case")]
