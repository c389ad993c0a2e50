"""The rows of a sheet as a workbook holds them, by ECMA-376: each text stands in its own cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from .columns import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What XML has no room for.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Signs, all of them early in Unicode as that is found soonest, where something has to be written otherwise.
_NOT_AS_IT_IS = re.compile("[&<>_\x00-\x08\x0b-\x1f]")
# What begins as a sign that Excel writes by its number, such as a carriage return.
_NUMBERED_SIGN = re.compile("_(?=x[0-9a-fA-F]{4}_)")
_LONGEST = 32_767  # units of UTF-16 that a cell holds; what is longer is cut there


def sheet_with_rows(sheet: bytes, rows: Sequence[Sequence[Any]]) -> bytes:
    """The XML of a sheet with these rows below its head, in place of one that marks where they end."""
    mark, end = sheet.rindex(b"<row "), sheet.rindex(b"</sheetData>")
    return b"".join((sheet[:mark], *_rows_xml(rows), sheet[end:]))


def _rows_xml(rows: Sequence[Sequence[Any]]) -> Iterator[bytes]:
    columns = (_cells(xl_col_to_name(at), values) for at, values in enumerate(zip(*rows, strict=True)))
    for number, cells in enumerate(zip(*columns, strict=True), 2):
        yield f'<row r="{number}">{"".join(cells)}</row>'.encode()


def _cells(column: str, values: Sequence[Any]) -> list[str]:
    """The cells of a column; a text that many of them hold is made ready once."""
    kinds = set(map(type, values))
    if kinds == {type(None)}:
        return [""] * len(values)
    if list in kinds:
        values = [listed(value) if isinstance(value, list) else value for value in values]
    texts = {text: _text(text) for text in set(values) if isinstance(text, str)}
    return [
        "" if value is None else f'<c r="{column}{number}"{texts.get(value) or _number(value)}</c>'
        for number, value in enumerate(values, 2)
    ]


def _number(value: int) -> str:
    return f' t="b"><v>{value:d}</v>' if isinstance(value, bool) else f"><v>{value}</v>"


def _text(words: str) -> str:
    if len(words) > _LONGEST // 2:
        words = words.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")
    kept = "" if words == words.strip() else ' xml:space="preserve"'
    if _NOT_AS_IT_IS.search(words) or "\ufffe" in words or "\uffff" in words:
        words = _NUMBERED_SIGN.sub("_x005F_", _NOT_IN_XML.sub("\ufffd", words))
        words = escape(words).replace("\r", "_x000D_")
    return f' t="inlineStr"><is><t{kept}>{words}</t></is>'
