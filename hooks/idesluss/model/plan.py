"""What a project plan holds: the front matter of `plan.md`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .declare import Record, declare
from .keys import FunderKey, OrganisationKey
from .parts import KeyFactor, Source, Waiver
from .values import Line, Money, PartialDate, Passage, Year

Many = Field(max_length=200)


class Period(Record):
    """From when to when the project runs."""

    start: PartialDate = declare(required=True, example="2016-11")
    end: PartialDate = declare(required=True, example="2020-06")


class Milestone(Record):
    """Something that is to be reached by a date."""

    name: Line = declare(required=True)
    due: PartialDate = declare(required=True)
    done: PartialDate | None = declare()


class BudgetLine(Record):
    """A cost in one year, and who pays it."""

    item: Line = declare(required=True)
    year: Year = declare(required=True)
    amount: Money = declare(required=True, example="0")
    funder: FunderKey = declare(required=True)


class Financing(Record):
    """What a funder puts in, in all."""

    funder: FunderKey = declare(required=True)
    amount: Money = declare(required=True)


class PlanRole(Record):
    """A role in the project and the organisation that fills it."""

    role: Line = declare(required=True)
    organisation: OrganisationKey = declare(required=True)


class Risk(Record):
    """What may go wrong and what is done about it."""

    risk: Line = declare(required=True)
    response: Passage = declare(required=True)


class Plan(Record):
    """A project plan: when, what, who, for how much."""

    period: Period | None = declare()
    milestones: Annotated[tuple[Milestone, ...], Many] = declare(many=True)
    budget: Annotated[tuple[BudgetLine, ...], Many] = declare(many=True)
    financing: Annotated[tuple[Financing, ...], Many] = declare(many=True)
    roles: Annotated[tuple[PlanRole, ...], Many] = declare(many=True)
    risks: Annotated[tuple[Risk, ...], Many] = declare(many=True)
    key_factors: Annotated[tuple[KeyFactor, ...], Many] = declare(many=True)
    sources: Annotated[tuple[Source, ...], Many] = declare(many=True)
    waivers: Annotated[tuple[Waiver, ...], Many] = declare(many=True)
