"""Mechanical repairs of a file: what can be put right without knowing what its writer meant.

Line ends, a byte order mark, å as two characters, trailing blanks, the order of the fields, and quotation
marks round dates. A repair is kept only where the file says the same afterwards.
"""

from __future__ import annotations

import difflib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..model import Call, Idea, Plan
from .document import parse_document
from .front_matter import decoded, joined, split_front

if TYPE_CHECKING:
    from ..model import Record

# A field of the front matter: its name first on the line, then a colon.
_FIELD = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)")
# A date within quotation marks, as the whole value of a field or of an item in a list.
_QUOTED_DATE = re.compile(r"""(:[ \t]+|-[ \t]+)(["'])(\d{4}-\d{2}(?:-\d{2})?)\2[ \t]*$""")


def repaired(path: str, content: bytes) -> bytes:
    """The file with its mechanical mistakes mended; as it was where that would change what it says."""
    try:
        text = decoded(content)
    except UnicodeDecodeError:
        return content
    tidied = _tidied(path, text)
    mended = next(
        (candidate for candidate in (tidied, _ended(text)) if _says_the_same(path, text, candidate)), text
    )
    return mended.encode()


def repair_difference(path: str, before: bytes, after: bytes) -> str:
    """What a repair changes, as a unified diff; changes that cannot be seen are told as such."""
    old, new = (part.decode("utf-8", "replace") for part in (before, after))
    shown = [part.replace("\r", "␍").replace("\ufeff", "␀BOM ") for part in (old, new)]
    lines = difflib.unified_diff(
        shown[0].splitlines(keepends=True), shown[1].splitlines(keepends=True), path, path, n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _says_the_same(path: str, before: str, after: str) -> bool:
    old, new = (parse_document(path, part.encode()) for part in (before, after))
    if old.problems or new.problems:
        return len(old.problems) >= len(new.problems) and before.split() == after.split()
    return old.front.plain() == new.front.plain() and old.markdown.rstrip() == new.markdown.rstrip()


def _ended(text: str) -> str:
    """Exactly one line feed last."""
    return text.rstrip("\n") + "\n" if text.strip() else text


def _tidied(path: str, text: str) -> str:
    if path.endswith(".yml"):
        return _ended("\n".join(line.rstrip(" \t") for line in text.split("\n")))
    front = split_front(text)
    if not front:
        return _ended(text)
    lines = [line.rstrip(" \t") for line in front.fields.split("\n")[:-1]]
    fields = _in_order([_QUOTED_DATE.sub(r"\1\3", line) for line in lines], _model(path))
    return _ended(joined(fields, _without_lone_blanks(front.below)))


def _without_lone_blanks(body: str) -> str:
    """Two blanks at a line's end break the line in Markdown, and stay; others say nothing."""
    # One blank alone at the end of a line, or a line of blanks.
    return re.sub(r"(?m)(?<![ \t])[ \t]$|^[ \t]+$", "", body)


def _model(path: str) -> type[Record]:
    known: dict[str, type[Record]] = {"idea.md": Idea, "plan.md": Plan}
    return known.get(path.rpartition("/")[2], Call)


def _in_order(lines: list[str], model: type[Record]) -> list[str]:
    """The fields in the order of the model, each with the lines and notes that belong to it."""
    starts = [at for at, line in enumerate(lines) if _FIELD.match(line)]
    if not starts:
        return lines
    starts = [_with_notes(lines, at) for at in starts]
    blocks = [lines[first:end] for first, end in pairwise([*starts, len(lines)])]
    order = {name: at for at, name in enumerate(model.model_fields)}
    blocks.sort(key=lambda block: order.get(_name(block), len(order)))
    return [*lines[: starts[0]], *(line for block in blocks for line in block)]


def _with_notes(lines: list[str], at: int) -> int:
    """Where a field begins together with the notes right above it."""
    while at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _name(block: list[str]) -> str:
    field = next((match for line in block if (match := _FIELD.match(line))), None)
    return field[1] if field else ""
