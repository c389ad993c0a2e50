"""A file brought to the newest form by its lines, so that its order, notes and line ends stay as they are."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from ..model.forms import steps_from, steps_of_requirements
from ..words.characters import composed
from .document import parse_document
from .former_forms import (
    bring_up,
    bring_up_requirements,
    columns_now,
    former_fields,
    former_requirements,
    steps_of_part,
)
from .table import parse_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.forms import FormStep, RecordKind
    from .document import Document
    from .former_forms import FormerField, FormerRequirement
    from .strict_yaml import Node

# A line with the sign that ends it.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# The field that says the form, as it is written alone on a line.
_FORMAT = re.compile(r"(?m)^(format[ \t]*:[ \t]*)\d+")
# Before the first line that is neither blank nor a note.
_FIRST_FIELD = re.compile(r"(?m)^(?=[A-Za-z_])")
_BLANKS = " \t"


class Unmovable(Exception):  # noqa: N818  # a refusal, not an error of ours
    """A field stands in a way that its lines cannot be moved, such as within braces."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class FieldLines(NamedTuple):
    """The lines of a field, from the notes above it to its last, counted from 0."""

    first: int
    end: int
    indent: int


def rewritten(path: str, content: bytes, record: RecordKind, form: int) -> bytes:
    """The file in the newest form, the same where it is so already. Raises Unmovable."""
    steps, named = steps_from(form, record), steps_of_requirements(form)
    wanted = parse_document(path, content)
    if not wanted.is_readable:
        return content
    bring_up(wanted.front, steps)
    bring_up_requirements(wanted.front, named)
    return _checked(path, _with_names(path, _stepped(path, content, steps), named), wanted)


def rewritten_part(path: str, content: bytes, vocabulary: str, form: int) -> bytes:
    """The same for a file that holds a vocabulary alone."""
    steps = steps_of_part(vocabulary, steps_from(form, "catalogue"))
    if path.endswith(".csv"):
        return _with_columns(path, content, vocabulary, steps)
    wanted = parse_document(path, content)
    if not wanted.is_readable:
        return content
    bring_up(wanted.front, steps)
    return _checked(path, _stepped(path, content, steps), wanted)


def with_form(content: bytes, form: int) -> bytes:
    """catalogue.yml with the form that the content has now, before its first field where none is said."""
    text = content.decode("utf-8")
    if _FORMAT.search(text):
        return _FORMAT.sub(rf"\g<1>{form}", text, count=1).encode()
    return _FIRST_FIELD.sub(f"format: {form}{_line_end(lines_of(text))}", text, count=1).encode()


def lines_of(text: str) -> list[str]:
    """The lines, each with the sign that ends it."""
    return _LINE.findall(text)


def _line_end(lines: Sequence[str]) -> str:
    """The sign that ends the file's lines."""
    first = lines[0] if lines else ""
    return first[len(first.rstrip("\r\n")) :] or "\n"


def _checked(path: str, content: bytes, wanted: Document) -> bytes:
    """The rewritten file, where it says what the reader took the old one for."""
    now = parse_document(path, content)
    if not now.is_readable or now.front.plain() != wanted.front.plain() or now.markdown != wanted.markdown:
        raise Unmovable(wanted.front.line)
    return content


def _stepped(path: str, content: bytes, steps: Sequence[FormStep]) -> bytes:
    """One field at a time, so that places are those of the text as it is by then."""
    for step in steps:
        while field := next(former_fields(parse_document(path, content).front, [step]), None):
            lines = lines_of(content.decode("utf-8"))
            content = "".join(_renamed(lines, field) if _is_name(step) else _moved(lines, field)).encode()
    return content


def _with_names(path: str, content: bytes, named: Sequence[FormStep]) -> bytes:
    """Requirements by the names that their fields have now, the last in the file first."""
    requirements = list(former_requirements(parse_document(path, content).front, named))
    lines = lines_of(content.decode("utf-8"))
    for _, node, former, now in sorted(requirements, key=_from_the_end):
        lines = _replaced(lines, node.line, node.column, former, now)
    return "".join(lines).encode() if requirements else content


def _from_the_end(requirement: FormerRequirement) -> tuple[int, int]:
    """What puts the last in the file first, so that places before it stay."""
    return -requirement.node.line, -requirement.node.column


def _is_name(step: FormStep) -> bool:
    return all(len(way) == 1 for way in step.below)


