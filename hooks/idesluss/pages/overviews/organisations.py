"""Organisations and municipalities: who does what with whom, in alphabetical order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ...derived.network import frequent_pairs, municipality_profile, organisation_profile
from ...words.alphabet import alphabetical, initial_letter
from ..base.sheets import sheet_title, sheets
from ..charts.map import country_map

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...derived.grants import GrantSum
    from ...derived.network import Counts
    from ..base.card import EntryLink
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer
    from ..charts.map import CountryMap

PAGE_SIZE = 100
PAIRS = 6


@dataclass(frozen=True, slots=True)
class Participant:
    """An organisation or a municipality as it is listed, and the `others` it most often shares entries with.

    `kind` and `roles` are an organisation's; the kind is empty where the vocabulary does not know it.
    """

    key: str
    entries: int
    newest: EntryLink
    grants: GrantSum
    others: Counts
    kind: str
    roles: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody in alphabetical order; `section` is the page's name, `facet` what each is a value of.

    `initials` are the letters that they stand under, in the same order, `entries` how many name anybody
    at all, and `pairs` those that share the most entries.
    """

    section: str
    facet: str
    everybody: Sequence[Participant]
    initials: Sequence[str]
    entries: int
    pairs: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class Letter:
    """Those on a page that begin with a letter; `is_first` where the letter begins here."""

    letter: str
    is_first: bool
    listed: list[Participant]

    @property
    def anchor(self) -> str:
        return _anchor(self.letter)


def pages(site: Site) -> Iterator[Page]:
    """The pages of all organisations, then those of all municipalities."""
    organisations = [_organisation(site, key) for key in _keys(site, "organisation")]
    yield from _write(site.writer, _directory(site, "organisations", "organisation", organisations))
    municipalities = [_municipality(site, key) for key in _keys(site, "municipality")]
    yield from _write(site.writer, _directory(site, "municipalities", "municipality", municipalities))


def _keys(site: Site, facet: str) -> list[str]:
    """The values in use, by name."""

    def name(key: str) -> tuple[str, str]:
        return (alphabetical(site.writer.facet_label(facet, key)), key)

    return sorted(site.catalogue.grouped(facet), key=name)


def _organisation(site: Site, key: str) -> Participant:
    part = organisation_profile(site.catalogue, key)
    term = site.settings.organisations.get(key)
    return Participant(
        key=key,
        entries=part.entries,
        newest=site.link(part.newest),
        grants=part.grants,
        others=part.partners,
        kind=term.kind if term else "",
        roles=part.roles,
    )


def _municipality(site: Site, key: str) -> Participant:
    part = municipality_profile(site.catalogue, key)
    return Participant(key, part.entries, site.link(part.newest), part.grants, part.shared, "", {})


def _directory(site: Site, section: str, facet: str, everybody: list[Participant]) -> Directory:
    named = (
        entry.organisations if facet == "organisation" else entry.idea.municipalities
        for entry in site.catalogue.listed
    )
    return Directory(
        section=section,
        facet=facet,
        everybody=everybody,
        initials=[initial_letter(site.writer.facet_label(facet, who.key)) for who in everybody],
        entries=sum(map(bool, named)),
        pairs=frequent_pairs(site.catalogue, facet)[:PAIRS],
    )


def _write(writer: Writer, directory: Directory) -> Iterator[Page]:
    parts = sheets(writer, directory.section, directory.everybody, PAGE_SIZE)
    letters = _letters(directory.initials, parts[0].addresses)
    for sheet in parts:
        yield _write_sheet(writer, directory, letters, sheet)


def _letters(initials: Sequence[str], addresses: Sequence[str]) -> dict[str, str]:
    """Where each letter begins."""
    letters: dict[str, str] = {}
    for at, letter in enumerate(initials):
        letters.setdefault(letter, f"{addresses[at // PAGE_SIZE]}#{_anchor(letter)}")
    return letters


def _write_sheet(
    writer: Writer, directory: Directory, letters: Mapping[str, str], sheet: Sheet[Participant]
) -> Page:
    section, is_first = directory.section, sheet.number == 1
    return writer.page(
        "overviews/directory.html",
        sheet.places,
        title=sheet_title(writer, writer.word(f"nav.{section}"), sheet),
        description=writer.word(f"{section}.lead"),
        section=section,
        crumbs=() if is_first else (writer.crumb(section),),
        facet=directory.facet,
        words=section,
        count=len(directory.everybody),
        entries=directory.entries,
        letters=letters,
        groups=_groups(sheet, directory.initials),
        pairs=directory.pairs if is_first else (),
        map=_map(writer, directory) if is_first else None,
        number=sheet.number,
        addresses=sheet.addresses,
    )


def _map(writer: Writer, directory: Directory) -> CountryMap | None:
    """The municipalities where they lie; organisations have no place of their own."""
    if directory.facet != "municipality":
        return None
    counts = {who.key: who.entries for who in directory.everybody}
    return country_map(counts, writer.settings.municipality_names)


def _groups(sheet: Sheet[Participant], initials: Sequence[str]) -> list[Letter]:
    start = (sheet.number - 1) * PAGE_SIZE
    before = initials[start - 1] if start else ""
    lettered = zip(initials[start : start + PAGE_SIZE], sheet.items, strict=True)
    return [
        Letter(letter, letter != before, [who for _, who in listed])
        for letter, listed in groupby(lettered, key=lambda pair: pair[0])
    ]


def _anchor(letter: str) -> str:
    """An id in ASCII: å is written aa, and ä and ö as ae and oe."""
    return "letter-" + {"Å": "aa", "Ä": "ae", "Ö": "oe", "#": "other"}.get(letter, letter.lower())
