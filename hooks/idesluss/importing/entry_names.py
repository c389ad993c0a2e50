"""Where each new entry lies: in the folder of its year, under a free name."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from ..model.values import LONGEST_SLUG, YEAR_FOLDER
from ..reading.paths import CONTENT
from ..words.characters import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft

_YEAR = re.compile(YEAR_FOLDER)


class EntryNames:
    """The names that are taken, and free ones for drafts in the order that they come."""

    def __init__(self, taken: set[str], source: str, year: int) -> None:
        self._taken = set(taken)
        self._source = source
        self._year = str(year)

    def path(self, draft: Draft) -> str:
        """The file of a new entry; its name is not free any more."""
        name = next(name for name in self._names(draft) if name not in self._taken)
        self._taken.add(name)
        year = draft.year if _YEAR.fullmatch(draft.year) else self._year
        return f"{CONTENT}/{year}/{name}/idea.md"

    def _names(self, draft: Draft) -> Iterator[str]:
        base = slugify(draft.slug_words, LONGEST_SLUG)
        if not re.search("[a-z]", base):
            base = slugify(f"{self._source} {draft.id}", LONGEST_SLUG)
        yield base
        for number in map(str, itertools.count(2)):
            yield f"{base[: LONGEST_SLUG - len(number) - 1].rstrip('-')}-{number}"
