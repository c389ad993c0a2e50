"""The page about the catalogue: who is responsible, what is here, and on which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.statements import unsaid
from .document import document_page

if TYPE_CHECKING:
    from ..base.published import Page
    from ..base.writer import Writer

_PARTS = ("responsible", "holds", "figures", "licences", "visit")


def page(writer: Writer) -> Page:
    """What the catalogue says of itself."""
    return document_page(writer, "about", _PARTS, says_all=not unsaid(writer.settings, "about"))
