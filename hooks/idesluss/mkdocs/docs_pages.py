"""Pages written by hand in `docs/`, as MkDocs lists them: which it may have, and where it lays them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from .. import reporters
from ..pages.docs_pages import taken
from ..reading.docs_folder import DOCS
from .judging import UNTOUCHED

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..pages import DocsPages, Published
    from ..reading.docs_folder import DocsFolder
    from ..words import Language


def keep_read(files: Files, config: MkDocsConfig, docs: DocsFolder) -> None:
    """Leave only those files of `docs/` that the reader has read and let pass."""
    for file in list(files):
        if file.src_dir == config.docs_dir and f"{DOCS}/{file.src_uri}" not in docs.paths:
            files.remove(file)


def lay_docs_pages(files: Files, documents: DocsPages) -> None:
    """Lay each document where the site has it; leave out those in languages that the site lacks."""
    for file in list(files.documentation_pages()):
        if file.src_uri in documents.by_path:
            file.url = documents.by_path[file.src_uri].url or "./"
            file.dest_uri = f"{documents.by_path[file.src_uri].url}index.html"
        else:
            files.remove(file)


def refuse_taken(files: Files, published: list[Published], language: Language) -> None:
    """Abort where a page or picture written by hand would take the place of one that is generated."""
    problems = taken({file.dest_uri: f"{DOCS}/{file.src_uri}" for file in files}, published)
    if problems:
        sys.stderr.write(reporters.as_text(problems, language))
        raise Abort(UNTOUCHED)
