"""The text below the fields: how much became different, and in which sections."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ...reading.markdown import words_in
from ...words import Text, in_every, text
from ...words.characters import fold
from ..versions import sections_of, with_words
from .event import Event, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.entry import Entry
    from ...model.process import SectionUse
    from ..versions import Version

# Uses of the sections that say what came of the work.
_TELLING: tuple[SectionUse, ...] = ("results", "lessons")
_MOST_NAMED = 4
# Pictures with the paragraph that holds them alone. A sign in their words that would end one too early
# leaves something behind, and then the text is told of.
_PICTURES = re.compile(r"<p>\s*(?:<img\b[^>]*>\s*)+</p>|<img\b[^>]*>")
_WORD = re.compile(r"[^\W_]+")


def prose_events(before: Version, after: Version, entry: Entry, *, of_plan: bool = False) -> Iterator[Event]:
    if before.text == after.text:
        return
    was, now = dict(sections_of(before.text)), dict(sections_of(after.text))
    written = [] if of_plan else list(_written(entry, with_words(was), with_words(now)))
    for heading, event in written:
        now.pop(heading)
        was.pop(heading, None)
        yield event
    if was != now:
        kind = "plan_text" if of_plan else "text"
        if _without_pictures(was) == _without_pictures(now):
            yield Event("shown", text(f"story.event.{kind}_pictures"))
            return
        much = _much(_words(was), _words(now))
        differing = [heading for heading in now if heading and now[heading] != was.get(heading)]
        yield Event("text", text(f"story.event.{kind}", much=much), _named(differing, entry, of_plan=of_plan))


def _without_pictures(sections: Mapping[str, str]) -> dict[str, str]:
    return {heading: " ".join(_PICTURES.sub(" ", html).split()) for heading, html in sections.items()}


def _named(differing: list[str], entry: Entry, *, of_plan: bool) -> str:
    """The sections, where they are few and all there still."""
    body = entry.plan_body if of_plan else entry.body
    current = {section.title for section in body.sections}
    return quoted(differing, current) if len(differing) <= _MOST_NAMED else ""


def _written(entry: Entry, was: set[str], now: set[str]) -> Iterator[tuple[str, Event]]:
    """The sections that tell what came of the work, where they have come to say something."""
    rules = entry.process.sections
    for key in filter(None, map(entry.process.section_for, _TELLING)):
        titles = set(map(fold, rules[key].headings))
        heading = next((heading for heading in now if fold(heading) in titles), None)
        if heading and not titles & set(map(fold, was)):
            words = text("story.event.section", section=in_every(rules[key].title.in_))
            yield heading, Event("section", words, key=key)


def _words(sections: Mapping[str, str]) -> Counter[str]:
    return Counter(_WORD.findall(" ".join(words_in(html) for html in sections.values())))


def _much(was: Counter[str], now: Counter[str]) -> Text:
    """How many words came and went."""
    counts = {"added": (now - was).total(), "removed": (was - now).total()}
    amounts = {kind: text(f"story.much.{kind}", count=count) for kind, count in counts.items() if count}
    if len(amounts) > 1:
        return text("story.much.both", **amounts)
    return next(iter(amounts.values()), text("story.much.little"))
