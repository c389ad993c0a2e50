"""Other ideas: what this one is tied to, what is like it, and what came from the same call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.alike import MOST_ALIKE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...words import Language
    from ..base.card import EntryLink
    from ..base.site import Site


@dataclass(frozen=True, slots=True)
class RelatedEntry:
    """The way to another entry, and its year."""

    slug: str
    link: EntryLink
    year: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation in words, the other entry, and a note with its language."""

    words: str
    entry: RelatedEntry
    note: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry that is like this one, and words that both hold."""

    entry: RelatedEntry
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedCall:
    """A call that the entry has a grant from, some of the others that have one, and how many they are."""

    slug: str
    title: str
    others: tuple[RelatedEntry, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Related:
    """Everything that leads on to other entries."""

    ties: tuple[Tie, ...]
    alike: tuple[Likeness, ...]
    calls: tuple[RelatedCall, ...]


def related_of(site: Site, entry: Entry) -> Related:
    """What leads on from the entry; what it is tied to is not told again as a likeness."""
    ties = _ties(site, entry)
    tied = {tie.entry.slug for tie in ties}
    by_slug = site.catalogue.by_slug
    alike = (
        Likeness(_other(site, by_slug[match.slug]), match.words)
        for match in site.derived.alike(entry)
        if match.slug not in tied
    )
    return Related(ties, tuple(alike)[:MOST_ALIKE], tuple(_calls(site, entry)))


def _other(site: Site, entry: Entry) -> RelatedEntry:
    return RelatedEntry(entry.slug, site.link(entry), entry.year)


def _ties(site: Site, entry: Entry) -> tuple[Tie, ...]:
    """Both the relations that the entry states and those that others state to it."""
    here, word = entry.idea.language, site.writer.word
    own = [
        Tie(word(f"relation.{relation.kind}"), _other(site, other), relation.note, here)
        for relation, other in site.catalogue.relations_of(entry)
    ]
    to = [
        Tie(word(f"relation_to.{relation.kind}"), _other(site, other), relation.note, other.idea.language)
        for relation, other in site.catalogue.relations_to(entry)
    ]
    return (*own, *to)


def _calls(site: Site, entry: Entry) -> Iterator[RelatedCall]:
    """Each call with the entries that follow this one in it, which one about the catalogue has none of."""
    titles = site.writer.links.calls
    for slug in dict.fromkeys(grant.call for grant in entry.idea.grants if grant.call):
        followers = site.derived.followers_in_call.get(slug, {})
        following = followers.get(entry.slug)
        if slug in titles and following:
            others = tuple(_other(site, site.catalogue.by_slug[other]) for other in following)
            yield RelatedCall(slug, titles[slug], others, len(followers))
