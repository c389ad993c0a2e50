"""What has been published stays: no idea, call or former name disappears, and no name is used again.

Others have linked to the page, cited it and built on it. An idea that nobody will carry on is not removed:
it gets another outcome and keeps its story. Put the folder back. A folder that must have another name
leaves its old one under `aliases`, so that the old address still leads right.

På svenska
----------
Det som har publicerats finns kvar: ingen idé, utlysning eller tidigare namn försvinner, och inget namn
återanvänds.

Andra har länkat till sidan, hänvisat till den och byggt vidare på den. En idé som ingen för vidare tas inte
bort: den får ett annat utfall och behåller sin berättelse. Lägg tillbaka mappen. En mapp som måste byta
namn lämnar kvar det gamla under `aliases`, så att den gamla adressen leder rätt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue
    from ..change import Change


def check_change(change: Change) -> Iterator[Problem]:
    if change.base:
        yield from _removed(change, change.base)
        yield from _dropped_names(change)
        yield from _removed_calls(change, change.base)
    yield from _used_again(change)


def _names(change: Change) -> set[str]:
    """Every name that leads somewhere now; an entry that cannot be read keeps the names it had."""
    names = {folder.slug for folder in change.head.tree.folders}
    return names | {name for entry in change.head.judged for name in entry.idea.aliases}


def _removed(change: Change, base: Catalogue) -> Iterator[Problem]:
    names = _names(change)
    moved = {before: now for now, before in change.renamed.items()}
    for entry in base.judged:
        if entry.slug in names:
            continue
        now = moved.get(entry.path)
        key = "entry_kept.renamed" if now else "entry_kept.removed"
        path = now or entry.path
        values = {"slug": entry.slug, "title": entry.idea.title, "before": entry.path}
        yield Problem(Place(path), "entry_kept", "error", key, values)


def _dropped_names(change: Change) -> Iterator[Problem]:
    names = _names(change)
    for entry in change.entries:
        if entry.before is None or "idea.aliases" in entry.after.unread:
            continue
        for name in entry.before.idea.aliases:
            if name not in names:
                place = entry.after.document.place_of("aliases", at_key=True)
                yield entry.after.document.problem(place, "entry_kept", "entry_kept.alias", slug=name)
        if entry.before.is_in_process and not entry.after.is_in_process:
            place = entry.after.document.place_of("kind")
            yield entry.after.document.problem(place, "entry_kept", "entry_kept.kind")


def _removed_calls(change: Change, base: Catalogue) -> Iterator[Problem]:
    for slug, call in base.calls.items():
        if slug not in change.head.tree.calls:
            values = {"slug": slug, "title": call.call.title}
            yield Problem(Place(call.path), "entry_kept", "error", "entry_kept.call", values)


def _used_again(change: Change) -> Iterator[Problem]:
    """New entries with a name that another idea had, which was taken away before."""
    for path, title in change.removed_before.items():
        slug = path.split("/")[-2]
        new = next((e.after for e in change.entries if e.is_new and e.after.slug == slug), None)
        if new and new.idea.title != title:
            place = new.document.place()
            yield new.document.problem(place, "entry_kept", "entry_kept.reused", slug=slug, title=title)
