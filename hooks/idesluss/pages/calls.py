"""Calls: the list of them and a page for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import CallPage
    from .published import Published
    from .site import Site


def pages(site: Site) -> Iterator[Published]:
    catalogue = site.catalogue
    grants = catalogue.grants_by_call

    def newest(page: CallPage) -> tuple[str, str]:
        latest = max((str(grant.start) for _, grant in grants.get(page.slug, []) if grant.start), default="")
        return (latest, page.slug)

    ordered = sorted(catalogue.calls.values(), key=newest, reverse=True)
    sums = {
        slug: (len(listed), sum(grant.amount or 0 for _, grant in listed)) for slug, listed in grants.items()
    }
    yield site.page(
        "calls.html",
        site.addresses.section("calls"),
        title=site.word("nav.calls"),
        description=site.word("calls.lead"),
        section="calls",
        translation=site.other_addresses.section("calls"),
        calls=ordered,
        sums=sums,
    )
    for call in ordered:
        yield _page(site, call)


def _page(site: Site, page: CallPage) -> Published:
    told = page.call.translations.get(site.language)
    listed = site.catalogue.grants_by_call.get(page.slug, [])
    summary = (told and told.summary) or page.call.summary
    return site.page(
        "call.html",
        site.addresses.call(page.slug),
        title=site.call_title(page.slug),
        description=summary,
        section="calls",
        translation=site.other_addresses.call(page.slug),
        crumbs=(site.crumb("calls"),),
        source=page.path,
        call=page.call,
        summary=summary,
        summary_language=site.language if told and told.summary else page.call.language,
        body=site.body(site.catalogue.render(page.document)),
        grants=listed,
        total=sum(grant.amount or 0 for _, grant in listed),
    )
