"""Money: grants that came or changed, and the sum of the plan's budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.grants import Grant
from ...words import Text, text
from .event import (
    Event,
    Item,
    change_in_words,
    differing_items,
    former_item,
    items_of,
    money_in_words,
    term_in_words,
)
from .fields import field_labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry

_OF_AMOUNT = frozenset({"awarded", "final"})


def grant_events(entry: Entry, was: object, now: object) -> Iterator[Event]:
    lost, new = differing_items(was, now)
    for item in new:
        before = former_item(lost, item, "funder", "reference") or former_item(lost, item, "funder")
        yield from _grant_event(term_in_words(entry, "funders", item.get("funder")), before, item)
    for item in lost:
        funder = term_in_words(entry, "funders", item.get("funder"))
        yield Event("grant_removed", text("story.event.grant_removed", funder=funder))


def _grant_event(funder: Text, before: Item | None, after: Item) -> Iterator[Event]:
    amount = _amount(after)
    if before is None:
        key, values = ("grant", {"amount": amount}) if amount else ("grant_unknown", {})
        yield Event("grant", text(f"story.event.{key}", funder=funder, **values))
        return
    was = _amount(before)
    if was != amount:
        yield Event("grant", change_in_words("story.event.grant_amount", was, amount, funder=funder))
    names = [name for name in Grant.model_fields if before.get(name) != after.get(name)]
    others = [name for name in names if name not in _OF_AMOUNT]
    if others:
        yield Event(
            "grant", text("story.event.grant_facts", funder=funder, fields=field_labels(Grant, others))
        )


def _amount(grant: Item) -> Text | None:
    """What was finally paid, else what was awarded."""
    return money_in_words(grant.get("final", grant.get("awarded")))


def budget_events(_: Entry, was: object, now: object) -> Iterator[Event]:
    """The budget's sum before and after, where both are known."""
    before, after = _sum(was), _sum(now)
    if before and after and before != after:
        yield Event("budget", text("story.event.budget", before=before, after=after))


def _sum(value: object) -> Text | None:
    amounts = [str(line.get("amount")) for line in items_of(value)]
    are_known = amounts and all(amount.isdecimal() and len(amount) < 14 for amount in amounts)  # noqa: PLR2004
    return money_in_words(sum(map(int, amounts))) if are_known else None
