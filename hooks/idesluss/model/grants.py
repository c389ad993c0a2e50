"""Money that a funder has awarded."""

from __future__ import annotations

from typing import Literal

from .declare import Record, declare
from .keys import CallSlug, FunderKey
from .parts import Coordinator
from .values import Line, Money, PartialDate, Passage, Reference, Url


class Grant(Record):
    """Money awarded for a study or project, with the facts its funder states."""

    funder: FunderKey = declare(
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
    call: CallSlug | None = declare(
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
