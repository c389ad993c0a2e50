"""Other ideas: what this one is tied to, what is like it, and what came from the same call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ...derived import similar
from ...derived.similar import likeness_of, spelling_of_stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import Idea
    from ...words import Language
    from ..base.site import Site

MOST_ALIKE = 4
MOST_OF_CALL = 3
MOST_WORDS = 4
_SHORTEST = 4  # letters of a word that says something
ALIKE_FROM = 0.25  # below it, what is found shares little more than a place or a way of speaking


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
    alike = (Likeness(by_slug[s], words) for s, words in _alike(site.catalogue, entry) if s not in tied)
    return Related(ties, tuple(alike)[:MOST_ALIKE], tuple(_calls(site.catalogue, entry)))


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


# By folder names, as an entry would keep its catalogue alive.
_Found = dict[str, list[tuple[str, tuple[str, ...]]]]
_OfCalls = dict[str, dict[str, tuple[str, ...]]]
_ALIKE: WeakKeyDictionary[Catalogue, _Found] = WeakKeyDictionary()
_OF_CALLS: WeakKeyDictionary[Catalogue, _OfCalls] = WeakKeyDictionary()


def _alike(catalogue: Catalogue, entry: Entry) -> list[tuple[str, tuple[str, ...]]]:
    """Folder names and common words, found once for the pages of both languages."""
    found = _ALIKE.setdefault(catalogue, {})
    if entry.slug not in found:
        index = likeness_of(catalogue)
        asked = len(entry.idea.relations) + MOST_ALIKE
        matches = index.near(entry.slug, asked, ALIKE_FROM)
        spelt = _spelt(entry.idea) if matches else {}
        found[entry.slug] = [(m.key, _common(index.common(entry.slug, m.key), spelt)) for m in matches]
    return found[entry.slug]


def _spelt(idea: Idea) -> dict[str, str]:
    return spelling_of_stems(similar.Writing(idea.title, idea.summary, idea.language))


def _common(stems: list[str], spelt: dict[str, str]) -> tuple[str, ...]:
    words = (spelt[stem] for stem in stems if stem in spelt)
    return tuple(word for word in words if word.isalpha() and len(word) >= _SHORTEST)[:MOST_WORDS]


def _calls(catalogue: Catalogue, entry: Entry) -> Iterator[RelatedCall]:
    """Each call with the entries that follow this one in it."""
    for slug in dict.fromkeys(grant.call for grant in entry.idea.grants if grant.call):
        listed = _of_calls(catalogue)[slug]
        if slug in catalogue.calls and len(listed) > 1:
            others = tuple(catalogue.by_slug[other] for other in listed[entry.slug])
            yield RelatedCall(slug, others, len(listed))


def _of_calls(catalogue: Catalogue) -> _OfCalls:
    """Call to each entry that has a grant from it, with the few that follow it there."""
    if catalogue not in _OF_CALLS:
        _OF_CALLS[catalogue] = {
            call: _following(list(dict.fromkeys(entry.slug for entry, _ in grants)))
            for call, grants in catalogue.grants_by_call.items()
        }
    return _OF_CALLS[catalogue]


def _following(listed: list[str]) -> dict[str, tuple[str, ...]]:
    """The last one is followed by the first."""
    most = min(MOST_OF_CALL, len(listed) - 1)
    round_again = [*listed, *listed]
    return {slug: tuple(round_again[at + 1 : at + 1 + most]) for at, slug in enumerate(listed)}
