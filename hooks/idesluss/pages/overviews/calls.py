"""Calls: what is open and until when, what came of the others, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived import call_state as deadline
from ...derived.call_state import call_state
from ...derived.grants import grant_holder, sum_of_grants
from ...derived.spread import spread_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import CallPage
    from ...catalogue.entry import Entry
    from ...derived.call_state import CallState
    from ...derived.grants import GrantSum
    from ...derived.spread import Spread
    from ...model import Grant
    from ..base.published import Published
    from ..base.site import Site

SOME_DAY = 10**6  # after every day that is known


@dataclass(frozen=True, slots=True)
class Result:
    """A call on the catalogue's day, and what it has led to here.

    `answers` are entries with a grant from the call and who holds it, `years` those when grants began.
    """

    page: CallPage
    deadline: CallState
    answers: list[tuple[Entry, Grant, str | None]]
    spread: Spread
    grants: GrantSum
    years: str


def pages(site: Site) -> Iterator[Published]:
    results = [_result(site, page) for page in site.catalogue.calls.values()]
    yield _overview(site, results)
    for result in results:
        yield _page(site, result)


def _result(site: Site, page: CallPage) -> Result:
    catalogue = site.catalogue
    answers = catalogue.grants_by_call.get(page.slug, [])
    grants = [grant for _, grant in answers]
    years = sorted({grant.start.year for grant in grants if grant.start})
    return Result(
        page=page,
        deadline=call_state(page.call, catalogue.today),
        answers=[(entry, grant, grant_holder(entry, grant)) for entry, grant in answers],
        spread=spread_of({entry.slug: entry for entry, _ in answers}.values(), catalogue.settings.process),
        grants=sum_of_grants(grants),
        years="–".join(map(str, dict.fromkeys(years[:1] + years[-1:]))),
    )


def _overview(site: Site, results: list[Result]) -> Published:
    answers = [grant for result in results for _, grant, _ in result.answers]
    groups = {state: [r for r in results if r.deadline.state == state] for state in deadline.STATES}
    for state, listed in groups.items():
        listed.sort(key=_soonest if state in {"open", "coming"} else _latest)
    return site.page(
        "overviews/calls.html",
        site.addresses.section("calls"),
        title=site.word("nav.calls"),
        description=site.word("calls.lead"),
        section="calls",
        translation=site.other_addresses.section("calls"),
        groups={state: listed for state, listed in groups.items() if listed or state == "open"},
        count=len(results),
        grants=sum_of_grants(answers),
    )


def _soonest(result: Result) -> tuple[int, str]:
    days = result.deadline.days
    return (SOME_DAY if days is None else days, result.page.slug)


def _latest(result: Result) -> tuple[int, str]:
    """By the year it closed, else the last year of its grants, the latest first."""
    closes = result.page.call.closes
    year = closes.year if closes else int(result.years[-4:] or 0)
    return (-year, result.page.slug)


def _page(site: Site, result: Result) -> Published:
    page = result.page
    told = page.call.translations.get(site.language)
    summary = (told and told.summary) or page.call.summary
    return site.page(
        "overviews/call.html",
        site.addresses.call(page.slug),
        title=site.call_title(page.slug),
        description=summary,
        section="calls",
        translation=site.other_addresses.call(page.slug),
        crumbs=(site.crumb("calls"),),
        source=page.path,
        feed=site.addresses.call(page.slug),
        slug=page.slug,
        call=page.call,
        result=result,
        summary=summary,
        summary_language=site.language if told and told.summary else page.call.language,
        body=site.body(page.document.body),
    )
