"""What more than one rule looks at: every record and every text with its document, and entries by name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..catalogue.outlining import outline_of, text_outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..catalogue.call_page import CallPage
    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..catalogue.outline import TextOutline
    from ..model import Record
    from ..reading.document import Document


def records_of(entry: Entry) -> Iterator[tuple[Document, Record]]:
    """The fields of an idea and of its plan, so far as they could be read."""
    yield entry.document, entry.idea
    if entry.plan and entry.plan_document:
        yield entry.plan_document, entry.plan


@dataclass(frozen=True, slots=True)
class JudgedText:
    """The text of an idea, a plan or a call: its outline, and its document for whoever looks closer."""

    outline: TextOutline
    read: Callable[[], Document]

    @property
    def path(self) -> str:
        return self.outline.path


def judged_texts(
    catalogue: Catalogue, wanted: Callable[[TextOutline], object] = lambda _: True
) -> Iterator[JudgedText]:
    """The text of each idea, plan and call whose outline is wanted."""
    for entry in catalogue.judged:
        for at, text in enumerate(outline_of(entry).texts):
            if wanted(text):
                yield JudgedText(text, partial(_document, entry, at))
    for page in catalogue.calls.values():
        text = text_outline(page.document)
        if wanted(text):
            yield JudgedText(text, partial(_document, page))


def _document(holder: Entry | CallPage, at: int = 0) -> Document:
    return holder.documents()[at]


def entries_by_name(catalogue: Catalogue) -> dict[str, Entry]:
    """Entries by folder name, without the names that two of them share: those are told as taken."""
    sharing = Counter(entry.slug for entry in catalogue.judged)
    return {entry.slug: entry for entry in catalogue.judged if sharing[entry.slug] == 1}
