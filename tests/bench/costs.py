"""What a command costs: seconds by the clock and of the processor, and the most memory at a time."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_OFTEN = 0.2  # seconds between two looks at what is in memory
_KIBIBYTE = 1024


class Cost(NamedTuple):
    """Of a command and all that it started; seconds, and bytes of all processes, what they share once."""

    wall: float
    cpu: float
    memory: int


def of_command(command: Sequence[str], folder: Path, settings: Mapping[str, str] | None = None) -> Cost:
    """Run to its end, which has to be a good one."""
    begun = time.perf_counter()
    with (
        subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(settings or {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process,
        _Memory(process.pid) as memory,
    ):
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        told = process.stderr.read().decode() if process.stderr else ""
    assert process.returncode == 0, told[-2000:]
    return Cost(wall, used.ru_utime + used.ru_stime, max(memory.most, used.ru_maxrss * _KIBIBYTE))


class _Memory:
    """Looks again and again at how much a process has, with all that it has started."""

    def __init__(self, process: int) -> None:
        self.most = 0
        self._process = process
        self._is_over = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._is_over.wait(_OFTEN):
            self.most = max(self.most, sum(map(_share_of, _tree(self._process))))


def _tree(process: int) -> Iterator[int]:
    """The process and those below it, so far as they are there."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _tree(int(child))


def _share_of(process: int) -> int:
    """Bytes in memory; of what several processes have, a part for each."""
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * _KIBIBYTE for line in lines if line.startswith("Pss:"))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:  # it has ended
        return ""
