"""Organisations and municipalities: who does what with whom, in alphabetical order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from ...derived.network import (
    MunicipalityProfile,
    OrganisationProfile,
    frequent_pairs,
    municipality_profile,
    organisation_profile,
)
from ...words.alphabet import alphabetical, initial_letter
from ..base import sheets
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..base.published import Published
    from ..base.sheets import Sheet
    from ..base.site import Site

PAGE_SIZE = 100
PAIRS = 6
Who = TypeVar("Who", OrganisationProfile, MunicipalityProfile)


@dataclass(frozen=True, slots=True)
class Letter(Generic[Who]):
    """Those on a page that begin with a letter; `is_first` where the letter begins here."""

    letter: str
    is_first: bool
    listed: list[Who]


@dataclass(frozen=True, slots=True)
class Directory(Generic[Who]):
    """Everybody in alphabetical order; `section` is the page's name, `facet` what each is a value of."""

    section: str
    facet: str
    everybody: list[Who]


def pages(site: Site) -> Iterator[Published]:
    catalogue = site.catalogue
    organisations = [organisation_profile(catalogue, key) for key in _keys(site, "organisation")]
    yield from _pages(site, Directory("organisations", "organisation", organisations))
    municipalities = [municipality_profile(catalogue, key) for key in _keys(site, "municipality")]
    yield from _pages(site, Directory("municipalities", "municipality", municipalities))


def _keys(site: Site, facet: str) -> list[str]:
    """The values in use, by name."""

    def name(key: str) -> tuple[str, str]:
        return (alphabetical(site.facet_label(facet, key)), key)

    return sorted(site.catalogue.grouped(facet), key=name)


def _pages(site: Site, of: Directory[Who]) -> Iterator[Published]:
    letters = [initial_letter(site.facet_label(of.facet, who.key)) for who in of.everybody]
    parts = sheets.sheets(site, of.section, of.everybody, PAGE_SIZE)
    where: dict[str, str] = {}
    for at, letter in enumerate(letters):
        where.setdefault(letter, f"{parts[0].addresses[at // PAGE_SIZE]}#{_anchor(letter)}")
    pairs = frequent_pairs(site.catalogue, of.facet)[:PAIRS]
    for sheet in parts:
        yield _page(site, of, sheet, letters, where, pairs if sheet.number == 1 else [])


def _page(  # noqa: PLR0913, PLR0917  # what all pages share, and what is this one's
    site: Site,
    of: Directory[Who],
    sheet: Sheet[Who],
    letters: list[str],
    where: dict[str, str],
    pairs: list[tuple[str, str, int]],
) -> Published:
    start = (sheet.number - 1) * PAGE_SIZE
    return site.page(
        "overviews/directory.html",
        sheet.address,
        title=sheet_title(site, site.word(f"nav.{of.section}"), sheet),
        description=site.word(f"{of.section}.lead"),
        section=of.section,
        translation=sheet.translation,
        crumbs=(site.crumb(of.section),) if sheet.number > 1 else (),
        facet=of.facet,
        words=of.section,
        count=len(of.everybody),
        entries=_entries(site, of.facet),
        letters=where,
        anchor=_anchor,
        groups=_groups(sheet, letters[start : start + PAGE_SIZE], letters[start - 1] if start else ""),
        pairs=pairs,
        number=sheet.number,
        addresses=sheet.addresses,
    )


def _groups(sheet: Sheet[Who], letters: list[str], before: str) -> list[Letter[Who]]:
    lettered = zip(letters, sheet.items, strict=True)
    return [
        Letter(letter, letter != before, [who for _, who in listed])
        for letter, listed in groupby(lettered, key=lambda pair: pair[0])
    ]


def _anchor(letter: str) -> str:
    """An id in ASCII: å is written aa, and ä and ö as ae and oe."""
    return "letter-" + {"Å": "aa", "Ä": "ae", "Ö": "oe", "#": "other"}.get(letter, letter.lower())


def _entries(site: Site, facet: str) -> int:
    """How many entries name anybody at all."""
    named = (
        entry.organisations if facet == "organisation" else entry.idea.municipalities
        for entry in site.catalogue.entries
    )
    return sum(map(bool, named))
