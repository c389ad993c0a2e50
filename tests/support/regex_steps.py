"""Regular expressions that count their steps: how often a sign is compared, with all going back.

Python's own matcher does not say how far it went back and forth. This one walks the same tree of a pattern,
sign by sign and in the same order, and refuses to go on where it comes to another match than Python's.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from re import _constants as op  # type: ignore[attr-defined]  # the names of Python's own tree
from re import _parser as parser  # type: ignore[attr-defined]  # its parser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    import pytest

Then = Callable[[int], "int | None"]
Matcher = Callable[[int, Then], "int | None"]
_SINGLE = {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}
_DEEPEST = 60_000  # Python calls: a repeated group takes some for each time round
_CLASSES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    op.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    op.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}


class CountedPattern:
    """A compiled pattern's stand-in: it answers as Python does, and adds to `steps` what that took."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self.real, self.steps = pattern, 0
        self.text, self.groups = "", dict[int, tuple[int, int]]()
        whole = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
        self.matcher = self._sequence(list(parser.parse(whole, pattern.flags & ~re.DEBUG)), pattern.flags)

    # What a pattern is asked for.

    def finditer(self, text: Any, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[Any]]:
        matches = list(self.real.finditer(text, pos, endpos))
        assert self._spans(text, pos, endpos) == [match.span() for match in matches], self.real
        return iter(matches)

    def findall(self, text: Any) -> list[Any]:
        list(self.finditer(text))
        return self.real.findall(text)

    def sub(self, new: Any, text: Any) -> Any:
        list(self.finditer(text))
        return self.real.sub(new, text)

    def search(self, text: Any, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[Any] | None:
        match = self.real.search(text, pos, endpos)
        spans = self._spans(text, pos, endpos, most=1)
        assert spans == ([match.span()] if match else []), self.real
        return match

    def match(self, text: Any, pos: int = 0) -> re.Match[Any] | None:
        match = self.real.match(text, pos)
        assert self._at(text, pos, sys.maxsize) == (match.end() if match else None), self.real
        return match

    # How Python answers.

    def _spans(self, text: Any, pos: int, endpos: int, most: int = sys.maxsize) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        start, last = pos, min(len(text), endpos)
        while start <= last and len(spans) < most:
            end = self._at(text, start, endpos)
            # An empty match may not stand right where the last one ended.
            if end is None or (end == start and spans and spans[-1] == (start, start)):
                start += 1
                continue
            spans.append((start, end))
            start = end if end > start else start + 1
        return spans

    def _at(self, text: Any, start: int, endpos: int) -> int | None:
        self.text = (text.decode("latin-1") if isinstance(text, bytes) else text)[:endpos]
        self.groups = {}
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(max(before, _DEEPEST))
        try:
            return self.matcher(start, lambda end: end)
        finally:
            sys.setrecursionlimit(before)

    def _sequence(self, items: list[tuple[Any, Any]], flags: int) -> Matcher:
        parts = [self._part(name, value, flags) for name, value in items]

        def run(at: int, then: Then) -> int | None:
            return follow(0, at, then)

        def follow(part: int, at: int, then: Then) -> int | None:
            if part == len(parts):
                return then(at)
            return parts[part](at, lambda end: follow(part + 1, end, then))

        return run

    def _part(self, name: Any, value: Any, flags: int) -> Matcher:
        if name in _SINGLE:
            return self._single(_judge(name, value, flags))
        made: dict[Any, Callable[[], Matcher]] = {
            op.MAX_REPEAT: lambda: self._repeat(*value, flags=flags, is_greedy=True),
            op.MIN_REPEAT: lambda: self._repeat(*value, flags=flags, is_greedy=False),
            op.BRANCH: lambda: self._branch([self._sequence(list(way), flags) for way in value[1]]),
            op.SUBPATTERN: lambda: self._group(*value, flags=flags),
            op.ASSERT: lambda: self._look(*value, flags=flags, is_wanted=True),
            op.ASSERT_NOT: lambda: self._look(*value, flags=flags, is_wanted=False),
            op.AT: lambda: self._place(value, flags),
            op.GROUPREF: lambda: self._again(value, flags),
        }
        return made[name]()

    def _single(self, fits: Callable[[str], bool]) -> Matcher:
        def run(at: int, then: Then) -> int | None:
            self.steps += 1
            return then(at + 1) if at < len(self.text) and fits(self.text[at]) else None

        return run

    def _branch(self, ways: list[Matcher]) -> Matcher:
        def run(at: int, then: Then) -> int | None:
            ends = (way(at, then) for way in ways)
            return next((end for end in ends if end is not None), None)

        return run

    def _group(self, group: int | None, added: int, removed: int, items: Any, *, flags: int) -> Matcher:
        inner = self._sequence(list(items), (flags | added) & ~removed)

        def run(at: int, then: Then) -> int | None:
            before = dict(self.groups)

            def close(end: int) -> int | None:
                if group is not None:
                    self.groups[group] = (at, end)
                return then(end)

            end = inner(at, close)
            if end is None:
                self.groups = before
            return end

        return run

    def _repeat(self, least: int, most: Any, inner: Any, *, flags: int, is_greedy: bool) -> Matcher:
        (name, value), *others = list(inner)
        most = sys.maxsize if most is op.MAXREPEAT else most
        if not others and name in _SINGLE:
            return self._run_of(least, most, _judge(name, value, flags), is_greedy=is_greedy)
        once = self._sequence(list(inner), flags)

        def go(count: int, at: int, then: Then) -> int | None:
            def more() -> int | None:
                return once(at, lambda end: go(count + 1, end, then) if end > at or count < least else None)

            ways = [more] if count < most else []
            ways += [lambda: then(at)] if count >= least else []
            ends = (way() for way in (ways if is_greedy else ways[::-1]))
            return next((end for end in ends if end is not None), None)

        return lambda at, then: go(0, at, then)

    def _run_of(self, least: int, most: int, fits: Callable[[str], bool], *, is_greedy: bool) -> Matcher:
        """So many signs of one kind, which needs no going back within them."""

        def run(at: int, then: Then) -> int | None:
            end, last = at, min(len(self.text), at + most)
            if not is_greedy:
                return lazily(at, at, last, then)
            while end < last and self._fits(end, fits):
                end += 1
            while end - at >= least:
                self.steps += 1
                found = then(end)
                if found is not None:
                    return found
                end -= 1
            return None

        def lazily(at: int, end: int, last: int, then: Then) -> int | None:
            while True:
                found = then(end) if end - at >= least else None
                if found is not None or end >= last or not self._fits(end, fits):
                    return found
                end += 1

        return run

    def _fits(self, at: int, fits: Callable[[str], bool]) -> bool:
        self.steps += 1
        return fits(self.text[at])

    def _look(self, direction: int, inner: Any, *, flags: int, is_wanted: bool) -> Matcher:
        ahead = self._sequence(list(inner), flags)
        width = inner.getwidth()[1] if direction < 0 else 0

        def run(at: int, then: Then) -> int | None:
            start = at - width
            ends_here = (lambda end: end if end == at else None) if direction < 0 else (lambda end: end)
            is_there = start >= 0 and ahead(start, ends_here) is not None
            return then(at) if is_there is is_wanted else None

        return run

    def _place(self, kind: Any, flags: int) -> Matcher:
        def is_word(at: int) -> bool:
            return 0 <= at < len(self.text) and _CLASSES[op.CATEGORY_WORD](self.text[at])

        def is_line(at: int) -> bool:
            return bool(flags & re.MULTILINE) and self.text[at : at + 1] == "\n"

        def is_end(at: int) -> bool:
            return at == len(self.text) or self.text[at:] == "\n" or is_line(at)

        holds: dict[Any, Callable[[int], bool]] = {
            op.AT_BEGINNING: lambda at: at == 0 or (at > 0 and is_line(at - 1)),
            op.AT_BEGINNING_STRING: lambda at: at == 0,
            op.AT_END: is_end,
            op.AT_END_STRING: lambda at: at == len(self.text),
            op.AT_BOUNDARY: lambda at: is_word(at - 1) != is_word(at),
            op.AT_NON_BOUNDARY: lambda at: is_word(at - 1) == is_word(at),
        }

        def run(at: int, then: Then) -> int | None:
            self.steps += 1
            return then(at) if holds[kind](at) else None

        return run

    def _again(self, group: int, flags: int) -> Matcher:
        def run(at: int, then: Then) -> int | None:
            start, end = self.groups[group]
            self.steps += end - start
            before, here = self.text[start:end], self.text[at : at + end - start]
            is_same = before.lower() == here.lower() if flags & re.IGNORECASE else before == here
            return then(at + end - start) if is_same else None

        return run


def _judge(name: Any, value: Any, flags: int) -> Callable[[str], bool]:
    """What one sign is asked."""
    if flags & re.IGNORECASE and name in {op.LITERAL, op.NOT_LITERAL, op.IN}:
        plain = _judge(name, value, flags & ~re.IGNORECASE)
        if name is op.NOT_LITERAL or (name is op.IN and value[0][0] is op.NEGATE):
            return lambda sign: plain(sign.lower()) and plain(sign.upper())
        return lambda sign: plain(sign) or plain(sign.lower()) or plain(sign.upper()[:1])
    if name is op.ANY:
        return (lambda _: True) if flags & re.DOTALL else (lambda sign: sign != "\n")
    if name is op.LITERAL:
        return lambda sign: ord(sign) == value
    if name is op.NOT_LITERAL:
        return lambda sign: ord(sign) != value
    is_turned = value[0][0] is op.NEGATE
    parts = [_member(part, inner) for part, inner in value[is_turned:]]
    return lambda sign: any(part(sign) for part in parts) is not is_turned


def _member(name: Any, value: Any) -> Callable[[str], bool]:
    if name is op.LITERAL:
        return lambda sign: ord(sign) == value
    if name is op.RANGE:
        return lambda sign: value[0] <= ord(sign) <= value[1]
    return _CLASSES[value]


class CountedPatterns:
    """All patterns of some modules, counted while a test runs."""

    def __init__(self, patch: pytest.MonkeyPatch, *modules: ModuleType) -> None:
        self.counted: list[CountedPattern] = []
        for module in modules:
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    patch.setattr(module, name, self._counted(value))
                elif isinstance(value, tuple) and value and isinstance(value[0], re.Pattern):
                    patch.setattr(module, name, tuple(map(self._counted, value)))

    def _counted(self, pattern: re.Pattern[Any]) -> CountedPattern:
        self.counted.append(CountedPattern(pattern))
        return self.counted[-1]

    def steps(self, act: Callable[[], object]) -> int:
        """How many steps the patterns take while `act` runs."""
        before = sum(pattern.steps for pattern in self.counted)
        act()
        return sum(pattern.steps for pattern in self.counted) - before
