"""The site as one flat list of pages and files, made without MkDocs and of no file but the program's own."""

from .base.borrowed import shown
from .base.framed_page import PageView, Shells, Theme
from .base.published import Copy, File, Page, Published, pages_in
from .files.colour_sheet import colour_sheet
from .files.site_map import site_map
from .files.unwritten import unwritten_pages
from .published_list import publish

__all__ = [
    "Copy",
    "File",
    "Page",
    "PageView",
    "Published",
    "Shells",
    "Theme",
    "colour_sheet",
    "pages_in",
    "publish",
    "shown",
    "site_map",
    "unwritten_pages",
]
