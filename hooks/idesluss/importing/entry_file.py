"""An entry's file: fields as people write them here, and marks of what the import wrote."""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

from ..model import Idea

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BODY = "body"
# What the import writes for itself.
UNMARKED = frozenset({"kind", "language", "external_id"})
_WIDTH = 100
# Letters, digits and few signs, none of which YAML reads as something else in the middle or at the ends.
_BARE = re.compile(r"[A-Za-z0-9ÅÄÖåäö](?:[A-Za-z0-9ÅÄÖåäöéÉüÜ ,.()/&+_-]*[A-Za-z0-9ÅÄÖåäöéÉüÜ.)])?")
# What YAML takes for a number, a date, a truth or nothing where it stands bare.
_TAKEN_FOR_ELSE = re.compile(r"[0-9.+-].*|true|false|yes|no|on|off|null|y|n|~", re.IGNORECASE)
# A date or a number that is written bare here.
_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|0|[1-9][0-9]*")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")


def mark(value: object) -> str:
    """A short mark of what a field says, the same however it is written in a file."""
    said = json.dumps(_canonical(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _canonical(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _canonical(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_canonical(inner) for inner in value]
    return "\n".join(line.rstrip() for line in str(value).strip().split("\n"))


def marks_of(fields: Mapping[str, Any], body: str) -> dict[str, str]:
    """A mark for each field and for the text."""
    marks = {name: mark(value) for name, value in fields.items() if name not in UNMARKED}
    return {**marks, BODY: mark(body)}


def marks_as_line(marks: Mapping[str, str]) -> str:
    """The marks as they stand in a file."""
    return " ".join(f"{name}-{value}" for name, value in marks.items())


def marks_in(line: str | None) -> dict[str, str]:
    """The marks in such a line."""
    pairs = (part.rpartition("-") for part in (line or "").split())
    return {name: value for name, _, value in pairs if name}


def entry_file(fields: Mapping[str, Any], body: str) -> str:
    """The whole file."""
    lines = [line for name in fields_in_order(fields) for line in block_of(name, fields[name])]
    text = f"\n{body.strip()}\n" if body.strip() else ""
    return "\n".join(["---", *lines, "---", ""]) + text


def fields_in_order(fields: Mapping[str, Any]) -> list[str]:
    """The names of the fields, in the order of the model."""
    return [name for name in Idea.model_fields if name in fields]


def block_of(name: str, value: Any) -> list[str]:
    """The lines of one field."""
    return list(_lines(name, value, ""))


def _lines(name: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{indent}{name}:"
        for key, inner in value.items():
            yield from _lines(key, inner, f"{indent}  ")
    elif isinstance(value, list | tuple):
        yield from _list(name, value, indent)
    elif len(str(value)) > _WIDTH - len(name) - len(indent) and _folds(str(value)):
        yield f"{indent}{name}: >-"
        yield from textwrap.wrap(
            str(value), _WIDTH, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}  ", **_WHOLE
        )
    else:
        yield f"{indent}{name}: {_scalar(value)}"


_WHOLE: Any = {"break_long_words": False, "break_on_hyphens": False}


def _list(name: str, items: list[Any] | tuple[Any, ...], indent: str) -> Iterator[str]:
    if all(_KEY.fullmatch(str(item)) for item in items):
        flow = f"{indent}{name}: [{', '.join(map(str, items))}]"
        if len(flow) <= _WIDTH:
            yield flow
            return
    yield f"{indent}{name}:"
    for item in items:
        lines = list(_item(item, f"{indent}    "))
        yield f"{indent}  - {lines[0].strip()}"
        yield from lines[1:]


def _item(item: Any, indent: str) -> Iterator[str]:
    if not isinstance(item, dict):
        yield _scalar(item)
        return
    for key, inner in item.items():
        yield from _lines(key, inner, indent)


def _folds(text: str) -> bool:
    """Whether folding gives the text back: single spaces, and no line of it that begins with a sign."""
    return (
        " ".join(text.split(" ")) == text and text == text.strip() and "\n" not in text and "  " not in text
    )


def _scalar(value: Any) -> str:
    text = str(value)
    if isinstance(value, int) or _PLAIN.fullmatch(text):
        return text
    if _BARE.fullmatch(text) and not _TAKEN_FOR_ELSE.fullmatch(text):
        return text
    is_address = text.startswith(("http://", "https://")) and not re.search(r"[\s#]|:$|: ", text)
    return text if is_address else json.dumps(text, ensure_ascii=False)
