"""Calls: what is open and until when, what came of the others, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.call_state import STATES, call_state
from ...derived.grants import sum_of_grants
from ...derived.spread import spread_of
from ..base.grant_table import TABLES, grant_table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from ...catalogue.call_page import CallPage
    from ...catalogue.entry import Entry
    from ...derived.call_state import CallState
    from ...derived.grants import GrantSum
    from ...derived.spread import Spread
    from ...model import Call, Grant, PartialDate
    from ...reading.markdown import Body
    from ...words import Language
    from ..base.grant_table import GrantTable
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

SOME_DAY = 10**6  # after every day that is known


@dataclass(frozen=True, slots=True)
class CallResults:
    """What a call has led to here: entries, their grants from it, and the years when those began."""

    spread: Spread
    grants: GrantSum
    years: str


@dataclass(frozen=True, slots=True)
class CallSummary:
    """What is shown of a call wherever it stands; `state` is as of the catalogue's day."""

    slug: str
    url: str
    title: str
    summary: str
    summary_language: Language
    kind: str
    funders: tuple[str, ...]
    opens: PartialDate | None
    closes: PartialDate | None
    state: CallState
    results: CallResults


@dataclass(frozen=True, slots=True)
class CallsOverview:
    """All calls by what they are on the catalogue's day, and all grants from them."""

    groups: Mapping[str, list[CallSummary]]
    count: int
    grants: GrantSum


@dataclass(frozen=True, slots=True)
class CallDetails:
    """A call with what its file says of it, and every grant from it; `path` is the file's.

    `changed` is the day when it last was, where git tells.
    """

    summary: CallSummary
    terms: Call
    body: Body
    grants: GrantTable | None
    path: str
    changed: dt.date | None


def pages(site: Site) -> Iterator[Page]:
    """The overview, then a page for each call."""
    calls = [(page, _summary(site, page)) for page in site.catalogue.calls.values()]
    yield _write_overview(site.writer, _overview(site, [summary for _, summary in calls]))
    for page, summary in calls:
        yield _write_call(site.writer, _details(site, page, summary))


def _grants(site: Site, slug: str) -> list[tuple[Entry, Grant]]:
    return site.catalogue.grants_by_call.get(slug, [])


def _summary(site: Site, page: CallPage) -> CallSummary:
    call, language = page.call, site.language
    translation = call.translations.get(language)
    translated = translation.summary if translation else None
    return CallSummary(
        slug=page.slug,
        url=site.writer.addresses.call(page.slug),
        title=site.writer.call_title(page.slug),
        summary=translated or call.summary,
        summary_language=language if translated else call.language,
        kind=call.kind,
        funders=call.funders,
        opens=call.opens,
        closes=call.closes,
        state=call_state(call, site.catalogue.today),
        results=_results(site, page.slug),
    )


def _results(site: Site, slug: str) -> CallResults:
    answers = _grants(site, slug)
    years = sorted({grant.start.year for _, grant in answers if grant.start})
    return CallResults(
        spread=spread_of({entry.slug: entry for entry, _ in answers}.values(), site.settings.process),
        grants=sum_of_grants(answers),
        years="–".join(map(str, dict.fromkeys(years[:1] + years[-1:]))),
    )


def _overview(site: Site, calls: list[CallSummary]) -> CallsOverview:
    groups = {state: [call for call in calls if call.state.state == state] for state in STATES}
    for state, listed in groups.items():
        listed.sort(key=_soonest if state in {"open", "coming"} else _latest)
    return CallsOverview(
        groups={state: listed for state, listed in groups.items() if listed or state == "open"},
        count=len(calls),
        grants=sum_of_grants(granted for call in calls for granted in _grants(site, call.slug)),
    )


def _soonest(call: CallSummary) -> tuple[int, str]:
    return (SOME_DAY if call.state.days is None else call.state.days, call.slug)


def _latest(call: CallSummary) -> tuple[int, str]:
    """By the year it closed, else the last year of its grants, the latest first."""
    year = call.closes.year if call.closes else int(call.results.years[-4:] or 0)
    return (-year, call.slug)


def _details(site: Site, page: CallPage, summary: CallSummary) -> CallDetails:
    granted = _grants(site, page.slug)
    funders = {grant.funder for _, grant in granted}
    grants = grant_table(site, granted, shows_funder=len(funders) > 1)
    return CallDetails(summary, page.call, page.document.body, grants, page.path, site.changed(page))


def _write_overview(writer: Writer, overview: CallsOverview) -> Page:
    return writer.page(
        "overviews/calls.html",
        writer.places(lambda at: at.section("calls")),
        title=writer.word("nav.calls"),
        description=writer.word("calls.lead"),
        section="calls",
        groups=overview.groups,
        count=overview.count,
        grants=overview.grants,
    )


def _write_call(writer: Writer, details: CallDetails) -> Page:
    call = details.summary
    return writer.page(
        "overviews/call.html",
        writer.places(lambda at: at.call(call.slug)),
        title=call.title,
        description=call.summary,
        section="calls",
        crumbs=(writer.crumb("calls"),),
        source=details.path,
        feed=call.url,
        changed=details.changed,
        call=call,
        terms=details.terms,
        text=details.body,
        grants=details.grants,
        scripts=(TABLES,) if details.grants else (),
    )
