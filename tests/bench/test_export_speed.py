"""What the open data costs: its time against those of reading and of Hugo on the same ideas, and its size."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.bench.anchors import hugo
from tests.support import catalogues, generated_ideas, project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

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
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder],
        cwd=project.ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=HANGS,
    )
    read, made, wall, told = done.stdout.split(maxsplit=3)
    print(f"\n{count:,} ideas: read {read} s, the files {made} s CPU: {told}")
    print(f"by the clock {wall} s, Hugo {anchor.wall:.1f} s: {float(wall) / anchor.wall:.2f} of {OF_HUGO}")
    return Costs(float(read), float(made), float(wall), anchor.wall)


# In a process of its own, as a build is; it looks for no circles in memory either.
PROGRAM = """
import gc, pathlib, resource, sys, time
from collections import Counter
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.exports.data_files import data_files
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, exported
def spent():
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, who))
gc.disable()
begun = spent()
catalogue = read_catalogue(DiskFiles(pathlib.Path(sys.argv[1])), catalogues.TODAY).catalogue
read = spent() - begun
source = exported.source_of(catalogue)
assert source.derived.figures.ideas
begun, clock = spent(), time.perf_counter()
files = data_files(source)
made, wall = spent() - begun, time.perf_counter() - clock
sizes = Counter()
for file in files:
    sizes[file.path.rpartition("/")[2] if file.role == "whole" else file.role] += len(file.content)
told = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in sizes.items())
print(f"{read:.2f} {made:.2f} {wall:.2f} {len(files):,} files, {told}")
"""


def test_open_data_costs_a_part_of_what_a_whole_site_costs_hugo(costs: dict[int, Costs]) -> None:
    cost = costs[SIZES[-1]]
    assert cost.wall <= OF_HUGO * cost.hugo


def test_no_format_is_quadratic(costs: dict[int, Costs]) -> None:
    """Each further idea costs about what the first thousand did."""
    few, many = (costs[count].made / count for count in SIZES)
    assert many <= 1.5 * few
