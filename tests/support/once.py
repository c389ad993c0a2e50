"""What is made once in a run of tests, by whichever worker asks for it first."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Once:
    """A folder that all workers of the run share."""

    shared: Path

    @classmethod
    def of_run(cls, base: Path, worker: str) -> Once:
        """What the workers of this run share, by one's own folder for what is temporary."""
        return cls((base if worker == "master" else base.parent) / "shared")

    def folder(self, name: str, fill: Callable[[Path], object]) -> Path:
        """The folder of that name, filled by whoever asks first while the others wait; nobody changes it."""
        self.shared.mkdir(exist_ok=True)
        place, unfinished = self.shared / name, self.shared / f"{name}.unfinished"
        with FileLock(f"{place}.lock"):
            if not place.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                fill(unfinished)
                unfinished.rename(place)
        return place
