"""Where personal data stands in a catalogue: in its texts, and in the names of its files and folders."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from ..reading.personal import masked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..catalogue.catalogue import Catalogue
    from ..reading.document import Document
    from ..reading.personal import Kind, PersonalScans
    from ..reading.problem import Place

MOST_PER_DOCUMENT = 20
# How a hidden character in a name is shown; its digits would join those that stand beside it.
_WRITTEN_OUT = re.compile(r"U\+[0-9A-F]{4}")


def personal_data_in_texts(
    catalogue: Catalogue, kinds: Collection[Kind]
) -> Iterator[tuple[Place, Kind, str]]:
    """Place, kind and wording of personal data in all documents, read or not; no place shows any."""
    for document in catalogue.tree.texts():
        yield from _in_document(document, kinds, catalogue.scans)


def _in_document(
    document: Document, kinds: Collection[Kind], scans: PersonalScans
) -> Iterator[tuple[Place, Kind, str]]:
    text = "\n".join(document.lines)
    spans = scans.of(text)
    wanted = [span for span in spans if span.kind in kinds][:MOST_PER_DOCUMENT]
    shown = masked(text, spans).split("\n") if wanted else []
    for span in wanted:
        line = text.count("\n", 0, span.start) + 1
        place = document.place(line, span.start - text.rfind("\n", 0, span.start), span.end - span.start)
        yield replace(place, source=shown[line - 1]), span.kind, text[span.start : span.end]


def personal_data_in_names(catalogue: Catalogue, kinds: Collection[Kind]) -> Iterator[tuple[str, Kind]]:
    """Path and kind of each file or folder whose own name has personal data in it, once."""
    paths = content_paths(catalogue)
    for path in sorted({part for whole in paths for part in accumulate(whole.split("/"), _joined)}):
        name = _WRITTEN_OUT.sub("", path.rpartition("/")[2])
        spans = (span for span in catalogue.scans.of(name) if span.kind in kinds)
        yield from ((path, span.kind) for span in list(spans)[:1])


def content_paths(catalogue: Catalogue) -> Iterator[str]:
    """The path of every file in the content: documents, pictures and what the reader refused."""
    tree = catalogue.tree
    yield from (document.path for document in tree.documents())
    yield from tree.picture_paths()
    yield from tree.docs.paths
    yield from (problem.place.path for problem in (*tree.problems, *tree.docs.problems))


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}"
