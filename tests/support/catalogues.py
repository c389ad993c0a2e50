"""Catalogues to look at: laid out, read and published as of the tests' day."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_catalogue
from idesluss.derived.whole import Derived
from idesluss.pages import File, Page, publish
from idesluss.reading.files import DiskFiles
from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from idesluss.pages import Published

# One with vocabularies in all the places where they may stand.
VOCABULARY_FILES = project.HERE / "catalogues" / "vocabulary_files.case"
TODAY = dt.date.fromisoformat(project.TODAY)


def lay(root: Path, *contents: Path) -> Path:
    """Lay contents over each other as the `ideas/` of `root`."""
    for content in contents or (project.BASE, project.RICH):
        shutil.copytree(content, root / "ideas", dirs_exist_ok=True)
    return root


def read(root: Path) -> Catalogue:
    """The catalogue of `root` as of the tests' day, which has to be readable."""
    found = read_catalogue(DiskFiles(root), TODAY).catalogue
    assert isinstance(found, Catalogue), found
    return found


def publish_all(found: Catalogue) -> dict[str, Published]:
    """Path to page, file or copy; the site's list with the problems that the rules find."""
    listed = publish(Derived(found), judge_catalogue(found))
    by_path = {item.path: item for item in listed}
    assert len(by_path) == len(listed)
    return by_path


def pages_of(found: Catalogue) -> dict[str, Page]:
    """Path to page, of all that is published."""
    return only_pages(publish_all(found))


def only_pages(published: Mapping[str, Published]) -> dict[str, Page]:
    """Those of the published items that are pages."""
    return {path: item for path, item in published.items() if isinstance(item, Page)}


def text_in(published: Mapping[str, Published], path: str) -> str:
    """What stands in a page or a file of text."""
    item = published[path]
    assert isinstance(item, (Page, File))
    return str(item.content)
