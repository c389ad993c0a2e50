"""A file of an entry as it once was: its fields as they were written, and its text.

A field is parsed only where somebody asks for its value, as most fields are the same in every version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..reading import strict_yaml
from ..reading.document import MAX_BYTES
from ..reading.front_matter import decoded, split_front
from ..reading.markdown import render_body, says_something
from ..reading.strict_yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..reading.front_matter import FrontMatter

# A field begins a line with its name; what is indented belongs to the one above.
_FIELD = re.compile(r"^([A-Za-z_]+):(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Version:
    """The lines of each field, and the text below them.

    What could not be read is as it was in the version before, and `is_whole` is false.
    """

    lines: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    is_whole: bool = True

    def value(self, name: str) -> Any:
        """The field as text, lists and dicts; None where there is none, or none that can be read."""
        fields = _value(self.lines[name]) if name in self.lines else None
        return fields.get(name) if fields else None


@lru_cache(maxsize=512)
def _value(lines: str) -> dict[str, Any] | None:
    """The field in these lines under its name; None where they cannot be read."""
    try:
        front = read_yaml(lines).plain()
    except strict_yaml.Refused:
        return None
    return front if isinstance(front, dict) else None


def read_version(content: bytes | None, before: Version) -> Version:
    """The version in these bytes, where `before` is the one that they took the place of."""
    front = _front(content)
    lines = _fields(front.fields) if front else {}
    if not front or not lines:
        return Version(before.lines, before.text, is_whole=False)
    changed = [name for name in lines if lines[name] != before.lines.get(name)] if before.lines else []
    broken = {name for name in changed if _value(lines[name]) is None}
    kept = {name: before.lines[name] for name in broken & before.lines.keys()}
    readable = {name: written for name, written in lines.items() if name not in broken}
    return Version(readable | kept, front.below, is_whole=not broken)


def _front(content: bytes | None) -> FrontMatter | None:
    if content is None or len(content) > MAX_BYTES:
        return None
    try:
        return split_front(decoded(content))
    except UnicodeDecodeError:
        return None


def _fields(front: str) -> dict[str, str]:
    """Each field with its lines; nothing where a field stands twice."""
    begun = list(_FIELD.finditer(front))
    ends = [*(match.start() for match in begun), len(front)][1:]
    fields = {match[1]: front[match.start() : end] for match, end in zip(begun, ends, strict=True)}
    return fields if len(fields) == len(begun) else {}


@lru_cache(maxsize=512)
def sections_of(text: str) -> Mapping[str, str]:
    """The HTML below each heading of a text as it is shown; what stands above the first, under an empty one.

    Where lines end makes no difference. Sections of one name are taken together.
    """
    body = render_body(text, "")
    sections = {"": " ".join(body.lead.split())}
    for section in body.sections:
        above = sections.get(section.title, "")
        sections[section.title] = " ".join([above, *section.own_html.split()]).strip()
    return sections


def with_words(sections: Mapping[str, str]) -> set[str]:
    """The headings that something stands below."""
    return {heading for heading, html in sections.items() if heading and says_something(html)}
