"""What a command costs: seconds by the clock and of the processor, and the most memory of a process."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Cost(NamedTuple):
    """Of a command and all that it started; seconds, and bytes of the largest process."""

    wall: float
    cpu: float
    memory: int


def of_command(command: Sequence[str], folder: Path, settings: Mapping[str, str] | None = None) -> Cost:
    """Run to its end, which has to be a good one."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **(settings or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        told = process.stderr.read().decode() if process.stderr else ""
    assert process.returncode == 0, told[-2000:]
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
