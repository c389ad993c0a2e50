"""Tasks done at the same time in forks of this process, which know what it knows and hand back a result."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

Result = TypeVar("Result")
Follow = Callable[[Iterable[int], int], Iterable[int]]

_TICKET = 2  # bytes
_MOST = 1 << 15  # tasks that are shared out: as many tickets as a pipe holds
# Whether this process is one of those that share tasks, so that the processors have enough to do.
_is_sharing = False


def done_together(tasks: Sequence[Callable[[], Result]]) -> list[Result]:
    """The results in the order of the tasks: the first is done here, each other in a fork of its own.

    What a fork does not bring to its end, for whatever reason, is done here, and fails here. Where there is
    one processor, or another thread that a fork would cut in the middle of its work, all is done here.
    """
    if not tasks or not may_fork():
        return [task() for task in tasks]
    forks = [_Fork(task) for task in tasks[1:]]
    try:
        return [tasks[0](), *(fork.result(task) for fork, task in zip(forks, tasks[1:], strict=True))]
    finally:
        _end(forks)


def shared_out(
    tasks: Sequence[Callable[[], Result]], follow: Follow = lambda tasks_here, _: tasks_here
) -> list[Result]:
    """The results in the order of the tasks, each begun in its turn by whichever process is free.

    There is a process for each processor. What a fork does not bring to its end is done here, some of it
    for the second time, and fails here. Where no fork is of use all is done here. `follow` is given the
    numbers of those that are done here, and how many processes do as many.
    """
    if not 1 < len(tasks) <= _MOST or not may_fork():
        return [tasks[at]() for at in follow(range(len(tasks)), 1)]
    tickets, issued = os.pipe()
    os.write(issued, b"".join(at.to_bytes(_TICKET, "big") for at in range(len(tasks))))
    os.close(issued)
    share, drawn = partial(_share, tasks), partial(_drawn, tickets, os.getpid())
    forks = [_Fork(lambda: share(drawn())) for _ in range(processors() - 1)]
    try:
        done = share(follow(drawn(), processors()))
        for fork in forks:
            done |= fork.result(dict)
    finally:
        os.close(tickets)
        _end(forks)
    return [done[at] if at in done else task() for at, task in enumerate(tasks)]


def _drawn(tickets: int, first: int) -> Iterator[int]:
    """The tasks of this process: one for each ticket that it draws, while the `first` process lives."""
    while (ticket := os.read(tickets, _TICKET)) and first in {os.getpid(), os.getppid()}:
        yield int.from_bytes(ticket, "big")


def _share(tasks: Sequence[Callable[[], Result]], numbers: Iterable[int]) -> dict[int, Result]:
    """What came of the tasks of these numbers."""
    global _is_sharing  # noqa: PLW0603  # whatever a task asks for
    _is_sharing = True
    try:
        return {at: tasks[at]() for at in numbers}
    finally:
        _is_sharing = False


def may_fork() -> bool:
    """Whether a fork is safe, and of any use."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return is_safe and not _is_sharing and processors() > 1


def processors() -> int:
    """How many this process may use; one where it could not make use of others."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class _Fork(Generic[Result]):
    """A fork that does a task."""

    def __init__(self, task: Callable[[], Result]) -> None:
        forks = multiprocessing.get_context("fork")
        self.receiver, sender = forks.Pipe(duplex=False)
        self.process = forks.Process(target=_do, args=(task, sender), daemon=True)
        self.process.start()
        sender.close()

    def result(self, otherwise: Callable[[], Result]) -> Result:
        """What the task gave; what `otherwise` does, where the fork did not bring it to its end."""
        try:
            result: Result = self.receiver.recv()
        except (EOFError, OSError):
            return otherwise()
        return result


def _end(forks: Sequence[_Fork[Result]]) -> None:
    """Let none outlive what it was begun for."""
    for fork in forks:
        fork.receiver.close()
        fork.process.terminate()
        fork.process.join()


def _do(task: Callable[[], Result], sender: Connection) -> None:
    """In the fork: an error ends it in silence, as the task is done anew where it can be told."""
    try:
        sender.send(task())
    except BaseException:  # noqa: BLE001  # whatever it is, it comes again; what cannot be sent is done anew
        os._exit(1)
    sender.close()
    os._exit(0)
