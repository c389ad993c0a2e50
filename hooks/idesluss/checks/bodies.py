"""Every text that is judged, with its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..reading.document import Document
    from ..reading.markdown import Body


def judged_bodies(catalogue: Catalogue) -> Iterator[tuple[Document, Body]]:
    for entry in catalogue.judged:
        yield entry.document, entry.body
        if entry.plan_document:
            yield entry.plan_document, entry.plan_body
    for call in catalogue.calls.values():
        yield call.document, call.document.body
