"""A call for applications, with its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Call
    from ..reading.document import Document


@dataclass(eq=False)
class CallPage:
    """A call with its document."""

    slug: str
    call: Call
    document: Document

    @property
    def path(self) -> str:
        return self.document.path

    def documents(self) -> list[Document]:
        """The call's document alone."""
        return [self.document]
