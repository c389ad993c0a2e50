"""What the open data costs: its time against that of reading the same catalogue, and its size."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.exports.data_files import data_files
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, exported, generated_ideas

if TYPE_CHECKING:
    from pathlib import Path

# CPU seconds of all files against those of reading, with every figure worked out before: more would be felt.
ALLOWED = 1.0
SIZES = (1000, 10_000)


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[float, float]]:
    """Ideas to CPU seconds of reading, and of making every file."""
    return {count: _cost(tmp_path_factory.mktemp("exports"), count) for count in SIZES}


def _cost(folder: Path, count: int) -> tuple[float, float]:
    generated_ideas.write(catalogues.lay(folder), count)
    begun = time.process_time()
    catalogue = read_catalogue(DiskFiles(folder), catalogues.TODAY).catalogue
    assert catalogue is not None
    read = time.process_time()
    source = exported.source_of(catalogue)
    assert source.derived.figures.ideas
    derived = time.process_time()
    files = data_files(source)
    made = time.process_time() - derived
    sizes = Counter[str]()
    for file in files:
        sizes[file.path.rpartition("/")[2] if file.role == "whole" else file.role] += len(file.content)
    told = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in sizes.items())
    print(f"\n{count:,} ideas: read {read - begun:.1f} s, {len(files):,} files {made:.1f} s CPU: {told}")
    return read - begun, made


def test_open_data_costs_no_more_than_reading(costs: dict[int, tuple[float, float]]) -> None:
    for count, (read, made) in costs.items():
        assert made <= ALLOWED * read, count


def test_no_format_is_quadratic(costs: dict[int, tuple[float, float]]) -> None:
    """Each further idea costs about what the first thousand did."""
    few, many = (costs[count][1] / count for count in SIZES)
    assert many <= 1.5 * few
