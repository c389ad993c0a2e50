"""Nothing stands twice in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model import field_title
from ...words.characters import plain
from ..judged import records_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import Record
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "fields"
MAY_BE_EXEMPTED = True

# What makes two items of a list the same: these fields of theirs, or, where none are named, all of them.
_SAME: dict[str, tuple[str, ...]] = {
    "themes": (),
    "vision_goals": (),
    "agenda_goals": (),
    "municipalities": (),
    "funders": (),
    "aliases": (),
    "partners": ("organisation",),
    "sources": ("url",),
    "key_factors": ("factor",),
    "relations": ("kind", "idea"),
    "grants": ("funder", "reference"),
    "reused_by": ("organisation", "year"),
    "decisions": (),
    "milestones": ("name", "due"),
    "roles": ("role", "organisation"),
    "budget": (),
}


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    for document, record in records_of(entry):
        yield from _judge(document, record)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for page in catalogue.calls.values():
        yield from _judge(page.document, page.call)


def _judge(document: Document, record: Record) -> Iterator[Problem]:
    for name, fields in _SAME.items():
        items = getattr(record, name, ())
        first: dict[Hashable, int] = {}
        for at, item in enumerate(items if len(items) > 1 else ()):
            sign = _sign(item, fields)
            if sign is None or first.setdefault(sign, at) == at:
                continue
            yield _problem(document, record, name, (first[sign], at))


def _sign(item: Any, fields: tuple[str, ...]) -> Hashable | None:
    """What tells the item from others; None where a field that should is empty, such as a reference."""
    if not fields:
        return item if isinstance(item, str | int) else repr(item)
    parts = tuple(getattr(item, name) for name in fields)
    return None if None in parts else parts


def _problem(document: Document, record: Record, name: str, pair: tuple[int, int]) -> Problem:
    first, at = pair
    problem = document.warning if name == "budget" else document.problem
    shown = _sign(getattr(record, name)[at], _SAME[name])
    words = " ".join(map(str, shown)) if isinstance(shown, tuple) else str(shown)
    is_alike = name in {"budget", "decisions"}
    return problem(
        document.place_of(name, at),
        "repeated",
        "repeated.line" if is_alike else "repeated.item",
        field=field_title(type(record), name),
        given="" if is_alike else plain(words, 80),
        first=document.place_of(name, first).line,
    )
