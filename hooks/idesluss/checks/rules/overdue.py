"""No date that was promised has passed without a word.

A date to follow up, to take an idea up again or to reach a milestone tells readers what to expect. When it
has passed, say what happened: the result, a new date, or the day it was done. A project on hold, or one whose
whole period has ended, is not asked about its milestones.

På svenska
----------
Inget utlovat datum har passerat utan ett ord.

Ett datum för uppföljning, för att ta upp en idé igen eller för en milstolpe säger läsaren vad som väntar. När
det har passerat: skriv vad som hände, alltså resultatet, ett nytt datum eller dagen då det blev klart. Ett
vilande projekt, eller ett vars hela period är slut, tillfrågas inte om sina milstolpar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.waiting import is_follow_up_due, is_resumption_due, late_milestones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...reading.problem import Problem

GROUP = "money_and_time"
MAY_BE_EXEMPTED = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
        document, idea = entry.document, entry.idea
        if is_follow_up_due(entry):
            place, date = document.place_of("next_follow_up"), str(idea.next_follow_up)
            yield document.warning(place, "overdue", "overdue.follow_up", date=date)
        if is_resumption_due(entry):
            place, date = document.place_of("resume_on"), str(idea.resume_on)
            yield document.warning(place, "overdue", "overdue.resume", date=date)
        yield from _milestones(entry)


def _milestones(entry: Entry) -> Iterator[Problem]:
    document = entry.plan_document
    if document is None:
        return
    for at, milestone in late_milestones(entry):
        place = document.place_of("milestones", at, "due")
        values = {"name": milestone.name, "date": str(milestone.due)}
        yield document.warning(place, "overdue", "overdue.milestone", **values)
