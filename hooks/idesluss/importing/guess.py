"""Which column of a sheet seems to be which field, by the names and the values of the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .profile import ColumnProfile, profiles

if TYPE_CHECKING:
    from collections.abc import Callable

    from .sheet import SourceSheet

_MOST, _FEW, LONG = 0.7, 25, 80
# Fields in the order that columns are looked for, and what a column of each must be like.
WANTED: tuple[tuple[str, str, Callable[[ColumnProfile], bool]], ...] = (
    ("title", "title", lambda c: c.filled > 0.5 and c.length > 2),  # noqa: PLR2004  # as short as a title may be
    ("summary", "summary", lambda c: c.length > 20),  # noqa: PLR2004  # as short as a summary may be
    ("period.start", "start", lambda c: c.dates > _MOST),
    ("period.end", "end", lambda c: c.dates > _MOST),
    ("grants.awarded", "amount", lambda c: c.amounts > _MOST),
    ("grants.funder", "funder", lambda c: c.values <= _FEW * 4),
    ("grants.reference", "reference", lambda c: c.distinct > _MOST),
    ("municipalities", "place", lambda c: c.municipalities > 0.3),  # noqa: PLR2004  # counties stand among them
    ("coordinator.organisation", "organisation", lambda c: c.length < LONG),
    ("coordinator.unit", "unit", lambda c: c.length < LONG),
    ("sector", "sector", lambda c: c.values <= _FEW * 2),
    ("themes", "theme", lambda c: c.length < LONG * 2),
    ("stage", "stage", lambda c: c.values <= _FEW),
    ("sources.url", "address", lambda c: c.addresses > 0.3),  # noqa: PLR2004  # some have none
    ("sources.read", "read", lambda c: c.dates > _MOST),
)
# What a column is by its values, where no column has the name.
_BY_VALUES: tuple[tuple[str, Callable[[ColumnProfile], bool]], ...] = (
    ("sources.url", lambda c: c.addresses > _MOST),
    ("municipalities", lambda c: c.municipalities > _MOST),
    ("coordinator.organisation", lambda c: c.organisations > 0.5),  # noqa: PLR2004  # every other says what it is
)


class Guesses:
    """The columns of a sheet, and what each seems to be; `unsure` are fields that values alone tell of."""

    def __init__(self, sheet: SourceSheet) -> None:
        self.columns = profiles(sheet)
        self.persons = [column.name for column in self.columns if _is_of_person(column)]
        self.fields: dict[str, ColumnProfile] = {}
        self.unsure: set[str] = set()
        self._find_named()
        self._find_by_values()
        self._find_texts()
        if "grants.funder" not in self.fields:
            self.fields.pop("grants.reference", None)  # a number of whoever wrote the sheet
        self.identity = self._identity()
        self.is_several = self.identity is not None and self.identity.distinct < 1

    def free(self) -> list[ColumnProfile]:
        """Columns that are no field, and not about persons."""
        used = {column.name for column in self.fields.values()} | {*self.persons}
        return [column for column in self.columns if column.name not in used]

    def dates(self) -> list[ColumnProfile]:
        """Columns of dates."""
        return [column for column in self.columns if column.dates > _MOST]

    def _find_named(self) -> None:
        for path, key, is_like in WANTED:
            named = [c for c in self.free() if c.is_called(f"importing.header.{key}")]
            fitting = next((c for c in named if is_like(c)), None)
            if fitting:
                self.fields[path] = fitting

    def _find_by_values(self) -> None:
        for path, is_like in _BY_VALUES:
            column = next((c for c in self.free() if is_like(c)), None)
            if path not in self.fields and column:
                self._guess(path, column)

    def _find_texts(self) -> None:
        """The title and the summary by their length, where no column is called so."""
        short = [c for c in self.free() if _is_like_titles(c)]
        if "title" not in self.fields and short:
            self._guess("title", short[0])
        long = max(self.free(), key=lambda column: column.length, default=None)
        if "summary" not in self.fields and long and long.length > LONG:
            self._guess("summary", long)

    def _guess(self, path: str, column: ColumnProfile) -> None:
        self.fields[path] = column
        self.unsure.add(path)

    def _identity(self) -> ColumnProfile | None:
        """A column with a value of its own on each row, else one that is called a number and is mostly so."""
        own = {*map(id, self.free())} | {id(self.fields.get("grants.reference"))}
        filled = [c for c in self.columns if c.filled == 1 and id(c) in own]
        named = [
            c
            for c in filled
            if c.is_called("importing.header.id") or c.is_called("importing.header.reference")
        ]
        short = [c for c in filled if c.length < 20 and c.dates < _MOST and c.distinct == 1]  # noqa: PLR2004  # as long as numbers are
        named.sort(key=lambda column: -column.distinct)
        often = [c for c in named if c.distinct > 0.3]  # noqa: PLR2004  # three rows an entry, on the whole
        return next(iter([*(c for c in named if c.distinct == 1), *short, *often]), None)


def _is_of_person(column: ColumnProfile) -> bool:
    some, most = 0.3, 0.5  # of the cells: not all are filled, and a name may be one of another kind
    return (
        column.is_called("importing.header.person")
        or column.persons > some
        or (column.is_called("importing.header.responsible") and column.names > most)
    )


def _is_like_titles(column: ColumnProfile) -> bool:
    shortest, longest = 8, 120  # characters, on the whole
    return column.distinct > _MOST and shortest <= column.length <= longest and column.dates < _MOST
