"""What stands above the list of a facet's value: who an organisation is, what came of what lacks a factor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...derived.key_factors import key_factor
from ...derived.network import municipality_profile, organisation_profile
from ...derived.spread import spread_of

if TYPE_CHECKING:
    from ...derived.grants import GrantSum
    from ...derived.network import Counts
    from ...derived.spread import Spread
    from ...model.parts import FactorState
    from ..base.site import Site


@dataclass(frozen=True, slots=True)
class GoalSummary:
    """How the entries that contribute to a goal spread."""

    template: ClassVar[str] = "lists/profile_goal.html"
    spread: Spread


@dataclass(frozen=True, slots=True)
class FactorSummary:
    """What came of those that state a key factor, by the state they say it is in."""

    template: ClassVar[str] = "lists/profile_key_factor.html"
    spreads: dict[FactorState, Spread]


@dataclass(frozen=True, slots=True)
class MunicipalitySummary:
    """What happens in a municipality, and whom it shares entries with, the most frequent first.

    `url` is where it tells of itself; empty where the vocabulary says nothing.
    """

    template: ClassVar[str] = "lists/profile_municipality.html"
    spread: Spread
    grants: GrantSum
    municipalities: Counts
    organisations: Counts
    url: str


@dataclass(frozen=True, slots=True)
class OrganisationSummary:
    """An organisation's part in the catalogue, and what the vocabulary says of it.

    `kind`, `municipality` and `url` are empty where it says nothing; `has_municipality_page` is whether
    any entry names the municipality.
    """

    template: ClassVar[str] = "lists/profile_organisation.html"
    kind: str
    municipality: str
    has_municipality_page: bool
    url: str
    roles: dict[str, int]
    grants: GrantSum
    funders: dict[str, GrantSum]
    partners: Counts


Profile = GoalSummary | FactorSummary | MunicipalitySummary | OrganisationSummary


def profile_of(site: Site, facet: str, value: str) -> Profile | None:
    """What is said of a facet's value that some entry has; None where the list says it all."""
    match facet:
        case "vision_goal" | "agenda_goal":
            return GoalSummary(_spread(site, facet, value))
        case "key_factor":
            return FactorSummary(key_factor(site.catalogue, value).spreads(site.settings.process))
        case "municipality":
            return _municipality(site, value)
        case "organisation":
            return _organisation(site, value)
        case _:
            return None


def _spread(site: Site, facet: str, value: str) -> Spread:
    return spread_of(site.catalogue.grouped(facet)[value], site.settings.process)


def _municipality(site: Site, key: str) -> MunicipalitySummary:
    part = municipality_profile(site.catalogue, key)
    term = site.settings.municipalities.get(key)
    return MunicipalitySummary(
        spread=_spread(site, "municipality", key),
        grants=part.grants,
        municipalities=part.shared,
        organisations=part.organisations,
        url=(term and term.url) or "",
    )


def _organisation(site: Site, key: str) -> OrganisationSummary:
    part = organisation_profile(site.catalogue, key)
    term = site.settings.organisations.get(key)
    municipality = (term and term.municipality) or ""
    return OrganisationSummary(
        kind=term.kind if term else "",
        municipality=municipality,
        has_municipality_page=municipality in site.catalogue.grouped("municipality"),
        url=(term and term.url) or "",
        roles=part.roles,
        grants=part.grants,
        funders=part.funders,
        partners=part.partners,
    )
