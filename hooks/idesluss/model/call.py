"""What a call holds: the front matter of `ideas/calls/<slug>.md`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..words import SOURCE
from .declare import Record, declare
from .keys import FunderKey
from .parts import Coordinator, Source, Translation
from .values import LanguageCode, Line, Money, PartialDate, Passage, Reference, Share


class CallFigure(Record):
    """A number that a source states about the call."""

    name: Line = declare(required=True, example="Ansökningar")
    value: Line = declare(required=True, example="38")


class Call(Record):
    """A call for proposals (utlysning), or a programme that financed projects."""

    title: Line = declare(required=True, min_length=3, max_length=120, example="Testbäddar i kommuner 2026")
    summary: Passage = declare(required=True, min_length=20, max_length=500)
    language: LanguageCode = declare(default=SOURCE)
    translations: dict[LanguageCode, Translation] = declare(default_factory=dict)
    kind: Literal["call", "challenge", "programme"] = declare(default="call")
    funders: Annotated[tuple[FunderKey, ...], Field(max_length=10)] = declare(many=True, example=["framsyn"])
    coordinator: Coordinator | None = declare()
    round: Line | None = declare()
    reference: Reference | None = declare()
    opens: PartialDate | None = declare()
    closes: PartialDate | None = declare()
    start: PartialDate | None = declare()
    end: PartialDate | None = declare()
    max_grant: Money | None = declare(example="4000000")
    max_share: Share | None = declare(example="50")
    total: Money | None = declare()
    reported_status: Literal["ongoing", "closed"] | None = declare()
    figures: Annotated[tuple[CallFigure, ...], Field(max_length=20)] = declare(many=True)
    sources: Annotated[tuple[Source, ...], Field(max_length=50)] = declare(required=True, min_length=1)
