"""Records within an entry, such as grants and partners: their values put together, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import Idea, record_in
from ..model.values import read_date_or_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .conversion import Conversion
    from .fields import FieldWay
    from .finding import Notes
    from .import_map import ValueFrom

_MOST_ITEMS = 50


def put_in_items(items: list[dict[str, Any]], way: FieldWay, values: Sequence[str | int | None]) -> None:
    """A value for each item, and a single value for all of them; None where an item has none."""
    while len(items) < max(1, len(values)):
        items.append(dict(items[0]) if items and len(items) == 1 and len(values) > 1 else {})
    of_all = values[0] if len(values) == 1 else None
    for at, item in enumerate(items):
        value = values[at] if at < len(values) else of_all
        if value is not None:
            holder = item.setdefault(way.language, {}) if way.language else item
            holder[way.name] = value


def note_currency(
    items: list[dict[str, Any]], way: FieldWay, cells: Sequence[object], spec: ValueFrom, reading: Conversion
) -> None:
    """Beside an amount that was worked out, what it was in its own currency."""
    if way.kind != "money" or "note" not in way.record.model_fields:
        return
    notes = reading.rate_notes(cells, spec)
    for item, note in zip(items, notes, strict=False):
        if note and way.name in item:
            item["note"] = note


def put_items(
    fields: dict[str, Any], group: str, items: list[dict[str, Any]], reading: Conversion, notes: Notes
) -> None:
    """Items that say all that they must; what only the map says is no item of the row."""
    record = _record(group)
    constant = _constant_names(group, reading)
    is_all_constant = len(constant) == len(_names(group, reading))
    kept = []
    for item in items:
        lacking = [
            name for name, part in record.model_fields.items() if part.is_required() and name not in item
        ]
        own = [name for name in item if name not in constant]
        if not item or (not own and not is_all_constant):
            continue
        if lacking:
            notes.add("left", "incomplete", f"{group}.{lacking[0]}", ", ".join(map(str, item.values())))
            continue
        _order_period(group, item, notes)
        kept.append(item)
    unique = [item for at, item in enumerate(kept) if item not in kept[:at]]
    if not unique:
        return
    if Idea.model_fields[group].default_factory is not tuple:
        fields[group] = unique[0]
    elif len(fields.get(group, [])) + len(unique) > _MOST_ITEMS:
        notes.add("left", "long_list", group, len(unique))
    else:
        fields[group] = [*fields.get(group, []), *unique]


def _record(group: str) -> Any:
    """The record that a field holds, or a list of which it is."""
    return record_in(Idea.model_fields[group].annotation)


def _names(group: str, reading: Conversion) -> set[str]:
    return {path for path in reading.import_map.fields if path.split(".")[0] == group}


def _constant_names(group: str, reading: Conversion) -> set[str]:
    fields = reading.import_map.fields
    return {path.split(".")[-1] for path in _names(group, reading) if not fields[path].column}


def _order_period(group: str, item: dict[str, Any], notes: Notes) -> None:
    if group in {"grants", "period"} and "start" in item and "end" in item:
        start, end = (read_date_or_year(item[name]) for name in ("start", "end"))
        if end.last_day < start.first_day:
            notes.add("left", "end_before_start", f"{group}.end", item["start"], item["end"])
            del item["end"]
