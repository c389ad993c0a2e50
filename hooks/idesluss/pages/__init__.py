"""The site as one flat list of pages and files, made without MkDocs and of no file but the program's own."""

from .base.borrowed import shown
from .base.framed_page import PageView, Shells, Theme
from .base.published import Copy, File, Page, Published, pages_in
from .docs_pages import DocsPages, place_docs_pages
from .files.colour_sheet import colour_sheet
from .files.site_map import site_maps
from .published_list import publish
from .standing import standing_pages

__all__ = [
    "Copy",
    "DocsPages",
    "File",
    "Page",
    "PageView",
    "Published",
    "Shells",
    "Theme",
    "colour_sheet",
    "pages_in",
    "place_docs_pages",
    "publish",
    "shown",
    "site_maps",
    "standing_pages",
]
