"""Records as JSON, or a record on each line: what lies within another gets its name with a dot between."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .encodings import decode
from .sheet import (
    Cell,
    Lost,
    Row,
    Scalar,
    SheetForm,
    SourceSheet,
    UnreadableSheet,
    cell_text,
    is_filled,
    refuse_many,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 12
_LONGEST_NUMBER = 300  # digits; what is longer is no number that anybody counts with


def read_json(content: bytes, reading: SheetForm) -> SourceSheet:
    """The records in JSON; numbered from 1, as nobody sees rows. Raises UnreadableSheet."""
    text, encoding = decode(content, reading.encoding)
    try:
        whole = _read(text)
    except json.JSONDecodeError as error:
        return _sheet(list(_on_lines(text, error)), encoding)
    return _sheet(list(enumerate(_records(whole, reading.records), 1)), encoding)


class _Record(dict[str, Any]):
    """A record, with the names that stand twice in it and their earlier values."""

    earlier: list[tuple[str, Any]]


def _record(pairs: list[tuple[str, Any]]) -> _Record:
    record = _Record()
    record.earlier = []
    for name, value in pairs:
        if name in record and record[name] != value:
            record.earlier.append((name, record[name]))
        record[name] = value
    return record


def _read(text: str) -> Any:
    """The value that a text is. Raises JSONDecodeError, and UnreadableSheet where it is too deep."""
    try:
        return json.loads(
            text,
            object_pairs_hook=_record,
            parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST_NUMBER else digits,
            parse_constant=lambda name: None if name == "NaN" else name,
        )
    except RecursionError as error:
        raise UnreadableSheet("deep") from error


def _on_lines(text: str, of_whole: json.JSONDecodeError) -> Iterator[tuple[int, Any]]:
    """The number of each line that holds something, and its record."""
    has_record = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, _read(line)
            except json.JSONDecodeError as error:
                raise UnreadableSheet("json", line=number if has_record else of_whole.lineno) from error
            has_record = True


def _records(whole: Any, name: str | None) -> list[Any]:
    """The list of records: the whole, what stands under the name, or the one list that there is."""
    for step in name.split(".") if name else ():
        whole = whole.get(step) if isinstance(whole, dict) else None
    if isinstance(whole, list):
        return whole
    lists = [value for value in whole.values() if _holds_records(value)] if isinstance(whole, dict) else []
    if len(lists) == 1:
        return list(lists[0])
    if isinstance(whole, dict) and whole and all(isinstance(value, dict) for value in whole.values()):
        return [_record([("key", key), *value.items()]) for key, value in whole.items()]
    if not lists and isinstance(whole, dict) and any(map(_is_plain, whole.values())):
        return [whole]
    raise UnreadableSheet("records")


def _is_plain(value: Any) -> bool:
    return value is not None and not isinstance(value, list | dict)


def _holds_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _sheet(records: list[tuple[int, Any]], encoding: str) -> SourceSheet:
    refuse_many(len(records))
    rows = []
    for number, record in records:
        if not isinstance(record, dict):
            raise UnreadableSheet("records")
        cells = {name: cell for name, cell in _flat(record, "", 0) if is_filled(cell)}
        rows.append(Row(number, cells, tuple(_lost(record, "", cells))))
    if not rows:
        raise UnreadableSheet("no_rows")
    columns = tuple(dict.fromkeys(name for row in rows for name in row.cells))
    return SourceSheet(columns, tuple(row for row in rows if row.cells), {"encoding": encoding})


def _lost(value: Any, name: str, cells: dict[str, Cell]) -> Iterator[Lost]:
    """Earlier values of names that stand twice, wherever in a record: the last one holds."""
    before = f"{name}." if name else ""
    for key, earlier in value.earlier if isinstance(value, _Record) else ():
        column = f"{before}{key}"
        yield Lost("name_twice", column, str(earlier), cell_text(cells.get(column, "")))
    for inner in value if isinstance(value, list) else ():
        yield from _lost(inner, name, cells)
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from _lost(inner, f"{before}{key}", cells)


def _flat(value: dict[str, Any], before: str, depth: int) -> Iterator[tuple[str, Cell]]:
    if depth > _DEEPEST:
        raise UnreadableSheet("deep")
    for key, inner in value.items():
        name = f"{before}{key}"
        if isinstance(inner, dict):
            yield from _flat(inner, f"{name}.", depth + 1)
        elif isinstance(inner, list):
            yield from _listed(inner, name, depth)
        elif inner is not None:
            yield name, _scalar(inner)


def _listed(items: list[Any], name: str, depth: int) -> Iterator[tuple[str, Cell]]:
    """Values of a list as one cell; of records in a list, all values of one name as one cell."""
    plain = tuple(_plain(items, depth))
    if plain:
        yield name, plain
    records = [dict(_flat(item, f"{name}.", depth + 1)) for item in items if isinstance(item, dict)]
    for inner in dict.fromkeys(key for record in records for key in record):
        cells = [record.get(inner, "") for record in records]
        yield inner, tuple(part for cell in cells for part in (cell if isinstance(cell, tuple) else (cell,)))


def _plain(items: list[Any], depth: int) -> Iterator[Scalar]:
    """The values in a list, and in lists within it, but for records."""
    if depth > _DEEPEST:
        raise UnreadableSheet("deep")
    for item in items:
        if isinstance(item, list):
            yield from _plain(item, depth + 1)
        elif item is not None and not isinstance(item, dict):
            yield _scalar(item)


def _scalar(value: Any) -> Scalar:
    return (
        str(value).lower()
        if isinstance(value, bool)
        else value
        if isinstance(value, int | float)
        else str(value)
    )
