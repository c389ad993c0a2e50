"""Headings of a body: levels below the page's title without gaps, an id on each, and what stands below."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from ...words.characters import slugify
from .body import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

# A heading with its end, which nothing but inline elements can stand between once it is flat.
_HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
# The beginning or end of one, to count how headings stand within each other.
_HEADING_TAG = re.compile(r"<(/?)h[1-6][^>]*>")
_LANG = re.compile(r' lang="[^"]*"')
_MARKUP = re.compile(r"<[^>]*>")
_DROPPED = re.compile(r"[^\w -]")  # what GitHub leaves out of a heading's name


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    title: str
    id: str
    markup: str
    below: str
    """The HTML down to the next heading of whatever level."""


def fitted(content: str, top_level: int, prefix: str) -> tuple[str, list[Section]]:
    """The HTML with its highest heading at `top_level` and ids that begin with `prefix`; and its sections."""
    flat = _flat(content)
    matches = list(_HEADING.finditer(flat))
    if not matches:
        return flat, []
    headings = _headings(flat, matches, top_level, prefix)
    parts = [flat[: matches[0].start()], *(part for h in headings for part in (h.markup, h.below))]
    whole = "".join(parts)
    return whole, list(_sections(headings, whole, len(parts[0])))


def _headings(flat: str, matches: list[re.Match[str]], top_level: int, prefix: str) -> list[_Heading]:
    levels = _levels([int(match[1]) for match in matches], top_level)
    ends = [*(match.start() for match in matches[1:]), len(flat)]
    used: dict[str, int] = {}
    headings = []
    for match, level, end in zip(matches, levels, ends, strict=True):
        title = html.unescape(_MARKUP.sub("", match[3])).strip()
        name = _free_id(prefix + _name_of(title), used)
        lang = _LANG.search(match[2])
        markup = f'<h{level} id="{name}"{lang[0] if lang else ""}>{match[3]}</h{level}>'
        headings.append(_Heading(level, title, name, markup, flat[match.end() : end]))
    return headings


def _sections(headings: list[_Heading], whole: str, start: int) -> Iterator[Section]:
    """The sections of the HTML whose first heading begins there."""
    begins = [*accumulate((len(h.markup) + len(h.below) for h in headings), initial=start)]
    for at, heading in enumerate(headings):
        higher = (n for n in range(at + 1, len(headings)) if headings[n].level <= heading.level)
        below = begins[at] + len(heading.markup)
        spans = (below, begins[at + 1], begins[next(higher, len(headings))])
        yield Section(heading.level, heading.title, heading.id, whole, spans)


def _free_id(slug: str, used: dict[str, int]) -> str:
    """The slug itself the first time, and with a number after it from then on."""
    name = f"{slug}-{used[slug]}" if slug in used else slug
    used[slug] = used.get(slug, 0) + 1
    return name


def _name_of(heading: str) -> str:
    """A heading's name as on GitHub, in ASCII: signs are left out, and words joined with hyphens."""
    return slugify(_DROPPED.sub("", heading)) or "section"


def _flat(content: str) -> str:
    """Headings within headings, which HTML can nest, become plain text of the outer one."""
    depth = 0

    def outermost(match: re.Match[str]) -> str:
        nonlocal depth
        depth += -1 if match[1] else 1
        return match[0] if depth == (0 if match[1] else 1) else ""

    return _HEADING_TAG.sub(outermost, content)


def _levels(levels: list[int], top_level: int) -> list[int]:
    """The highest level becomes the top, and no heading is more than one below the one before."""
    top = min(levels)
    fitted_levels: list[int] = []
    for level in levels:
        wanted = level - top + top_level
        fitted_levels.append(min(wanted, fitted_levels[-1] + 1 if fitted_levels else top_level, 6))
    return fitted_levels
