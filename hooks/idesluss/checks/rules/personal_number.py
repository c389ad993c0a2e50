"""No personal identity number stands anywhere in the content, nor in the name of a file or folder."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from ...reading.document import readable_name
from ...reading.personal import masked
from ...reading.problem import Place, Problem
from ..personal_data import content_paths, personal_data_in_names, personal_data_in_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...history.change import Change
    from ...reading.personal import PersonalScans

GROUP = "change"
MAY_BE_EXEMPTED = False
MASKS_ITS_LINE = True

# Ten digits and nothing between them may be another kind of number, so that message asks first.
_BARE = re.compile(r"[0-9]{10}")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for place, _, written in personal_data_in_texts(catalogue, {"number"}):
        key = "bare" if _BARE.fullmatch(written) else "text"
        identity = _digits(written)
        yield Problem(place, "personal_number", "error", f"personal_number.{key}", identity=identity)
    for path, _ in personal_data_in_names(catalogue, {"number"}):
        yield Problem(Place(path), "personal_number", "error", "personal_number.name")


def check_change(change: Change) -> Iterator[Problem]:
    """Numbers that a commit brought and a later one took away: git still shows them to everybody."""
    catalogues = filter(None, (change.base, change.head))
    known = {digits for catalogue in catalogues for digits in _numbers_in(catalogue)}
    for commit in change.commits:
        for file in commit.changes:
            path = unicodedata.normalize("NFC", readable_name(file.path))
            content = change.texts.get(file.after or "")
            texts = [path] if content is None else [path, *_readings(content)]
            new = {digits for text in texts for digits in _numbers(text, change.head.scans)} - known
            known |= new
            if new:
                shown = masked(path, change.head.scans.of(path))
                values = {"commit": commit.short}
                yield Problem(Place(shown), "personal_number", "error", "personal_number.history", values)


def _readings(content: bytes) -> Iterator[str]:
    """The text of a file as UTF-8; where it may be UTF-16 or UTF-32, its digits without the zeros between."""
    yield content.decode("utf-8", "replace")
    if 0 in content:
        yield content.replace(b"\0", b"").decode("utf-8", "replace")


def _numbers_in(catalogue: Catalogue) -> Iterator[str]:
    for document in catalogue.tree.texts():
        yield from _numbers("\n".join(document.lines), catalogue.scans)
    for path in content_paths(catalogue):
        yield from _numbers(path, catalogue.scans)


def _numbers(text: str, scans: PersonalScans) -> Iterator[str]:
    for span in scans.of(text):
        if span.kind == "number":
            yield _digits(text[span.start : span.end])


def _digits(written: str) -> str:
    """The digits of a number, however it is written."""
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", html.unescape(written)))
