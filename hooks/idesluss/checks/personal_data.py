"""Where personal data stands: in texts, pictures and names, and in what the commits of a change brought."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from ..history.whole_change import top_folder
from ..reading.file_texts import texts_of_file
from ..reading.paths import CONTENT
from ..reading.personal import masked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..catalogue.catalogue import Catalogue
    from ..history.change import Change
    from ..history.whole_change import Brought
    from ..reading.document import Document
    from ..reading.personal import Kind, PersonalData, PersonalScans
    from ..reading.problem import Place

    Identity = tuple[Kind, str]

MOST_PER_DOCUMENT = 20
# How a hidden character in a name is shown; its digits would join those that stand beside it.
_WRITTEN_OUT = re.compile(r"U\+[0-9A-F]{4}")


def personal_data_in_texts(
    catalogue: Catalogue, kinds: Collection[Kind]
) -> Iterator[tuple[Place, PersonalData, str]]:
    """Place, what was found, and its wording in all documents but those of entries; no place shows any.

    Those of ideas that could not be read are among them.
    """
    for document in texts_beside_entries(catalogue):
        yield from personal_data_in(document, kinds, catalogue.scans)


def texts_beside_entries(catalogue: Catalogue) -> Iterator[Document]:
    """All documents and pages but those of the entries that are judged."""
    of_entries = {entry.folder for entry in catalogue.judged}
    tree = catalogue.tree
    yield from tree.beside_folders()
    yield from (d for folder in tree.folders if folder.path not in of_entries for d in folder.documents())
    yield from tree.docs.pages.values()


def personal_data_in(
    document: Document, kinds: Collection[Kind], scans: PersonalScans
) -> Iterator[tuple[Place, PersonalData, str]]:
    """The same in one document."""
    spans = scans.in_document(document)
    wanted = [span for span in spans if span.kind in kinds][:MOST_PER_DOCUMENT]
    text = document.text or ""
    shown = masked_lines(document, scans) if wanted else []
    for span in wanted:
        line = text.count("\n", 0, span.start) + 1
        place = document.place(line, span.start - text.rfind("\n", 0, span.start), span.end - span.start)
        if not span.end:  # the page shows it, and nothing in the source is like it
            yield document.place(), span, ""
        else:
            yield replace(place, source=shown[line - 1]), span, text[span.start : span.end]


def masked_lines(document: Document, scans: PersonalScans) -> list[str]:
    """The lines of a document as they can be shown, without the personal data in them."""
    return masked(document.text or "", scans.in_document(document)).split("\n")


def personal_data_in_pictures(
    catalogue: Catalogue, kinds: Collection[Kind]
) -> Iterator[tuple[str, PersonalData]]:
    """Path of each picture whose texts hold personal data, with what was found, each kind once."""
    for folder in catalogue.tree.folders:
        for path, picture in folder.noted_pictures():
            by_kind = {span.kind: span for text in picture.texts for span in catalogue.scans.of(text)}
            yield from ((path, span) for kind, span in by_kind.items() if kind in kinds)


def personal_data_in_names(catalogue: Catalogue, kinds: Collection[Kind]) -> Iterator[tuple[str, Kind]]:
    """Path and kind of each file or folder whose own name has personal data in it, once."""
    for called, paths in catalogue.named_places_by_name.items():
        name = _WRITTEN_OUT.sub("", called) if "U+" in called else called
        kind = next((span.kind for span in catalogue.scans.of_name(name) if span.kind in kinds), None)
        yield from ((path, kind) for path in paths if kind)


def brought_by_commits(change: Change, kinds: Collection[Kind]) -> Iterator[Brought]:
    """What the commits of a change brought, each number or address once, with paths that show none.

    Left out is what the base holds in the same folder at the top of the repository, and what is judged there.
    """
    beside = cache(partial(_identities_in, change, frozenset(kinds)))
    scans = change.head.scans
    passed_on: set[Identity] = set()
    for brought in change.whole.brought():
        spans = scans.in_file(brought.path, brought.content, _texts_of)
        new = {(span.kind, span.identity) for span in spans if span.kind in kinds} - passed_on
        new -= beside(top_folder(brought.path)) if new and brought.path else set()
        passed_on |= new
        if new:
            yield replace(brought, path=masked(brought.path, scans.of(brought.path)))


def _texts_of(path: str, content: bytes) -> Iterator[str]:
    return chain([path], texts_of_file(path, content))


def _identities_in(change: Change, kinds: Collection[Kind], folder: str) -> frozenset[Identity]:
    """What is known to stand in a folder at the top: in the base, and in what is judged by itself."""
    scans = change.head.scans
    spans: list[PersonalData] = []
    if folder == CONTENT:
        catalogues = filter(None, (change.base, change.head))
        spans = [span for catalogue in catalogues for span in _all_in(catalogue)]
    else:
        before = (
            chain([path], texts_of_file(path, content)) for path, content in change.whole.before(folder)
        )
        spans = [span for texts in before for text in texts for span in scans.of(text)]
    return frozenset((span.kind, span.identity) for span in spans if span.kind in kinds)


def _all_in(catalogue: Catalogue) -> Iterator[PersonalData]:
    for document in catalogue.tree.texts():
        yield from catalogue.scans.in_document(document)
    texts = (
        text
        for folder in catalogue.tree.folders
        for _, noted in folder.noted_pictures()
        for text in noted.texts
    )
    for text in chain(catalogue.tree.all_paths(), texts):
        yield from catalogue.scans.of(text)
