"""No personal identity number stands anywhere in the content, nor in the name of a file or folder.

The number opens doors to somebody's life, and the catalogue and its history are open to everyone. Take the
number away and write the person's role instead. Coordination and interim numbers count too, and so do numbers
written with spaces, other dashes, markup or codes. If the number has been sent in, tell those who look after
the catalogue: earlier versions keep it until they remove it.

På svenska
----------
Inget personnummer står någonstans i innehållet, och inte heller i namnet på en fil eller mapp.

Numret öppnar dörrar till någons liv, och katalogen och dess historik är öppna för alla. Ta bort numret och
skriv personens roll i stället. Samordningsnummer och tillfälliga nummer räknas också, liksom nummer som är
skrivna med mellanslag, andra streck, märkning eller koder. Är numret redan inskickat, så säg till dem som
sköter katalogen: äldre versioner har det kvar tills de tar bort det.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from ...reading import personal
from ...reading.document import readable_name
from ...reading.personal import find_personal_data
from ...reading.problem import Place, Problem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from ...catalogue.catalogue import Catalogue
    from ...history.change import Change
    from ...reading.document import Document

MOST = 20  # of one document
_BARE = re.compile(r"[0-9]{10}")
_WRITTEN_OUT = re.compile(r"U\+[0-9A-F]{4}")  # how a hidden character in a name is shown


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for place, _, written in in_texts(catalogue, {"number"}):
        key = "bare" if _BARE.fullmatch(written) else "text"
        identity = _digits(written)
        yield Problem(place, "personal_number", "error", f"personal_number.{key}", identity=identity)
    for path, _ in in_names(catalogue, {"number"}):
        yield Problem(Place(path), "personal_number", "error", "personal_number.name")


def check_change(change: Change) -> Iterator[Problem]:
    """Numbers that a commit brought and a later one took away: git still shows them to everybody."""
    told = {digits for found in (change.base, change.head) if found for digits in _numbers_now(found)}
    for commit in change.commits:
        for file in commit.changes:
            path = unicodedata.normalize("NFC", readable_name(file.path))
            content = change.texts.get(file.after or "")
            texts = [path] if content is None else [path, *_readings(content)]
            new = {digits for text in texts for digits in _numbers(text, change.head.today)} - told
            told |= new
            if new:
                shown = personal.masked(path, find_personal_data(path, change.head.today))
                values = {"commit": commit.short}
                yield Problem(Place(shown), "personal_number", "error", "personal_number.history", values)


def _readings(content: bytes) -> Iterator[str]:
    """The text of a file as UTF-8; where it may be UTF-16 or UTF-32, its digits without the zeros between."""
    yield content.decode("utf-8", "replace")
    if 0 in content:
        yield content.replace(b"\0", b"").decode("utf-8", "replace")


def _numbers_now(catalogue: Catalogue) -> Iterator[str]:
    for document in catalogue.tree.documents():
        yield from _numbers("\n".join(document.lines), catalogue.today)
    for path in _paths(catalogue):
        yield from _numbers(path, catalogue.today)


def _numbers(text: str, today: dt.date) -> Iterator[str]:
    for span in find_personal_data(text, today):
        if span.kind == "number":
            yield _digits(text[span.start : span.end])


def _digits(written: str) -> str:
    """The digits of a number, however it is written."""
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", html.unescape(written)))


def in_texts(
    catalogue: Catalogue, kinds: Collection[personal.Kind]
) -> Iterator[tuple[Place, personal.Kind, str]]:
    """Place, kind and wording of personal data in all documents, read or not; no place shows any."""
    for document in catalogue.tree.documents():
        yield from _in_document(document, kinds, catalogue.today)


def _in_document(
    document: Document, kinds: Collection[personal.Kind], today: dt.date
) -> Iterator[tuple[Place, personal.Kind, str]]:
    text = "\n".join(document.lines)
    spans = find_personal_data(text, today)
    wanted = [span for span in spans if span.kind in kinds][:MOST]
    shown = personal.masked(text, spans).split("\n") if wanted else []
    for span in wanted:
        line = text.count("\n", 0, span.start) + 1
        place = document.place(line, span.start - text.rfind("\n", 0, span.start), span.end - span.start)
        yield replace(place, source=shown[line - 1]), span.kind, text[span.start : span.end]


def in_names(catalogue: Catalogue, kinds: Collection[personal.Kind]) -> Iterator[tuple[str, personal.Kind]]:
    """Each file or folder whose own name has personal data in it, once."""
    for path in sorted({part for whole in _paths(catalogue) for part in accumulate(whole.split("/"), _join)}):
        name = _WRITTEN_OUT.sub("", path.rpartition("/")[2])
        spans = (span for span in find_personal_data(name, catalogue.today) if span.kind in kinds)
        yield from ((path, span.kind) for span in list(spans)[:1])


def _paths(catalogue: Catalogue) -> Iterator[str]:
    tree = catalogue.tree
    yield from (document.path for document in tree.documents())
    yield from tree.picture_paths()
    yield from (problem.place.path for problem in tree.problems)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}"
