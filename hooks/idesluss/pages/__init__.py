"""The site as one flat list of pages and files, made without MkDocs and of no file but the program's own."""

from .base.borrowed import shown
from .base.framed_page import PageView, Shells, Theme
from .base.published import Copy, File, Page, Published, pages_in, without_content
from .base.site import Site
from .docs_pages import DocsPages, place_docs_pages
from .files.colour_sheet import colour_sheet
from .files.site_map import site_maps
from .idea import page_of
from .idea.saved import SavedIdea, saved_pages
from .published_list import Batch, Publication, publication, publish
from .standing import standing_pages

__all__ = [
    "Batch",
    "Copy",
    "DocsPages",
    "File",
    "Page",
    "PageView",
    "Publication",
    "Published",
    "SavedIdea",
    "Shells",
    "Site",
    "Theme",
    "colour_sheet",
    "page_of",
    "pages_in",
    "place_docs_pages",
    "publication",
    "publish",
    "saved_pages",
    "shown",
    "site_maps",
    "standing_pages",
    "without_content",
]
