"""A page as the index is told of it: lean HTML with Pagefind's attributes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .record import OF_THE_WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lexicon import Lexicon
    from .record import SearchRecord, TextPart


# Of a stub's file: all lie in few folders, as a folder for each page costs more than the index.
ENDING = "~.html"


def stub_path(record: SearchRecord) -> str:
    return record.url.removesuffix("/") + ENDING


def stub(record: SearchRecord, lexicon: Lexicon) -> str:
    """The page's words with the seams of compounds, its filters, and what a result shows of it."""
    language = record.language
    filters = dict(record.filters)
    if record.kind in OF_THE_WHOLE:
        filters["whole"] = record.kind
    if record.kind not in OF_THE_WHOLE or record.kind == "own":
        filters["kind"] = record.kind
    if record.title_language:
        filters["lang"] = record.title_language
    shown = {"note": record.note, **({"outside": record.outside} if record.outside else {})}
    values = {**filters, **shown}
    # As Pagefind is told that a value stands in an attribute, where its words are not the page's.
    named = ", ".join(f"{name}[data-{name}]" for name in filters)
    meta = ", ".join(f"{name}[data-{name}]" for name in shown)
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    return "".join(
        (
            f'<!doctype html><html lang="{language}"><meta charset="utf-8"><body data-pagefind-body>',
            f'<i{attributes} data-pagefind-meta="{meta}" data-pagefind-filter="{named}"></i>',
            f"<h1>{_words(record.title, lexicon)}</h1>",
            f'<p data-pagefind-weight="2">{_words(record.lead, lexicon)}</p>',
            f"<p>{_words(record.facts, lexicon)}</p>",
            *_parts(record.parts, lexicon),
            "</body></html>",
        )
    )


def _parts(parts: tuple[TextPart, ...], lexicon: Lexicon) -> Iterator[str]:
    for part in parts:
        if part.heading:
            yield f'<h2 id="{escape(part.anchor)}">{_words(part.heading, lexicon)}</h2>'
        yield f"<p>{_words(part.words, lexicon)}</p>"


def _words(text: str, lexicon: Lexicon) -> str:
    return escape(lexicon.seamed(text), quote=False)
