"""Problems printed: as text for a person, and for GitHub, SARIF and other programs.

Everything here is given problems and returns text. Where the catalogue was compared with an earlier one,
`older` holds the problems that were there before; it is None where nothing was compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .as_json import problems_as_json
from .as_text import as_summary, as_text, closing, older_heading, problem_block, summary, text_blocks
from .github import as_github
from .sarif import as_sarif

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..reading.problem import Problem
    from ..words import Language

Format = Literal["text", "json", "github", "sarif"]

__all__ = [
    "Format",
    "as_github",
    "as_sarif",
    "as_summary",
    "as_text",
    "closing",
    "in_format",
    "older_heading",
    "problem_block",
    "problems_as_json",
    "summary",
    "text_blocks",
]


def in_format(
    name: Format,
    problems: Sequence[Problem],
    language: Language,
    older: Sequence[Problem] | None = None,
    site_url: str | None = None,
) -> str:
    """The report in the format asked for, with a line feed last."""
    match name:
        case "text":
            return as_text(problems, language, older)
        case "json":
            return problems_as_json(problems, language, older)
        case "github":
            return as_github(problems, language, older)
        case "sarif":
            return as_sarif(problems, language, older, site_url)
