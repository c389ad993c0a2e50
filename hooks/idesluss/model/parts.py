"""The parts that ideas, plans and calls are made of: sources, partners, effects, relations and their like."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .declare import Record, declare
from .keys import ActivityKey, FactorKey, IdeaSlug, OrganisationKey
from .recurring import declare_organisation
from .values import Line, Money, PartialDate, Passage, Url, Year

FactorState = Literal["in_place", "partly", "missing"]
Few = Field(max_length=50)


class Source(Record):
    """Where a fact comes from, and when somebody read it."""

    url: Url = declare(
        "Adress",
        "Address",
        "Sidans fullständiga adress.",
        "The page's full address.",
        required=True,
        example="https://www.vinnova.se/p/innovationssluss-for-hallbar-kommunutveckling/",
    )
    read: PartialDate = declare(
        "Läst",
        "Read",
        "Dagen då uppgiften lästes.",
        "The day the fact was read.",
        required=True,
        example="2026-11-23",
    )
    title: Line | None = declare("Rubrik", "Title", "Vad sidan heter.", "What the page is called.")
    note: Passage | None = declare(
        "Anmärkning",
        "Note",
        "Vad som är osäkert eller skiljer sig åt mellan källor.",
        "What is uncertain, or differs between sources.",
    )


class Coordinator(Record):
    """Who holds the idea together: an organisation and the unit within it."""

    organisation: OrganisationKey = declare_organisation(example="lerums-kommun")
    unit: Line | None = declare(
        "Enhet",
        "Unit",
        "Förvaltning, avdelning eller enhet.",
        "Department or unit.",
        example="Utvecklingsenheten",
    )


class Partner(Record):
    """An organisation that takes part, and as what."""

    organisation: OrganisationKey = declare_organisation()
    role: Line | None = declare(
        "Roll",
        "Role",
        "Vad parten bidrar med.",
        "What the partner contributes.",
        example="samverkan om innovation och jämställdhet",
    )


class Activity(Record):
    """Something done to learn more: an interview, a workshop, a study visit."""

    kind: ActivityKey = declare(
        "Slag",
        "Kind",
        "Nyckel ur listan aktiviteter.",
        "A key from the list of activities.",
        required=True,
        example="workshop",
    )
    date: PartialDate | None = declare(
        "Datum", "Date", "När den ägde rum, om det är känt.", "When it took place, if known."
    )
    with_whom: Line | None = declare(
        "Med vilka",
        "With whom",
        "Roll eller organisation, inte personnamn.",
        "A role or organisation, not a person's name.",
        example="kommunens sektorer",
    )
    note: Passage | None = declare(
        "Vad den gav", "What came of it", "Resultatet i en mening.", "The result in a sentence."
    )


class Effect(Record):
    """What should become different, measured before and after."""

    indicator: Line = declare(
        "Indikator",
        "Indicator",
        "Vad som mäts.",
        "What is measured.",
        required=True,
        example="Andel idéer som får svar inom utlovad tid",
    )
    baseline: Line | None = declare("Utgångsläge", "Baseline", "Värdet innan.", "The value before.")
    target: Line | None = declare("Mål", "Target", "Värdet som ska nås.", "The value to reach.")
    result: Line | None = declare(
        "Utfall", "Result", "Värdet som mättes efteråt.", "The value measured afterwards."
    )
    measured: PartialDate | None = declare(
        "Mätt", "Measured", "När utfallet mättes.", "When the result was measured."
    )
    source: Line | None = declare(
        "Källa", "Source", "Var mätvärdet kommer från.", "Where the value comes from."
    )


class KeyFactor(Record):
    """Whether a condition for a working innovation system is there."""

    factor: FactorKey = declare(
        "Nyckelfaktor",
        "Key factor",
        "Nyckel ur listan nyckelfaktorer.",
        "A key from the list of key factors.",
        required=True,
        example="time_set_aside",
    )
    state: FactorState = declare(
        "Läge",
        "State",
        "`in_place` finns, `partly` delvis, `missing` saknas.",
        "`in_place`, `partly` or `missing`.",
        required=True,
        example="partly",
    )
    reason: Line = declare("Varför", "Why", "Några ord om varför.", "A few words why.", required=True)


class Reuse(Record):
    """Another organisation that has taken the idea up."""

    organisation: OrganisationKey = declare_organisation()
    year: Year = declare(
        "År", "Year", "Året då det började.", "The year it began.", required=True, example="2018"
    )
    link: Url | None = declare("Länk", "Link", "Där det går att läsa mer.", "Where to read more.")
    note: Passage | None = declare("Anmärkning", "Note", "Vad som återanvänds.", "What is reused.")


class Relation(Record):
    """How this idea stands to another one in the catalogue."""

    kind: Literal["continues", "builds_on", "responds_to", "merged_into", "duplicate_of"] = declare(
        "Samband",
        "Relation",
        "`continues` fortsätter, `builds_on` bygger på, `responds_to` svarar på, `merged_into` ingår i, "
        "`duplicate_of` är samma som.",
        "`continues`, `builds_on`, `responds_to`, `merged_into` or `duplicate_of`.",
        required=True,
        example="builds_on",
    )
    idea: IdeaSlug = declare(
        "Idé", "Idea", "Den andra idéns mappnamn.", "The other idea's folder name.", required=True
    )
    note: Passage | None = declare(
        "Anmärkning", "Note", "Vad sambandet består i.", "What the relation consists of."
    )


class Similar(Record):
    """Something that was looked at before the idea went on, and how it differs."""

    title: Line = declare(
        "Vad",
        "What",
        "Idén, tjänsten eller projektet som jämfördes.",
        "The idea, service or project compared.",
        required=True,
    )
    link: Url | None = declare("Länk", "Link", "Där det går att läsa mer.", "Where to read more.")
    difference: Passage = declare(
        "Skillnad",
        "Difference",
        "Vad som skiljer, eller vad som återanvänds.",
        "What differs, or what is reused.",
        required=True,
    )


class Owner(Record):
    """Who owns the result in ordinary operations."""

    organisation: OrganisationKey = declare_organisation()
    unit: Line | None = declare(
        "Enhet", "Unit", "Verksamheten som tar över.", "The operation that takes over."
    )


class RunningBudget(Record):
    """What it costs a year once it runs, and who pays."""

    amount: Money = declare(
        "Belopp per år",
        "Amount a year",
        "Hela kronor per år.",
        "Whole kronor a year.",
        required=True,
        example="0",
    )
    payer: Line = declare(
        "Betalas av", "Paid by", "Vem som betalar driften.", "Who pays for operation.", required=True
    )
    from_year: Year | None = declare("Från år", "From year", "Första året.", "The first year.")


class Waiver(Record):
    """Requirements of the process that this entry need not meet, and why."""

    waives: tuple[Line, ...] = declare(
        "Gäller kraven",
        "Waives",
        "Krav som inte behöver uppfyllas, till exempel idea.origin.",
        "Requirements that need not be met, such as idea.origin.",
        required=True,
        min_length=1,
        example=["idea.origin"],
    )
    reason: Passage = declare(
        "Skäl", "Reason", "Varför undantaget är rimligt.", "Why the waiver is fair.", required=True
    )


class Translation(Record):
    """Title and summary in another language than the entry's own."""

    title: Line | None = declare(
        "Titel", "Title", "Titeln på det språket.", "The title in that language.", max_length=160
    )
    summary: Passage | None = declare(
        "Sammanfattning",
        "Summary",
        "Sammanfattningen på det språket.",
        "The summary in that language.",
        max_length=500,
    )
