"""The published list among MkDocs' files, and the theme's own sheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.structure import files as mkdocs_files
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import InclusionLevel

from ..pages import Copy, File, Page
from ..pages.files.assets import SHEET, joined_sheet, versioned

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..pages import DocsPages, Published

    # MkDocs' classes, whose names are ours as well.
    MkDocsFile = mkdocs_files.File

TEMPLATE = "published.html"
# Where a link within the site may lead to in a page; templates write attributes in this one way.
_ID = re.compile(r' id="([^"]+)"')
# What a copy of an entry ends with as MkDocs knows it.
_COPY = ".copy"
# What the theme brings and our pages do not use.
_UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette", "sitemap.xml")


class PublishedPage(mkdocs_pages.Page):
    """A page whose content is there already."""

    def __init__(self, published: Page, file: MkDocsFile, config: MkDocsConfig) -> None:
        super().__init__(published.title, file, config)
        self.published = published
        self.edit_url = None
        # Where links lead to; of pages that are not of running text MkDocs asks in vain.
        self.present_anchor_ids = set(_ID.findall(published.content)) if published.is_document else set()

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        self.markdown = ""
        self.meta = {"template": TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Nothing is left to render, and no link to be looked into."""
        self.content = self.published.content
        self.links_to_anchors = {}


def remove_unused(files: Files) -> None:
    """Leave out what the theme brings and no page uses."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)


def source_of(item: Published, documents: DocsPages) -> str:
    """What a document calls it in its links."""
    return documents.path_of(item) if isinstance(item, Page) else item.path


def mkdocs_file(item: Published, config: MkDocsConfig, root: Path, documents: DocsPages) -> MkDocsFile:
    """An item of the published list as a file of MkDocs; `root` is the catalogue's folder."""
    if isinstance(item, Copy):
        return mkdocs_files.File.generated(config, item.path, abs_src_path=str(root / item.source))
    if isinstance(item, File):
        return _plain_file(item, config)
    source = source_of(item, documents)
    file = mkdocs_files.File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri, file.url = item.path, item.url or "./"
    PublishedPage(item, file, config)
    return file


def _plain_file(item: File, config: MkDocsConfig) -> MkDocsFile:
    """A file that is copied as it is; Markdown under another name, as MkDocs would make a page of it."""
    name = f"{item.path}{_COPY}" if item.path.endswith(".md") else item.path
    file = mkdocs_files.File.generated(config, name, content=item.content)
    if name != item.path:
        file.dest_uri = file.url = item.path
    return file


def stylesheet_addresses(files: Files, config: MkDocsConfig, colours: str) -> list[str]:
    """The base theme's sheet, and after it ours, which begins with the brand's `colours`."""
    main = [file for file in files if file.src_uri.startswith("assets/stylesheets/main.")]
    sheets = [file for file in main if file.src_uri.endswith("css")]
    every = [*sheets, _joined_sheet(files, config, colours)]
    return [versioned(file.url, file.content_bytes) for file in every]


def _joined_sheet(files: Files, config: MkDocsConfig, colours: str) -> MkDocsFile:
    """One sheet of the theme's own, in order of their names, in place of many to ask for."""
    sheets = [file for file in files if file.src_uri.startswith("styles/")]
    for sheet in sheets:
        files.remove(sheet)
    joined = joined_sheet(colours, {sheet.src_uri: sheet.content_string for sheet in sheets})
    file = mkdocs_files.File.generated(config, SHEET, content=joined)
    files.append(file)
    return file
