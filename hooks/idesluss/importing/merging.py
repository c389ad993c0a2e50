"""A draft and the entry that an earlier import wrote: what the source says now, but for what was edited here.

The entry holds a mark of each thing that the import wrote. What no longer has its mark was edited by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..reading.front_matter import joined
from .entry_file import (
    BODY,
    UNMARKED,
    block_of,
    entry_file,
    fields_in_order,
    mark,
    marks_as_line,
    marks_in,
    marks_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..catalogue.entry import Entry
    from ..reading.document import Document


@dataclass(frozen=True, slots=True)
class Merged:
    """The file as it is to be, and what of it was edited by hand: names of fields, and `body`."""

    text: str
    edited: tuple[str, ...]


def new_file(fields: Mapping[str, Any], body: str, source: str, identity: str) -> str:
    """The file of an entry that is not here yet."""
    return entry_file(_identified(fields, body, source, identity), body)


def _identified(fields: Mapping[str, Any], body: str, source: str, identity: str) -> dict[str, Any]:
    written = marks_as_line(marks_of(fields, body))
    return {**fields, "external_id": {"source": source, "id": identity, "written": written}}


def merge(entry: Entry, fields: Mapping[str, Any], body: str, source: str, identity: str) -> Merged:
    """What the entry becomes by what its source says now."""
    document = entry.document
    here: dict[str, Any] = document.front.plain()
    marks = marks_in(entry.idea.external_id.written if entry.idea.external_id else None)
    names = [name for name in {**here, **marks} if name not in {*UNMARKED, BODY}]
    edited = [name for name in names if _is_edited(name, here, marks)]
    is_body_edited = mark(document.markdown) != marks.get(BODY, mark(""))
    wanted = _identified(fields, body, source, identity)
    for name in edited:
        wanted.pop(name, None)
        if name in here:
            wanted[name] = here[name]
    kept = (*fields_in_order(dict.fromkeys(edited)), *([BODY] if is_body_edited else []))
    text = document.markdown if is_body_edited else body
    return Merged(_rewritten(document, here, wanted, text, is_body_kept=is_body_edited), kept)


def _is_edited(name: str, here: Mapping[str, Any], marks: Mapping[str, str]) -> bool:
    """Whether somebody has written, changed or removed the field since the import wrote it."""
    return marks.get(name) != (mark(here[name]) if name in here else None)


def _rewritten(
    document: Document, here: Mapping[str, Any], wanted: Mapping[str, Any], body: str, *, is_body_kept: bool
) -> str:
    """The file with the lines of what has changed, and all other lines as they stand."""
    blocks = _blocks(document)
    if blocks is None:
        return entry_file(wanted, body)
    lines: dict[str, list[str]] = {}
    for name in [*blocks, *fields_in_order(wanted)]:
        if name in wanted:
            is_same = name in here and mark(here[name]) == mark(wanted[name])
            lines[name] = blocks[name] if is_same and name in blocks else block_of(name, wanted[name])
    order = [*blocks] + [name for name in fields_in_order(wanted) if name not in blocks]
    fields = [line for name in _placed(order, blocks) if name in lines for line in lines[name]]
    is_same_body = is_body_kept or mark(document.markdown) == mark(body)
    end = "\n".join(document.lines[_end_of_fields(document) :])
    below = end.removeprefix("---") if is_same_body else f"\n\n{body.strip()}\n" if body.strip() else "\n"
    return joined(fields, below)


def _placed(names: list[str], there: Mapping[str, object]) -> list[str]:
    """Names in the order that they stand in, and new ones where the model has them."""
    placed = [name for name in names if name in there]
    order = fields_in_order(dict.fromkeys(names))
    for name in (name for name in order if name not in there):
        after = order[order.index(name) + 1 :]
        at = next((placed.index(other) for other in after if other in placed), len(placed))
        placed.insert(at, name)
    return placed


def _end_of_fields(document: Document) -> int:
    """The index of the line with the second fence."""
    return next(at for at, line in enumerate(document.lines) if at and line.rstrip() == "---")


def _blocks(document: Document) -> dict[str, list[str]] | None:
    """The lines of each field; None where two share one."""
    keys = sorted((line, name) for name, (line, _) in (document.front.keys or {}).items())
    firsts = [line for line, _ in keys]
    if len(set(firsts)) < len(firsts):
        return None
    ends = [*(line - 1 for line in firsts[1:]), _end_of_fields(document)]
    blocks = {name: document.lines[first - 1 : end] for (first, name), end in zip(keys, ends, strict=True)}
    if keys and firsts[0] > 2:  # noqa: PLR2004  # a remark above the first field
        blocks[keys[0][1]] = [*document.lines[1 : firsts[0] - 1], *blocks[keys[0][1]]]
    return blocks
