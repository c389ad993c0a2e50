"""Ideas and calls as they can be found, with the sections of their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalogue.outcome import outcome_of
from ..model.vocabulary import term_label
from ..words import say
from .markup import parts_of_body
from .record import SearchRecord, TextPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..catalogue.call_page import CallPage
    from ..catalogue.entry import Entry
    from ..pages.base.addresses import Addresses
    from ..words import Language

_NAMED = 2  # municipalities or organisations under a title


def idea_record(entry: Entry, calls: Mapping[str, CallPage], addresses: Addresses) -> SearchRecord:
    """An idea or a piece of research; with its text where that is in the page's language or the site's."""
    language = addresses.language
    own = entry.title_language(language)
    values = {"stage": entry.idea.stage, "outcome": outcome_of(entry), "sector": entry.idea.sector}
    return SearchRecord(
        language=language,
        url=addresses.idea(entry),
        kind="own" if entry.is_own else entry.idea.kind,
        title=entry.title(language),
        title_language=None if own == language else own,
        lead=entry.summary(language)[0],
        facts=_joined(_facts(entry, calls, language)),
        note=" · ".join(_note(entry, language)),
        parts=tuple(_parts(entry, language)) if _has_text(addresses, entry.idea.language) else (),
        filters=tuple((name, value) for name, value in values.items() if value),
    )


def call_record(page: CallPage, addresses: Addresses) -> SearchRecord:
    """A call, with its text where that is in the page's language or the site's."""
    language = addresses.language
    translation = page.call.translations.get(language)
    title = (translation and translation.title) or page.call.title
    is_own = title != page.call.title or page.call.language == language
    facts = [term_label(addresses.settings, "funders", key).in_(language) for key in page.call.funders]
    whole = parts_of_body(page.document.body)
    return SearchRecord(
        language=language,
        url=addresses.call(page.slug),
        kind="call",
        title=title,
        title_language=None if is_own else page.call.language,
        lead=(translation and translation.summary) or page.call.summary,
        facts=_joined([*facts, page.call.reference, page.call.round]),
        note=_joined([say("search.kind.call", language), *facts[:_NAMED]], " · "),
        parts=whole if _has_text(addresses, page.call.language) else (),
    )


def _has_text(addresses: Addresses, written: Language) -> bool:
    """Whether a text is indexed in a language: the one it is written in, and the catalogue's own."""
    return addresses.language in {written, addresses.settings.language}


def _joined(words: Iterable[str | None], sign: str = ", ") -> str:
    return sign.join(dict.fromkeys(filter(None, words)))


def _note(entry: Entry, language: Language) -> Iterator[str]:
    """Where it is and what came of it, in few words."""
    idea = entry.idea
    if entry.is_own:
        yield say("search.kind.own", language)
    elif idea.kind != "idea":
        yield say(f"choice.kind.{idea.kind}", language)
    for vocabulary, key in (("stages", idea.stage), ("outcomes", outcome_of(entry))):
        if key:
            yield entry.label(vocabulary, key).in_(language)
    places = [("municipalities", key) for key in idea.municipalities[:_NAMED]]
    for vocabulary, key in places or [("organisations", key) for key in [*entry.organisations][:1]]:
        yield entry.label(vocabulary, key).in_(language)


def _facts(entry: Entry, calls: Mapping[str, CallPage], language: Language) -> Iterator[str | None]:
    """Names and numbers that it goes by."""
    idea = entry.idea
    keys = {
        "sectors": [idea.sector],
        "themes": idea.themes,
        "municipalities": idea.municipalities,
        "organisations": entry.organisations,
        "funders": [grant.funder for grant in idea.grants],
    }
    for vocabulary, values in keys.items():
        yield from (entry.label(vocabulary, key).in_(language) for key in values)
    for grant in idea.grants:
        page = calls.get(grant.call or "")
        yield from (grant.reference, grant.title, grant.title_en, page.call.title if page else None)
    yield idea.target_group
    for holder in (idea.coordinator, idea.recipient, idea.owner):
        yield holder.unit if holder else None


def _parts(entry: Entry, language: Language) -> Iterator[TextPart]:
    """The sections of its page that say something of their own, under the anchors that they have there."""
    yield from parts_of_body(entry.body)
    idea, plan = entry.idea, entry.plan
    named = {
        ("effects", "idea.effects"): [effect.indicator for effect in idea.effects],
        ("plan", "plan.heading"): [milestone.name for milestone in plan.milestones] if plan else [],
    }
    for (anchor, key), words in named.items():
        if words:
            yield TextPart(anchor, say(key, language), ". ".join(words))
    if plan:
        yield from parts_of_body(entry.plan_body)
    reasons = [decision.reason for decision in entry.decisions]
    notes = (words for activity in idea.activities for words in (activity.with_whom, activity.note))
    reasons += [words for words in notes if words]
    if reasons:
        yield TextPart("story", say("idea.story", language), " ".join(reasons))
