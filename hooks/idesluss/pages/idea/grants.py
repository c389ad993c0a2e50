"""An idea's grants as one table: what was awarded, when, and what is known of each besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.grants import grant_difference, known_sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model import Grant
    from ...words import Language
    from ..base.writer import Writer

# Columns of the table, and how many more it has where it is known what a grant became.
_COLUMNS, _OF_FINAL = 3, 2
_FACTS = ("reference", "call", "coordinator", "reported_status", "source")


@dataclass(frozen=True, slots=True)
class ShownGrant:
    """A grant. `title` is empty where it is the page's own, `call_title` where the call has no page.

    `difference` is whole kronor, final less awarded; `missing` names facts that no source gives.
    """

    grant: Grant
    title: str
    title_language: Language
    call_title: str
    difference: int | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdeaGrants:
    """The grants in the order that they are written, and whole kronor in those whose amounts are known."""

    rows: tuple[ShownGrant, ...]
    awarded: int | None
    final: int | None

    @property
    def has_final(self) -> bool:
        """Whether it is known of some grant what it became."""
        return self.final is not None

    @property
    def columns(self) -> int:
        return _COLUMNS + _OF_FINAL * self.has_final


def shown_grants(writer: Writer, entry: Entry) -> IdeaGrants | None:
    """The entry's grants; None where it has none."""
    grants = entry.idea.grants
    if not grants:
        return None
    return IdeaGrants(
        rows=tuple(_shown(writer, entry, grant) for grant in grants),
        awarded=known_sum(grant.awarded for grant in grants),
        final=known_sum(grant.final for grant in grants),
    )


def _shown(writer: Writer, entry: Entry, grant: Grant) -> ShownGrant:
    title, language = _title(writer, entry, grant)
    return ShownGrant(
        grant=grant,
        title="" if title == entry.title(writer.language) else title,
        title_language=language,
        call_title=writer.links.calls.get(grant.call, "") if grant.call else "",
        difference=grant_difference(grant),
        missing=tuple(_missing(writer, grant)),
    )


def _title(writer: Writer, entry: Entry, grant: Grant) -> tuple[str, Language]:
    """The grant's own title: the English one on an English page, where it has both."""
    if grant.title_en and (writer.language == "en" or not grant.title):
        return grant.title_en, "en"
    return grant.title or entry.title(writer.language), entry.idea.language


def _missing(writer: Writer, grant: Grant) -> Iterator[str]:
    for name in _FACTS:
        if getattr(grant, name) is None:
            key = "status" if name == "reported_status" else name
            yield writer.word(f"grant.{key}")
