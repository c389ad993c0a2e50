"""Drafts of all rows: those of one entry put together, and those whose identity another row has refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .body import joined_texts
from .draft import draft_of
from .finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .conversion import Conversion
    from .draft import Draft
    from .sheet import Row

EVERY = 200  # rows after which somebody is told how it goes


def drafts_of(rows: Iterable[Row], reading: Conversion, tell: Callable[[int], None]) -> list[Draft]:
    """A draft for each entry, in the order of the sheet; refused ones too."""
    drafts: list[Draft] = []
    by_id: dict[str, Draft] = {}
    for number, row in enumerate(rows, 1):
        draft = draft_of(row, reading)
        first = by_id.get(draft.id) if draft.id else None
        if first and reading.import_map.several_rows == "true":
            _join(first, draft)
        else:
            if first and not draft.is_refused:
                before = str(first.rows[0])
                draft.findings.append(Finding("refused", "id_repeated", row.number, "id", draft.id, before))
            elif not draft.is_refused:
                by_id[draft.id] = draft
            drafts.append(draft)
        if number % EVERY == 0:
            tell(EVERY)
    return drafts


def _join(first: Draft, further: Draft) -> None:
    """What a further row of an entry adds: items of its lists, and text that the entry does not have."""
    first.rows += further.rows
    kept = [finding for finding in further.findings if finding.group != "refused"]
    first.findings += [finding for finding in kept if finding.key != "summary_made"]
    for name, value in further.fields.items():
        if name != "summary":
            first.fields[name] = _united(name, first.fields.get(name), value, first, further.rows[0])
    first.body = joined_texts(first.body, further.body)
    said = next((f.before for f in further.findings if f.key == "summary_made"), None)
    summary = str(further.fields.get("summary", "")) if said is None else said
    if summary.rstrip("…") not in _as_line(f"{first.fields.get('summary')} {first.body}"):
        first.body = joined_texts(first.body, summary)


def _united(name: str, own: Any, further: Any, first: Draft, row: int) -> Any:
    """What both rows say; of what they say differently the first, which is told."""
    if own is None or own == further:
        return further
    if isinstance(own, list):
        return [*own, *(item for item in further if item not in own)]
    if isinstance(own, dict):
        names = dict.fromkeys([*own, *further])
        return {
            inner: _united(f"{name}.{inner}", own.get(inner), further[inner], first, row)
            if inner in further
            else own[inner]
            for inner in names
        }
    first.findings.append(Finding("left", "differs", row, name, str(further), str(own)))
    return own


def _as_line(text: str) -> str:
    return " ".join(text.split())
