"""Who waits is told what is done, how many and how long yet; quick work, logs and programs see nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from idesluss.progress import Teller, followed, telling, terminal_teller
from idesluss.progress.told import AFTER

if TYPE_CHECKING:
    from idesluss.words import Language


class Clock:
    """Time that passes as the test says."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(seconds_each: float, count: int, language: Language = "sv", total: int = 0) -> list[str]:
    """The lines of work on as many things that takes so long for each."""
    clock, stream = Clock(), Terminal()
    with telling(Teller(stream, lambda: language, clock)):
        for _ in followed("reading", range(count), total or count):
            clock.now += seconds_each
    return [line for line in stream.getvalue().split("\r\x1b[2K") if line]


def test_quick_work_tells_nothing() -> None:
    assert told(AFTER / 1000, 900) == []


def test_what_takes_long_is_told_with_how_long_yet() -> None:
    lines = told(0.5, 10)
    assert lines[0] == "Läser idéer: 2 av 10, 4 sekunder kvar"
    assert lines[-1] == "Läser idéer: 9 av 10, 1 sekund kvar"
    assert told(0.5, 4, "en")[0] == "Reading ideas: 2 of 4, 1 second left"


def test_long_work_is_told_in_minutes_and_no_more_often_than_is_read() -> None:
    assert told(1.0, 3, total=601)[0] == "Läser idéer: 1 av 601, 10 minuter kvar"
    assert len(told(0.01, 300)) == pytest.approx(300 * 0.01 / 0.2, abs=6)


def test_the_line_is_gone_at_the_end_and_where_the_work_fails() -> None:
    for fails in (False, True):
        clock, stream = Clock(), Terminal()
        with pytest.raises(ValueError), telling(Teller(stream, lambda: "sv", clock)):  # noqa: PT011, PT012  # of the test
            for number in followed("reading", range(9), 9):
                clock.now += 1
                if fails and number > 5:
                    raise ValueError
            raise ValueError
        assert stream.getvalue().endswith("\r\x1b[2K") or fails


def test_an_item_may_stand_for_many() -> None:
    """As where two processes judge a hundred ideas each at a time."""
    clock, stream = Clock(), Terminal()
    with telling(Teller(stream, lambda: "sv", clock)):
        for _ in followed("judging", range(3), 500, each=200):
            clock.now += 2
    assert "Kontrollerar idéer: 200 av 500, 3 sekunder kvar" in stream.getvalue()
    assert "Kontrollerar idéer: 400 av 500, 1 sekund kvar" in stream.getvalue()


def test_more_than_was_counted_on_is_no_mistake() -> None:
    assert told(0.5, 9, total=3)[-1].endswith("1 sekund kvar")


def test_nothing_is_told_where_nobody_tells() -> None:
    assert [*followed("reading", [1, 2], 2)] == [1, 2]
    stream = Terminal()
    with telling(Teller(stream, lambda: "sv", Clock())), telling(None):
        assert [*followed("reading", [1, 2], 2)] == [1, 2]
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("term", "stream"), [("dumb", Terminal()), ("", Terminal()), ("xterm", io.StringIO())]
)
def test_logs_and_plain_terminals_have_no_teller(
    term: str, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert terminal_teller(Terminal(), lambda: "sv")
    monkeypatch.setenv("TERM", term)
    assert terminal_teller(stream, lambda: "sv") is None
