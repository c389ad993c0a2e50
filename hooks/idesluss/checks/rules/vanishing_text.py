"""All that a text says is seen on the page, or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.markdown import MAX_COMPLAINTS
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "files"
MAY_BE_EXEMPTED = True

_LONGEST = 60


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    for document in entry.documents():
        yield from _in_document(document)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    calls = [page.document for page in catalogue.calls.values()]
    for document in (*calls, *catalogue.tree.docs.pages.values()):
        yield from _in_document(document)


def _in_document(document: Document) -> Iterator[Problem]:
    for vanishing in document.body.vanishing[:MAX_COMPLAINTS]:
        words = plain(vanishing.written, _LONGEST)
        inner = words.strip("<>/!?- ")
        place = document.place_at(vanishing.at, len(vanishing.written))
        key = f"vanishing_text.{vanishing.sign}"
        yield document.problem(place, "vanishing_text", key, words=words, inner=inner)
