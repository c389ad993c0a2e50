"""How many ideas of neighbours with the same need are found, and how many of those found have it.

Two files hold the ideas and what is right: threshold and rule were chosen by `neighbour_needs.toml`, and
`held_out_needs.toml` was written before anything was asked of it. They are asked among themselves, and among
real records of registers, as a catalogue has them whose neighbours are many.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
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
Idea = dict[str, Any]
CHOSEN_BY, HELD_OUT = "neighbour_needs", "held_out_needs"
SURE = 1.96  # standard deviations to either side, between which 95 of 100 lie


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int
    of: int

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.2f} ({self.right} of {self.of}, {low:.2f} to {high:.2f})"

    @property
    def value(self) -> float:
        return self.right / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Between what the share of all such pairs is likely to be (Wilson)."""
        spread = SURE**2 / self.of
        middle = self.value + spread / 2
        half = SURE * math.sqrt(self.value * (1 - self.value) / self.of + spread / (4 * self.of))
        return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def needs(name: str) -> tuple[list[Idea], list[Idea]]:
    """The ideas of one's own and those of neighbours."""
    written = tomllib.loads((project.HERE / "prove" / f"{name}.toml").read_text(encoding="utf-8"))
    return written["own"], written["neighbour"]


def lay(root: Path, own: list[Idea]) -> None:
    """The ideas as entries of a catalogue that has no others."""
    catalogues.lay(root, project.BASE)
    for path in root.glob("ideas/20*/*/*.md"):
        path.unlink()
    for idea in own:
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


def among(neighbours: list[Idea], more: int) -> Neighbourhood:
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
        for idea in neighbours
    ]
    return neighbour_data.neighbourhood({"told": told, "records": records})


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [(CHOSEN_BY, 0.7, 0.75), (HELD_OUT, 0.35, 0.69)],
    ids=[CHOSEN_BY, HELD_OUT],
)
@pytest.mark.parametrize("more", [0, 300, 4000])
def test_the_same_need_is_found(
    name: str,
    recall: float,
    precision: float,
    more: int,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """Of pairs with the same need so many are found, and so many of what is found are such pairs."""
    own, neighbours = needs(name)
    lay(tmp_path, own)
    catalogue = catalogues.read(tmp_path)
    likeness = LikenessElsewhere(catalogue, among(neighbours, more))
    language = {idea["key"]: idea.get("language", "sv") for idea in neighbours}
    same, across, unlike, told, first = [list[bool]() for _ in range(5)]
    for idea in own:
        matches = [match.key for match in likeness.to_entry(catalogue.by_slug[idea["key"]])]
        given = [key.partition("/")[2] for key in matches if key.startswith("told/")]
        same += [key in given for key in idea["same"]]
        across += [key in given for key in idea["same"] if language[key] != "sv"]
        unlike += [key in given for key in idea.get("unlike", ())]
        told += [key in idea["same"] for key in given]
        first += [key in idea["same"] for key in given[:1]]
    found, right = share(same), share(told)
    record_property(
        MEASURED,
        f"{more:,} more: recall {found}, across languages {share(across)}, precision {right}, "
        f"first right {share(first)}, unlike given {sum(unlike)} of {len(unlike)}",
    )
    assert (found.value >= recall, right.value >= precision) == (True, True)


def share(answers: list[bool]) -> Share:
    return Share(sum(answers), len(answers))
