"""Contact goes to a function, not to somebody's private mail or mobile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.problem import Place, Problem
from ..personal_data import personal_data_in_names, personal_data_in_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue

GROUP = "people"
MAY_BE_EXEMPTED = False
MASKS_ITS_LINE = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for place, kind, _ in personal_data_in_texts(catalogue, {"mail", "mobile"}):
        yield Problem(place, "private_contact", "warning", f"private_contact.{kind}")
    for path, _ in personal_data_in_names(catalogue, {"mail", "mobile"}):
        yield Problem(Place(path), "private_contact", "warning", "private_contact.name")
