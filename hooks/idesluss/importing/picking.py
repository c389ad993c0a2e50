"""What a map picks out of a row for a field: the values of its columns, split, replaced and filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words.characters import composed, fold
from ..words.placeholders import has_value
from .sheet import cell_text, is_filled
from .text_repair import unscrambled, without_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .finding import Notes
    from .import_map import ImportMap, ValueFrom
    from .sheet import Cell, Row, Scalar

_LONG = 200  # characters; whoever writes more has written something
# Signs of writing without an alphabet, and pictures.
_PICTURE = re.compile("[\u2e80-\U0010ffff]")


def legible(row: Row, import_map: ImportMap, notes: Notes) -> dict[str, Cell]:
    """The row's cells that the map uses, with scrambled letters put right; and what of it was."""
    left = import_map.left_columns()
    used = import_map.used_columns()
    return {
        name: _legible(cell, name, notes)
        for name, cell in row.cells.items()
        if name in used and name not in left
    }


def _legible(cell: Cell, name: str, notes: Notes) -> Cell:
    if isinstance(cell, tuple):
        return tuple(_scalar(part, name, notes) for part in cell)
    return _scalar(cell, name, notes)


def _scalar(cell: Scalar, name: str, notes: Notes) -> Scalar:
    if not isinstance(cell, str) or _is_plain(cell):
        return cell
    mended = unscrambled(cell)
    if mended != cell:
        notes.add("changed", "mojibake", name, cell, mended)
    seen = without_hidden(mended)
    if len(seen) < len(mended.replace("\r\n", "\n")):
        notes.add("changed", "hidden", name, mended, seen)
    return composed(seen)


def _is_plain(text: str) -> bool:
    return text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable())


def picked(
    spec: ValueFrom, cells: Mapping[str, Cell], *, is_list: bool, has_places: bool = False
) -> list[Scalar]:
    """The values that a field is made of; of several columns the first that is filled, all for a list.

    With `has_places` a value that says nothing is an empty text, so that the next one keeps its place.
    """
    values: list[Scalar] = []
    for column in spec.column:
        parts = [value if _says_something(value) else "" for value in _split(cells.get(column, ()), spec)]
        values += parts if has_places else filter(is_filled, parts)
        if values and not is_list:
            break
    values = [value for value in _replaced(values, spec) if has_places or is_filled(value)]
    if not any(map(is_filled, values)):
        constant = spec.value if spec.value is not None else spec.otherwise
        values = [constant] if constant else []
    return values


def _split(cell: Cell, spec: ValueFrom) -> Iterator[Scalar]:
    for value in cell if isinstance(cell, tuple) else (cell,):
        if spec.split and isinstance(value, str):
            signs = "|".join(map(re.escape, spec.split))
            yield from (part.strip() for part in re.split(signs, value))
        else:
            yield value


def _says_something(value: Scalar) -> bool:
    if not isinstance(value, str) or len(value) > _LONG:
        return True
    return has_value(value) or has_picture_signs(value)


def has_picture_signs(value: str) -> bool:
    """Whether it has a sign beyond alphabets: an emoji, or a sign that is a word."""
    return bool(_PICTURE.search(value))


def _replaced(values: list[Scalar], spec: ValueFrom) -> Iterator[Scalar]:
    terms = {fold(words): term for words, term in spec.terms.items()}
    for value in values:
        text = cell_text(value)
        for words in spec.without:
            text = text.replace(words, "")
        if fold(text) in terms:
            yield terms[fold(text)]
        elif spec.template and text.strip():
            yield spec.template.replace("{}", text.strip())
        else:
            yield text.strip() if isinstance(value, str) else value
