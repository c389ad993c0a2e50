"""Tasks done at the same time in forks of this process, which know what it knows and hand back a result."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

Result = TypeVar("Result")


def done_together(tasks: Sequence[Callable[[], Result]]) -> list[Result]:
    """The results in the order of the tasks: the first is done here, each other in a fork of its own.

    What a fork does not bring to its end, for whatever reason, is done here, and fails here. Where there is
    one processor, or another thread that a fork would cut in the middle of its work, all is done here.
    """
    if not tasks or not may_fork():
        return [task() for task in tasks]
    forks = multiprocessing.get_context("fork")
    begun = []
    for task in tasks[1:]:
        receiver, sender = forks.Pipe(duplex=False)
        process = forks.Process(target=_do, args=(task, sender), daemon=True)
        process.start()
        sender.close()
        begun.append((process, receiver))
    results = [tasks[0]()]
    for task, (process, receiver) in zip(tasks[1:], begun, strict=True):
        try:
            results.append(receiver.recv())
        except EOFError:
            results.append(task())
        finally:
            receiver.close()
            process.join()
    return results


def may_fork() -> bool:
    """Whether a fork is safe, and of any use."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _do(task: Callable[[], Result], sender: Connection) -> None:
    """In the fork: an error ends it in silence, as the task is done anew where it can be told."""
    try:
        sender.send(task())
    except BaseException:  # noqa: BLE001  # whatever it is, it comes again; what cannot be sent is done anew
        os._exit(1)
    sender.close()
    os._exit(0)
