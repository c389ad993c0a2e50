"""The published list among MkDocs' files, and the theme's own sheets."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from mkdocs.structure import files as mkdocs_files
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import InclusionLevel

from ..pages import Copy, File, pages_in, site_map

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..pages import Page, Published
    from .docs_pages import DocsPages

    # MkDocs' classes, whose names are ours as well.
    MkDocsFile = mkdocs_files.File

TEMPLATE = "published.html"
# What the theme brings and our pages do not use.
_UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette", "sitemap.xml")


class PublishedPage(mkdocs_pages.Page):
    """A page whose content is there already."""

    def __init__(self, published: Page, file: MkDocsFile, config: MkDocsConfig) -> None:
        super().__init__(published.title, file, config)
        self.published = published
        self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        self.markdown = ""
        self.meta = {"template": TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Nothing is left to render; MkDocs asks what links and anchors there are."""
        self.content = self.published.content
        self.links_to_anchors = {}
        self.present_anchor_ids = set()


def remove_unused(files: Files) -> None:
    """Leave out what the theme brings and no page uses."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)


def mkdocs_file(item: Published, config: MkDocsConfig, root: Path, documents: DocsPages) -> MkDocsFile:
    """An item of the published list as a file of MkDocs; `root` is the catalogue's folder."""
    if isinstance(item, Copy):
        return mkdocs_files.File.generated(config, item.path, abs_src_path=str(root / item.source))
    if isinstance(item, File):
        return mkdocs_files.File.generated(config, item.path, content=item.content)
    source = documents.path_of(item)
    file = mkdocs_files.File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri, file.url = item.path, item.url or "./"
    PublishedPage(item, file, config)
    return file


def site_maps(published: list[Published], documents: DocsPages) -> Iterator[File]:
    """The map of all pages, our own and the hand-written; none where the site's address is not known."""
    settings = documents.settings
    if settings.site_url:
        own = {page.url for page in pages_in(published) if page.is_indexed}
        yield site_map(map(settings.full_address, sorted(documents.urls | own)))


def stylesheet_addresses(files: Files, config: MkDocsConfig, colours: str) -> list[str]:
    """The base theme's sheet, and after it ours, which begins with the brand's `colours`."""
    main = [file for file in files if file.src_uri.startswith("assets/stylesheets/main.")]
    sheets = [file for file in main if file.src_uri.endswith("css")]
    return [_hashed(file) for file in [*sheets, _joined_sheet(files, config, colours)]]


def _joined_sheet(files: Files, config: MkDocsConfig, colours: str) -> MkDocsFile:
    """One sheet of the theme's own, in order of their names, in place of many to ask for."""
    sheets = [file for file in files if file.src_uri.startswith("styles/")]
    for sheet in sheets:
        files.remove(sheet)
    ordered = sorted(sheets, key=lambda sheet: sheet.src_uri)
    joined = "".join((colours, *(sheet.content_string for sheet in ordered)))
    file = mkdocs_files.File.generated(config, "assets/idesluss.css", content=joined)
    files.append(file)
    return file


def _hashed(file: MkDocsFile) -> str:
    """The address with what the file holds, so that no browser shows an older one."""
    return f"{file.url}?v={hashlib.sha256(file.content_bytes).hexdigest()[:10]}"
