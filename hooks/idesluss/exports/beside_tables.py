"""Tables that lie in no field of the model; their rows are taken out of the JSON as all others are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from .layout import NUMBER, DataColumn, key_column
from .plain_figures import named_figures
from .value_kinds import DATE, INTEGER, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .catalogue_json import PlainCatalogue
    from .derived_columns import Row

TEXTS_TABLE = "texts"
LONGEST_PART = 30_000  # characters; a cell of a spreadsheet holds 32,767


@dataclass(frozen=True, slots=True)
class BesideTable:
    """A table that lies in no field of the model; `rows` are taken out of what the JSON holds too."""

    name: str
    keys: tuple[DataColumn, ...]
    own: tuple[DataColumn, ...]
    rows: Callable[[PlainCatalogue], Iterable[Row]]

    @property
    def columns(self) -> tuple[DataColumn, ...]:
        """All columns, the keys first."""
        return (*self.keys, *self.own)


def _numbered(name: str, whole: PlainCatalogue) -> Iterator[Row]:
    """The records that each entry has under a name, one a row."""
    for entry in whole.entries:
        for number, row in enumerate(entry.get(name, ()), 1):
            yield {"idea": entry["slug"], NUMBER: number, **row}


def _texts(whole: PlainCatalogue) -> Iterator[Row]:
    """The text of each idea, plan and call as Markdown, in parts that a cell has room for."""
    for entry in whole.entries:
        for file, name in (("idea", "text"), ("plan", "plan_text")):
            for number, words in enumerate(text_parts(entry.get(name, "")), 1):
                yield {"idea": entry["slug"], "file": file, NUMBER: number, "text": words}
    for call in whole.calls:
        for number, words in enumerate(text_parts(call.get("text", "")), 1):
            yield {"call": call["slug"], "file": "call", NUMBER: number, "text": words}


def text_parts(words: str) -> list[str]:
    """A text in parts that together are the whole of it, between lines where there are any."""
    parts: list[str] = []
    while len(words) > LONGEST_PART:
        at = words.rfind("\n", 0, LONGEST_PART) + 1 or LONGEST_PART
        parts.append(words[:at])
        words = words[at:]
    return [*parts, words] if words.strip() else parts


def _figures(whole: PlainCatalogue) -> Iterator[Row]:
    return ({"figure": name, "value": value} for name, value in named_figures(whole.figures))


_IDEA, _CALL = key_column("idea", "ideas"), key_column("call", "calls")
BESIDE = (
    BesideTable("figures", (DataColumn("figure", TEXT),), (DataColumn("value", INTEGER),), _figures),
    BesideTable(
        "stage_history",
        (_IDEA, key_column(NUMBER)),
        (
            DataColumn("stage", TEXT, vocabulary="stages"),
            DataColumn("entered", DATE),
            DataColumn("gate", TEXT, vocabulary="gates"),
        ),
        partial(_numbered, "stage_history"),
    ),
    BesideTable(
        "relations_from_others",
        (_IDEA, key_column(NUMBER)),
        (DataColumn("kind", TEXT), DataColumn("other_idea", TEXT, vocabulary="ideas")),
        partial(_numbered, "relations_from_others"),
    ),
    BesideTable(
        TEXTS_TABLE,
        (_IDEA, _CALL, key_column("file"), key_column(NUMBER)),
        (DataColumn("text", TEXT),),
        _texts,
    ),
)
