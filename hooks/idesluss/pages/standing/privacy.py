"""The page on personal data: what the program does with them, and what the catalogue says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.statements import AUTHORITIES, unsaid
from ...model.statements import Privacy
from .document import document_page

if TYPE_CHECKING:
    from ..base.published import Page
    from ..base.writer import Writer

_PARTS = ("controller", "visiting", "contributing", "basis", "kept", "rights")


def page(writer: Writer) -> Page:
    """What the catalogue says, what it leaves unsaid, and what the program knows by itself."""
    settings = writer.settings
    said = settings.privacy or Privacy()
    return document_page(
        writer,
        "privacy",
        _PARTS,
        said=said,
        authority=AUTHORITIES[said.law] if said.law else "",
        says_all=not unsaid(settings, "privacy"),
    )
