"""Rows as entries to be: the fields, the text and the identity of each, and what was found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..model import Idea
from ..words import say
from ..words.characters import fold
from ..words.placeholders import has_value
from .body import body_of
from .conversion import addresses_apart
from .fields import FieldWay, field_way, refusal_of
from .finding import Finding, Notes
from .items import note_currency, put_in_items, put_items
from .picking import legible, picked
from .sheet import cell_text, is_filled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .conversion import Conversion
    from .import_map import ImportMap, ValueFrom
    from .sheet import Cell, Row, Scalar

# What ends a sentence, here and in China and Japan.
_ENDS = ".!?\u2026\u3002\uff01\uff1f"
SHORTEST_TITLE, SHORTEST_SUMMARY = 3, 20


@dataclass(slots=True)
class Draft:
    """An entry to be: `id` is what its source calls it, and `rows` those that it is made of."""

    id: str
    rows: list[int]
    fields: dict[str, Any]
    body: str
    slug_words: str
    year: str
    findings: list[Finding] = field(default_factory=list)

    @property
    def title(self) -> str:
        return str(self.fields.get("title", ""))

    @property
    def is_refused(self) -> bool:
        return any(finding.group == "refused" for finding in self.findings)


def draft_of(row: Row, reading: Conversion) -> Draft:
    """The entry that one row makes."""
    import_map = reading.import_map
    notes = Notes(row.number)
    _tell_lost(row, import_map, notes)
    cells = legible(row, import_map, notes)
    fields = _filled(cells, reading, notes)
    titles = import_map.fields["title"].column if "title" in import_map.fields else ()
    whole_title = _joined(cells, titles) or next(
        (lost.before for lost in row.lost if lost.column in titles), ""
    )
    body = body_of(cells, reading, notes, fields)
    _complete(fields, reading, notes)
    identity = _joined(cells, import_map.id) or fold(whole_title)
    _judge_identity(identity, fields, notes, whole_title)
    _judge_sector(cells, fields, reading, notes)
    return Draft(
        id=identity[:120],
        rows=[row.number],
        fields=fields,
        body=body,
        slug_words=_joined(cells, import_map.slug) or str(fields.get("title", "")),
        year=_year(cells, fields, reading),
        findings=notes.findings,
    )


def _tell_lost(row: Row, import_map: ImportMap, notes: Notes) -> None:
    """What the sheet itself could not say, of columns that something is made of."""
    used = import_map.used_columns() - import_map.left_columns()
    for lost in row.lost:
        if lost.column in used:
            notes.add("left", lost.key, lost.column, lost.before, lost.after)


def _joined(cells: Mapping[str, Cell], columns: Sequence[str]) -> str:
    return " ".join(" ".join(cell_text(cells[name]).split()) for name in columns if name in cells)


def _filled(cells: Mapping[str, Cell], reading: Conversion, notes: Notes) -> dict[str, Any]:
    """The fields that the map says, by the values of the cells."""
    fields: dict[str, Any] = {}
    items: dict[tuple[str, int], list[dict[str, Any]]] = {}
    kind = _organisation_kind(cells, reading)
    for path, spec in reading.import_map.fields.items():
        way = field_way(path)
        if way is None:
            continue
        picks = picked(spec, cells, is_list=way.is_list or way.is_in_list, has_places=way.is_in_list)
        picks = addresses_apart(way, picks)
        about = next((column for column in spec.column if column in cells), path)
        values = _values(way, picks, spec, reading, notes, about, kind)
        if way.group and way.group != "translations":
            of_group = items.setdefault((way.group, way.number), [])
            put_in_items(of_group, way, values)
            note_currency(of_group, way, picks, spec, reading)
        elif known := [value for value in values if value is not None]:
            _put(fields, way, known, notes)
    for (group, _), of_group in items.items():
        put_items(fields, group, of_group, reading, notes)
    return fields


def _values(  # noqa: PLR0913, PLR0917  # what is read, how, and where it is told of
    way: FieldWay,
    picks: Sequence[Scalar],
    spec: ValueFrom,
    reading: Conversion,
    notes: Notes,
    about: str,
    kind: str,
) -> list[str | int | None]:
    """A value for each cell, None where it has none; where no cell has one, what holds otherwise."""
    own_kind = kind if "coordinator" in {way.group, way.language} else ""
    values = [
        reading.value(way, cell, spec, notes, about, own_kind) if is_filled(cell) else None for cell in picks
    ]
    if spec.otherwise and spec.otherwise not in picks and all(value is None for value in values):
        return [reading.value(way, spec.otherwise, spec, notes, about)]
    return values


def _organisation_kind(cells: Mapping[str, Cell], reading: Conversion) -> str:
    spec = reading.import_map.organisation_kinds
    values = picked(spec, cells, is_list=False) if spec else []
    kind = cell_text(values[0]) if values else ""
    return kind if spec and kind in spec.terms.values() else ""


def _put(fields: dict[str, Any], way: FieldWay, values: list[str | int], notes: Notes) -> None:
    if way.group == "translations":
        fields.setdefault("translations", {}).setdefault(way.language, {})[way.name] = values[0]
    elif way.is_list:
        unique = list(dict.fromkeys(values))
        if refusal_of(way.record, way.name, unique):
            notes.add("left", "long_list", way.name, len(unique))
        else:
            fields[way.name] = unique
    else:
        fields[way.name] = values[0]


def _complete(fields: dict[str, Any], reading: Conversion, notes: Notes) -> None:
    """What every entry has: a summary of some length, made of the title where the source has none."""
    title, summary = str(fields.get("title", "")), str(fields.get("summary", ""))
    if title and (len(summary) < SHORTEST_SUMMARY or refusal_of(Idea, "summary", summary)):
        said = summary if has_value(summary) else ""
        summary = said if not said or said[-1] in _ENDS else f"{said}."
        words = say("importing.summary_made", reading.language, title=title.rstrip(".…"), summary=summary)
        fields["summary"] = " ".join(words.split())
        notes.add("changed", "summary_made", "summary", summary, fields["summary"])


def _judge_identity(identity: str, fields: dict[str, Any], notes: Notes, whole_title: str) -> None:
    title = str(fields.get("title", ""))
    if len(title) < SHORTEST_TITLE or not has_value(title) or refusal_of(Idea, "title", title):
        notes.add("refused", "no_title", "title", title or whole_title)
    elif not identity:
        notes.add("refused", "no_id", "id", title)


def _judge_sector(
    cells: Mapping[str, Cell], fields: dict[str, Any], reading: Conversion, notes: Notes
) -> None:
    """Without a sector there is no entry; the word that stands for one is told."""
    spec = reading.import_map.fields.get("sector")
    if "sector" not in fields and not notes.is_refused:
        words = picked(spec, cells, is_list=False) if spec else []
        notes.add("refused", "no_sector", "sector", ", ".join(map(cell_text, words)))


def _year(cells: Mapping[str, Cell], fields: dict[str, Any], reading: Conversion) -> str:
    """The year that the map names, else that of the first date, else that of the day."""
    spec = reading.import_map.year
    values = picked(spec, cells, is_list=False) if spec else []
    for value in values:
        year = reading.year_in(value, spec)
        if year:
            return year
    period, grants = fields.get("period", {}), fields.get("grants", [])
    starts = [part["start"] for part in (period, *grants) if "start" in part]
    first = fields.get("submitted") or min(starts, default="") or period.get("end", "")
    return str(first or reading.today)[:4]
