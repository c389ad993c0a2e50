"""The day on which waiting times and deadlines are counted: an input, never the clock alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

DAY_VARIABLE = "IDESLUSS_TODAY"
ZONE = ZoneInfo("Europe/Stockholm")


def read_day(environment: Mapping[str, str]) -> dt.date:
    """The day in IDESLUSS_TODAY, else that of SOURCE_DATE_EPOCH, else today in Stockholm.

    ValueError where a variable is set to something else than an ISO date or whole seconds.
    """
    if given := environment.get(DAY_VARIABLE):
        return dt.datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=ZONE).date()
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), ZONE).date()
    return dt.datetime.now(ZONE).date()
