"""The change that is told of, and the words that it is told in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.vocabulary import gate_label
from ..words import say
from ..words.inert import quiet

if TYPE_CHECKING:
    from ..checks import JudgedChange
    from ..history.change import Change
    from ..words import Language

LONG = 200  # characters of a path or a name


@dataclass(frozen=True, slots=True)
class Review:
    """A change with its problems, and the language that the review is written in.

    `preview` is the address of a site that shows the change; without it the catalogue's own is linked.
    `is_unmerged` where the change could not be merged into what it is to come into. `is_whole` where
    nothing is left out, however long the review becomes. `out_of_date` are files that are made from what
    the change touches, and were not made anew with it.
    """

    judged: JudgedChange
    language: Language
    preview: str = ""
    is_unmerged: bool = False
    is_whole: bool = False
    out_of_date: tuple[str, ...] = ()

    @property
    def change(self) -> Change:
        return self.judged.change

    def word(self, key: str, /, **values: object) -> str:
        """The words of `review.<key>`, filled in."""
        return say(f"review.{key}", self.language, **values)

    def label(self, vocabulary: str, key: str | None) -> str:
        """What a key is called, as plain Markdown; a dash for none."""
        return quiet(self.change.label(vocabulary, key).in_(self.language), LONG) if key else "–"

    def gate(self, key: str) -> str:
        """A gate's key and name, as plain Markdown."""
        return quiet(gate_label(self.change.settings, key).in_(self.language), LONG)
