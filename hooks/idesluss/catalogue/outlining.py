"""The outline of an entry: given with what is known of it, or made of all that it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.vocabulary import mentions
from ..words.stems import stems_in
from .outline import EntryOutline, TextOutline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..reading.document import Document
    from .entry import Entry

# Complaints of a body that is not shown at all.
_NOT_SHOWN = frozenset({"body.unbounded", "body.hidden_character"})


def outline_of(entry: Entry) -> EntryOutline:
    """The outline of an entry, made once."""
    if entry.outline is None:
        entry.outline = _outline(entry)
    return entry.outline


def _outline(entry: Entry) -> EntryOutline:
    idea, first = entry.idea, entry.first_date
    external, relations = idea.external_id, ((r.kind, r.idea) for r in idea.relations)
    return EntryOutline(
        title=idea.title,
        names=entry.names,
        addresses=entry.addresses,
        unread=tuple(sorted(entry.unread)),
        external=(external.source, external.id) if external else None,
        relations=tuple(relations),
        mentions=tuple(dict.fromkeys(_mentions(entry))),
        first_date=(str(first.first_day), str(first.last_day)) if first else None,
        outcome_kind=entry.outcome_kind,
        is_closed=entry.is_closed,
        is_new=_is_new(entry),
        submitted=str(idea.submitted or ""),
        picture=idea.picture.file if idea.picture else "",
        pictures=tuple(entry.pictures),
        words=_words(entry),
        texts=tuple(text_outline(document) for document in entry.documents()),
    )


def text_outline(document: Document) -> TextOutline:
    """The outline of a document's text."""
    body = document.body
    is_withheld = any(complaint[0] in _NOT_SHOWN for complaint in body.complaints)
    return TextOutline(
        document.path,
        tuple(dict.fromkeys(body.links)),
        tuple(body.pictures),
        tuple(sorted(body.anchors())),
        bool(body.html),
        document.is_readable and not is_withheld,
    )


def _mentions(entry: Entry) -> Iterator[tuple[str, str]]:
    for file, record in (("idea", entry.idea), ("plan", entry.plan)):
        unread = entry.unread_of(file)
        if record:
            yield from ((m.vocabulary, m.key) for m in mentions(record) if m.where[0] not in unread)


def _is_new(entry: Entry) -> bool:
    process, idea = entry.process, entry.idea
    is_first = (idea.stage, idea.outcome) == (process.first_stage, process.first_outcome)
    return entry.is_in_process and is_first and not idea.decisions


def _words(entry: Entry) -> tuple[str, str]:
    """The stems of its title, and of its summary and need as one text."""
    idea = entry.idea
    title, text = (stems_in(part, idea.language) for part in (idea.title, entry.compared_text()))
    return " ".join(title), " ".join(text)
