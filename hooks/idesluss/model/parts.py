"""The parts that ideas, plans and calls are made of: sources, partners, effects, relations and their like."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .declare import Record, declare
from .keys import ActivityKey, FactorKey, IdeaSlug, OrganisationKey, PictureLicenceKey
from .values import DateOrYear, Line, Money, PartialDate, Passage, PictureName, Slug, Url, Year

FactorState = Literal["in_place", "partly", "missing"]
ExternalName = Annotated[Line, Field(max_length=120)]
Few = Field(max_length=50)


class Source(Record):
    """Where a fact comes from, and when somebody read it."""

    url: Url = declare(required=True, example="https://www.example.se/projekt/")
    read: PartialDate = declare(required=True, example="2026-11-23")
    title: Line | None = declare()
    note: Passage | None = declare()


class Coordinator(Record):
    """Who holds the idea together: an organisation and the unit within it."""

    organisation: OrganisationKey = declare(required=True)
    unit: Line | None = declare()


class Partner(Record):
    """An organisation that takes part, and as what."""

    organisation: OrganisationKey = declare(required=True)
    role: Line | None = declare()


class Activity(Record):
    """Something done to learn more: an interview, a workshop, a study visit."""

    kind: ActivityKey = declare(required=True)
    date: PartialDate | None = declare()
    with_whom: Line | None = declare()
    note: Passage | None = declare()


class Effect(Record):
    """What should become different, measured before and after."""

    indicator: Line = declare(required=True)
    baseline: Line | None = declare()
    target: Line | None = declare()
    result: Line | None = declare()
    measured: PartialDate | None = declare()
    source: Line | None = declare()


class KeyFactor(Record):
    """Whether a condition for a working innovation system is there."""

    factor: FactorKey = declare(required=True)
    state: FactorState = declare(required=True, example="partly")
    reason: Line = declare(required=True)


class Reuse(Record):
    """Another organisation that has taken the idea up."""

    organisation: OrganisationKey = declare(required=True)
    year: Year = declare(required=True, example="2018")
    link: Url | None = declare()
    note: Passage | None = declare()


class UsedIdea(Record):
    """An idea in another catalogue that this one takes up."""

    url: Url = declare(required=True, example="https://ideer.example.se/ideer/2024/lanecyklar/")
    title: Line = declare(required=True)
    year: Year = declare(required=True, example="2026")
    note: Passage | None = declare()


class Relation(Record):
    """How this idea stands to another one in the catalogue."""

    kind: Literal["continues", "builds_on", "responds_to", "merged_into", "duplicate_of"] = declare(
        required=True, example="builds_on"
    )
    idea: IdeaSlug = declare(required=True)
    note: Passage | None = declare()


class Similar(Record):
    """Something that was looked at before the idea went on, and how it differs."""

    title: Line = declare(required=True)
    link: Url | None = declare()
    difference: Passage = declare(required=True)


class Owner(Record):
    """Who owns the result in ordinary operations."""

    organisation: OrganisationKey = declare(required=True)
    unit: Line | None = declare()


class RunningBudget(Record):
    """What it costs a year once it runs, and who pays."""

    amount: Money = declare(required=True, example="0")
    payer: Line = declare(required=True)
    from_year: Year | None = declare()


class Waiver(Record):
    """Requirements of the process that this entry need not meet, and why."""

    waives: tuple[Line, ...] = declare(required=True, min_length=1, example=["idea.origin"])
    reason: Passage = declare(required=True)


class WorkPeriod(Record):
    """From when to when work elsewhere ran, as far as its sources tell."""

    start: DateOrYear | None = declare(example="2015-11")
    end: DateOrYear | None = declare(example="2016-08")


class ExternalId(Record):
    """What an entry is called in the source that it was imported from, so that it is found there again."""

    source: Slug = declare(required=True, example="projektregistret")
    id: ExternalName = declare(required=True, example="2015-04564")
    written: Passage | None = declare()


class OwnPicture(Record):
    """The picture of an entry: its file, what it shows, who made it, and how others may use it.

    The rule `picture` asks for the last two, and says what to do where nobody knows.
    """

    file: PictureName = declare(required=True, example="station.jpg")
    alt: Line = declare(required=True)
    credit: Line | None = declare()
    licence: PictureLicenceKey | None = declare()


class Translation(Record):
    """Title, summary and result in another language than the entry's own."""

    title: Line | None = declare(max_length=160)
    summary: Passage | None = declare(max_length=500)
    result: Line | None = declare()


class EntryTranslation(Translation):
    """The same with what the picture shows."""

    picture_alt: Line | None = declare()
