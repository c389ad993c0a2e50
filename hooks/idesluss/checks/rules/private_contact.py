"""Contact goes to a function, not to somebody's private mail or mobile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.paths import CONTENT
from ...reading.personal import is_named_after_somebody
from ...reading.problem import Place, Problem
from ..personal_data import (
    brought_by_commits,
    personal_data_in,
    personal_data_in_names,
    personal_data_in_pictures,
    texts_beside_entries,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...history.change import Change
    from ...reading.document import Document
    from ...reading.personal import Kind, PersonalScans
    from ..beside import Beside

GROUP = "people"
MAY_BE_EXEMPTED = False
MASKS_ITS_FILE = True
_KINDS: frozenset[Kind] = frozenset({"mail", "mobile"})


def check_entry(entry: Entry, beside: Beside) -> Iterator[Problem]:
    for document in entry.documents():
        yield from _in_document(document, beside.scans)


def _in_document(document: Document, scans: PersonalScans) -> Iterator[Problem]:
    private: set[int] = set()
    for place, span, _ in personal_data_in(document, _KINDS, scans):
        private.add(place.line)
        yield _problem(place, span.kind)
    place_of_mailbox = _personal_mailbox(document)
    if place_of_mailbox and place_of_mailbox.line not in private:
        yield _problem(place_of_mailbox, "somebody")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for document in texts_beside_entries(catalogue):
        yield from _in_document(document, catalogue.scans)
    for path, _ in personal_data_in_names(catalogue, _KINDS):
        yield _problem(Place(path), "name")
    for path, _ in personal_data_in_pictures(catalogue, _KINDS):
        yield _problem(Place(path), "picture", name=path.rpartition("/")[2])


def check_change(change: Change) -> Iterator[Problem]:
    """What a commit brought and a later one took away: git still shows it to everybody."""
    for brought in brought_by_commits(change, _KINDS):
        key = "history" if brought.path else "message"
        yield _problem(Place(brought.path or CONTENT), key, commit=brought.commit)


def _problem(place: Place, key: str, **values: object) -> Problem:
    return Problem(place, "private_contact", "warning", f"private_contact.{key}", values)


def _personal_mailbox(document: Document) -> Place | None:
    """Where the document's contact is a mailbox that is named after somebody."""
    node = document.node("contact") if document.path.startswith(f"{CONTENT}/") else None
    is_name = node is not None and isinstance(node.value, str) and is_named_after_somebody(node.value)
    return document.place_of("contact") if is_name else None
