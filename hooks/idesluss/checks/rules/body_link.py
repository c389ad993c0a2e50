"""Links and pictures in a text lead to something that exists, and the text can be shown.

A link that leads nowhere is what a reader remembers of a page. Correct the path: it is written from the
folder of the file, as on GitHub, so `plan.md` is the plan beside the idea and
`../../2025/other-idea/idea.md` is another idea. Pictures lie in the same folder as the text.

På svenska
----------
Länkar och bilder i en text leder till något som finns, och texten går att visa.

En länk som inte leder någonstans är det som en läsare minns av sidan. Rätta vägen: den skrivs från
filens egen mapp, som på GitHub, så `plan.md` är planen bredvid idén och `../../2025/annan-ide/idea.md`
är en annan idé. Bilder ligger i samma mapp som texten.
"""

from __future__ import annotations

import html
import posixpath
import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...reading.markdown import MAX_COMPLAINTS, Body, fragment_id, id_prefix
from ...reading.problem import one_of
from ...reading.records import nearest
from ...words.characters import plain
from ..judged import judged_bodies
from ..targets import is_judged_itself, link_mistake, picture_mistake

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...reading.document import Document
    from ...reading.problem import Problem

GROUP = "links_and_pictures"
MESSAGES = ("body",)
MAY_BE_EXEMPTED = True

# Code is meant to be read as it is. A `pre` ends at its own end, not at that of the `code` in it.
_CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
# Not after a letter or a bracket, where brackets are rather places in a list: `row[0][1]`.
_REFERENCE = re.compile(r"(?<![\w\]])\[[^\[\]<>\n]+\]\[[^\[\]<>\n]*\]")
_MOST_HEADINGS = 200


def check(catalogue: Catalogue) -> Iterator[Problem]:
    written = list(judged_bodies(catalogue))
    by_path = {document.path: body for document, body in written}
    by_path |= {posixpath.dirname(entry.path): entry.body for entry in catalogue.judged}
    for document, body in written:
        yield from _complaints(catalogue, document, body)
        yield from islice(_lost_onward(document, body, by_path), MAX_COMPLAINTS)
        yield from islice(_lost_references(document, body), MAX_COMPLAINTS)


def _complaints(catalogue: Catalogue, document: Document, body: Body) -> Iterator[Problem]:
    for key, words, values in body.complaints:
        if key == "body.anchor":
            yield _lost_anchor(document, words, "", body)
        elif key != "body.image" or not is_judged_itself(catalogue, document.path, words):
            mistake, more = _mistake(catalogue, document.path, key, words)
            place = document.place_in_body(_as_written(document, words))
            yield document.problem(place, "body_link", mistake, **values, **more)


def _mistake(catalogue: Catalogue, path: str, key: str, words: str) -> tuple[str, dict[str, object]]:
    """The key that tells best what is wrong, and what its message says beside the complaint's own values."""
    if key == "body.link":
        return link_mistake(catalogue, path, words)
    if key == "body.image":
        return picture_mistake(catalogue, path, words)
    return key, {}


def _as_written(document: Document, words: str) -> str:
    """The link as it stands in the file; of backslashes before a point only the point is left."""
    tail = unquote(words).lstrip(".")
    return words if "\\" not in tail or words in document.body else tail


def _lost_onward(document: Document, body: Body, by_path: Mapping[str, Body]) -> Iterator[Problem]:
    """Links to a heading that another file does not have."""
    for written in dict.fromkeys(body.onward):
        path, _, fragment = written.partition("#")
        full = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path))
        target = by_path.get(full)
        if target is None or not target.html:
            continue  # told as unreadable or as too deep to show
        if fragment_id(fragment, id_prefix(path)) not in target.anchors():
            yield _lost_anchor(document, written, path, target)


def _lost_anchor(document: Document, written: str, path: str, target: Body) -> Problem:
    names = [_heading_name(heading.id) for heading in target.headings[:_MOST_HEADINGS]]
    likely = nearest(_heading_name(fragment_id(written.partition("#")[2], "-")), names)
    key = "body.anchor_near" if likely else "body.anchor" if names else "body.anchor_none"
    return document.problem(
        document.place_in_body(written),
        "body_link",
        key,
        target=plain(unquote(written)),
        nearest=f"{path}#{likely}",
        choices=one_of([f"`{path}#{name}`" for name in names[:12]]),
    )


def _heading_name(ident: str) -> str:
    """An id without what it begins with, as it is written in a link."""
    return ident.partition("-")[2]


def _lost_references(document: Document, body: Body) -> Iterator[Problem]:
    """Links of the form `[text][name]` whose name is explained nowhere; they are shown as they stand."""
    if "][" not in body.html:
        return
    for match in _REFERENCE.finditer(_CODE.sub("", body.html)):
        words = html.unescape(match[0])
        name = words.strip("[]").rpartition("[")[2] or words.strip("[]").partition("]")[0]
        place = document.place_in_body(words)
        yield document.warning(
            place, "body_link", "body.reference", words=plain(words, 80), name=plain(name, 60)
        )
