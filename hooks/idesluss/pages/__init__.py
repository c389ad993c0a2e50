"""The site as one flat list of pages and files, made from the catalogue without MkDocs or a disk."""

from .base.framed_page import PageView, Shells, Theme
from .base.published import Copy, File, Page, Published, pages_in
from .files.colour_sheet import colour_sheet
from .files.site_map import site_map
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
    "site_map",
]
