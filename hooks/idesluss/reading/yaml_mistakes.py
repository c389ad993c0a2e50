"""What libyaml complains of, told as the mistake that people make, at the place where they made it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

# libyaml's words for a mistake, and the key of ours. The first that is found counts.
_MISTAKES = (
    ("found character that cannot start any token", "special"),
    ("found a tab character", "tab"),
    ("while scanning an alias", "mark"),
    ("while scanning an anchor", "mark"),
    ("while scanning a tag", "mark"),
    ("while parsing a tag", "mark"),
    ("while scanning a directive", "directive"),
    ("expected <document start>", "document"),
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no_colon"),
    ("unknown escape character", "escape"),
    ("hexdecimal number", "escape"),
    ("Unicode character escape", "escape"),
    ("while scanning a quoted scalar", "quote"),
    ("while parsing a flow", "bracket"),
    ("expected comment or line break", "block"),
    ("did not find expected key", "indent"),
    ("did not find expected '-' indicator", "indent"),
    ("block sequence entries are not allowed", "list_start"),
    ("while scanning a block scalar", "indent"),
    ("did not find expected node content", "special"),
)
# A line that names a field, also as the first of an item in a list.
_NAMED = re.compile(r"\s*(- +)*\S.*?:(\s|$)")


def locate_mistake(error: yaml.YAMLError, lines: list[str]) -> tuple[str, int, int]:
    """The key of the mistake and its line and column, which count from 0 here."""
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    line, column = (mark.line, mark.column) if mark else (0, 0)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {error}"
    key = next((ours for theirs, ours in _MISTAKES if theirs in said), "other")
    if context and key in {"quote", "bracket", "mark", "directive", "no_colon"}:
        line, column = context.line, context.column
    if not any(text.strip() for text in lines[line:]):
        line, column = _end(lines)
    before = _line(lines, line)[:column].rstrip()
    if key == "mark":
        return "special", line, column
    if key == "special" and _line(lines, line)[column : column + 1] == "\t":
        return "tab", line, column
    if key == "document":
        return _mistake_of_document(lines, line, column)
    if key == "colon" and not _NAMED.match(before + " "):
        return _without_name(lines, line)
    if key in {"indent", "list_start"}:
        return _unexpected(key, before), line, column
    return key, line, column


def _line(lines: list[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _end(lines: list[str]) -> tuple[int, int]:
    """The last character of the text."""
    last = max((number for number, text in enumerate(lines) if text.strip()), default=0)
    return last, max(0, len(_line(lines, last).rstrip()) - 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _unexpected(key: str, before: str) -> str:
    """Something stands where a field was expected; what comes before it tells why."""
    if before.endswith(('"', "'")):
        return "after_quote"
    if before.endswith(("]", "}")):
        return "after_bracket"
    return "list_start" if before and key == "list_start" else "indent"


def _without_name(lines: list[str], line: int) -> tuple[str, int, int]:
    """The line is a field, so the text that runs into it from above is what went wrong."""
    first = line - 1
    while first > 0 and not _NAMED.match(_line(lines, first)) and not _NAMED.match(_line(lines, first - 1)):
        first -= 1
    above = _line(lines, first)
    if _NAMED.match(above) or not above.strip():
        return "indent", line, _indent(_line(lines, line))
    return "no_colon", first, _indent(above)


def _mistake_of_document(lines: list[str], line: int, column: int) -> tuple[str, int, int]:
    if lines[0].startswith("%"):
        return "directive", 0, 0
    if "..." in lines[:line]:
        return "two_documents", lines.index("..."), 0
    first = next((at for at, text in enumerate(lines[:line]) if text.strip()), line)
    if lines[first].startswith(" "):
        return "indent", first, _indent(lines[first])
    return "other", line, column
