"""Contact goes to a function, not to somebody's private mail or mobile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.paths import CONTENT
from ...reading.personal import is_named_after_somebody
from ...reading.problem import Place, Problem
from ..personal_data import (
    brought_by_commits,
    personal_data_in_names,
    personal_data_in_pictures,
    personal_data_in_texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...history.change import Change
    from ...reading.document import Document
    from ...reading.personal import Kind

GROUP = "people"
MAY_BE_EXEMPTED = False
MASKS_ITS_FILE = True
_KINDS: frozenset[Kind] = frozenset({"mail", "mobile"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    private: set[tuple[str, int]] = set()
    for place, span, _ in personal_data_in_texts(catalogue, _KINDS):
        private.add((place.path, place.line))
        yield _problem(place, span.kind)
    for path, _ in personal_data_in_names(catalogue, _KINDS):
        yield _problem(Place(path), "name")
    for path, _ in personal_data_in_pictures(catalogue, _KINDS):
        yield _problem(Place(path), "picture", name=path.rpartition("/")[2])
    for place in filter(None, map(_personal_mailbox, catalogue.tree.documents())):
        if (place.path, place.line) not in private:
            yield _problem(place, "somebody")


def check_change(change: Change) -> Iterator[Problem]:
    """What a commit brought and a later one took away: git still shows it to everybody."""
    for brought in brought_by_commits(change, _KINDS):
        key = "history" if brought.path else "message"
        yield _problem(Place(brought.path or CONTENT), key, commit=brought.commit)


def _problem(place: Place, key: str, **values: object) -> Problem:
    return Problem(place, "private_contact", "warning", f"private_contact.{key}", values)


def _personal_mailbox(document: Document) -> Place | None:
    """Where the document's contact is a mailbox that is named after somebody."""
    node = document.node("contact")
    is_name = node is not None and isinstance(node.value, str) and is_named_after_somebody(node.value)
    return document.place_of("contact") if is_name else None
