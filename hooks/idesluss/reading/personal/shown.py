"""A file as a page shows it: the values of its fields and its text without markup; and the way back."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from ..markdown.body import NOTE_MARK
from .seen import seen_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..document import Document
    from ..strict_yaml import Node

# Stands between what no page shows side by side: a word, which no number goes on after.
_BETWEEN = "\nand\n"
# Where one cell of a row ends and the next begins.
_CELL = re.compile(r"</t[dh]>\s*<t[dh]\b[^>]*>")
# What begins or ends a block; the sanitizer lets no other such element through.
_BLOCK = re.compile(
    r"</?(?:h[1-6]|p|li|[uod]l|dt|dd|div|blockquote|details|summary|section|hr|pre|table|tr)\b[^>]*>"
)
_LINE = re.compile(r"<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
# The sanitizer writes every attribute in this one way.
_WORDS = re.compile(r' (?:alt|title)="([^"]*)"')
# The spaces that a browser leaves out beside a break between blocks.
_LEFT_OUT = " \xa0"


def shown_text(document: Document) -> str:
    """All values of the fields, the words of the body, and those of its pictures and links, set apart.

    Runs of spaces and breaks are one space, as a browser shows them, and two breaks between blocks.
    """
    written = [*_values([*_own(document)])]
    # No text holds a zero, which is refused however it is written.
    values = _with_single_spaces("\0".join(written)).split("\0") if written else []
    body = document.body.html if document.markdown else ""
    words = [html.unescape(_with_single_spaces(written)) for written in _WORDS.findall(body)]
    return _BETWEEN.join([*values, _without_tags(body), *words])


def _own(document: Document) -> Iterator[Node]:
    """What stands in the file itself: what its parts say is looked through where it stands."""
    front = document.front.value
    if document.parts and isinstance(front, dict):
        yield from (node for name, node in front.items() if name not in document.parts)
    else:
        yield document.front


def _values(nodes: Iterable[Node]) -> Iterator[str]:
    """All texts in these nodes, in the order in which they are written."""
    waiting = [iter(nodes)]
    while waiting:
        for node in waiting[-1]:
            value = node.value
            if isinstance(value, str):
                yield value
            else:
                waiting.append(iter(value.values() if isinstance(value, dict) else value))
                break
        else:
            waiting.pop()


def _without_tags(body: str) -> str:
    text = _with_single_spaces(body)
    text = NOTE_MARK.sub("", text) if "<sup" in text else text
    text = _CELL.sub(" | ", text) if "</t" in text else text
    text = _BLOCK.sub("\0", text)
    first, *rest = html.unescape(_TAG.sub("", _LINE.sub(" ", text))).split("\0")
    if not rest:
        return first
    inner = [block for block in (part.strip(_LEFT_OUT) for part in rest[:-1]) if block]
    return "\n\n".join([first.rstrip(_LEFT_OUT), *inner, rest[-1].lstrip(_LEFT_OUT)])


def _with_single_spaces(text: str) -> str:
    for sign in "\t\r\n":
        text = text.replace(sign, " ")
    while "  " in text:  # half as many each time
        text = text.replace("  ", " ")
    return text


def span_in_source(source: str, wanted: str) -> tuple[int, int] | None:
    """Where these letters and digits stand in the source, in order and with the least between them."""
    view = next(seen_texts(source, is_mail=False))
    nearest = _closest(view.text.casefold(), wanted.casefold())
    return view.written(*nearest) if nearest else None


def _closest(text: str, wanted: str) -> tuple[int, int] | None:
    """The shortest part of the text in which the signs stand in order, looked for in one pass."""
    places = {sign: [at for at in range(len(wanted) - 1, -1, -1) if wanted[at] == sign] for sign in wanted}
    begun = [-1] * len(wanted)  # for each sign that was come to last, where the first of them stood
    best: tuple[int, int] | None = None
    for match in re.finditer(f"[{re.escape(''.join(places))}]", text) if wanted else ():
        at = match.start()
        for place in places[match[0]]:
            begun[place] = begun[place - 1] if place else at
        start = begun[-1] if match[0] == wanted[-1] else -1
        if start >= 0 and (best is None or at + 1 - start < best[1] - best[0]):
            best = (start, at + 1)
    return best
