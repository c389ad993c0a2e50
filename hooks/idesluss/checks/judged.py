"""What more than one rule looks at: every record and every text with its document, and entries by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model import Record
    from ..reading.document import Document
    from ..reading.markdown import Body


def records_of(entry: Entry) -> Iterator[tuple[Document, Record]]:
    """The fields of an idea and of its plan, so far as they could be read."""
    yield entry.document, entry.idea
    if entry.plan and entry.plan_document:
        yield entry.plan_document, entry.plan


def judged_bodies(catalogue: Catalogue) -> Iterator[tuple[Document, Body]]:
    """The text of each idea, plan and call."""
    for entry in catalogue.judged:
        yield entry.document, entry.body
        if entry.plan_document:
            yield entry.plan_document, entry.plan_body
    for page in catalogue.calls.values():
        yield page.document, page.document.body


def entries_by_name(catalogue: Catalogue) -> dict[str, Entry]:
    """Entries by folder name, without the names that two of them share: those are told as taken."""
    sharing = Counter(entry.slug for entry in catalogue.judged)
    return {entry.slug: entry for entry in catalogue.judged if sharing[entry.slug] == 1}
