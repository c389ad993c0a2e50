"""An import from rows to files, none of which is written here: what becomes of each row, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol

from ..reading.personal import find_personal_data, masked, may_hold_personal_data
from ..words import Text
from .conversion import Conversion
from .duplicates import alike
from .finding import Finding
from .gathering import drafts_of
from .judging import judged_files
from .merging import merge, new_file
from .placing import Placing
from .terms import Terms
from .vocabularies import with_terms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..reading.problem import Problem
    from ..words import Language
    from .draft import Draft
    from .import_map import ImportMap
    from .sheet import SourceSheet

Fate = Literal["new", "updated", "unchanged", "refused", "duplicate"]
Stage = Literal["rows", "alike", "judged"]


class Telling(Protocol):
    """Hears how it goes: a stage, how many more of it are done, and of how many."""

    def __call__(self, stage: Stage, more: int, total: int) -> None: ...


@dataclass(slots=True)
class ImportResult:
    """What an import comes to. `files` are those to write, `fates` tell of each draft what became of it."""

    source: str
    sheet: SourceSheet
    import_map: ImportMap
    terms: Terms
    spoken: Language
    files: dict[str, str] = field(default_factory=dict)
    fates: list[tuple[Draft, Fate, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """Entries by what becomes of them."""
        return Counter(fate for _, fate, _ in self.fates)

    @property
    def row_counts(self) -> Counter[str]:
        """Rows by what becomes of them; together as many as were read."""
        counts: Counter[str] = Counter()
        for draft, fate, _ in self.fates:
            counts[fate] += len(draft.rows)
        return counts

    @property
    def unused_columns(self) -> dict[str, int]:
        """Columns that the map neither uses nor knows of, with how many cells of each are filled."""
        known = self.import_map.used_columns() | self.import_map.left_columns()
        return self._filled(name for name in self.sheet.columns if name not in known)

    @property
    def person_columns(self) -> dict[str, int]:
        """Columns about persons, which do not come along, with how many cells of each are filled."""
        m = self.import_map
        return self._filled(name for name in m.persons if name not in m.kept_persons)

    def _filled(self, names: Iterable[str]) -> dict[str, int]:
        there = {*self.sheet.columns}
        return {name: sum(name in row.cells for row in self.sheet.rows) for name in names if name in there}


def run_import(  # noqa: PLR0913  # what is imported into what, and how it is told
    catalogue: Catalogue,
    import_map: ImportMap,
    sheet: SourceSheet,
    tell: Telling = lambda stage, more, total: None,  # noqa: ARG005  # nobody listens
    *,
    adds_terms: bool = False,
    spoken: Language | None = None,
) -> ImportResult:
    """What the rows come to in this catalogue; what the check says of them is told in the language spoken."""
    language = import_map.language or catalogue.settings.language
    terms = Terms(catalogue.settings, catalogue.tree.shipped)
    reading = Conversion(import_map, terms, catalogue.today, language, adds_terms)
    total = len(sheet.rows)
    drafts = drafts_of(sheet.rows, reading, lambda more: tell("rows", more, total))
    terms.forget({row for draft in drafts if draft.is_refused for row in draft.rows})
    result = ImportResult(import_map.source, sheet, import_map, terms, spoken or catalogue.settings.language)
    placing = Placing(catalogue, import_map, language)
    placing.place(drafts)
    result.gone = placing.gone
    result.fates += [(draft, "refused", "") for draft in placing.refused]
    result.fates += [(draft, "duplicate", path) for draft, path in placing.doubles]
    _tell_alike(catalogue, placing.placed, result, language, tell)
    settled = with_terms(catalogue, terms) if adds_terms else catalogue
    _judge(settled, placing.placed, result, tell)
    result.findings = [*_findings_to_tell(drafts, result, catalogue.today)]
    return result


def _findings_to_tell(drafts: list[Draft], result: ImportResult, today: dt.date) -> Iterator[Finding]:
    """What is told of rows and entries; of a row that becomes nothing only why."""
    refused = {id(draft) for draft, fate, _ in result.fates if fate == "refused"}
    for draft in drafts:
        for finding in draft.findings:
            if id(draft) not in refused or finding.group in {"refused", "likely"}:
                yield _masked(finding, today)
    yield from (_masked(finding, today) for finding in result.findings)


def _masked(finding: Finding, today: dt.date) -> Finding:
    """The finding without personal data in what it quotes."""
    if not may_hold_personal_data(f"{finding.before} {finding.after}"):
        return finding
    before, after = (
        masked(text, find_personal_data(text, today)) for text in (finding.before, finding.after)
    )
    return replace(finding, before=before, after=after)


def _tell_alike(
    catalogue: Catalogue,
    placed: Mapping[str, tuple[Draft, Entry | None]],
    result: ImportResult,
    language: Language,
    tell: Telling,
) -> None:
    """Of new entries, which are nearly as another; whether they are one is for somebody to say."""
    new = {path: draft for path, (draft, before) in placed.items() if before is None}
    if not new:
        return
    pairs = alike(new, catalogue.entries, language, lambda more: tell("alike", more, len(new)))
    for path, other, score in pairs:
        after = f"{other} ({round(score * 100)} %)"
        result.findings.append(Finding("likely", "alike", new[path].rows[0], "", new[path].title, after))


def _judge(
    catalogue: Catalogue,
    placed: Mapping[str, tuple[Draft, Entry | None]],
    result: ImportResult,
    tell: Telling,
) -> None:
    """Files that the check has nothing against are to be written; of the others it says what."""
    texts: dict[str, str] = {}
    unchanged: set[str] = set()
    for path, (draft, before) in placed.items():
        texts[path] = _text(draft, before, result)
        if before and texts[path].encode() == "\n".join(before.document.lines).encode():
            unchanged.add(path)
    changed = {path: text for path, text in texts.items() if path not in unchanged}
    refused: set[str] = set()
    for problem in judged_files(catalogue, changed, lambda more: tell("judged", more, len(changed))):
        draft = placed[problem.place.path][0]
        group: Literal["refused", "warned"] = "refused" if problem.severity == "error" else "warned"
        if problem.severity == "error":
            refused.add(problem.place.path)
        if problem.severity != "hint":
            about, words = _subject(problem, result.spoken), problem.message(result.spoken)
            result.findings.append(Finding(group, "check", draft.rows[0], about, draft.title, words))
    for path, (draft, before) in placed.items():
        fate: Fate = "unchanged" if path in unchanged else "updated" if before else "new"
        fate = "refused" if path in refused else fate
        result.fates.append((draft, fate, path))
    result.files = {path: text for path, text in changed.items() if path not in refused}


def _subject(problem: Problem, language: Language) -> str:
    """The rule, and the field where it speaks of one: two fields that are missing are two causes."""
    subject = problem.values.get("field") or problem.values.get("what")
    named = subject.in_(language) if isinstance(subject, Text) else subject
    return f"{problem.rule} ({named})" if named else problem.rule


def _text(draft: Draft, before: Entry | None, result: ImportResult) -> str:
    if before is None:
        return new_file(draft.fields, draft.body, result.source, draft.id)
    merged = merge(before, draft.fields, draft.body, result.source, draft.id)
    if merged.edited:
        result.findings.append(
            Finding("edited", "edited", draft.rows[0], "", before.path, ", ".join(merged.edited))
        )
    return merged.text
