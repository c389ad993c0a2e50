"""The home page: what this is, the pipeline at a glance, four figures, the map, and what to read first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..base.order import newest_first
from ..charts.map import country_map

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...derived.figures import Figures
    from ...derived.sources import Sources
    from ...reading.problem import Problem
    from ..base.card import Card
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer
    from ..charts.map import CountryMap

SHOWN = 3
MOST_THEMES = 6
# Beside the grants, and the sources where nothing is handled here.
_COUNTS_OF_IDEAS = ("ideas", "open", "completed")
_COUNTS_OF_RECORDS = ("records", "completed")


@dataclass(frozen=True, slots=True)
class HomeStage:
    """A stage with the number of ideas there, and of those that are open.

    `share` is how high it stands in percent of the fullest stage.
    """

    key: str
    count: int
    open: int
    share: float


@dataclass(frozen=True, slots=True)
class HomeTheme:
    """A theme and the number of entries that have it."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class HomeList:
    """A few cards with the words `home.<name>`; the section has them all."""

    name: str
    section: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home page shows. `counts` are names of figures with their values, `granted` kronor.

    `entries` are all that can be browsed. Without `ideas` handled here there are no `stages`, as there is
    nothing to wait for. `places` is how many municipalities have entries. `with_research` is kronor with
    what went to research, where any did. `elsewhere` is how many neighbours there are, and ideas of theirs.
    """

    ideas: int
    records: int
    entries: int
    counts: tuple[tuple[str, int], ...]
    granted: int
    with_research: int | None
    sources: Sources
    stages: tuple[HomeStage, ...]
    themes: tuple[HomeTheme, ...]
    lists: tuple[HomeList, ...]
    map: CountryMap | None
    places: int
    problems: int
    elsewhere: tuple[int, int] | None


def page(site: Site, problems: list[Problem]) -> Page:
    """The home page, which says how many problems there are if there are any."""
    return _written(site.writer, _gathered(site, len(problems)))


def _gathered(site: Site, problems: int) -> HomePage:
    figures, money = site.derived.figures, site.derived.figures.money
    places = {key: len(entries) for key, entries in site.catalogue.grouped("municipality").items()}
    return HomePage(
        ideas=figures.ideas,
        records=figures.records,
        entries=figures.ideas + figures.records + figures.research,
        counts=tuple(_counts(figures)),
        granted=figures.granted,
        with_research=money.everything.known if money.research.known else None,
        sources=figures.sources,
        stages=tuple(_stages(figures)),
        themes=tuple(_themes(site)),
        lists=tuple(_lists(site)),
        map=country_map(places, site.writer.settings.municipality_names),
        places=len(places),
        problems=problems,
        elsewhere=_elsewhere(site),
    )


def _counts(figures: Figures) -> Iterator[tuple[str, int]]:
    """Where nothing is handled here, only what there is any of."""
    for name in _COUNTS_OF_IDEAS if figures.ideas else _COUNTS_OF_RECORDS:
        value = getattr(figures, name)
        if value or figures.ideas:
            yield name, value


def _elsewhere(site: Site) -> tuple[int, int] | None:
    neighbourhood = site.derived.neighbourhood
    return (len(neighbourhood.neighbours), len(neighbourhood.ideas)) if neighbourhood else None


def _stages(figures: Figures) -> Iterator[HomeStage]:
    """The stages with their levels, in order; none where nothing is handled here."""
    fullest = max(figures.by_stage.values(), default=0)
    for key, count in figures.by_stage.items() if figures.ideas else ():
        yield HomeStage(key, count, figures.open_by_stage[key], round(100 * count / max(1, fullest), 1))


def _lists(site: Site) -> list[HomeList]:
    """What ended last, and what is newest here and elsewhere; none that is empty."""
    ideas, records = newest_first(site.catalogue.ideas), newest_first(site.catalogue.records)
    results = _results(site, [*ideas, *records])[:SHOWN]
    listed = (
        ("results", "lessons", results),
        ("newest", "ideas", [idea for idea in ideas if idea not in results]),
        ("elsewhere", "ideas", [record for record in records if record not in results]),
    )
    return [HomeList(name, section, _cards(site, entries)) for name, section, entries in listed if entries]


def _cards(site: Site, entries: list[Entry]) -> tuple[Card, ...]:
    return tuple(_without_blame(site.card(entry)) for entry in entries[:SHOWN])


def _without_blame(card: Card) -> Card:
    """The card, which does not tell here that an answer is late: the idea's page does, and says why."""
    return replace(card, facts=tuple(fact for fact in card.facts if not fact.is_late))


def _results(site: Site, ideas: Iterable[Entry]) -> list[Entry]:
    """What has come to an end, first what somebody has told the result of, and of these the latest."""
    ended = [entry for entry in ideas if entry.outcome_kind in {"completed", "stopped"}]

    def last(entry: Entry) -> tuple[bool, dt.date]:
        date = site.derived.of(entry).closed_on or entry.first_date
        return bool(entry.result(site.language)[0]), date.first_day if date else dt.date.min

    return sorted(ended, key=last, reverse=True)


def _themes(site: Site) -> list[HomeTheme]:
    """The themes with most entries; where these are as many, by name."""
    themes = [HomeTheme(key, len(entries)) for key, entries in site.catalogue.grouped("theme").items()]

    def order(theme: HomeTheme) -> tuple[int, str]:
        return -theme.count, site.writer.label("themes", theme.key).casefold()

    return sorted(themes, key=order)[:MOST_THEMES]


def _written(writer: Writer, home: HomePage) -> Page:
    settings = writer.settings
    return writer.page(
        "overviews/home.html",
        writer.places(lambda at: at.home),
        title=settings.name,
        description=settings.description.in_(writer.language),
        section="home",
        feed=writer.addresses.section("latest"),
        home=home,
    )
