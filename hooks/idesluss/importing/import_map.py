"""What a map says: which column of a sheet becomes which field, and how. Its words are fields' words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from ..model.declare import Record, declare
from ..model.idea import EntryKind
from ..model.values import Day, LanguageCode, Line, NumberReader, Slug, Word, refusal

# Three capital letters, as ISO 4217 names currencies.
_CURRENCY = re.compile(r"[A-Z]{3}")
# A number with decimals after a point or a comma.
_RATE = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,8})?")


def _rate(value: object) -> Decimal:
    text = str(value).strip()
    if not _RATE.fullmatch(text):
        raise refusal("rate", given=text)
    return Decimal(text.replace(",", "."))


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _currency(value: object) -> str:
    text = str(value).strip().upper()
    if not _CURRENCY.fullmatch(text):
        raise refusal("currency", given=text)
    return text


Column = Annotated[str, Field(min_length=1, max_length=500)]
Columns = Annotated[tuple[Column, ...], BeforeValidator(_several)]
Currency = Annotated[str, PlainValidator(_currency)]
Rate = Annotated[Decimal, PlainValidator(_rate)]
RowNumber = Annotated[int, BeforeValidator(NumberReader(1, 1000))]
Unit = Literal["kr", "tkr", "mkr", "mdkr"]
Order = Literal["day_first", "month_first"]


class ValueFrom(Record):
    """Where a field's value comes from; a column's name alone says the same as `column`."""

    column: Columns = declare(default=())
    value: Line | None = declare()
    otherwise: Line | None = declare()
    terms: dict[str, str] = declare(default_factory=dict)
    split: Columns = declare(default=())
    without: Columns = declare(default=())
    template: Line | None = declare()
    unit: Unit | None = declare()
    currency: Currency | None = declare()
    currency_column: Column | None = declare()
    dates: Order | None = declare()

    @model_validator(mode="before")
    @classmethod
    def _read_name(cls, value: object) -> object:
        return {"column": value} if isinstance(value, str | list) else value


class BodyPart(Record):
    """A part of the text: one or more columns below a heading, or facts as a list."""

    heading: Line | None = declare()
    column: Columns = declare(default=())
    facts: dict[str, Column] = declare(default_factory=dict)
    headings: Columns = declare(default=())

    @model_validator(mode="before")
    @classmethod
    def _read_name(cls, value: object) -> object:
        return {"column": value} if isinstance(value, str) else value


class CurrencyRate(Record):
    """How many kronor one of a currency was, and on which day."""

    rate: Rate = declare(required=True, example="11.25")
    day: Day = declare(required=True, example="2024-06-28")


class ImportMap(Record):
    """How the rows of a sheet become entries."""

    source: Slug = declare(required=True)
    kind: EntryKind = declare(default="record")
    language: LanguageCode | None = declare()
    sheet: Line | None = declare()
    header: RowNumber | None = declare()
    separator: Annotated[str, Field(min_length=1, max_length=1)] | None = declare()
    encoding: Word | None = declare()
    records: Line | None = declare()
    id: Columns = declare(default=())
    several_rows: Literal["true", "false"] = declare(default="false")
    dates: Order | None = declare()
    currencies: dict[Currency, CurrencyRate] = declare(default_factory=dict)
    fields: dict[str, ValueFrom] = declare(required=True)
    body: tuple[BodyPart, ...] = declare(many=True)
    organisation_kinds: ValueFrom | None = declare()
    persons: Columns = declare(default=())
    kept_persons: Columns = declare(default=())
    unused: Columns = declare(default=())
    slug: Columns = declare(default=())
    year: ValueFrom | None = declare()
    duplicates: Literal["leave_out", "write"] = declare(default="leave_out")

    def used_columns(self) -> set[str]:
        """Every column that something is made of."""
        parts: list[Any] = [*self.fields.values(), *filter(None, (self.organisation_kinds, self.year))]
        used = {name for part in parts for name in part.column}
        used |= {part.currency_column for part in parts if part.currency_column}
        used |= {name for part in self.body for name in (*part.column, *part.facts.values())}
        return used | {*self.id, *self.slug}

    def left_columns(self) -> set[str]:
        """Columns that nothing is made of, and that the map knows of."""
        return {*self.unused, *self.persons} - {*self.kept_persons}
