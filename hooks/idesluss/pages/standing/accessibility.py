"""The page on accessibility: a statement where the catalogue says that an act asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.statements import SUPERVISORS, unsaid
from ...model.statements import Accessibility
from .document import document_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..base.published import Page
    from ..base.writer import Writer


def page(writer: Writer) -> Page:
    """What the catalogue says, what it leaves unsaid, and what the program knows by itself."""
    said = writer.settings.accessibility or Accessibility()
    return document_page(
        writer,
        "accessibility",
        _parts(said),
        said=said,
        supervisor=SUPERVISORS[said.law] if said.law else "",
        says_all=not unsaid(writer.settings, "accessibility"),
    )


def _parts(said: Accessibility) -> Iterator[str]:
    if said.law:
        yield "compliance"
    yield "deficiencies"
    yield from (part for part in ("burdens", "outside") if getattr(said, part))
    yield "method"
    if said.untested:
        yield "untested"
    yield from ("tests", "tell")
    if said.law:
        yield "supervision"
