"""The page for addresses that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.markdown import ROOT
from ...words import say
from ..base.published import Page

if TYPE_CHECKING:
    from ..base.addresses import Addresses
    from ..base.writer import Writer


class _Translated:
    """What the page says in another language of the site."""

    def __init__(self, addresses: Addresses) -> None:
        self.language = addresses.language
        self.title, self.lead, self.ideas = (
            say(key, self.language) for key in ("not_found.title", "not_found.lead", "nav.ideas")
        )
        self.url = addresses.section("ideas")


def not_found(writer: Writer) -> Page:
    """The page for addresses that lead nowhere; shown at any depth, so its links begin at the root."""
    root = writer.settings.root_path
    others = [_Translated(at) for language, at in writer.every_address.items() if language != writer.language]
    return Page(
        path="404.html",
        content=writer.fragment("files/not_found.html", others=others).replace(ROOT, root),
        language=writer.language,
        title=writer.word("not_found.title"),
        description=writer.word("not_found.lead"),
        translations={language: at.home for language, at in writer.every_address.items()},
        is_indexed=False,
        base=root,
    )
