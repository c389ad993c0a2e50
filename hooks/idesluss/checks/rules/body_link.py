"""Links and pictures in a text lead to something that exists, and the text can be shown."""

from __future__ import annotations

import posixpath
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...reading.markdown import MAX_COMPLAINTS, Body, fragment_id, id_prefix
from ...reading.problem import one_of
from ...reading.records import nearest
from ...words.characters import plain
from ..judged import judged_texts
from ..targets import is_judged_itself, link_mistake, picture_mistake

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ..beside import Beside
    from ..judged import JudgedText

GROUP = "links_and_pictures"
MESSAGES = ("body",)
MAY_BE_EXEMPTED = True
MEANS = {"target": "value"}

_MOST_HEADINGS = 200
_IDEA = "/idea.md"


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    for document in entry.documents():
        yield from _complaints(document, document.body)
        yield from islice(_lost_references(document, document.body), MAX_COMPLAINTS)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for page in catalogue.calls.values():
        yield from _complaints(page.document, page.document.body)
        yield from islice(_lost_references(page.document, page.document.body), MAX_COMPLAINTS)
    leading = list(judged_texts(catalogue, lambda text: text.links or text.pictures))
    meant = {link.path for text in leading for link in text.outline.links if link.fragment}
    meant |= {f"{path}{_IDEA}" for path in meant}
    by_path = {text.path: text for text in judged_texts(catalogue, lambda text: text.path in meant)}
    by_path |= {posixpath.dirname(path): text for path, text in by_path.items() if path.endswith(_IDEA)}
    for text in leading:
        yield from islice(_links(catalogue, text), MAX_COMPLAINTS)
        yield from islice(_pictures(catalogue, text), MAX_COMPLAINTS)
        yield from islice(_lost_onward(text, by_path), MAX_COMPLAINTS)


def _complaints(document: Document, body: Body) -> Iterator[Problem]:
    """What is wrong with the text by itself."""
    for key, words, values in body.complaints:
        if key == "body.anchor":
            yield _lost_anchor(document, words, "", body)
        else:
            yield _problem(document, words, key, **values)


def _links(catalogue: Catalogue, text: JudgedText) -> Iterator[Problem]:
    """Links that lead to nothing in the catalogue."""
    for link in text.outline.links:
        if link.path not in catalogue.link_targets:
            key, values = link_mistake(catalogue, text.path, link.written)
            yield _problem(text.read(), link.written, key, target=plain(unquote(link.written)), **values)


def _pictures(catalogue: Catalogue, text: JudgedText) -> Iterator[Problem]:
    """Pictures that do not lie beside the idea, but for those that something else is the matter with."""
    for written, path in dict.fromkeys((picture.written, picture.path) for picture in text.outline.pictures):
        if path not in catalogue.picture_targets and not is_judged_itself(catalogue, text.path, written):
            key, values = picture_mistake(catalogue, text.path, written)
            yield _problem(text.read(), written, key, target=plain(unquote(written)), **values)


def _problem(document: Document, written: str, key: str, **values: object) -> Problem:
    place = document.place_in_body(_as_written(document, written))
    return document.problem(place, "body_link", key, **values)


def _as_written(document: Document, words: str) -> str:
    """The link as it stands in the file; of backslashes before a point only the point is left."""
    tail = unquote(words).lstrip(".")
    return words if "\\" not in tail or words in document.markdown else tail


def _lost_onward(text: JudgedText, by_path: Mapping[str, JudgedText]) -> Iterator[Problem]:
    """Links to a heading that another file does not have."""
    for link in text.outline.links:
        target = by_path.get(link.path) if link.fragment else None
        if target is None or not target.outline.is_shown:
            continue  # told as unreadable or as too deep to show
        path = link.written.partition("#")[0]
        if fragment_id(link.fragment, id_prefix(path)) not in target.outline.anchors:
            yield _lost_anchor(text.read(), link.written, path, target.read().body)


def _lost_anchor(document: Document, written: str, path: str, target: Body) -> Problem:
    names = [_heading_name(section.id) for section in target.sections[:_MOST_HEADINGS]]
    likely = nearest(_heading_name(fragment_id(written.partition("#")[2], "-")), names)
    key = "body.anchor_near" if likely else "body.anchor" if names else "body.anchor_none"
    return document.problem(
        document.place_in_body(written),
        "body_link",
        key,
        target=plain(unquote(written)),
        nearest=f"{path}#{likely}" if likely else "",
        choices=one_of([f"`{path}#{name}`" for name in names[:12]]),
    )


def _heading_name(ident: str) -> str:
    """An id without what it begins with, as it is written in a link."""
    return ident.partition("-")[2]


def _lost_references(document: Document, body: Body) -> Iterator[Problem]:
    """Links of the form `[text][name]` whose name is explained nowhere; they are shown as they stand."""
    for words in body.lost_references:
        name = words.strip("[]").rpartition("[")[2] or words.strip("[]").partition("]")[0]
        place = document.place_in_body(words)
        yield document.warning(
            place, "body_link", "body.reference", words=plain(words, 80), name=plain(name, 60)
        )
