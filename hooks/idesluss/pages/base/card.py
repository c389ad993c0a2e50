"""An entry's card: what is shown of it wherever it is listed, by template or by script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.outcome import last_read, outcome_of
from ...model.process import NOT_KNOWN
from .shown_picture import shown_picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...catalogue.entry import Entry
    from ...derived.facts import EntryFacts
    from ...derived.waiting import Wait
    from ...words import Language
    from .shown_picture import ShownPicture
    from .wording import Wording

KINDS = ("where", "granted", "time")
MOST_PLACES = 30  # municipalities on a card; where there are more, the page of the entry names all
LONGEST = 180  # characters of a summary: about what four lines hold


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact at the card's foot, of the kind `where`, `granted` or `time`."""

    kind: str
    words: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. `outcome` is the key of a badge's look, `outcome_words` what it says.

    A long `summary` is cut between two words; `result` is what came of it, where somebody has said, and
    `picture` the entry's own, where it has one.
    """

    url: str
    title: str
    title_language: Language
    summary: str
    summary_language: Language
    result: str
    result_language: Language
    stage: str
    outcome: str
    outcome_words: str
    facts: tuple[Fact, ...]
    picture: ShownPicture | None


@dataclass(frozen=True, slots=True)
class EntryLink:
    """The way to an entry's page: its address and title, and the language of the title."""

    url: str
    title: str
    title_language: Language


def link_of(wording: Wording, entry: Entry) -> EntryLink:
    """The way to an entry, in the language of the wording."""
    language = wording.language
    return EntryLink(wording.addresses.idea(entry), entry.title(language), entry.title_language(language))


def card_of(wording: Wording, entry: Entry, facts: EntryFacts) -> Card:
    """An entry's card, in the language of the wording."""
    summary, summary_language = entry.summary(wording.language)
    result, result_language = entry.result(wording.language)
    outcome, words = _outcome(wording, entry)
    return Card(
        url=wording.addresses.idea(entry),
        title=entry.title(wording.language),
        title_language=entry.title_language(wording.language),
        summary=_cut(summary),
        summary_language=summary_language,
        result=result,
        result_language=result_language,
        stage=wording.label("stages", entry.idea.stage) if entry.idea.stage else "",
        outcome=outcome,
        outcome_words=words,
        facts=tuple(_facts(wording, entry, facts.wait)),
        picture=shown_picture(wording.addresses, entry, "card"),
    )


def _outcome(wording: Wording, entry: Entry) -> tuple[str, str]:
    standing = outcome_of(entry)
    if standing is None:
        return "research", wording.word("choice.kind.research")
    return wording.outcome_look(standing), wording.label("outcomes", standing)


def _facts(wording: Wording, entry: Entry, wait: Wait | None) -> Iterator[Fact]:
    """Where, how much, and how long."""
    idea = entry.idea
    if idea.municipalities:
        yield Fact("where", _places(wording, idea.municipalities))
    elif idea.coordinator:
        yield Fact("where", wording.label("organisations", idea.coordinator.organisation))
    if entry.granted:
        yield Fact("granted", wording.money(entry.granted))
    if wait and (wait.is_overdue or wait.days or wait.running_until):
        yield Fact("time", wait_in_words(wording, wait), wait.is_overdue)
    elif outcome_of(entry) == NOT_KNOWN and (read := last_read(entry)):
        yield Fact("time", wording.word("standing.read", date=wording.date(read)))
    elif entry.first_date:
        yield Fact("time", wording.date(entry.first_date))


def _places(wording: Wording, municipalities: Sequence[str]) -> str:
    """All of them by name; of very many those that fit, as the entry's page has them all."""
    named = ", ".join(wording.label("municipalities", key) for key in municipalities[:MOST_PLACES])
    more = len(municipalities) - MOST_PLACES
    return f"{named} {wording.word('card.more', count=more)}" if more > 0 else named


def wait_in_words(wording: Wording, wait: Wait) -> str:
    """How long an answer has been awaited, and whether that is too long; until when, where work goes on."""
    if wait.running_until:
        return wording.word("awaiting.running", date=wording.date(wait.running_until))
    if not wait.days:
        return wording.word("wait.overdue") if wait.is_overdue else ""
    days = wording.number(wait.days)
    return wording.word("wait.days_late" if wait.is_overdue else "wait.days", count=wait.days, days=days)


def _cut(summary: str) -> str:
    if len(summary) <= LONGEST:
        return summary
    whole = summary[:LONGEST].rpartition(" ")[0] or summary[:LONGEST]
    return f"{whole.rstrip(' .,;:–-')}…"
