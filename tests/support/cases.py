"""Golden cases: files that show what differs from a named catalogue, in one step or several.

    base: base
    A sector that no list holds.

    @@ ideas/2026/enklare-felanmalan/idea.md
     origin: resident
    -sector: samhallsbyggnad
    +sector: kultur

`tests/checks/README.md` tells the whole format. `case_trees.py` lays a case over its base.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

from tests.support.case_lines import bytes_of

if TYPE_CHECKING:
    from pathlib import Path

_BASE = re.compile(r"base: (\w+)")
_APART = "..."
_ONLY_STEP = "after"
_STEP = re.compile(r"=== (earlier|before|commit [1-9](?= \(says |$))(?: \(says (.+)\))?")
# What is no note stays in the path, as a path may hold spaces and parentheses.
_FILE = re.compile(
    r"@@ (?P<path>ideas/.+?|docs(?:/.+?)?|README\.md)"
    r"(?: \((?:(?P<alone>new|removed)|(?P<way>copy of|moved from|link to|picture) (?P<origin>[^()]+))\))?"
    r"(?: \(saved (?P<saved>in latin-1|in utf-16|with a BOM|with CRLF)\))?"
    r"(?: \(in git as (?P<mark>a program|a link|a submodule|hidden)\))?"
)


class CaseError(ValueError):
    """A case that cannot be read or laid over its base: the file, the line, and what is wrong there."""


@dataclass(frozen=True)
class Line:
    """A line of a case, and where to find it."""

    text: str
    place: str

    def refuse(self, words: str) -> NoReturn:
        """Say what is wrong on the line, as a CaseError."""
        msg = f"{self.place}: {words}"
        raise CaseError(msg)


@dataclass(frozen=True)
class Hunk:
    """Lines of a file that follow each other: as they are before the step, and after it."""

    first: Line
    before: list[bytes]
    after: list[bytes]


@dataclass(frozen=True)
class FileChange:
    """What a heading and the lines below it say of one file."""

    heading: Line
    path: str
    way: str  # edited, new, removed, copy of, moved from, link to, picture
    origin: str  # what the file is a copy of, a link to and so on
    saved: str
    mark: str  # what git keeps it as, whatever it is on the disk
    hunks: list[Hunk]


@dataclass(frozen=True)
class Step:
    """What changes at once: `after` in a case that is one catalogue, else `before`, `commit 1` and so on."""

    heading: Line
    name: str
    changes: list[FileChange]
    says: str  # a commit's message, where it has one


@dataclass(frozen=True)
class Case:
    """The catalogue that a case begins with, and the steps from there."""

    first: Line
    base: str
    steps: list[Step]


def read_case(file: Path) -> Case:
    """The case in the file; CaseError says what cannot be understood."""
    top, *sections = _sections(_lines(file))
    match = _BASE.fullmatch(top[0].text) if top else None
    if not match:
        Line("", f"{file}:1").refuse("a case begins with the name of its base, such as `base: base`")
    _refuse_lines_of_files(top)
    case = Case(top[0], match[1], _steps(sections))
    _check_steps(case)
    return case


def _lines(file: Path) -> list[Line]:
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"{file}: {error}; write such a byte as {{0xE4}}"
        raise CaseError(msg) from error
    if "\r\n" in text:
        msg = (
            f"{file}: a case is saved with LF; write {{U+000D}} where a line of the catalogue ends with CRLF"
        )
        raise CaseError(msg)
    return [Line(line, f"{file}:{number}") for number, line in enumerate(text.split("\n"), 1)]


def _sections(lines: list[Line]) -> list[list[Line]]:
    """The lines before the first heading, and then each heading with the lines below it."""
    starts = [at for at, line in enumerate(lines) if line.text.startswith(("===", "@@"))]
    return [lines[start:end] for start, end in zip([0, *starts], [*starts, len(lines)], strict=True)]


def _steps(sections: list[list[Line]]) -> list[Step]:
    steps: list[Step] = []
    for heading, *below in sections:
        if heading.text.startswith("==="):
            steps.append(_step(heading, below))
        else:
            steps = steps or [Step(heading, _ONLY_STEP, [], "")]
            steps[-1].changes.append(_file_change(heading, below))
    return steps


def _step(heading: Line, below: list[Line]) -> Step:
    match = _STEP.fullmatch(heading.text)
    if not match:
        heading.refuse("a step is `=== earlier`, `=== before`, or `=== commit 1` and so on")
    _refuse_lines_of_files(below)
    return Step(heading, match[1], [], match[2] or "")


def _refuse_lines_of_files(lines: list[Line]) -> None:
    for line in lines:
        if line.text.startswith(("+", "-", " ")):
            line.refuse("no heading such as `@@ ideas/catalogue.yml` stands above this line")


def _check_steps(case: Case) -> None:
    names = [step.name for step in case.steps]
    before = [name for name in ("earlier", "before") if name in names]
    commits = [f"commit {number + 1}" for number in range(len(names) - len(before))]
    if not commits or names not in ([_ONLY_STEP], [*before, *commits]):
        case.first.refuse("a case has files, or steps: perhaps earlier and before, then commit 1 and on")
    for step in case.steps:
        _check_changes(step)


def _check_changes(step: Step) -> None:
    seen: set[str] = set()
    for change in step.changes:
        if change.path in seen:
            change.heading.refuse(f"{change.path} stands twice in this step")
        seen.add(change.path)
    if not seen:
        step.heading.refuse("nothing is changed in this step")


# A file


def _file_change(heading: Line, below: list[Line]) -> FileChange:
    match = _FILE.fullmatch(heading.text)
    if not match:
        heading.refuse("a heading of a file begins with `@@ ideas/` or `@@ docs/`")
    way = match["alone"] or match["way"] or "edited"
    hunks = [_hunk(heading, lines) for lines in _runs(below)]
    if way in {"removed", "link to", "picture"} and (hunks or match["saved"] or match["mark"]):
        heading.refuse(f"of a file that is `{way}` nothing more can be said")
    path = _bytes(heading, match["path"]).decode().removesuffix("\n")
    return FileChange(
        heading, path, way, match["origin"] or "", match["saved"] or "", match["mark"] or "", hunks
    )


def _runs(lines: list[Line]) -> list[list[Line]]:
    """The lines between one `...` and the next, without empty ones at the ends; none if all are empty."""
    bounds = [-1, *(at for at, line in enumerate(lines) if line.text == _APART), len(lines)]
    runs = [_without_air(lines[start + 1 : end]) for start, end in pairwise(bounds)]
    return runs if len(runs) > 1 or runs[0] else []


def _without_air(lines: list[Line]) -> list[Line]:
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    return lines[said[0] : said[-1] + 1] if said else []


def _hunk(heading: Line, lines: list[Line]) -> Hunk:
    signed = [(line.text[:1] or " ", _bytes(line, line.text[1:])) for line in lines]
    for line, (sign, _) in zip(lines, signed, strict=True):
        if sign not in "+- ":
            line.refuse("a line of a file begins with `+`, `-` or a space")
    if not any(sign in "+-" for sign, _ in signed):
        (lines or [heading])[0].refuse("no line is added or removed here")
    before = [content for sign, content in signed if sign != "+"]
    return Hunk(lines[0], before, [content for sign, content in signed if sign != "-"])


def _bytes(line: Line, written: str) -> bytes:
    try:
        return bytes_of(written)
    except ValueError as error:
        line.refuse(str(error))
