"""The whole site written into a folder: pages in one part, files in another, and data beside them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..disk.files import write_bytes, write_text
from ..pages import File
from ..search import index_plans, indexing
from .assets import read_assets
from .page_file import file_of, page_file
from .surroundings import surroundings
from .whole_list import searched

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..catalogue.catalogue import Catalogue
    from ..pages import Copy
    from .whole_list import WholeList

_CONTENT, _STATIC = "content", "static"
SURROUNDINGS = "data/site.json"


def write_site(folder: Path, listed: WholeList, catalogue: Catalogue, root: Path) -> None:
    """Write all pages and files below `folder`; `root` is the catalogue's.

    NotIndexedError where the search's index cannot be made.
    """
    assets = read_assets(catalogue.settings)
    for page in (*listed.pages, *listed.written):
        write_text(folder / _CONTENT / file_of(page), page_file(page, assets.scripts))
    _write_files(folder / _STATIC, [*listed.files, *assets.files], root)
    write_text(folder / SURROUNDINGS, surroundings(catalogue, assets))
    if os.environ.get(indexing.VARIABLE) != "off":
        plans = index_plans(catalogue, listed.pages, map(searched, listed.written), listed.neighbourhood)
        indexing.write_index(folder / _STATIC, plans)


def _write_files(folder: Path, files: Iterable[File | Copy], root: Path) -> None:
    for file in files:
        if isinstance(file, File):
            content = file.content.encode() if isinstance(file.content, str) else file.content
        else:
            content = (root / file.source).read_bytes()
        write_bytes(folder / file.path, content)
