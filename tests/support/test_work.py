"""The counting that tests rely on sees what it is for: work that grows faster than what it is done on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.regex_steps import CountedPattern
from tests.support.work import calls_of, is_linear

PATTERNS = [
    r"a+b",
    r"(a|ab)(c|bcd)*",
    r"(?:a?){3}a{3}",
    r"(a*?)b(?=c)",
    r"\b\w+\b|\d",
    r"(?<![ab])c(?!a)",
    r"(?<=a.)b",
    r"^a|b$",
    r"([ab])\1",
    r"[^a-b]{1,2}?c",
    r"(?i:A)b|\s",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE, re.DOTALL])
@settings(max_examples=40)
@given(st.text("abcABC1 \n", max_size=12))
def test_a_counted_pattern_answers_as_python_does(pattern: str, flags: int, text: str) -> None:
    """Each way of asking compares the two, and fails where they differ."""
    real = re.compile(pattern, flags)
    counted = CountedPattern(real)
    assert [match.span() for match in counted.finditer(text)] == [m.span() for m in real.finditer(text)]
    assert bool(counted.search(text)) is bool(real.search(text))
    assert bool(counted.match(text)) is bool(real.match(text))


@pytest.mark.parametrize(
    ("pattern", "text", "is_found_linear"),
    [
        (r"a+", "a", True),
        (r"a+b", "a", False),
        (r"[^x]*x", "a", False),
        (r"\ba+b", "a", True),
        (r"a{1,9}b", "a", True),
    ],
)
def test_going_back_and_forth_is_seen(pattern: str, text: str, *, is_found_linear: bool) -> None:
    """A pattern that begins at each sign and runs to the end takes four times the steps."""

    def steps(size: int) -> int:
        counted = CountedPattern(re.compile(pattern))
        list(counted.finditer(text * size))
        return counted.steps

    assert is_linear(steps, 300) is is_found_linear


def test_work_that_grows_too_fast_is_seen() -> None:
    def once_each(size: int) -> None:
        for at in range(size):
            abs(at)

    def each_with_each(size: int) -> None:
        for _ in range(size):
            once_each(size)

    assert is_linear(lambda size: calls_of(lambda: once_each(size)), 300)
    assert not is_linear(lambda size: calls_of(lambda: each_with_each(size)), 300)
