"""What has happened lately, across entries: decisions by their own dates, the rest as git tells it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..model import PartialDate
from ..model.vocabulary import gate_label, term_label
from ..words import Text, text
from .archive import Archive

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model import Decision
    from .differences import Event
    from .timeline import Timeline

MANY = 10  # entries that came in on one day, above which they are told as one
_NEWSWORTHY = frozenset(
    {"came_in", "came_back", "stage", "outcome", "plan_came", "plan_back", "result", "section"}
)


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened to an entry, or to as many as are counted where it names none."""

    date: PartialDate
    kind: str
    words: Text
    entry: Entry | None = None
    quote: str = ""
    decision: Decision | None = None


class Chronicle:
    """All news of a catalogue and what was decided, worked out once for the pages of every language."""

    def __init__(self, catalogue: Catalogue, story: Timeline | None) -> None:
        self.catalogue = catalogue
        self.story = story
        self.archive = Archive(catalogue, story.recorded if story else None)

    @cached_property
    def of_entries(self) -> list[News]:
        """The newest first, each with its entry; a month whose day is not known stands last in its month."""
        return sorted(news_of_entries(self.catalogue, self.story), key=_order)

    @cached_property
    def gathered(self) -> list[News]:
        """Those of listed entries, the newest first; those that came in by the dozen are told as one."""
        listed = [news for news in self.of_entries if not (news.entry and news.entry.is_own)]
        return sorted(_gathered(listed), key=_order)


def news_of_entries(catalogue: Catalogue, story: Timeline | None) -> list[News]:
    """What decisions tell, then what git does; where that is not known, when ideas were proposed."""
    ideas = [entry for entry in catalogue.entries if entry.is_in_process]
    news_items = [news for entry in ideas for news in _decisions(entry)]
    if story:
        news_items += [news for entry in catalogue.entries for news in _undecided(entry, story)]
    else:
        news_items += [news for entry in ideas for news in _sent(entry)]
    return news_items


def _sent(entry: Entry) -> Iterator[News]:
    """That it was proposed, by its own date where git does not tell when it came in."""
    submitted = entry.idea.submitted
    if submitted and submitted.first_day <= entry.today:
        yield News(submitted, "came_in", text("news.submitted"), entry)


def _order(news: News) -> tuple[int, int, int, str]:
    date = news.date
    return -date.year, -(date.month or 0), -(date.day or 0), news.entry.slug if news.entry else ""


def _decisions(entry: Entry) -> Iterator[News]:
    settings = entry.settings
    for decision in entry.idea.decisions:
        if decision.date.first_day <= entry.today:
            gate = gate_label(settings, decision.gate)
            rule = settings.process.gates.get(decision.gate)
            if rule and decision.verdict == "go" and rule.from_stage != rule.to_stage:
                words = text("news.onward", gate=gate, stage=term_label(settings, "stages", rule.to_stage))
            else:
                words = text("news.decision", gate=gate, verdict=text(f"choice.verdict.{decision.verdict}"))
            yield News(decision.date, "decision", words, entry, decision=decision)


def _undecided(entry: Entry, story: Timeline) -> Iterator[News]:
    """What git tells and no decision does, the oldest first."""
    decisions = list(entry.idea.decisions)
    for moment in reversed(story.of(entry)):
        for event in moment.events:
            decision = _decision_of(entry, event, decisions)
            if decision:
                decisions.remove(decision)
            elif event.kind in _NEWSWORTHY:
                yield News(_date(moment.day), event.kind, event.words, entry, event.quote)


def _decision_of(entry: Entry, event: Event, decisions: list[Decision]) -> Decision | None:
    """The decision that is the same thing as a change of stage or outcome; each is so once."""
    gates = entry.process.gates
    for decision in decisions:
        rule = gates.get(decision.gate)
        leads_here = event.kind == "stage" and rule is not None and rule.to_stage == event.key
        if leads_here and decision.verdict == "go":
            return decision
        outcome = entry.process.outcomes.get(event.key) if event.kind == "outcome" else None
        if outcome and decision.verdict in outcome.verdicts:
            return decision
    return None


def _gathered(news_items: list[News]) -> Iterator[News]:
    """The news, with those that came in by the dozen told as one."""
    came: dict[PartialDate, list[News]] = defaultdict(list)
    for news in news_items:
        if news.kind == "came_in":
            came[news.date].append(news)
        else:
            yield news
    for date, of_day in came.items():
        if len(of_day) > MANY:
            yield News(date, "many", text("news.many", count=len(of_day)))
        else:
            yield from of_day


def _date(day: dt.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
