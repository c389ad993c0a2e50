"""The page that shows two or three ideas side by side. A script fills it from the ideas' own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..base.published import Page
    from ..base.writer import Writer


def page(writer: Writer) -> Page:
    """The page before an idea is chosen."""
    return writer.page(
        "forms/compare.html",
        writer.places(lambda at: at.section("compare")),
        title=writer.word("nav.compare"),
        description=writer.word("compare.lead"),
        section="compare",
        crumbs=(writer.crumb("ideas"),),
        scripts=("compare/page.js",),
        is_indexed=False,
    )
