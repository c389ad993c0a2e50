"""What the open data costs: its time against those of reading and of Hugo on the same ideas, and its size."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.exports.data_files import data_files
from idesluss.reading.files import DiskFiles
from tests.bench.anchors import hugo
from tests.support import catalogues, exported, generated_ideas

if TYPE_CHECKING:
    from pathlib import Path

# CPU seconds of all files against those of reading, with every figure worked out before: more would be felt.
ALLOWED = 1.0
# Seconds by the clock against a whole build of Hugo's of the same ideas, at the larger size.
OF_HUGO = 0.3
SIZES = (1000, 10_000)


class Costs(NamedTuple):
    """Seconds: of the processor for reading and for making every file, and by the clock for the latter."""

    read: float
    made: float
    wall: float
    hugo: float


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Costs]:
    """How many ideas to what they cost."""
    return {count: _cost(tmp_path_factory.mktemp("exports"), count) for count in SIZES}


def _cost(folder: Path, count: int) -> Costs:
    generated_ideas.write(catalogues.lay(folder), count)
    anchor = hugo.site_of(folder, folder / "hugo").build()
    begun = time.process_time()
    catalogue = read_catalogue(DiskFiles(folder), catalogues.TODAY).catalogue
    assert catalogue is not None
    read = time.process_time() - begun
    source = exported.source_of(catalogue)
    assert source.derived.figures.ideas
    derived, clock = time.process_time(), time.perf_counter()
    files = data_files(source)
    made, wall = time.process_time() - derived, time.perf_counter() - clock
    sizes = Counter[str]()
    for file in files:
        sizes[file.path.rpartition("/")[2] if file.role == "whole" else file.role] += len(file.content)
    told = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in sizes.items())
    print(f"\n{count:,} ideas: read {read:.1f} s, {len(files):,} files {made:.1f} s CPU: {told}")
    print(f"by the clock {wall:.1f} s, Hugo {anchor.wall:.1f} s: {wall / anchor.wall:.2f} of {OF_HUGO}")
    return Costs(read, made, wall, anchor.wall)


def test_open_data_costs_no_more_than_reading(costs: dict[int, Costs]) -> None:
    for count, cost in costs.items():
        assert cost.made <= ALLOWED * cost.read, count


def test_open_data_costs_a_part_of_what_a_whole_site_costs_hugo(costs: dict[int, Costs]) -> None:
    cost = costs[SIZES[-1]]
    assert cost.wall <= OF_HUGO * cost.hugo


def test_no_format_is_quadratic(costs: dict[int, Costs]) -> None:
    """Each further idea costs about what the first thousand did."""
    few, many = (costs[count].made / count for count in SIZES)
    assert many <= 1.5 * few
