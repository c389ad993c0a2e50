"""What each draft is to the catalogue: an entry of its source that is here, one of another, or a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .duplicates import entries_by_reference, references_of
from .entry_names import EntryNames
from .finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..words import Language
    from .draft import Draft
    from .import_map import ImportMap


class Placing:
    """Drafts by the paths that they are to be written to, each with the entry that it was before.

    `refused` and `doubles` are those that are not written, the latter with the paths of the entries that they
    are already; `gone` are entries of the source that no row speaks of.
    """

    def __init__(self, catalogue: Catalogue, import_map: ImportMap, language: Language) -> None:
        self._import_map = import_map
        self._languages = (catalogue.settings.language, language)
        source = import_map.source
        self._here = {
            entry.idea.external_id.id: entry
            for entry in catalogue.judged
            if entry.idea.external_id and entry.idea.external_id.source == source
        }
        own = {*map(id, self._here.values())}
        self._others = entries_by_reference(entry for entry in catalogue.entries if id(entry) not in own)
        taken = {folder.slug for folder in catalogue.tree.folders}
        taken |= {name for entry in catalogue.entries for name in entry.names}
        self._names = EntryNames(taken, source, catalogue.today.year)
        self._references: dict[tuple[str, str], str] = {}
        self.placed: dict[str, tuple[Draft, Entry | None]] = {}
        self.refused: list[Draft] = []
        self.doubles: list[tuple[Draft, str]] = []

    @property
    def gone(self) -> list[str]:
        """Paths of entries of the source that no row speaks of."""
        spoken_of = {draft.id for draft in self.refused}
        return sorted(entry.path for name, entry in self._here.items() if name not in spoken_of)

    def place(self, drafts: Iterable[Draft]) -> None:
        """Find a place for each, in the order of the sheet."""
        for draft in drafts:
            if draft.is_refused:
                self.refused.append(draft)
                continue
            before = self._here.pop(draft.id, None)
            draft.fields = _with_kind(draft.fields, self._import_map, *self._languages)
            double = None if before else self._double(draft)
            if double and self._import_map.duplicates == "leave_out":
                self.doubles.append((draft, double.path))
                continue
            path = before.path if before else self._names.path(draft)
            self._tell_reference(draft, path)
            self.placed[path] = (draft, before)

    def _double(self, draft: Draft) -> Entry | None:
        """An entry of another source that has a grant of this one, which is told."""
        entries = (self._others[grant] for grant in references_of(draft) if grant in self._others)
        double = next(entries, None)
        if double:
            draft.findings.append(
                Finding("likely", "same_reference", draft.rows[0], "", draft.title, double.path)
            )
        return double

    def _tell_reference(self, draft: Draft, path: str) -> None:
        """Tell of a grant that an earlier row has too; registers call several projects by one number."""
        for grant in references_of(draft):
            earlier = self._references.setdefault(grant, path)
            if earlier != path:
                draft.findings.append(
                    Finding("likely", "reference_repeated", draft.rows[0], "", draft.title, earlier)
                )


def _with_kind(
    fields: Mapping[str, Any], import_map: ImportMap, main: Language, language: Language
) -> dict[str, Any]:
    kind = {} if import_map.kind == "idea" else {"kind": import_map.kind}
    return {**kind, **fields, **({} if language == main else {"language": language})}
