"""The parts that ideas, plans and calls are made of: grants, decisions, sources and their like."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .declare import Record, declare
from .values import Flag, Key, Line, Money, PartialDate, Passage, Reference, Score, Slug, Term, Url, Year

Stage = Annotated[Key, Term("stages")]
Outcome = Annotated[Key, Term("outcomes")]
Gate = Annotated[Key, Term("gates")]
Verdict = Literal["go", "revise", "hold", "stop"]
Role = Annotated[Slug, Term("roles")]
Organisation = Annotated[Slug, Term("organisations")]
Municipality = Annotated[Slug, Term("municipalities")]
Call = Annotated[Slug, Term("calls")]
Funder = Annotated[Slug, Term("funders")]
IdeaSlug = Annotated[Slug, Term("ideas")]
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

    organisation: Organisation = declare(
        "Organisation",
        "Organisation",
        "Nyckel ur listan organisationer.",
        "A key from the list of organisations.",
        required=True,
        example="lerums-kommun",
    )
    unit: Line | None = declare(
        "Enhet",
        "Unit",
        "Förvaltning, avdelning eller enhet.",
        "Department or unit.",
        example="Utvecklingsenheten",
    )


class Partner(Record):
    """An organisation that takes part, and as what."""

    organisation: Organisation = declare(
        "Organisation",
        "Organisation",
        "Nyckel ur listan organisationer.",
        "A key from the list of organisations.",
        required=True,
    )
    role: Line | None = declare(
        "Roll",
        "Role",
        "Vad parten bidrar med.",
        "What the partner contributes.",
        example="samverkan om innovation och jämställdhet",
    )


class Grant(Record):
    """Money awarded for a study or project, with the facts its funder states."""

    funder: Funder = declare(
        "Finansiär",
        "Funder",
        "Vem som ger bidraget.",
        "Who gives the grant.",
        required=True,
        example="vinnova",
    )
    title: Line | None = declare(
        "Projekttitel",
        "Project title",
        "Titeln som bidraget beviljades under.",
        "The title the grant was awarded under.",
    )
    title_en: Line | None = declare(
        "Projekttitel på engelska",
        "Project title in English",
        "Finansiärens engelska titel.",
        "The funder's English title.",
    )
    reference: Reference | None = declare(
        "Diarienummer",
        "Reference",
        "Finansiärens diarienummer.",
        "The funder's reference number.",
        example="2015-04564",
    )
    call: Call | None = declare(
        "Utlysning", "Call", "Utlysningens mappnamn i ideas/calls.", "The call's name in ideas/calls."
    )
    round: Line | None = declare(
        "Ansökningsomgång", "Round", "Omgångens namn hos finansiären.", "The funder's name of the round."
    )
    coordinator: Coordinator | None = declare(
        "Koordinator",
        "Coordinator",
        "Projektets koordinator, som finansiären anger.",
        "The project's coordinator as the funder states.",
    )
    awarded: Money | None = declare(
        "Beviljat belopp",
        "Amount awarded",
        "Hela kronor enligt finansiärens beslut eller sida.",
        "Whole kronor by the funder's decision or page.",
        example="181294",
    )
    final: Money | None = declare(
        "Slutligt belopp",
        "Final amount",
        "Belopp efter avslut, när det skiljer sig från det beviljade.",
        "The amount after closing, where it differs.",
    )
    start: PartialDate | None = declare(
        "Start", "Start", "Projektperiodens början.", "The start of the project period.", example="2015-11"
    )
    end: PartialDate | None = declare(
        "Slut", "End", "Projektperiodens slut.", "The end of the project period.", example="2016-08"
    )
    reported_status: Literal["ongoing", "closed"] | None = declare(
        "Status enligt källan",
        "Status by the source",
        "`closed` avslutat eller `ongoing` pågående, så som källan säger.",
        "`closed` or `ongoing`, as the source says.",
        example="closed",
    )
    source: Url | None = declare(
        "Källa", "Source", "Sidan där uppgifterna står.", "The page that states the facts."
    )
    read: PartialDate | None = declare("Läst", "Read", "Dagen då sidan lästes.", "The day the page was read.")
    note: Passage | None = declare(
        "Anmärkning",
        "Note",
        "Skillnader mellan källor och annat osäkert.",
        "Differences between sources and other doubts.",
    )

    @property
    def amount(self) -> int | None:
        """Whole kronor: what was finally paid, else what was awarded."""
        return self.awarded if self.final is None else self.final


class Decision(Record):
    """What a role decided at a gate, and why."""

    gate: Gate = declare(
        "Grind",
        "Gate",
        "Grinden som beslutet gäller, G0–G6.",
        "The gate the decision is about, G0–G6.",
        required=True,
        example="G1",
    )
    date: PartialDate = declare(
        "Datum", "Date", "Beslutets dag.", "The day of the decision.", required=True, example="2026-11-23"
    )
    is_approximate: Flag = declare(
        "Ungefärligt datum",
        "Approximate date",
        "`true` när källorna inte ger dagen.",
        "`true` where the sources do not give the day.",
        default=False,
    )
    verdict: Verdict = declare(
        "Beslut",
        "Verdict",
        "`go` gå vidare, `revise` komplettera, `hold` vänta, `stop` lägg ner.",
        "`go`, `revise`, `hold` or `stop`.",
        required=True,
        example="go",
    )
    role: Role = declare(
        "Beslutad av",
        "Decided by",
        "Rollen som beslutade, aldrig ett personnamn.",
        "The role that decided, never a person's name.",
        required=True,
        example="granskare",
    )
    reason: Passage = declare(
        "Skäl", "Reason", "Varför, i en eller två meningar.", "Why, in a sentence or two.", required=True
    )
    change: Url | None = declare(
        "Ändring",
        "Change",
        "Adressen till ändringen (pull request) som bar beslutet.",
        "The pull request that carried the decision.",
    )


class Judgement(Record):
    """A score from 1 to 5 and the reason for it."""

    score: Score = declare(
        "Poäng", "Score", "1 lågt till 5 högt.", "1 low to 5 high.", required=True, example="4"
    )
    reason: Passage = declare("Skäl", "Reason", "Varför just den poängen.", "Why that score.", required=True)


class Assessment(Record):
    """One role's assessment before a feasibility study."""

    role: Role = declare(
        "Bedömd av",
        "Assessed by",
        "Rollen som bedömde.",
        "The role that assessed.",
        required=True,
        example="granskare",
    )
    date: PartialDate = declare(
        "Datum", "Date", "Bedömningens dag.", "The day of the assessment.", required=True
    )
    benefit: Judgement = declare(
        "Nytta",
        "Benefit",
        "Hur stor nyttan blir för dem idén är till för.",
        "How much good it does those it is for.",
        required=True,
    )
    effect: Judgement = declare(
        "Effekt",
        "Effect",
        "Hur tydlig och mätbar förändringen blir.",
        "How clear and measurable the change is.",
        required=True,
    )
    feasibility: Judgement = declare(
        "Genomförbarhet",
        "Feasibility",
        "Hur troligt det är att det går att göra.",
        "How likely it is that it can be done.",
        required=True,
    )
    spreadability: Judgement = declare(
        "Spridbarhet",
        "Spreadability",
        "Hur lätt andra kan göra likadant.",
        "How easily others can do the same.",
        required=True,
    )


class Activity(Record):
    """Something done to learn more: an interview, a workshop, a study visit."""

    kind: Annotated[Key, Term("activities")] = declare(
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

    factor: Annotated[Key, Term("key_factors")] = declare(
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

    organisation: Organisation = declare(
        "Organisation",
        "Organisation",
        "Nyckel ur listan organisationer.",
        "A key from the list of organisations.",
        required=True,
    )
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

    organisation: Organisation = declare(
        "Organisation",
        "Organisation",
        "Nyckel ur listan organisationer.",
        "A key from the list of organisations.",
        required=True,
    )
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
