"""What a project plan holds: the front matter of `plan.md`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .declare import Record, declare
from .keys import FunderKey, OrganisationKey
from .parts import KeyFactor, Source, Waiver
from .recurring import declare_key_factors, declare_organisation, declare_sources, declare_waivers
from .values import Line, Money, PartialDate, Passage, Year

Many = Field(max_length=200)


class Period(Record):
    """From when to when the project runs."""

    start: PartialDate = declare(
        "Start",
        "Start",
        "Första dagen eller månaden.",
        "The first day or month.",
        required=True,
        example="2016-11",
    )
    end: PartialDate = declare(
        "Slut",
        "End",
        "Sista dagen eller månaden.",
        "The last day or month.",
        required=True,
        example="2020-06",
    )


class Milestone(Record):
    """Something that is to be reached by a date."""

    name: Line = declare(
        "Milstolpe",
        "Milestone",
        "Vad som är nått.",
        "What has been reached.",
        required=True,
        example="Katalogen är publicerad",
    )
    due: PartialDate = declare(
        "Klar senast", "Due", "När den ska vara nådd.", "When it is to be reached.", required=True
    )
    done: PartialDate | None = declare("Nådd", "Done", "När den nåddes.", "When it was reached.")


class BudgetLine(Record):
    """A cost in one year, and who pays it."""

    item: Line = declare(
        "Post", "Item", "Vad pengarna går till.", "What the money is for.", required=True, example="Arbetstid"
    )
    year: Year = declare("År", "Year", "Kostnadens år.", "The year of the cost.", required=True)
    amount: Money = declare("Belopp", "Amount", "Hela kronor.", "Whole kronor.", required=True, example="0")
    funder: FunderKey = declare("Finansiär", "Funder", "Vem som betalar.", "Who pays.", required=True)


class Financing(Record):
    """What a funder puts in, in all."""

    funder: FunderKey = declare("Finansiär", "Funder", "Vem som betalar.", "Who pays.", required=True)
    amount: Money = declare(
        "Belopp",
        "Amount",
        "Hela kronor för hela perioden.",
        "Whole kronor for the whole period.",
        required=True,
    )


class PlanRole(Record):
    """A role in the project and the organisation that fills it."""

    role: Line = declare(
        "Roll",
        "Role",
        "Till exempel projektledare eller styrgrupp.",
        "For instance project manager or steering group.",
        required=True,
    )
    organisation: OrganisationKey = declare_organisation()


class Risk(Record):
    """What may go wrong and what is done about it."""

    risk: Line = declare("Risk", "Risk", "Vad som kan gå fel.", "What may go wrong.", required=True)
    response: Passage = declare(
        "Åtgärd", "Response", "Vad som görs åt det.", "What is done about it.", required=True
    )


class Plan(Record):
    """A project plan: when, what, who, for how much."""

    period: Period | None = declare(
        "Period",
        "Period",
        "Projektets början och slut.",
        "The project's start and end.",
        needed_from="project",
    )
    milestones: Annotated[tuple[Milestone, ...], Many] = declare(
        "Milstolpar",
        "Milestones",
        "Vad som ska nås och när.",
        "What is to be reached, and when.",
        many=True,
        needed_from="project",
    )
    budget: Annotated[tuple[BudgetLine, ...], Many] = declare(
        "Budget",
        "Budget",
        "Kostnader per post, år och finansiär.",
        "Costs by item, year and funder.",
        many=True,
        needed_from="project",
    )
    financing: Annotated[tuple[Financing, ...], Many] = declare(
        "Finansiering",
        "Financing",
        "Vad varje finansiär betalar; summan är budgetens.",
        "What each funder pays; the sum is the budget's.",
        many=True,
        needed_from="project",
    )
    roles: Annotated[tuple[PlanRole, ...], Many] = declare(
        "Roller", "Roles", "Vem som gör vad.", "Who does what.", many=True, needed_from="project"
    )
    risks: Annotated[tuple[Risk, ...], Many] = declare(
        "Risker",
        "Risks",
        "Vad som kan gå fel och åtgärden.",
        "What may go wrong, and the response.",
        many=True,
    )
    key_factors: Annotated[tuple[KeyFactor, ...], Many] = declare_key_factors()
    sources: Annotated[tuple[Source, ...], Many] = declare_sources(many=True)
    waivers: Annotated[tuple[Waiver, ...], Many] = declare_waivers()
