"""Ideas of neighbours that are like one here, and needs that several have ideas for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.derived.elsewhere import LikenessElsewhere
from idesluss.derived.needs import same_needs, unanswered_needs
from idesluss.neighbours.copies import Neighbourhood
from tests.support import begun, catalogues
from tests.support.neighbour_data import idea, neighbourhood

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

SMALL = "2026/enklare-felanmalan/idea.md"
SLUG = "enklare-felanmalan"
TRANSLATED = """translations:
  en:
    title: Report holes in the street
    summary: Report a hole without knowing the owner.
stage:"""
ALIKE = idea("fel", "Felanmälan av hål i gatan", "Anmäl ett hål utan att veta vem som äger gatan.")
OTHERS = [
    idea(f"o-{at}", f"Något om {word}", f"Det här handlar om {word}.") for at, word in enumerate("abcdefgh")
]


def keys(found: Catalogue, told: Neighbourhood) -> list[str]:
    return [match.key for match in LikenessElsewhere(found, told).to_entry(found.by_slug[SLUG])]


def test_the_same_need_is_found_at_a_neighbour(changed: Callable[..., Catalogue]) -> None:
    assert keys(changed(), neighbourhood({"lillby": [*OTHERS, ALIKE]})) == ["lillby/fel"]


def test_a_rare_word_alone_makes_nothing_alike(changed: Callable[..., Catalogue]) -> None:
    rare = idea("rar", "Felanmälan", "Om annat, i helt andra ordalag.")
    assert keys(changed(), neighbourhood({"lillby": [*OTHERS, rare]})) == []


def test_a_translation_joins_languages_and_nothing_else_does(changed: Callable[..., Catalogue]) -> None:
    english = idea(
        "faults", "Report a hole in the street", "Report it without knowing the owner.", language="en"
    )
    told = neighbourhood({"lillby": [*OTHERS, english]})
    assert keys(changed(), told) == []
    assert keys(changed((SMALL, "stage:", TRANSLATED)), told) == ["lillby/faults"]


def test_without_neighbours_nothing_is_asked(changed: Callable[..., Catalogue]) -> None:
    assert keys(changed(), Neighbourhood()) == []


@pytest.mark.parametrize("section", ["## Genomförande\n\nSå här gör vi.", "## Egen rubrik\n\nNågot."])
def test_a_need_alone_waits_for_an_idea(changed: Callable[..., Catalogue], section: str) -> None:
    assert SLUG in [entry.slug for entry in unanswered_needs(changed())]
    more = changed((SMALL, "## Behov", f"{section}\n\n## Behov"))
    assert SLUG not in [entry.slug for entry in unanswered_needs(more)]


def test_ideas_for_one_need_stand_together_once(changed: Callable[..., Catalogue]) -> None:
    told = neighbourhood({"lillby": [*OTHERS, ALIKE], "aby": [ALIKE]})
    found = changed()
    (group,) = same_needs(found, told, LikenessElsewhere(found, told))
    assert group.entry is found.by_slug[SLUG]
    assert {elsewhere.key for elsewhere in group.elsewhere} == {"lillby/fel", "aby/fel"}


def test_a_catalogue_without_ideas_gathers_those_of_its_neighbours(tmp_path: Path) -> None:
    """Of different neighbours: what one has twice is its own affair."""
    found = catalogues.read(begun.lay(tmp_path, begun.beginning()))
    told = neighbourhood({"lillby": [*OTHERS, ALIKE], "aby": [ALIKE], "storby": [ALIKE]})
    (group,) = same_needs(found, told, LikenessElsewhere(found, told))
    assert group.entry is None
    assert {elsewhere.neighbour for elsewhere in group.elsewhere} == {"lillby", "aby", "storby"}
