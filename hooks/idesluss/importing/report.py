"""What an import did, told: sums first, then a line for each cause with its count and some rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..model.vocabulary import vocabulary_name
from ..words import say
from ..words.characters import plain
from .finding import EXAMPLES, GROUPS, finding_causes
from .vocabularies import by_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..words import Language
    from .finding import Finding, FindingCause
    from .run import ImportResult
    from .terms import NewTerm

_FATES = ("new", "updated", "unchanged", "refused", "duplicate")
_LONGEST = 60
_MOST_TERMS = 5
_MOST_GONE = 5
_MOST_COLUMNS = 30


def import_as_text(result: ImportResult, language: Language, *, rows: bool = False) -> str:
    """The report for a person; with `rows` a line for each finding too."""
    lines = [*_sums(result, language), *_taken(result, language)]
    causes = finding_causes(result.findings)
    for group in GROUPS:
        alike = [cause for cause in causes if cause.group == group]
        if alike:
            lines += ["", say(f"importing.group.{group}", language)]
            lines += [_cause_line(cause, language) for cause in alike]
    lines += [*_terms(result, language), *_columns(result, language), *_gone(result, language)]
    if rows:
        lines += ["", say("importing.each_row", language)]
        lines += [_row_line(finding, language) for finding in _by_row(result)]
    return "\n".join(lines) + "\n"


def _sums(result: ImportResult, language: Language) -> Iterator[str]:
    rows, entries = result.row_counts, result.counts
    yield say("importing.read", language, count=len(result.sheet.rows), source=result.source)
    for fate in _FATES:
        if entries[fate] or fate == "new":
            words = say(f"importing.fate.{fate}", language, count=entries[fate])
            several = say("importing.of_rows", language, count=rows[fate])
            yield f"  {words}{several if rows[fate] != entries[fate] else ''}"


def _taken(result: ImportResult, language: Language) -> Iterator[str]:
    """What was found out of the sheet's form, so that somebody can see where it was wrong."""
    parts = [
        say(f"importing.taken.{key}", language, value=value) for key, value in result.sheet.taken.items()
    ]
    if parts:
        yield say("importing.taken_for_granted", language, parts=", ".join(parts))


def finding_message(finding: Finding, language: Language) -> str:
    """What a finding says, without its row."""
    return say(f"importing.{finding.group}.{finding.key}", language, about=plain(finding.about, _LONGEST))


def _cause_line(cause: FindingCause, language: Language) -> str:
    first = cause.findings[0]
    count = say("importing.rows", language, count=cause.count)
    examples = "; ".join(_example(finding, language) for finding in cause.examples)
    more = "; …" if cause.count > EXAMPLES else ""
    return f"  {count}: {finding_message(first, language)} ({examples}{more})"


def _example(finding: Finding, language: Language) -> str:
    row = say("importing.row", language, number=finding.row)
    shown = [plain(part, _LONGEST) for part in (finding.before, finding.after) if part]
    return f"{row}: {' → '.join(shown)}" if shown else row


def _row_line(finding: Finding, language: Language) -> str:
    return f"  {_example(finding, language)}: {finding_message(finding, language)}"


def _by_row(result: ImportResult) -> list[Finding]:
    return sorted(result.findings, key=lambda finding: (finding.row, finding.group, finding.key))


def _terms(result: ImportResult, language: Language) -> Iterator[str]:
    """The terms that the lists lack, a line for each list."""
    for vocabulary, terms in by_vocabulary(result.terms).items():
        most = ", ".join(f"{plain(term.name, _LONGEST)} ({len(term.rows)})" for term in terms[:_MOST_TERMS])
        more = ", …" if len(terms) > _MOST_TERMS else ""
        unsure = sum(term.vocabulary == "organisations" and not term.is_kind_known for term in terms)
        if vocabulary == next(iter(by_vocabulary(result.terms))):
            yield ""
            yield say("importing.terms", language)
        called = vocabulary_name(vocabulary).in_(language)
        listed = say("importing.terms_of", language, count=len(terms), vocabulary=called)
        yield f"  {listed}: {most}{more}"
        if unsure:
            yield f"    {say('importing.kinds_unsure', language, count=unsure)}"


def _columns(result: ImportResult, language: Language) -> Iterator[str]:
    """Columns that are not used: those about persons on purpose, others perhaps not."""
    for key, columns in (("persons", result.person_columns), ("unused", result.unused_columns)):
        if columns:
            shown = [f"{plain(name, _LONGEST)} ({count})" for name, count in columns.items()]
            yield ""
            yield say(f"importing.{key}", language, count=len(columns))
            yield "  " + ", ".join(shown[:_MOST_COLUMNS]) + (", …" if len(shown) > _MOST_COLUMNS else "")


def _gone(result: ImportResult, language: Language) -> Iterator[str]:
    if result.gone:
        shown = ", ".join(result.gone[:_MOST_GONE]) + (", …" if len(result.gone) > _MOST_GONE else "")
        yield ""
        yield f"{say('importing.gone', language, count=len(result.gone))} {shown}"


def import_as_json(result: ImportResult, language: Language) -> str:
    """The whole report for another program, every finding of it."""
    report: dict[str, Any] = {
        "source": result.source,
        "read": len(result.sheet.rows),
        "rows": {fate: result.row_counts[fate] for fate in _FATES},
        "entries": {fate: result.counts[fate] for fate in _FATES},
        "taken": dict(result.sheet.taken),
        "causes": [_cause_as_json(cause, language) for cause in finding_causes(result.findings)],
        "terms": {
            vocabulary: _terms_as_json(terms) for vocabulary, terms in by_vocabulary(result.terms).items()
        },
        "person_columns": result.person_columns,
        "unused_columns": result.unused_columns,
        "gone": result.gone,
        "entries_by_path": [
            {"path": path, "rows": draft.rows, "id": draft.id, "fate": fate}
            for draft, fate, path in result.fates
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2, default=str) + "\n"


def _cause_as_json(cause: FindingCause, language: Language) -> dict[str, Any]:
    return {
        "group": cause.group,
        "key": cause.key,
        "about": cause.about,
        "message": finding_message(cause.findings[0], language),
        "count": cause.count,
        "rows": [
            {"row": finding.row, "before": finding.before, "after": finding.after}
            for finding in cause.findings
        ],
    }


def _terms_as_json(terms: list[NewTerm]) -> list[dict[str, Any]]:
    return [
        {"key": term.key, "name": term.name, "kind": term.kind, "count": len(term.rows)} for term in terms
    ]
