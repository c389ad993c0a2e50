"""What an idea, a record or research holds: the front matter of `idea.md`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..words import SOURCE
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
    EntryTranslation,
    ExternalId,
    Few,
    KeyFactor,
    Owner,
    OwnPicture,
    Partner,
    Relation,
    Reuse,
    RunningBudget,
    Similar,
    Source,
    UsedIdea,
    Waiver,
    WorkPeriod,
)
from .values import DateOrYear, FormerName, Goal, LanguageCode, Line, Mail, PartialDate, Passage, Url

EntryKind = Literal["idea", "record", "research"]


class Idea(Record):
    """An idea, from the first thought to ordinary operations.

    An `idea` is handled in this catalogue; a `record` is work elsewhere, told from its sources; `research`
    stands beside the process.
    """

    kind: EntryKind = declare(default="idea", example="idea")
    about: Literal["catalogue"] | None = declare(example="catalogue")
    title: Line = declare(required=True, min_length=3, max_length=120)
    summary: Passage = declare(required=True, min_length=20, max_length=500)
    language: LanguageCode = declare(default=SOURCE, example=SOURCE)
    translations: dict[LanguageCode, EntryTranslation] = declare(default_factory=dict)
    picture: OwnPicture | None = declare()
    stage: StageKey | None = declare()
    outcome: OutcomeKey | None = declare()
    result: Line | None = declare()
    result_source: Url | None = declare(example="https://www.example.se/projekt/")
    submitted: DateOrYear | None = declare(example="2026-11-23")
    period: WorkPeriod | None = declare()
    origin: OriginKey | None = declare()
    driver: Literal["need", "challenge", "opportunity"] | None = declare(example="need")
    innovation_type: InnovationTypeKey | None = declare()
    sector: SectorKey = declare(required=True)
    themes: Annotated[tuple[ThemeKey, ...], Field(max_length=5)] = declare(many=True)
    vision_goals: Annotated[tuple[VisionGoalKey, ...], Few] = declare(many=True)
    agenda_goals: Annotated[tuple[Goal, ...], Few] = declare(many=True, example=["11"])
    municipalities: Annotated[tuple[MunicipalityKey, ...], Few] = declare(many=True)
    coordinator: Coordinator | None = declare()
    partners: Annotated[tuple[Partner, ...], Few] = declare(many=True)
    recipient: Coordinator | None = declare()
    contact: Mail | None = declare()
    target_group: Line | None = declare()
    similar_considered: Annotated[tuple[Similar, ...], Few] = declare(many=True)
    assessments: Annotated[tuple[Assessment, ...], Few] = declare(many=True)
    grants: Annotated[tuple[Grant, ...], Few] = declare(many=True)
    decisions: Annotated[tuple[Decision, ...], Few] = declare(many=True)
    activities: Annotated[tuple[Activity, ...], Few] = declare(many=True)
    effects: Annotated[tuple[Effect, ...], Few] = declare(many=True)
    key_factors: Annotated[tuple[KeyFactor, ...], Few] = declare(many=True)
    reused_by: Annotated[tuple[Reuse, ...], Few] = declare(many=True)
    uses: Annotated[tuple[UsedIdea, ...], Few] = declare(many=True)
    relations: Annotated[tuple[Relation, ...], Few] = declare(many=True)
    resume_on: PartialDate | None = declare()
    referred_to: OrganisationKey | None = declare()
    owner: Owner | None = declare()
    running_budget: RunningBudget | None = declare()
    next_follow_up: PartialDate | None = declare()
    sources: Annotated[tuple[Source, ...], Few] = declare(many=True)
    gaps: Passage | None = declare()
    external_id: ExternalId | None = declare()
    aliases: Annotated[tuple[FormerName, ...], Few] = declare(many=True)
    waivers: Annotated[tuple[Waiver, ...], Few] = declare(many=True)
