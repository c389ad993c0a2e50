"""An idea's page while somebody writes it: as it was saved, with what is wrong and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...reading.markdown import ROOT
from ...reporters import text_blocks
from ..base.published import way_to_root
from ..files.problems import problems_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...reading.problem import Problem
    from ..base.published import Page
    from ..base.writer import Writer


@dataclass(frozen=True, slots=True)
class SavedIdea:
    """An idea's folder, and what is wrong in it.

    `is_sound` is whether it can be read; else its page is what it was when it last could. `is_pending` is
    whether lists, figures and search do not know yet what was saved.
    """

    year: str
    slug: str
    problems: tuple[Problem, ...]
    is_sound: bool
    is_pending: bool


def saved_pages(
    writer: Writer, saved: Iterable[tuple[SavedIdea, Page | None]], errors: list[Problem]
) -> Iterator[Page]:
    """The page of each idea, where it has or had one, and the page of all errors if there are any."""
    for idea, page in saved:
        if page:
            yield replace(page, content=f"{_notice(writer, idea, page.path)}{page.content}")
        elif idea.problems:
            yield _problems_of(writer, idea)
    if errors:
        yield problems_page(writer, errors)


def _problems_of(writer: Writer, idea: SavedIdea) -> Page:
    """What is wrong with an idea that has never been shown, at the address that it will have."""
    places = writer.places(lambda at: at.idea_at(idea.year, idea.slug))
    page = problems_page(writer, list(idea.problems))
    return replace(page, path=f"{places[writer.language]}index.html", translations=places)


def _notice(writer: Writer, idea: SavedIdea, path: str) -> str:
    if not (idea.problems or idea.is_pending):
        return ""
    blocks = [block for _, block in text_blocks(list(idea.problems), writer.language)]
    notice = writer.fragment("idea/saved.html", idea=idea, blocks=blocks)
    return notice.replace(ROOT, way_to_root(path))
