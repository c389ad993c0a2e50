"""What has been published stays: no idea, call or former name disappears, and no name is used again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of
from ...history.stages import fields_as_written
from ...reading.problem import Place, Problem
from ...words import text
from ...words.characters import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...history.change import Change, EntryChange
    from ...history.former_names import NameHolder

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"slug": "value"}

_FEW = 0.25  # of the words of the shorter text; 99 of 100 pairs of real ideas share less
# Shorter words are mostly such as every text has.
_WORD = re.compile(r"[^\W\d_]{6,}")


def check_change(change: Change) -> Iterator[Problem]:
    if change.base:
        yield from _removed_entries(change, change.base)
        yield from _lost_in_entries(change)
        yield from _uncompared(change)
        yield from _removed_calls(change, change.base)
    elif change.base_problems:
        document = change.head.tree.settings
        yield document.warning(document.place(), "entry_kept", "entry_kept.unread_catalogue")
    yield from _taken_names(change)
    yield from _reused_calls(change)


def _removed_entries(change: Change, base: Catalogue) -> Iterator[Problem]:
    readable = {entry.slug: entry for entry in change.head.judged}
    unreadable = {folder.slug for folder in change.head.tree.folders} - set(readable)
    followers = {before.path: entry for entry in readable.values() if (before := change.before(entry))}
    titles = {entry.path: outline_of(entry).title for entry in base.judged}
    for folder in base.tree.folders:
        path = folder.document_paths()[0]
        now = followers.get(path) or (None if path in titles else readable.get(folder.slug))
        address = f"{folder.year}/{folder.slug}"
        if folder.slug in unreadable or (now and address in now.addresses):
            continue
        values = {"slug": folder.slug, "title": titles.get(path, folder.slug), "before": path}
        if now and now.year != folder.year:
            # A former name without a year leads on from the year that the idea lies in now.
            values |= {"was": folder.year, "year": now.year, "address": address}
            yield Problem(Place(now.path), "entry_kept", "error", "entry_kept.year", values)
        else:
            key = "entry_kept.renamed" if now else "entry_kept.removed"
            yield Problem(Place(now.path if now else path), "entry_kept", "error", key, values)


def _uncompared(change: Change) -> Iterator[Problem]:
    """Entries that said nothing before, of which nobody can tell what the change does."""
    for entry in change.head.judged:
        if change.before(entry) is None and change.was_unreadable(entry):
            yield entry.document.warning(entry.document.place(), "entry_kept", "entry_kept.unread")


def _lost_in_entries(change: Change) -> Iterator[Problem]:
    for entry in change.entries:
        if entry.before is None:
            continue
        document = entry.after.document
        for name in _lost_names(entry.before, entry.after):
            place = document.place_of("aliases", at_key=True)
            yield document.problem(place, "entry_kept", "entry_kept.alias", slug=name)
        if entry.before.idea.kind != entry.after.idea.kind and not _is_kind_unread(entry):
            was = entry.before.idea.kind
            values = {"was": text(f"choice.kind.{was}"), "key": was}
            yield document.problem(document.place_of("kind"), "entry_kept", "entry_kept.kind", **values)
        if _is_another(entry.before, entry.after):
            title = entry.before.idea.title
            yield document.problem(
                document.place_of("title"), "entry_kept", "entry_kept.another", title=title
            )
        elif _is_rewritten(entry.before, entry.after):
            title = entry.before.idea.title
            yield document.warning(
                document.place_of("title"), "entry_kept", "entry_kept.rewritten", title=title
            )


def _lost_names(before: Entry, after: Entry) -> Iterator[str]:
    """Former names that led to the entry and do not, as they have to be written now."""
    written = fields_as_written(before.document).get("aliases")
    had = [name for name in written if isinstance(name, str)] if isinstance(written, list) else []
    for name in sorted(had if "idea.aliases" not in after.unread else ()):
        address = name if "/" in name else f"{before.year}/{name}"
        if address not in after.addresses:
            yield address.removeprefix(f"{after.year}/")


def _is_kind_unread(entry: EntryChange) -> bool:
    sides = (entry.before, entry.after)
    return any("idea.kind" in side.unread for side in sides if side)


def _is_another(before: Entry, after: Entry) -> bool:
    """Whether another idea has been written over this one: nothing that tells which it is has stayed."""
    if (after.unread | before.unread) & {"idea.title", "idea.summary"}:
        return False
    if before.idea.title == after.idea.title or before.idea.summary == after.idea.summary:
        return False
    if before.first_date and after.first_date and before.first_date != after.first_date:
        return True
    old, new = _words(" ".join(_parts(before))), _words(" ".join(_parts(after)))
    return len(old & new) < _FEW * min(len(old), len(new))


def _is_rewritten(before: Entry, after: Entry) -> bool:
    """Whether two of title, summary and text are others, so that one more change would leave nothing."""
    if (after.unread | before.unread) & {"idea.title", "idea.summary"}:
        return False
    pairs = zip(_parts(before), _parts(after), strict=True)
    return sum(_shares_few_words(old, new) for old, new in pairs) > 1


def _parts(entry: Entry) -> tuple[str, str, str]:
    return entry.idea.title, entry.idea.summary, entry.document.markdown


def _shares_few_words(old: str, new: str) -> bool:
    before, after = _words(old), _words(new)
    return bool(before and after) and len(before & after) < _FEW * min(len(before), len(after))


def _words(text: str) -> set[str]:
    return {fold(word) for word in _WORD.findall(text)}


def _removed_calls(change: Change, base: Catalogue) -> Iterator[Problem]:
    for slug, call in base.calls.items():
        if slug not in change.head.tree.calls:
            values = {"slug": slug, "title": call.call.title}
            yield Problem(Place(call.path), "entry_kept", "error", "entry_kept.call", values)


def _taken_names(change: Change) -> Iterator[Problem]:
    """New names of entries, of their folders or under aliases, that another idea had at any time before."""
    titles = {outline_of(entry).title for entry in change.head.judged}
    for entry in change.entries:
        after, names_before = entry.after, set(entry.before.names if entry.before else ())
        for name in sorted(set(after.names) - names_before):
            holders = change.former_names.holders(name)
            other = next((h for h in reversed(holders) if not _is_itself(entry, h, names_before)), None)
            if other:
                kind = "reused" if other.is_removed and other.title not in titles else "taken"
                at = after.names.index(name)
                place = after.document.place_of("aliases", at - 1) if at else after.document.place()
                title = other.title or other.path
                yield after.document.problem(
                    place, "entry_kept", f"entry_kept.{kind}", slug=name, title=title
                )


def _is_itself(entry: EntryChange, holder: NameHolder, names_before: set[str]) -> bool:
    """Whether the one that had a name is this idea: by its folder then, or by its title."""
    if holder.path.split("/")[-2] in names_before:
        return True
    return holder.title in {side.idea.title for side in (entry.before, entry.after) if side}


def _reused_calls(change: Change) -> Iterator[Problem]:
    before = change.base.tree.calls if change.base else {}
    for slug, call in change.head.calls.items() if change.base else ():
        holders = [] if slug in before else change.former_names.holders(slug, of_calls=True)
        if holders and all(holder.title != call.call.title for holder in holders):
            values = {"slug": slug, "title": holders[-1].title or slug}
            document = call.document
            yield document.problem(document.place(), "entry_kept", "entry_kept.reused_call", **values)
