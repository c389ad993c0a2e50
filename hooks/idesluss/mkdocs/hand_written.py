"""The frame round pages: shared between the published ones, and one for each hand-written page."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from ..pages import PageView, Shells
from ..pages.base.addresses import Addresses
from ..reading.docs_folder import DOCS
from ..reading.markdown import TABLE_LABEL, accessible, cleaned_page
from ..reading.problem import Place, Problem
from ..search import WrittenPage
from ..words import say
from .files import TEMPLATE

if TYPE_CHECKING:
    import jinja2
    from mkdocs.structure.pages import Page

    from ..pages import DocsPages, Theme

_MOST = 10
log = logging.getLogger("mkdocs.hooks.idesluss")


class ShellTemplate:
    """Stands in for a template where MkDocs wants one."""

    def __init__(self, shells: Shells) -> None:
        self.shells = shells

    def render(self, context: Any) -> str:
        """The whole page as HTML; a warning says where a page does not fit the frame of its kind."""
        page = self.shells.page(context["page"].published)
        while self.shells.unlike:
            tell_unlike(self.shells.unlike.pop())
        return page


def tell_unlike(path: str) -> None:
    """A warning, which stops a strict build."""
    log.warning("The frame of %s depends on more than it should", path)


def frames_of(env: jinja2.Environment, theme: Theme) -> Shells:
    """What draws the theme's page round published pages."""
    return Shells(env.get_template("main.html"), theme)


def share_frames(env: jinja2.Environment, theme: Theme) -> Shells:
    """Let published pages share the frames that the theme draws for one page of each kind."""
    shells = frames_of(env, theme)
    in_shells = ShellTemplate(shells)
    theme_template = env.get_template

    def get_template(name: Any, *rest: Any, **more: Any) -> Any:
        return in_shells if name == TEMPLATE else theme_template(name, *rest, **more)

    env.get_template = get_template  # type: ignore[method-assign]  # MkDocs asks the environment by name
    return shells


def readable_content(content: str, page: Page, documents: DocsPages) -> str:
    """What may stand in a hand-written page; what scrolls sideways in it scrolls from the keyboard too.

    A warning tells what may not, and what the check cannot see in the file.
    """
    language = documents.by_path[page.file.src_uri].language
    cleaned, taken_away = cleaned_page(content)
    if taken_away:
        place, values = Place(f"{DOCS}/{page.file.src_uri}"), {"words": ", ".join(taken_away[:_MOST])}
        problem = Problem(place, "docs_page", "error", "docs_page.cleaned", values)
        log.warning("%s: %s %s", place.path, problem.message(language), problem.hint(language))
    return accessible(cleaned).replace(TABLE_LABEL, say("idea.table", language))


def written_page(page: Page, documents: DocsPages) -> WrittenPage:
    """A hand-written page as the search finds it."""
    title, description = str(page.title or ""), str(page.meta.get("description", ""))
    language = documents.by_path[page.file.src_uri].language
    return WrittenPage(page.url, language, title, description, page.content or "")


def view_of(page: Page, theme: Theme, documents: DocsPages) -> PageView:
    """What a hand-written page changes in the theme's page."""
    written = written_page(page, documents)
    return PageView(
        language=written.language,
        section="about",
        root="../" * page.file.dest_uri.count("/") or "./",
        title=written.title,
        description=written.description,
        content=written.html,
        canonical=theme.canonical(page.url),
        edit=theme.edit(f"docs/{page.file.src_uri}"),
        translations=documents.translations(page.file.src_uri, page.meta.get("translation")),
        toc=page.toc,
        crumbs=documents.crumbs_of(page.file.src_uri),
        is_document=True,
        tells_contact=page.url == Addresses(theme.settings, written.language).section("accessibility"),
        image=theme.shared("about", written.language),
    )
