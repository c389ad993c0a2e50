"""`docs/` as it lies: what is read of it, and that nothing else is opened."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from idesluss.reading.docs_folder import read_docs
from idesluss.reading.files import DiskFiles, FileEntry
from idesluss.reading.pictures import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from idesluss.reading.files import FileKind, Refusal


def refused(root: Path) -> dict[str, str]:
    """Path to the key of what was refused there."""
    return {problem.place.path: problem.key for problem in read_docs(DiskFiles(root)).problems}


def lay(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Om\n", encoding="utf-8")


def test_a_catalogue_without_pages_has_none(tmp_path: Path) -> None:
    """Hand-written pages are not needed."""
    docs = read_docs(DiskFiles(tmp_path))
    assert (docs.paths, docs.problems) == (set(), [])


def test_pages_are_read_with_their_places_also_without_fields(tmp_path: Path) -> None:
    """MkDocs reads such pages too."""
    lay(tmp_path, "om.md", "en/about.md", "beslut/0001-a_b.1.md")
    (tmp_path / "docs" / "faltad.md").write_text("---\ntitle: Om\n---\n\n# Om\n", encoding="utf-8")
    docs = read_docs(DiskFiles(tmp_path))
    assert {path: page.body_line for path, page in docs.pages.items()} == {
        "docs/om.md": 1,
        "docs/en/about.md": 1,
        "docs/beslut/0001-a_b.1.md": 1,
        "docs/faltad.md": 5,
    }
    assert docs.problems == []


def test_what_is_no_file_is_refused_and_not_opened(tmp_path: Path) -> None:
    """A pipe would hang, a device would never end, a link would publish its target."""
    lay(tmp_path, "om.md")
    docs = tmp_path / "docs"
    os.mkfifo(docs / "ror.md")
    (docs / "enhet.md").symlink_to("/dev/zero")
    (docs / "hemlig.md").symlink_to("/etc/hostname")
    (docs / "slinga").symlink_to(".")
    (docs / "trasig.png").symlink_to("finns-inte.png")
    (docs / "mapp.md").mkdir()
    assert refused(tmp_path) == {
        "docs/ror.md": "file.special",
        "docs/enhet.md": "file.link",
        "docs/hemlig.md": "file.link",
        "docs/slinga": "file.link",
        "docs/trasig.png": "file.link",
    }
    assert read_docs(DiskFiles(tmp_path)).paths == {"docs/om.md"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("CNAME", "file.docs_cname"),
        ("en/cname", "file.docs_cname"),
        ("om.html", "file.docs_runs"),
        ("om.HTM", "file.docs_runs"),
        ("plan.svg", "file.docs_runs"),
        ("sitemap.xml", "file.docs_runs"),
        ("app.mjs", "file.docs_runs"),
        ("look.css", "file.docs_runs"),
        ("robots.txt", "file.docs_kind"),
        ("schema/idea.json", "file.docs_kind"),
        ("en/schema/idea.schema.json", "file.docs_kind"),
        ("Om.md", "file.docs_name"),
        ("-om.md", "file.docs_name"),
        (f"{'a' * 90}.md", "file.docs_name"),
        ("en/.gitattributes", "file.docs_kind"),
    ],
)
def test_files_of_other_kinds_and_names_are_refused(name: str, key: str, tmp_path: Path) -> None:
    """Each with the reason that its writer needs."""
    lay(tmp_path, name)
    assert refused(tmp_path) == {f"docs/{name}": key}


@pytest.mark.parametrize("folder", ["assets", "en/assets", "styles", "scripts", "pagefind", "templates"])
def test_folders_of_the_program_are_refused_once(folder: str, tmp_path: Path) -> None:
    """A file in one of them would take the place of the theme's own, or not be published."""
    lay(tmp_path, f"{folder}/a.md", f"{folder}/inner/b.js")
    assert refused(tmp_path) == {f"docs/{folder}": "file.docs_program"}


def test_a_folder_of_that_name_further_down_is_let_be(tmp_path: Path) -> None:
    """Nothing of the program's lies there."""
    lay(tmp_path, "beslut/assets/a.md")
    assert refused(tmp_path) == {}


def test_a_picture_is_judged_by_its_bytes_and_its_size(tmp_path: Path) -> None:
    """As one beside an idea."""
    lay(tmp_path, "images/falsk.png", "images/stor.png")
    with (tmp_path / "docs" / "images" / "stor.png").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    docs = read_docs(DiskFiles(tmp_path))
    assert docs.pictures["docs/images/falsk.png"].verdicts == (("picture.kind", {}),)
    assert refused(tmp_path) == {"docs/images/stor.png": "file.large"}


class Deep:
    """Folders within folders, more of them than calls can stand within each other."""

    def entries(self, folder: str) -> list[FileEntry]:
        return [FileEntry("a", "folder")] if folder.count("/") < 2 * sys.getrecursionlimit() else []

    def read(self, path: str, most: int) -> Refusal:
        raise AssertionError(path, most)

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        return dict.fromkeys(paths, "folder")

    def identity(self, _path: str) -> str:
        return ""


def test_folders_within_folders_have_an_end() -> None:
    """However many there are."""
    docs = read_docs(Deep())
    assert (docs.paths, docs.problems) == (set(), [])


def test_only_what_is_another_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("same", "other"):
        (tmp_path / f"docs/{name}.md").write_text("Hej.\n", encoding="utf-8")
    before = read_docs(DiskFiles(tmp_path))
    (tmp_path / "docs/other.md").write_text("Hej då.\n", encoding="utf-8")
    after = read_docs(DiskFiles(tmp_path), before)
    assert after.pages["docs/other.md"].markdown == "Hej då.\n"
    assert after.pages.keys() == before.pages.keys()
