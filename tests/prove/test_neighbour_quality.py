"""How many ideas of neighbours with the same need are found, and how many of those found have it.

`neighbour_needs.toml` holds the ideas and what is right. They are asked among themselves, and among real
records of registers, as a catalogue has them whose neighbours are many.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from idesluss.derived.elsewhere import LikenessElsewhere
from tests.support import catalogues, neighbour_data, project, registers
from tests.support.proofs import MEASURED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.neighbours.copies import Neighbourhood

pytestmark = pytest.mark.prove
NEEDS = tomllib.loads((project.HERE / "prove" / "neighbour_needs.toml").read_text(encoding="utf-8"))
OWN: list[dict[str, Any]] = NEEDS["own"]
RECALL, PRECISION = 0.75, 0.8


def lay(root: Path) -> None:
    """The ideas as entries of a catalogue that has no others."""
    catalogues.lay(root, project.BASE)
    for path in root.glob("ideas/20*/*/*.md"):
        path.unlink()
    for idea in OWN:
        fields = {
            "title": idea["title"],
            "summary": idea["summary"],
            "stage": "idea",
            "outcome": "open",
            "sector": "vard-och-omsorg",
        }
        if "en" in idea:
            title, summary = idea["en"]
            fields["translations"] = {"en": {"title": title, "summary": summary}}
        folder = root / "ideas" / "2026" / idea["key"]
        folder.mkdir(parents=True)
        text = f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n\n## Behov\n\n{idea['need']}\n"
        (folder / "idea.md").write_text(text, encoding="utf-8")


def among(more: int) -> Neighbourhood:
    """The neighbours' ideas with so many records of registers in each language."""
    by_language: dict[str, list[Any]] = {"sv": [], "en": []}
    for corpus in ("tillvaxtverket", "swecris-vinnova", "ips-explorer"):
        for writing in registers.writings(corpus).values():
            by_language[writing.language].append(writing)
    records = [
        neighbour_data.idea(f"r-{language}-{at}", w.title, w.text, language=language)
        for language, writings in by_language.items()
        for at, w in enumerate(writings[:more])
    ]
    told = [
        neighbour_data.idea(idea["key"], idea["title"], idea["summary"], language=idea.get("language", "sv"))
        for idea in NEEDS["neighbour"]
    ]
    return neighbour_data.neighbourhood({"told": told, "records": records})


@pytest.mark.parametrize("more", [0, 300, 4000])
def test_the_same_need_is_found(
    more: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    lay(tmp_path)
    catalogue = catalogues.read(tmp_path)
    likeness = LikenessElsewhere(catalogue, among(more))
    right = given = first = answered = 0
    for idea in OWN:
        matches = [match.key for match in likeness.to_entry(catalogue.by_slug[idea["key"]])]
        told = [key.partition("/")[2] for key in matches if key.startswith("told/")]
        right += len({*told} & {*idea["same"]})
        given += len(told)
        answered += bool(told)
        first += bool(told) and told[0] in idea["same"]
    recall, precision = right / sum(len(idea["same"]) for idea in OWN), right / given
    record_property(
        MEASURED,
        f"{more:,} more: recall {recall:.2f}, precision {precision:.2f}, first right {first} of {answered}",
    )
    assert (recall >= RECALL, precision >= PRECISION) == (True, True)
