r"""Personal data in running text: personal identity numbers, private mail addresses, mobile numbers.

The text is read as a reader of the page would read it: dashes of every kind are one dash, hidden
characters and markup are taken away, `&#45;`, `%2D` and `\u002d` are what they stand for. Of a document
the values of its fields and its rendered text are looked through, too. What is found is told as offsets
into the text as it was written.

A number is taken for somebody's when date and check digit are right. So are ten digits without a sign
before the last four, unless the words beside them say what else they are (`diarienummer`, `telefon`,
`bankgiro`, an amount in kronor). An organisation number never has a month as its middle: where the word
`organisationsnummer` stands before somebody's date, it is a sole trader's personal number, and is told.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .digits import may_hold_numbers, mobile_spans, number_spans, signs_of
from .mail import is_named_after_somebody, mail_spans, may_hold_mail
from .seen import SeenText, seen_texts
from .shown import shown_text, span_in_source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from ..document import Document

Kind = Literal["number", "mail", "mobile"]


__all__ = [
    "PersonalData",
    "PersonalScans",
    "find_personal_data",
    "is_named_after_somebody",
    "masked",
    "may_hold_personal_data",
    "shown_text",
]

_SHORT = 10  # signs of a number without its century
MOST_TRACED = 20  # of what only the page shows, and whose place in the source is looked for


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What was found, and where: offsets into the text as written; and its letters and digits alone."""

    kind: Kind
    start: int
    end: int
    signs: str = ""

    @property
    def identity(self) -> str:
        """What tells it from others of its kind, with or without century."""
        return self.signs[-_SHORT:] if self.kind == "number" else self.signs


def may_hold_personal_data(text: str) -> bool:
    """Whether it is worth looking closely."""
    content = text.encode("utf-8", "replace")
    return may_hold_numbers(text, content) or may_hold_mail(content)


def find_personal_data(text: str, today: dt.date) -> list[PersonalData]:
    """All personal data in the text, in order; none overlaps another."""
    content = text.encode("utf-8", "replace")
    seeks_digits, seeks_mail = may_hold_numbers(text, content), may_hold_mail(content)
    spans: list[PersonalData] = []
    if seeks_digits or seeks_mail:
        for view in seen_texts(text, is_mail=seeks_mail):
            spans += _in_view(view, today) if seeks_digits else ()
            spans += _as_written("mail", view, mail_spans(view.text)) if seeks_mail else ()
    return _apart(spans)


class PersonalScans:
    """Personal data in texts as of a day; a text that several ask of is looked through once.

    Texts are known by their digests, so that none is kept.
    """

    def __init__(self, today: dt.date) -> None:
        self._today = today
        self._by_text: dict[bytes, tuple[PersonalData, ...]] = {}
        self._by_name: dict[str, tuple[PersonalData, ...]] = {}
        self._by_document: dict[tuple[str, bytes], tuple[PersonalData, ...]] = {}
        self._by_file: dict[tuple[str, bytes], tuple[PersonalData, ...]] = {}

    def of(self, text: str) -> tuple[PersonalData, ...]:
        """What `find_personal_data` finds in the text."""
        key = _digest(text)
        if key not in self._by_text:
            self._by_text[key] = tuple(find_personal_data(text, self._today))
        return self._by_text[key]

    def of_name(self, name: str) -> tuple[PersonalData, ...]:
        """The same of a short text that many files have."""
        if name not in self._by_name:
            self._by_name[name] = tuple(find_personal_data(name, self._today))
        return self._by_name[name]

    def in_file(
        self, path: str, content: bytes, texts: Callable[[str, bytes], Iterable[str]]
    ) -> tuple[PersonalData, ...]:
        """What stands in the texts of a file; `texts` makes them of its path and its bytes."""
        key = (path, hashlib.sha256(content).digest())
        if key not in self._by_file:
            self._by_file[key] = tuple(span for text in texts(path, content) for span in self.of(text))
        return self._by_file[key]

    def in_document(self, document: Document) -> tuple[PersonalData, ...]:
        """What stands in a document: in its source, and in what a page shows of it."""
        source = document.text or ""
        key = (document.path.rpartition("/")[2], _digest(source))
        if key not in self._by_document:
            written = self.of(source)
            further = _only_shown(source, written, self.of(shown_text(document)))
            self._by_document[key] = tuple(_apart([*written, *further])) if further else written
        return self._by_document[key]


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _only_shown(
    source: str, written: Iterable[PersonalData], shown: Iterable[PersonalData]
) -> list[PersonalData]:
    """What a page shows and the source does not, each where its signs stand in the source."""
    known = {(span.kind, span.identity) for span in written}
    wanted = {key: span for span in shown if (key := (span.kind, span.identity)) not in known}
    spans = []
    for span in list(wanted.values())[:MOST_TRACED]:
        start, end = span_in_source(source, span.signs) or (0, 0)
        spans.append(PersonalData(span.kind, start, end, span.signs))
    return spans


def _in_view(view: SeenText, today: dt.date) -> Iterator[PersonalData]:
    yield from _as_written("number", view, number_spans(view.text, today))
    yield from _as_written("mobile", view, mobile_spans(view.text))


def _as_written(kind: Kind, view: SeenText, spans: Iterable[tuple[int, int]]) -> Iterator[PersonalData]:
    return (
        PersonalData(kind, *view.written(start, end), signs_of(view.text[start:end]).upper())
        for start, end in spans
    )


def _apart(spans: list[PersonalData]) -> list[PersonalData]:
    """One of those that overlap: a number before the rest, else the first."""
    kept: list[PersonalData] = []
    for span in sorted(spans, key=lambda span: (span.start, span.kind != "number", span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.kind == "number" and kept[-1].kind != "number":
            kept[-1] = span
    return kept


def masked(text: str, spans: Iterable[PersonalData]) -> str:
    """The text with a dot for each letter and digit of what was found, so that it can be shown."""
    parts, last = [], 0
    for span in spans:
        hidden = "".join("•" if sign.isalnum() else sign for sign in text[span.start : span.end])
        parts += [text[last : span.start], hidden]
        last = span.end
    return "".join([*parts, text[last:]])
