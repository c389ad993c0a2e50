"""The text of an entry: parts below their headings, facts as a list, and what was cut from a field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .finding import Notes
from .sheet import cell_text
from .text_repair import as_line, as_markdown, has_markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .conversion import Conversion
    from .import_map import BodyPart
    from .sheet import Cell

_LONGEST_LINE = 15_000
# A whole number that a program took for one with decimals: 2009.0.
_WHOLE_NUMBER = re.compile(r"^([0-9]+)\.0$")


def body_of(cells: Mapping[str, Cell], reading: Conversion, notes: Notes, fields: Mapping[str, Any]) -> str:
    """The Markdown of the text."""
    parts = [*_cut(cells, reading, notes, fields)]
    for part in reading.import_map.body:
        text = _part(part, cells, reading, notes)
        if text:
            parts.append(f"## {part.heading}\n\n{text}" if part.heading else text)
    return "\n\n".join(parts)


def _cut(
    cells: Mapping[str, Cell], reading: Conversion, notes: Notes, fields: Mapping[str, Any]
) -> Iterator[str]:
    """What a title or a summary had no room for, where the map has no place for its column in the text."""
    placed = {name for part in reading.import_map.body for name in (*part.column, *part.facts.values())}
    for name in ("title", "summary"):
        spec = reading.import_map.fields.get(name)
        column = next((column for column in spec.column if column in cells), None) if spec else None
        if column and column not in placed:
            whole = as_line(cell_text(cells[column]))
            if len(whole) > len(str(fields.get(name, ""))) and not _is_same(whole, str(fields.get(name, ""))):
                yield _text(cell_text(cells[column]), column, reading, Notes(notes.row))


def _is_same(whole: str, kept: str) -> bool:
    return not kept.endswith("…") and len(whole) <= len(kept)


def _part(part: BodyPart, cells: Mapping[str, Cell], reading: Conversion, notes: Notes) -> str:
    texts = [_text(cell_text(cells[name]), name, reading, notes) for name in part.column if name in cells]
    facts = [
        f"- **{label}:** {fact}"
        for label, name in part.facts.items()
        if name in cells and (fact := _fact(cells[name], name, reading, notes))
    ]
    text = "\n\n".join([*filter(None, texts), *(["\n".join(facts)] if facts else [])])
    return with_headings(text, part.headings)


def _fact(cell: Cell, column: str, reading: Conversion, notes: Notes) -> str:
    text = _WHOLE_NUMBER.sub(r"\1", cell_text(cell))
    return as_markdown(reading.line(text, notes, column)).replace("\n", " ")


def _text(text: str, column: str, reading: Conversion, notes: Notes) -> str:
    marked = as_markdown(text)
    if has_markup(text):
        notes.add("changed", "html", column, text, marked)
    marked = reading.without_persons(marked, notes, column)
    return "\n".join(_short_lines(marked))


def _short_lines(text: str) -> Iterator[str]:
    """Lines that a file may hold: one that is very long goes on below, between two words."""
    for line in text.split("\n"):
        rest = line
        while len(rest) > _LONGEST_LINE:
            at = rest.rfind(" ", 0, _LONGEST_LINE)
            at = at if at > 0 else _LONGEST_LINE
            yield rest[:at]
            rest = rest[at:].lstrip()
        yield rest


def with_headings(text: str, headings: Sequence[str]) -> str:
    """The text with these words as headings where a colon follows; those that say nothing are gone."""
    if not headings:
        return text
    words = "|".join(map(re.escape, sorted(headings, key=len, reverse=True)))
    # A heading alone on its line, or with text after its colon.
    pieces = re.split(rf"^({words}):[ \\]*$|^({words}): *", text, flags=re.MULTILINE)
    parts = [pieces[0].strip()]
    for at in range(1, len(pieces), 3):
        heading, content = pieces[at] or pieces[at + 1], pieces[at + 2].strip(" \n\\")
        if content:
            parts.append(f"## {heading}\n\n{content}")
    return "\n\n".join(filter(None, parts))


def joined_texts(own: str, further: str) -> str:
    """Both texts as one: below a heading that both have stands what each of them says."""
    sections: dict[str, list[str]] = {}
    for heading, text in _sections(own):
        sections.setdefault(heading, []).extend(_pieces(text))
    known = {heading: [*pieces] for heading, pieces in sections.items()}
    for heading, text in _sections(further):
        new = [piece for piece in _pieces(text) if piece not in known.get(heading, [])]
        sections.setdefault(heading, []).extend(new)
    if not any(len(pieces) > len(known.get(heading, [])) for heading, pieces in sections.items()):
        return own
    texts = ((heading, _put_together(pieces)) for heading, pieces in sections.items() if pieces)
    return "\n\n".join(f"## {heading}\n\n{text}" if heading else text for heading, text in texts)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Each heading and the text below it; what stands above the first has none."""
    parts = re.split(r"^## (.+)$", f"\n{text}", flags=re.MULTILINE)
    yield "", parts[0].strip()
    yield from ((parts[at], parts[at + 1].strip()) for at in range(1, len(parts), 2))


def _pieces(text: str) -> list[str]:
    """Paragraphs, and each fact of a list of them."""
    paragraphs = [part for part in re.split(r"\n{2,}", text) if part]
    return [
        piece
        for part in paragraphs
        for piece in (re.split(r"\n(?=- )", part) if part.startswith("- ") else [part])
    ]


def _put_together(pieces: Sequence[str]) -> str:
    text = ""
    for piece in pieces:
        between = "\n" if piece.startswith("- ") and text.rpartition("\n")[2].startswith("- ") else "\n\n"
        text = f"{text}{between}{piece}" if text else piece
    return text
