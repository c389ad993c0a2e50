"""An idea's page as one story: where it stands, what it wants, what was done and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .headings import contents_of, with_permalinks
from .headings_apart import with_headings_apart
from .idea_page import gathered_idea
from .parts import end_parts, story_parts
from .timeline import draw_timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from ...catalogue.entry import Entry
    from ...reading.markdown import Body
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer
    from .citation import Use
    from .idea_page import IdeaPage

_SCRIPTS = ("idea/page.js", "neighbours/page.js")


def pages(site: Site, entries: Iterable[Entry]) -> Iterator[Page]:
    """The page of each of these entries."""
    for entry in entries:
        yield page_of(site, entry)


def page_of(site: Site, entry: Entry) -> Page:
    """The page of an entry."""
    return _written(site.writer, gathered_idea(site, entry))


def _written(writer: Writer, shown: IdeaPage) -> Page:
    """The page that shows these values."""
    story, end = story_parts(writer, shown), end_parts(writer, shown)
    page = writer.page(
        "idea/idea.html",
        shown.places,
        title=shown.card.title,
        description=shown.summary,
        section="ideas",
        crumbs=(writer.crumb("own" if shown.idea.about else "ideas"),),
        source=shown.source,
        feed=shown.card.url,
        alternates=_alternates(shown.use),
        changed=shown.past.changed,
        image=shown.image,
        scripts=(*_SCRIPTS, *(["supplement/page.js"] if shown.supplements else [])),
        shown=shown,
        idea=shown.idea,
        story=story,
        end=end,
        contents=contents_of(shown, [*story, *end]),
        text=_text(writer, shown.body),
        plan_text=_text(writer, shown.plan.body) if shown.plan else "",
        timeline=draw_timeline(shown.timeline) if shown.timeline else None,
    )
    texts = [(shown.body, writer.word("idea.in_text"))]
    if shown.plan:
        texts.append((shown.plan.body, writer.word("plan.heading")))
    return replace(page, content=with_headings_apart(page.content, texts))


def _alternates(use: Use) -> dict[str, str]:
    """What the page is there as besides."""
    return {"markdown": use.markdown, **({"calendar": use.calendar} if use.calendar else {})}


def _text(writer: Writer, body: Body) -> Markup:
    return writer.body(replace(body, html=with_permalinks(body)))
