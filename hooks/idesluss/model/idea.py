"""What an idea holds: the front matter of `idea.md`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .decisions import Assessment, Decision
from .declare import Record, declare
from .grants import Grant
from .keys import (
    InnovationTypeKey,
    MunicipalityKey,
    OrganisationKey,
    OriginKey,
    OutcomeKey,
    SectorKey,
    StageKey,
    ThemeKey,
    VisionGoalKey,
)
from .parts import (
    Activity,
    Coordinator,
    Effect,
    Few,
    KeyFactor,
    Owner,
    Partner,
    Relation,
    Reuse,
    RunningBudget,
    Similar,
    Source,
    Translation,
    Waiver,
)
from .recurring import (
    declare_key_factors,
    declare_language,
    declare_sources,
    declare_translations,
    declare_waivers,
)
from .values import Goal, Line, Mail, PartialDate, Passage, Slug


class Idea(Record):
    """An idea, from the first thought to ordinary operations."""

    kind: Literal["idea", "research"] = declare(
        "Slag",
        "Kind",
        "`idea` går genom slussen; `research` är forskning bredvid den.",
        "`idea` passes the gateway; `research` stands beside it.",
        default="idea",
        example="idea",
    )
    title: Line = declare(
        "Titel",
        "Title",
        "Vad idén heter, så att någon utanför förstår.",
        "What the idea is called, so that an outsider understands.",
        required=True,
        min_length=3,
        max_length=120,
        needed_from="idea",
        example="Föreslå utan konto",
    )
    summary: Passage = declare(
        "Sammanfattning",
        "Summary",
        "Idén i två–tre meningar: för vem, vad och varför.",
        "The idea in two or three sentences: for whom, what and why.",
        required=True,
        min_length=20,
        max_length=500,
        needed_from="idea",
        example="Den som vill lämna en idé ska kunna göra det utan konto hos någon annan.",
    )
    language: Literal["sv", "en"] = declare_language(example="sv")
    translations: dict[Literal["sv", "en"], Translation] = declare_translations()
    stage: StageKey | None = declare(
        "Skede",
        "Stage",
        "Var arbetet är: ett av processens skeden.",
        "Where the work is: one of the stages of the process.",
        needed_from="idea",
        example="idea",
    )
    outcome: OutcomeKey | None = declare(
        "Utfall",
        "Outcome",
        "Vad som är bestämt: öppen så länge inget annat är beslutat.",
        "What has been decided: open until something else is.",
        needed_from="idea",
        example="open",
    )
    submitted: PartialDate | None = declare(
        "Inlämnad",
        "Submitted",
        "Dagen då idén lämnades.",
        "The day the idea was submitted.",
        needed_from="idea",
        example="2026-11-23",
    )
    origin: OriginKey | None = declare(
        "Kommer från",
        "Origin",
        "Vem som hade idén: medarbetare, invånare, företag …",
        "Who had the idea: an employee, a resident, a company …",
        needed_from="idea",
        example="resident",
    )
    driver: Literal["need", "challenge", "opportunity"] | None = declare(
        "Drivkraft",
        "Driver",
        "`need` behov, `challenge` utmaning eller `opportunity` möjlighet.",
        "`need`, `challenge` or `opportunity`.",
        example="need",
    )
    innovation_type: InnovationTypeKey | None = declare(
        "Slags innovation",
        "Type of innovation",
        "Tjänst, produkt, process eller organisation.",
        "Service, product, process or organisation.",
        example="process",
    )
    sector: SectorKey = declare(
        "Sektor",
        "Sector",
        "Den enda sektor där idén hör hemma.",
        "The one sector where the idea belongs.",
        required=True,
        needed_from="idea",
        example="innovation-och-utveckling",
    )
    themes: Annotated[tuple[ThemeKey, ...], Field(max_length=5)] = declare(
        "Teman",
        "Themes",
        "Högst fem ämnesord ur listan teman.",
        "At most five themes from the list.",
        many=True,
        example=["medarbetardriven-innovation"],
    )
    vision_goals: Annotated[tuple[VisionGoalKey, ...], Few] = declare(
        "Visionsmål",
        "Vision goals",
        "Kommunens visionsmål som idén bidrar till.",
        "The municipality's vision goals it contributes to.",
        many=True,
        example=["hallbarhet"],
    )
    agenda_goals: Annotated[tuple[Goal, ...], Few] = declare(
        "Globala mål",
        "Global goals",
        "Mål i Agenda 2030, nummer 1–17.",
        "Goals of Agenda 2030, numbers 1–17.",
        many=True,
        example=["11"],
    )
    municipalities: Annotated[tuple[MunicipalityKey, ...], Few] = declare(
        "Kommuner",
        "Municipalities",
        "Kommuner där det händer.",
        "Municipalities where it happens.",
        many=True,
        example=["lerum"],
    )
    coordinator: Coordinator | None = declare(
        "Koordinator", "Coordinator", "Vem som håller ihop idén.", "Who holds the idea together."
    )
    partners: Annotated[tuple[Partner, ...], Few] = declare(
        "Parter", "Partners", "Organisationer som deltar.", "Organisations that take part.", many=True
    )
    recipient: Coordinator | None = declare(
        "Mottagare",
        "Recipient",
        "Verksamheten som tar emot resultatet.",
        "The operation that receives the result.",
    )
    contact: Mail | None = declare(
        "Kontakt",
        "Contact",
        "En funktionsbrevlåda, inte en persons adress.",
        "A function mailbox, not a person's address.",
    )
    target_group: Line | None = declare(
        "Målgrupp",
        "Target group",
        "Vem idén är till för.",
        "Who the idea is for.",
        example="Invånare utan konto hos GitHub",
    )
    similar_considered: Annotated[tuple[Similar, ...], Few] = declare(
        "Jämfört med",
        "Compared with",
        "Liknande idéer som har setts efter, och skillnaden.",
        "Similar ideas that were looked at, and the difference.",
        many=True,
    )
    assessments: Annotated[tuple[Assessment, ...], Few] = declare(
        "Bedömningar",
        "Assessments",
        "Två rollers bedömning, 1–5 med skäl.",
        "Two roles' assessments, 1–5 with reasons.",
        many=True,
    )
    grants: Annotated[tuple[Grant, ...], Few] = declare(
        "Bidrag",
        "Grants",
        "Pengar som beviljats, i tidsordning.",
        "Money awarded, in order of time.",
        many=True,
    )
    decisions: Annotated[tuple[Decision, ...], Few] = declare(
        "Beslut",
        "Decisions",
        "Beslut vid grindarna, i tidsordning.",
        "Decisions at the gates, in order of time.",
        many=True,
    )
    activities: Annotated[tuple[Activity, ...], Few] = declare(
        "Aktiviteter",
        "Activities",
        "Vad som gjorts för att lära mer.",
        "What was done to learn more.",
        many=True,
    )
    effects: Annotated[tuple[Effect, ...], Few] = declare(
        "Effekter", "Effects", "Utgångsläge, mål och utfall.", "Baseline, target and result.", many=True
    )
    key_factors: Annotated[tuple[KeyFactor, ...], Few] = declare_key_factors()
    reused_by: Annotated[tuple[Reuse, ...], Few] = declare(
        "Används av", "Reused by", "Andra som har tagit efter.", "Others who have taken it up.", many=True
    )
    relations: Annotated[tuple[Relation, ...], Few] = declare(
        "Samband",
        "Relations",
        "Band till andra idéer i katalogen.",
        "Ties to other ideas in the catalogue.",
        many=True,
    )
    resume_on: PartialDate | None = declare(
        "Återupptas", "Resumes", "När en vilande idé tas upp igen.", "When an idea on hold is taken up again."
    )
    referred_to: OrganisationKey | None = declare(
        "Hänvisad till",
        "Referred to",
        "Organisationen som idén lämnats vidare till.",
        "The organisation the idea was passed on to.",
    )
    owner: Owner | None = declare(
        "Ägare i drift",
        "Owner in operation",
        "Vem som äger resultatet efter överlämning.",
        "Who owns the result after handover.",
    )
    running_budget: RunningBudget | None = declare(
        "Driftbudget",
        "Running budget",
        "Vad driften kostar per år och vem som betalar.",
        "What operation costs a year and who pays.",
    )
    next_follow_up: PartialDate | None = declare(
        "Nästa uppföljning",
        "Next follow-up",
        "När effekten ska mätas nästa gång.",
        "When the effect is to be measured next.",
    )
    sources: Annotated[tuple[Source, ...], Few] = declare_sources(many=True)
    aliases: Annotated[tuple[Slug, ...], Few] = declare(
        "Tidigare namn",
        "Former names",
        "Mappnamn som idén har haft; de leder hit.",
        "Folder names the idea has had; they lead here.",
        many=True,
    )
    waivers: Annotated[tuple[Waiver, ...], Few] = declare_waivers()
