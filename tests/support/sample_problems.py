"""Problems to report: some that a person would make, and some that an attacker would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.reading.problem import Place, Problem, one_of

if TYPE_CHECKING:
    from idesluss.reading.problem import Severity

IDEA = "ideas/2026/enklare-felanmalan/idea.md"
EDITS = (
    ("2026/enklare-felanmalan/idea.md", "sector: samhallsbyggnad", "sector: samhällsbyggnad"),
    ("2026/enklare-felanmalan/idea.md", "submitted: 2026-11-02", "submitted: 2026-02-31"),
    ("2025/trygg-hemgang/idea.md", "end: 2027-02", "end: 2026-02"),
    ("2025/trygg-hemgang/plan.md", "end: 2027-02", "end: 2026-02"),
    ("2025/trygg-hemgang/plan.md", "due: 2026-12", "due: 2026-01"),
)
# A file as a whole, with a name that each format must write in its own way.
NAMED = Problem(Place("ideas/2026/lös, ofärdig: 100 %/idea.md"), "file", "hint", "file.stray")
HOSTILE = (
    "::stop-commands::x",
    "a\n::error file=b::c",
    "a\r\n##[add-mask]b",
    "\x1b[31mred\x1b[0m\x9b2J\x07",
    "%0A::error::a%0D%25",
    "a,line=9:b::c",
    "\u202egnp.exe\u2028::error::a",
    "[click](https://evil.example) {0} {{1}}",
    "</script><b>&amp;",
    '"},{"a":"b\\',
    "å" * 5000,
)


def problem(
    words: str = "a",
    path: str = IDEA,
    line: int = 3,
    column: int = 2,
    length: int = 1,
    source: str = "",
    severity: Severity = "error",
) -> Problem:
    """A problem whose message holds the words."""
    place = Place(path, line, column, length, source)
    return Problem(
        place, "unknown_field", severity, "field.unknown", {"name": words, "choices": one_of(["b"])}
    )


def hostile() -> list[Problem]:
    """Each hostile text as a path, as a line of a file, and within a message."""
    return [
        problem(text, path=f"ideas/{text}", source=text, line=line) for text in HOSTILE for line in (0, 3)
    ]
