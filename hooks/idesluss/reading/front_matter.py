"""Front matter: the fields between two lines of `---`, first thing in a file, and the text below them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from frontmatter.default_handlers import BaseHandler

from ..words.characters import composed
from .strict_yaml import Node, read_yaml

# A line of three hyphens, with blanks after them that nobody sees.
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
# The same before line ends have been made one.
_FENCE_IN_BYTES = re.compile(rb"^---[ \t\r]*$", re.MULTILINE)
# A fence that is not on the first line, where it has to be.
_LATE = re.compile(r"\s+---[ \t]*$", re.MULTILINE)


class FrontMatter(NamedTuple):
    """The lines of the fields, and all that stands after the second fence."""

    fields: str
    below: str


def decoded(content: bytes) -> str:
    """The text of a file, the same with either line end and byte order mark. Raises UnicodeDecodeError."""
    text = content.decode("utf-8").removeprefix("\ufeff")
    return composed(text.replace("\r\n", "\n").replace("\r", "\n"))


def split_front(text: str) -> FrontMatter | None:
    """Fields and text below; None where there are not two fences, the first of them first of all."""
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end() + 1) if opening else None
    if not opening or not closing:
        return None
    return FrontMatter(text[opening.end() + 1 : closing.start()], text[closing.end() :])


def joined(fields: list[str], below: str) -> str:
    """The file again, of the lines of its fields and what stands after the second fence."""
    return "\n".join(["---", *fields, f"---{below}"])


def front_bytes(content: bytes) -> bytes:
    """What stands above the second fence, without a look at what it says; all where there is none."""
    fence = _FENCE_IN_BYTES.search(content, 4)
    return content[: fence.start()] if fence else content


def fault_in_fences(text: str) -> str | None:
    """The key of what is wrong with the fences, if anything is."""
    if split_front(text):
        return None
    if _FENCE.match(text):
        return "front.unclosed"
    return "front.blank_first" if _LATE.match(text) else "front.missing"


class StrictHandler(BaseHandler):
    """python-frontmatter's way to a file: split here, and read by `strict_yaml`, which keeps the places."""

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self) -> None:
        super().__init__()
        self.front = Node({}, 1, 1, keys={})
        self.body_line = 1

    def split(self, text: str) -> tuple[str, str]:
        """The fields and the body. Raises ValueError where there are not two fences."""
        front = split_front(text)
        if not front:
            raise ValueError
        blank = front.below[: len(front.below) - len(front.below.lstrip())]
        self.body_line = front.fields.count("\n") + blank.count("\n") + 2
        return front

    def load(self, fm: str) -> dict[str, Any]:
        self.front = read_yaml(fm, first_line=2)
        return self.front.value if isinstance(self.front.value, dict) else {}
