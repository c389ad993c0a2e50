"""A line on the terminal with what is being done, how many of how many, and how long that takes yet."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from ..words import formats, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from ..words import Language

Item = TypeVar("Item")

AFTER = 1.0  # seconds of work before anything is told
_OFTEN = 0.2  # seconds between two lines
_MINUTE = 60
_CLEAR = "\r\x1b[2K"


class Teller:
    """Tells on `stream`, in the language that `language` gives once there is something to tell."""

    def __init__(
        self, stream: TextIO, language: Callable[[], Language], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream, self._language, self._clock = stream, language, clock

    def followed(self, key: str, items: Iterable[Item], total: int, each: int) -> Iterator[Item]:
        """The items, with a line that follows them while they take longer than a moment."""
        begun = last = self._clock()
        is_shown = False
        try:
            for at, item in enumerate(items):
                now, done = self._clock(), min(at * each, total)
                if done and now - begun >= AFTER and now - last >= _OFTEN:
                    self._show(key, done, total, (now - begun) / done * (total - done))
                    last, is_shown = now, True
                yield item
        finally:
            if is_shown:
                self._write(_CLEAR)

    def _show(self, key: str, done: int, total: int, left: float) -> None:
        language = self._language()
        doing = say(f"progress.{key}", language, done=formats.number(done, language), count=total)
        rest = say("progress.minutes", language, count=round(left / _MINUTE))
        if left < _MINUTE:
            rest = say("progress.seconds", language, count=max(1, round(left)))
        room = shutil.get_terminal_size().columns - 1
        self._write(f"{_CLEAR}{f'{doing}, {rest}'[:room]}")

    def _write(self, words: str) -> None:
        self._stream.write(words)
        self._stream.flush()


_teller: ContextVar[Teller | None] = ContextVar("teller", default=None)


def followed(key: str, items: Iterable[Item], total: int, each: int = 1) -> Iterable[Item]:
    """The items, told of by whoever tells; `key` says what is done with them: `progress.<key>`.

    An item may stand for `each` of the total, such as where other processes do as many meanwhile.
    """
    teller = _teller.get()
    return teller.followed(key, items, total, each) if teller else items


def tell_by(teller: Teller | None) -> None:
    """Let a teller tell of what is counted from now on."""
    _teller.set(teller)


@contextmanager
def telling(teller: Teller | None) -> Iterator[None]:
    """Let a teller tell of what is followed meanwhile; None tells nothing."""
    before = _teller.set(teller)
    try:
        yield
    finally:
        _teller.reset(before)


def terminal_teller(stream: TextIO, language: Callable[[], Language]) -> Teller | None:
    """One for a terminal that can write over a line; None where nobody looks, such as in a log."""
    is_able = stream.isatty() and os.environ.get("TERM") not in {None, "", "dumb"}
    return Teller(stream, language) if is_able else None
