"""A map that fits a sheet, as far as names and values of its columns tell, with what it is unsure of."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ..model.vocabulary import terms_of
from ..reading.records import nearest
from ..words import say
from ..words.characters import fold, slugify
from .guess import LONG, WANTED, Guesses
from .map_file import read_map, shipped_map, shipped_maps
from .terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..catalogue.catalogue import Catalogue
    from ..words import Language
    from .profile import ColumnProfile
    from .sheet import SourceSheet

_FITS = 0.8  # of a shipped map's columns that a sheet must have
# Words that YAML reads as they stand.
_BARE = re.compile(r"[A-Za-zÅÄÖåäö_][A-Za-z0-9ÅÄÖåäö_. ()/-]*[A-Za-z0-9ÅÄÖåäö_.)]|[A-Za-z]")
_LISTS = {"sector": "sectors", "stage": "stages"}


def suggested_map(name: str, sheet: SourceSheet, catalogue: Catalogue, language: Language) -> str:
    """The map as a file: one that comes with the program where its columns are these, else one made here."""
    shipped = _fitting(sheet)
    if shipped:
        remark = say("importing.suggest.shipped", language, name=shipped)
        return f"# {remark}\n{shipped_map(shipped).decode()}"
    return _Suggestion(name, sheet, catalogue, language).text()


def _fitting(sheet: SourceSheet) -> str | None:
    """The shipped map of the register that the sheet is from; not one for sheets that are only alike."""
    there = {*sheet.columns}
    for name in shipped_maps():
        import_map = read_map(f"{name}.yml", shipped_map(name)).import_map
        if import_map is None or len(import_map.fields["title"].column) > 1:
            continue
        named = import_map.used_columns() | import_map.left_columns()
        needed = {*import_map.id, *import_map.fields["title"].column}
        if needed <= there and len(named & there) >= len(there) * _FITS:
            return name
    return None


class _Suggestion:
    """The lines of a map, by what the columns seem to be."""

    def __init__(self, name: str, sheet: SourceSheet, catalogue: Catalogue, language: Language) -> None:
        self.name, self.sheet, self.language = name, sheet, language
        self.settings, self.today = catalogue.settings, catalogue.today
        self.terms = Terms(catalogue.settings, catalogue.tree.shipped)
        self.guesses = Guesses(sheet)
        self.fields = self.guesses.fields

    def text(self) -> str:
        """The whole file."""
        parts = (self._head(), self._currencies(), self._fields(), self._body(), self._rest())
        return "\n".join(line for part in parts for line in part) + "\n"

    def word(self, key: str, /, **values: object) -> str:
        return say(f"importing.suggest.{key}", self.language, **values)

    def _head(self) -> Iterator[str]:
        yield f"# {self.word('head', name=self.name)}"
        yield f"source: {slugify(self.name.rpartition('.')[0], 60) or 'register'}"
        for key, value in self.sheet.taken.items():
            if key in {"header", "sheet"}:
                yield f"{key}: {value if key == 'header' else _quoted(str(value))}"
        identity = self.guesses.identity
        yield f"id: {_quoted(identity.name)}" if identity else f"# id:   {self.word('no_id')}"
        if self.guesses.is_several:
            yield f"several_rows: true   # {self.word('several')}"
        orders = {column.order for column in self.guesses.dates() if column.order}
        if len(orders) == 1:
            yield f"dates: {orders.pop()}"
        elif self.guesses.dates():
            yield f"dates: day_first   # {self.word('dates')}"

    def _currencies(self) -> Iterator[str]:
        amount = self.fields.get("grants.awarded")
        if amount and amount.currency:
            yield f"# {self.word('rates')}"
            yield f"# currencies: {{ {amount.currency}: {{ rate: …, day: … }} }}"

    def _fields(self) -> Iterator[str]:
        yield "fields:"
        if "title" not in self.fields:
            yield f"  title:   # {self.word('lacks')}"
        for path, *_ in WANTED:
            yield from self._field(path)
        if "summary" not in self.fields and "title" in self.fields:
            yield f"  # summary:   {self.word('no_summary')}"

    def _field(self, path: str) -> Iterator[str]:
        unsure = f"   # {self.word('by_values')}" if path in self.guesses.unsure else ""
        column = self.fields.get(path)
        if column and path in _LISTS:
            yield from self._terms(path, column)
        elif column:
            yield f"  {path}: {_value(path, column)}{unsure}"
        elif path in _LISTS:
            yield f"  {path}: {{ value: {self._usual(path)} }}   # {self.word('constant')}"
        elif path == "sources.url":
            yield f"  # sources.url: {{ value: https://… }}   {self.word('address')}"
        elif path == "sources.read":
            yield f"  # sources.read: {{ value: {self.today} }}   {self.word('read')}"
        elif path == "grants.funder" and "grants.awarded" in self.fields:
            yield f"  # grants.funder: {{ value: … }}   {self.word('funder')}"

    def _terms(self, path: str, column: ColumnProfile) -> Iterator[str]:
        """The column, and what those of its values stand for that the list does not have."""
        yield f"  {path}:"
        yield f"    column: {_quoted(column.name)}"
        unknown = [word for word in column.words if not self.terms.key_of(_LISTS[path], word)]
        if unknown:
            yield "    terms:"
        for word in unknown:
            likely = self._nearest(path, word)
            remark = self.word("nearest" if likely else "choose")
            yield f"      {_quoted(word)}: {likely or self._usual(path)}   # {remark}"
        yield f"    otherwise: {self._usual(path)}   # {self.word('rest')}"

    def _nearest(self, path: str, word: str) -> str | None:
        names = {fold(name): key for name, key in self.terms.named(_LISTS[path]).items()}
        wanted = fold(word)
        within = next((name for name in names if wanted in name or name in wanted), None)
        likely = within or nearest(wanted, names)
        return names[likely] if likely else None

    def _usual(self, path: str) -> str:
        keys = list(terms_of(self.settings, _LISTS[path]))
        return keys[len(keys) // 2] if path == "stage" else keys[0]

    def _body(self) -> Iterator[str]:
        free = [column for column in self.guesses.free() if column is not self.guesses.identity]
        texts = [column for column in free if column.length > LONG]
        summary = self.fields.get("summary")
        facts = [c for c in free if c.length <= LONG and c.values > 1]
        parts = [*([summary] if summary and summary.length > LONG else []), *texts]
        if parts or facts:
            yield "body:"
        for column in parts:
            yield f"  - heading: {_quoted(column.name)}"
            yield f"    column: {_quoted(column.name)}"
        if facts:
            yield f"  - heading: {_quoted(self.word('facts'))}"
            yield "    facts:"
            yield from (f"      {_quoted(column.name)}: {_quoted(column.name)}" for column in facts)

    def _rest(self) -> Iterator[str]:
        free = [column for column in self.guesses.free() if column is not self.guesses.identity]
        constant = [c.name for c in free if c.values == 1 and c.length <= LONG]
        if self.guesses.persons:
            yield f"# {self.word('persons')}"
            yield f"persons: {_list(self.guesses.persons)}"
        if constant:
            yield f"# {self.word('unused')}"
            yield f"unused: {_list(constant)}"


def _value(path: str, column: ColumnProfile) -> str:
    parts = [f"column: {_quoted(column.name)}"]
    if path in {"themes", "municipalities"} and column.separator:
        parts.append(f"split: {_quoted(column.separator)}")
    if path == "grants.awarded" and column.unit:
        parts.append(f"unit: {column.unit}")
    if path == "grants.awarded" and column.currency:
        parts.append(f"currency: {column.currency}")
    return _quoted(column.name) if len(parts) == 1 else f"{{ {', '.join(parts)} }}"


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted_in_list, names))}]"


def _quoted(text: str) -> str:
    is_taken = text.casefold() in {"true", "false", "yes", "no", "null", "on", "off"}
    return (
        text
        if _BARE.fullmatch(text) and ": " not in text and not is_taken
        else json.dumps(text, ensure_ascii=False)
    )


def _quoted_in_list(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if re.search(r"[,\[\]{}]", text) else _quoted(text)
