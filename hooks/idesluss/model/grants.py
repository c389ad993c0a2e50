"""Money that a funder has awarded."""

from __future__ import annotations

from typing import Literal

from .declare import Record, declare
from .keys import CallSlug, FunderKey
from .parts import Coordinator
from .values import DateOrYear, Line, Money, PartialDate, Passage, Reference, Url


class Grant(Record):
    """Money awarded for a study or project, with the facts its funder states."""

    funder: FunderKey = declare(required=True)
    title: Line | None = declare()
    title_en: Line | None = declare()
    reference: Reference | None = declare(example="2015-04564")
    call: CallSlug | None = declare()
    round: Line | None = declare()
    coordinator: Coordinator | None = declare()
    awarded: Money | None = declare(example="181294")
    final: Money | None = declare()
    start: DateOrYear | None = declare(example="2015-11")
    end: DateOrYear | None = declare(example="2016-08")
    reported_status: Literal["ongoing", "closed"] | None = declare(example="closed")
    source: Url | None = declare()
    read: PartialDate | None = declare()
    note: Passage | None = declare()

    @property
    def amount(self) -> int | None:
        """Whole kronor: what was finally paid, else what was awarded."""
        return self.awarded if self.final is None else self.final