def _renamed(lines: list[str], field: FormerField) -> list[str]:
    (former,), (now,) = field.step.below
    line, column = _key_place(field.holder, former)
    return _replaced(lines, line, column, former, now)


def _replaced(lines: list[str], line: int, column: int, former: str, now: str) -> list[str]:
    """The lines with a name written over; a mark of a byte order before the first counts for nothing."""
    text = composed(lines[line - 1])
    at = column - 1 + text.startswith("\ufeff")
    quote = text[at] if text[at : at + 1] in {"'", '"'} else ""
    end = at + len(former) + 2 * len(quote)
    return [*lines[: line - 1], text[:at] + now + text[end:], *lines[line:]]


def _key_place(holder: Node, name: str) -> tuple[int, int]:
    return (holder.keys or {}).get(name, (holder.line, holder.column))


def _moved(lines: list[str], field: FormerField) -> list[str]:
    """The field's lines at the end of the mapping where it stands now, which is made where there is none."""
    former, (*new_way, _) = field.step.below[0][-1], field.step.below[1]
    line, column = _key_place(field.holder, former)
    block = _block(lines, line, column)
    moved = lines[block.first : block.end]
    moved = _replaced(moved, line - block.first, column, former, field.step.below[1][-1])
    target, depth = field.base, 0
    for name in new_way:
        inner = target.value.get(name)
        if not inner or not isinstance(inner.value, dict):
            break
        target, depth = inner, depth + 1
    at, indent = _end_of(lines, target, block)
    head = [f"{' ' * (indent + 2 * i)}{name}:{_line_end(lines)}" for i, name in enumerate(new_way[depth:])]
    shift = indent + 2 * len(head) - block.indent
    return _without_empty(lines, block, field, [*head, *(_shifted(part, shift) for part in moved)], at)


def _without_empty(
    lines: list[str], block: FieldLines, field: FormerField, moved: list[str], at: int
) -> list[str]:
    """The lines put in, and taken away where they were, with the name of a mapping that is left empty."""
    ended = [*lines]
    if at and not ended[at - 1].endswith(("\n", "\r")):
        ended[at - 1] += _line_end(lines)
    first = block.first
    if len(field.holder.value) == 1 and field.holder is not field.base:
        first = _block(lines, *_holder_place(field)).first
    if at >= block.end:
        return [*ended[:first], *ended[block.end : at], *moved, *ended[at:]]
    return [*ended[:at], *moved, *ended[at:first], *ended[block.end :]]


def _holder_place(field: FormerField) -> tuple[int, int]:
    node = field.base
    place = (node.line, node.column)
    for step in field.step.below[0][:-1]:
        place = _key_place(node, step)
        node = node.value[step]
    return place


def _block(lines: list[str], line: int, column: int) -> FieldLines:
    """The lines of the field whose name stands there, with the notes right above it."""
    indent, at = column - 1, line - 1
    if lines[at][:indent].strip(_BLANKS + "\ufeff"):
        raise Unmovable(line)
    notes = takewhile(lambda text: text.startswith(" " * indent + "#"), reversed(lines[:at]))
    end = at + 1
    while end < len(lines) and _goes_on(lines[end], indent):
        end += 1
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    return FieldLines(at - len(list(notes)), end, indent)


def _goes_on(line: str, indent: int) -> bool:
    """Whether a line belongs to the field above: further in, blank, or an item of its list."""
    own = len(line) - len(line.lstrip(_BLANKS))
    return not line.strip() or own > indent or (own == indent and line.lstrip().startswith("- "))


def _end_of(lines: list[str], target: Node, block: FieldLines) -> tuple[int, int]:
    """Where the mapping's last field ends, and how far in its fields stand."""
    places = sorted((target.keys or {}).values())
    if not places:
        raise Unmovable(target.line)
    line, column = places[-1]
    last = _block(lines, line, column)
    return (block.first if last.first == block.first else last.end), column - 1


def _shifted(line: str, count: int) -> str:
    if not line.strip():
        return line
    return " " * count + line if count >= 0 else line[-count:]


def _with_columns(path: str, content: bytes, vocabulary: str, steps: Sequence[FormStep]) -> bytes:
    """A table with its columns called as they are now."""
    columns = columns_now(steps)
    table = parse_table(path, content, vocabulary, columns)
    lines = lines_of(content.decode("utf-8")) if table.former else []
    for cell in reversed(table.former):
        lines = _replaced(lines, cell.line, cell.column, cell.value, columns[cell.value])
    return "".join(lines).encode() if lines else content
