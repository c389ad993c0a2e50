"""A list of the program's written out in `catalogue.yml`, where it is named, so that it can be changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.process import PARTS
from ..model.settings import VOCABULARIES
from ..model.shipped import shipped_lists, shipped_terms
from ..reading.document import parse_document
from ..reading.paths import SETTINGS
from ..reading.rewriting import lines_of
from .terms_text import term_lines

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..words import Language

# The lists that can be written out, by the vocabulary or the part of the process.
UNFOLDED = tuple(name for name in (*PARTS, *VOCABULARIES) if shipped_lists(name))


class NotNamed(Exception):  # noqa: N818  # a refusal, not an error of ours
    """catalogue.yml names no list of the program's there, alone on a line."""


def unfolded(content: bytes, name: str, languages: Collection[Language]) -> bytes:
    """catalogue.yml with the terms of the list in place of its name; all other lines as they are."""
    way = ("process", name) if name in PARTS else (name,)
    node = parse_document(SETTINGS, content).node(*way)
    if node is None or not isinstance(node.value, str) or node.value not in shipped_lists(name):
        raise NotNamed
    lines = lines_of(content.decode("utf-8"))
    # What leads in, the key, a note, and what ends the line.
    named = re.fullmatch(rf"([ ]*)({name}[ ]*:)[^#\r\n]*(#[^\r\n]*)?(\r?\n|)", lines[node.line - 1])
    if not named:
        raise NotNamed
    indent, key, note, end = named.groups()
    head = f"{indent}{key}{f'  {note}' if note else ''}"
    terms = term_lines(shipped_terms(name, node.value), languages, len(indent) + 2)
    lines[node.line - 1] = "".join(f"{line}{end or chr(10)}" for line in (head, *terms))
    return "".join(lines).encode()
