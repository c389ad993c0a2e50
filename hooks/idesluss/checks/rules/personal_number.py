"""No personal identity number stands anywhere in the content, nor in the name of a file or folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...reading.paths import CONTENT
from ...reading.problem import Place, Problem
from ..personal_data import (
    brought_by_commits,
    personal_data_in,
    personal_data_in_names,
    personal_data_in_pictures,
    personal_data_in_texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...history.change import Change
    from ...reading.personal import Kind, PersonalData
    from ..beside import Beside

GROUP = "change"
MAY_BE_EXEMPTED = False
MASKS_ITS_FILE = True
_KINDS: frozenset[Kind] = frozenset({"number"})

# Ten digits and nothing between them may be another kind of number, so that message asks first.
_BARE = re.compile(r"[0-9]{10}")


def check_entry(entry: Entry, beside: Beside) -> Iterator[Problem]:
    for document in entry.documents():
        yield from _in_texts(personal_data_in(document, _KINDS, beside.scans))


def _in_texts(personal_data: Iterable[tuple[Place, PersonalData, str]]) -> Iterator[Problem]:
    for place, span, written in personal_data:
        yield _problem(place, "bare" if _BARE.fullmatch(written) else "text", span.identity)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    yield from _in_texts(personal_data_in_texts(catalogue, _KINDS))
    for path, _ in personal_data_in_names(catalogue, _KINDS):
        yield _problem(Place(path), "name")
    for path, span in personal_data_in_pictures(catalogue, _KINDS):
        yield _problem(Place(path), "picture", span.identity, name=path.rpartition("/")[2])


def check_change(change: Change) -> Iterator[Problem]:
    """Numbers that a commit brought and a later one took away: git still shows them to everybody."""
    for brought in brought_by_commits(change, _KINDS):
        key = "history" if brought.path else "message"
        yield _problem(Place(brought.path or CONTENT), key, commit=brought.commit)


def _problem(place: Place, key: str, identity: str = "", **values: object) -> Problem:
    return Problem(place, "personal_number", "error", f"personal_number.{key}", values, identity)
