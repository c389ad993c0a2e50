"""Other ideas: what this one is tied to, what is like it, and what came from the same call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.alike import MOST_ALIKE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...words import Language
    from ..base.site import Site


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation in words, the other entry, and a note with its language."""

    words: str
    entry: Entry
    note: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry that is like this one, and words that both hold."""

    entry: Entry
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedCall:
    """A call that the entry has a grant from, some of the others that have one, and how many they are."""

    slug: str
    others: tuple[Entry, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Related:
    """Everything that leads on to other entries."""

    ties: tuple[Tie, ...]
    alike: tuple[Likeness, ...]
    calls: tuple[RelatedCall, ...]


def related_of(site: Site, entry: Entry) -> Related:
    ties = _ties(site, entry)
    tied = {tie.entry.slug for tie in ties}
    by_slug = site.catalogue.by_slug
    alike = (Likeness(by_slug[a.slug], a.words) for a in site.derived.alike(entry) if a.slug not in tied)
    return Related(ties, tuple(alike)[:MOST_ALIKE], tuple(_calls(site, entry)))


def _ties(site: Site, entry: Entry) -> tuple[Tie, ...]:
    """Both the relations that the entry states and those that others state to it."""
    catalogue = site.catalogue
    here = entry.idea.language
    own = [Tie(site.word(f"relation.{r.kind}"), e, r.note, here) for r, e in catalogue.relations_of(entry)]
    to = [
        Tie(site.word(f"relation_to.{r.kind}"), e, r.note, e.idea.language)
        for r, e in catalogue.relations_to(entry)
    ]
    return (*own, *to)


def _calls(site: Site, entry: Entry) -> Iterator[RelatedCall]:
    """Each call with the entries that follow this one in it."""
    catalogue = site.catalogue
    for slug in dict.fromkeys(grant.call for grant in entry.idea.grants if grant.call):
        followers = site.derived.followers_in_call[slug]
        if slug in catalogue.calls and len(followers) > 1:
            others = tuple(catalogue.by_slug[other] for other in followers[entry.slug])
            yield RelatedCall(slug, others, len(followers))
