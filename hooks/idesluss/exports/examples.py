"""One real example of each file: its first line of anything, or the beginning of it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .data_file import DataFile

_LONGEST = 100  # signs of a value
_LINES = 60
_DEPTH, _MOST = 3, 9  # of JSON: how deep it is shown, and how many names at each level
_MORE = "…"


def example_of_file(file: DataFile) -> str:
    """What a reader sees of a text file, as its text has it; empty where there is nothing to see."""
    text = file.content.decode("utf-8-sig")
    if file.ending == "csv":
        return _row_example(text)
    if file.ending == "json":
        return _json_example(json.loads(text))
    return "\n".join(text.splitlines()[:_LINES])


def _row_example(text: str) -> str:
    """The first row, a line for each value that it has."""
    row = next(csv.DictReader(io.StringIO(text, newline="")), {})
    return "\n".join(f"{name}: {_cut(value)}" for name, value in row.items() if value)


def _json_example(value: Any) -> str:
    """Its beginning, with long texts cut and of each list one item."""
    lines = json.dumps(_shortened(value, _DEPTH), ensure_ascii=False, indent=1).splitlines()
    return "\n".join([*lines[:_LINES], *([_MORE] if len(lines) > _LINES else [])])


def _shortened(value: Any, depth: int) -> Any:
    if isinstance(value, dict | list) and value and not depth:
        return _MORE
    if isinstance(value, dict):
        named = {name: _shortened(item, depth - 1) for name, item in [*value.items()][:_MOST]}
        return named if len(value) <= _MOST else {**named, _MORE: _MORE}
    if isinstance(value, list):
        return [_shortened(item, depth - 1) for item in value[:1]]
    return _cut(value) if isinstance(value, str) else value


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}{_MORE}"
