"""A map as it is read from its file, and what is wrong with it: by itself, and with the sheet at hand."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from ..model import Idea, field_title, record_in
from ..reading.document import parse_document
from ..reading.problem import Place, Problem, one_of
from ..reading.records import nearest, validate
from ..words import same
from ..words.characters import plain
from .fields import NOT_FILLED, field_way
from .import_map import BodyPart, ImportMap, ValueFrom

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..model import Settings
    from ..reading.document import Document
    from .sheet import SourceSheet

_ENDING = ".yml"


class ReadMap(NamedTuple):
    """The map, None where it cannot be used, its file, and all that was wrong with it."""

    import_map: ImportMap | None
    document: Document
    problems: list[Problem]


def read_map(
    path: str, content: bytes, settings: Settings | None = None, constants: Mapping[str, str] | None = None
) -> ReadMap:
    """The map in a file of this path; `constants` are values of fields where the sheet has none."""
    document = parse_document(path, content)
    import_map, problems = validate(document, ImportMap, settings)
    problems = [*document.problems, *problems]
    if import_map:
        import_map = _with_constants(import_map, constants or {})
        problems += _judged(document, import_map)
    is_sound = not any(problem.severity == "error" for problem in problems)
    return ReadMap(import_map if is_sound else None, document, problems)


def _with_constants(import_map: ImportMap, constants: Mapping[str, str]) -> ImportMap:
    fields = dict(import_map.fields)
    for name, value in constants.items():
        known = fields.get(name, ValueFrom())
        fields[name] = known.model_copy(update={"value": None, "otherwise": value})
    return import_map.model_copy(update={"fields": fields})


def _judged(document: Document, import_map: ImportMap) -> Iterator[Problem]:
    """Fields that there are not, or that no import fills, columns of persons, and what every entry needs."""
    for path in import_map.fields:
        if field_way(path) is None:
            yield _no_field(document, path)
    for name in ("title", "sector"):
        if name not in import_map.fields:
            values = {"field": field_title(Idea, name), "name": name}
            yield document.problem(
                document.place_of("fields", at_key=True), "field", "field.map_lacks", **values
            )
    persons = {*import_map.persons} - {*import_map.kept_persons}
    for name in sorted(persons & import_map.used_columns()):
        place = document.place_of("persons")
        if not _is_alternative(import_map, name):
            yield document.problem(place, "field", "field.map_person", column=plain(name, 60))


def _is_alternative(import_map: ImportMap, name: str) -> bool:
    """Whether it is one of several columns that the value may stand in."""
    specs: list[ValueFrom | BodyPart] = [*import_map.fields.values(), *import_map.body]
    return all(len(spec.column) > 1 for spec in specs if name in spec.column)


def _no_field(document: Document, path: str) -> Problem:
    place = document.place_of("fields", path, at_key=True)
    first = path.partition(".")[0]
    if first in NOT_FILLED:
        return document.problem(place, "field", "field.map_not_filled", name=plain(path, 60))
    names = [*_fillable()]
    likely = nearest(path, names)
    values = {"name": plain(path, 60), "nearest": likely or "", "choices": one_of(names)}
    return document.problem(
        place, "field", "field.map_no_field_near" if likely else "field.map_no_field", **values
    )


def _fillable() -> Iterator[str]:
    """The ways to all fields that a map can fill, one of each."""
    for name, field in Idea.model_fields.items():
        if field_way(name):
            yield name
            continue
        record = record_in(field.annotation)
        if record and name not in {*NOT_FILLED, "translations"}:
            yield from (f"{name}.{inner}" for inner in record.model_fields if field_way(f"{name}.{inner}"))


def judged_with_sheet(read: ReadMap, sheet: SourceSheet) -> list[Problem]:
    """Columns that the map names and the sheet lacks: all that a field could be made of, or one of them."""
    import_map, document = read.import_map, read.document
    problems: list[Problem] = []
    for path, spec in import_map.fields.items() if import_map else ():
        if spec.column and not {*spec.column} & {*sheet.columns}:
            place = document.place_of("fields", path)
            problems.append(_no_column(document, place, spec.column[0], sheet, is_error=path == "title"))
    if import_map and import_map.id and not {*import_map.id} & {*sheet.columns}:
        problems.append(_no_column(document, document.place_of("id"), import_map.id[0], sheet, is_error=True))
    return problems


def _no_column(document: Document, place: Place, name: str, sheet: SourceSheet, *, is_error: bool) -> Problem:
    folded = {column.casefold(): column for column in sheet.columns}
    likely = nearest(name, folded)
    values = {
        "column": plain(name, 60),
        "nearest": plain(folded[likely], 60) if likely else "",
        "choices": one_of([f"`{plain(column, 40)}`" for column in sheet.columns], 12),
        "of": same(""),
    }
    key = "field.map_no_column_near" if likely else "field.map_no_column"
    tell = document.problem if is_error else document.warning
    return tell(place, "field", key, **values)


def shipped_maps() -> list[str]:
    """The names of the maps that come with the program."""
    folder = resources.files(__package__ or "").joinpath("maps")
    names = (file.name for file in folder.iterdir())
    return sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING))


def shipped_map(name: str) -> bytes:
    """The file of a map that comes with the program."""
    return resources.files(__package__ or "").joinpath("maps", f"{name}{_ENDING}").read_bytes()
