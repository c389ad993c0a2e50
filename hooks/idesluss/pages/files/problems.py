"""The page of what is wrong in the catalogue, there while it is written and served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import reporters as report
from ...reporters import text_blocks

if TYPE_CHECKING:
    from ...reading.problem import Problem
    from ..base.published import Page
    from ..base.writer import Writer


def problems_page(writer: Writer, problems: list[Problem]) -> Page:
    """What is wrong right now, for whoever is writing."""
    return writer.page(
        "files/problems.html",
        writer.places(lambda at: at.section("problems")),
        title=writer.word("nav.problems"),
        description=writer.word("problems.lead"),
        blocks=[block for _, block in text_blocks(problems, writer.language)],
        sum=report.summary(problems, writer.language),
        is_indexed=False,
    )
