"""Which neighbours a catalogue begins with that gathers what others have."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ..model.web_address import site_name
from ..words.characters import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS = ("key", "name", "url")
_LONGEST_KEY = 60


def neighbours_table(text: str) -> str:
    """The list as the file of the vocabulary: a table as it is; of addresses, a row for each line."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.split("\n")[0].replace('"', "").startswith("key"):
        return text
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(_COLUMNS)
    rows.writerows(_rows(text.split()))
    return table.getvalue()


def _rows(addresses: list[str]) -> Iterator[tuple[str, str, str]]:
    """A key and a name for each address, of its host; a second one of a host has a number besides."""
    taken: dict[str, int] = {}
    for address in addresses:
        name = site_name(address)
        key = slugify(name, _LONGEST_KEY)
        taken[key] = number = taken.get(key, 0) + 1
        yield f"{key}-{number}" if number > 1 else key, name, address
