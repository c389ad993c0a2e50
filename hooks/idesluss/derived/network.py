"""Who does what with whom: organisations and municipalities, their parts, partners and grants."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from .grants import grant_holder, granted_in, grants_by_funder, grants_of_entries, sum_of_grants

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from .grants import GrantSum

Counts = list[tuple[str, int]]
MOST_OF_CALL = 3
ROLES = ("coordinator", "partner", "recipient", "owner")


@dataclass(frozen=True, slots=True)
class OrganisationProfile:
    """An organisation's part in the catalogue.

    `roles` counts entries by the first role the organisation has in each, `partners` those it shares
    entries with, the most frequent first. `grants` are those it holds, `funders` who gave them.
    """

    key: str
    entries: int
    newest: Entry
    roles: dict[str, int]
    partners: Counts
    grants: GrantSum
    funders: dict[str, GrantSum]


@dataclass(frozen=True, slots=True)
class MunicipalityProfile:
    """A municipality's part: entries that name it, all their grants, and who else they name."""

    key: str
    entries: int
    newest: Entry
    shared: Counts
    organisations: Counts
    grants: GrantSum


def organisation_profile(catalogue: Catalogue, key: str) -> OrganisationProfile:
    """What a named organisation does; KeyError where no entry names it."""
    entries = _entries(catalogue, "organisation", key)
    roles = Counter(entry.organisations[key] for entry in entries)
    grants = [(entry, g) for entry, g in granted_in(entries) if grant_holder(entry, g) == key]
    return OrganisationProfile(
        key=key,
        entries=len(entries),
        newest=max(entries, key=_date),
        roles={role: roles[role] for role in ROLES if roles[role]},
        partners=_others(key, (entry.organisations for entry in entries)),
        grants=sum_of_grants(grants),
        funders=grants_by_funder(grants),
    )


def municipality_profile(catalogue: Catalogue, key: str) -> MunicipalityProfile:
    """What happens in a municipality; KeyError where no entry names it."""
    entries = _entries(catalogue, "municipality", key)
    return MunicipalityProfile(
        key=key,
        entries=len(entries),
        newest=max(entries, key=_date),
        shared=_others(key, (_named(entry) for entry in entries)),
        organisations=_others("", (entry.organisations for entry in entries)),
        grants=grants_of_entries(entries),
    )


def frequent_pairs(catalogue: Catalogue, facet: str) -> list[tuple[str, str, int]]:
    """Organisations or municipalities that share the most entries, two or more."""
    named = (_named(e) if facet == "municipality" else e.organisations for e in catalogue.listed)
    counted = Counter(pair for names in named for pair in combinations(sorted(names), 2))
    frequent = [(first, second, count) for (first, second), count in counted.items() if count > 1]
    return sorted(frequent, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _entries(catalogue: Catalogue, facet: str, key: str) -> list[Entry]:
    # The groups make a list for whatever key they are asked for.
    groups = catalogue.grouped(facet)
    if key not in groups:
        raise KeyError(key)
    return groups[key]


def _date(entry: Entry) -> tuple[str, str]:
    return (str(entry.first_date or entry.year), entry.slug)


def _named(entry: Entry) -> dict[str, None]:
    return dict.fromkeys(entry.idea.municipalities)


def _others(key: str, named: Iterable[Iterable[str]]) -> Counts:
    """Everybody else that is named, the most frequent first."""
    counted = Counter(name for names in named for name in names if name != key)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def followers_by_call(catalogue: Catalogue) -> dict[str, dict[str, tuple[str, ...]]]:
    """Call to the folder name of each entry with a grant from it, with the few that follow it there."""
    return {
        call: _followers(list(dict.fromkeys(entry.slug for entry, _ in grants)))
        for call, grants in catalogue.grants_by_call.items()
    }


def _followers(slugs: list[str]) -> dict[str, tuple[str, ...]]:
    """The last one is followed by the first."""
    most = min(MOST_OF_CALL, len(slugs) - 1)
    round_again = [*slugs, *slugs]
    return {slug: tuple(round_again[at + 1 : at + 1 + most]) for at, slug in enumerate(slugs)}
