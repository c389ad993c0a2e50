"""What a call holds: the front matter of `ideas/calls/<slug>.md`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .declare import Record, declare
from .keys import FunderKey
from .parts import Coordinator, Source, Translation
from .recurring import declare_language, declare_sources, declare_translations
from .values import Line, Money, PartialDate, Passage, Reference, Share


class CallFigure(Record):
    """A number that a source states about the call."""

    name: Line = declare(
        "Uppgift",
        "Figure",
        "Vad talet gäller.",
        "What the number is about.",
        required=True,
        example="Ansökningar",
    )
    value: Line = declare(
        "Värde",
        "Value",
        "Talet, som källan anger det.",
        "The number, as the source states it.",
        required=True,
        example="38",
    )


class Call(Record):
    """A call for proposals (utlysning), or a programme that financed projects."""

    title: Line = declare(
        "Titel",
        "Title",
        "Utlysningens namn.",
        "The name of the call.",
        required=True,
        min_length=3,
        max_length=120,
        example="Idéslussar i kommuner 2015",
    )
    summary: Passage = declare(
        "Sammanfattning",
        "Summary",
        "Vad utlysningen söker, i två–tre meningar.",
        "What the call is after, in two or three sentences.",
        required=True,
        min_length=20,
        max_length=500,
    )
    language: Literal["sv", "en"] = declare_language()
    translations: dict[Literal["sv", "en"], Translation] = declare_translations()
    kind: Literal["call", "challenge", "programme"] = declare(
        "Slag",
        "Kind",
        "`call` utlysning, `challenge` utmaning eller `programme` program.",
        "`call`, `challenge` or `programme`.",
        default="call",
    )
    funders: Annotated[tuple[FunderKey, ...], Field(max_length=10)] = declare(
        "Finansiärer", "Funders", "Vem som ger bidrag.", "Who gives grants.", many=True, example=["vinnova"]
    )
    coordinator: Coordinator | None = declare(
        "Ansvarig",
        "Coordinator",
        "Organisationen som håller i utlysningen.",
        "The organisation that runs the call.",
    )
    round: Line | None = declare(
        "Ansökningsomgång", "Round", "Omgångens namn hos finansiären.", "The funder's name of the round."
    )
    reference: Reference | None = declare(
        "Diarienummer", "Reference", "Finansiärens diarienummer.", "The funder's reference number."
    )
    opens: PartialDate | None = declare("Öppnar", "Opens", "När ansökan öppnar.", "When applications open.")
    closes: PartialDate | None = declare(
        "Sista ansökningsdag", "Deadline", "När ansökan stänger.", "When applications close."
    )
    start: PartialDate | None = declare(
        "Start", "Start", "Tidigaste projektstart.", "The earliest project start."
    )
    end: PartialDate | None = declare("Slut", "End", "Senaste projektslut.", "The latest project end.")
    max_grant: Money | None = declare(
        "Högsta bidrag",
        "Largest grant",
        "Hela kronor per projekt.",
        "Whole kronor a project.",
        example="4000000",
    )
    max_share: Share | None = declare(
        "Högsta andel",
        "Largest share",
        "Bidragets högsta andel av kostnaderna, i procent.",
        "The grant's largest share of the costs, in per cent.",
        example="50",
    )
    total: Money | None = declare(
        "Summa", "Total", "Utlysningens hela belopp i kronor.", "The whole amount of the call in kronor."
    )
    reported_status: Literal["ongoing", "closed"] | None = declare(
        "Status enligt källan",
        "Status by the source",
        "`closed` avslutad eller `ongoing` pågående, så som källan säger.",
        "`closed` or `ongoing`, as the source says.",
    )
    figures: Annotated[tuple[CallFigure, ...], Field(max_length=20)] = declare(
        "Uppgifter",
        "Figures",
        "Tal som källorna anger, till exempel antal ansökningar.",
        "Numbers the sources state, such as applications.",
        many=True,
    )
    sources: Annotated[tuple[Source, ...], Field(max_length=50)] = declare_sources(
        required=True, min_length=1
    )
