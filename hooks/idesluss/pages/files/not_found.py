"""The page for addresses that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.markdown import ROOT
from ..base.addresses import Addresses
from ..base.published import Page

if TYPE_CHECKING:
    from ..base.writer import Writer


def not_found(writer: Writer) -> Page:
    """The page for addresses that lead nowhere; shown at any depth, so its links begin at the root."""
    root = writer.settings.root_path
    homes = {
        language: Addresses(writer.settings, language).home for language in writer.settings.site_languages
    }
    return Page(
        path="404.html",
        content=writer.fragment("files/not_found.html").replace(ROOT, root),
        language=writer.language,
        title=writer.word("not_found.title"),
        description=writer.word("not_found.lead"),
        translations=homes,
        is_indexed=False,
        base=root,
    )
