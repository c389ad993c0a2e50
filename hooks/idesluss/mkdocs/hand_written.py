"""The frame round pages: shared between the published ones, and one for each hand-written page."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from ..pages import PageView, Shells
from ..reading.markdown import TABLE_LABEL, accessible
from ..search import WrittenPage
from ..words import say
from .files import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Collection

    import jinja2
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from ..pages import Theme
    from ..words import Language

log = logging.getLogger("mkdocs.hooks.idesluss")
# The hand-written pages that are in English; the others are in Swedish.
_ENGLISH = ("en/", "decisions/", "architecture")


class ShellTemplate:
    """Stands in for a template where MkDocs wants one."""

    def __init__(self, shells: Shells) -> None:
        self.shells = shells

    def render(self, context: Any) -> str:
        """The whole page as HTML; a warning says where a page does not fit the frame of its kind."""
        page = self.shells.page(context["page"].published)
        while self.shells.unlike:
            log.warning("The frame of %s depends on more than it should", self.shells.unlike.pop())
        return page


def share_frames(env: jinja2.Environment, theme: Theme) -> None:
    """Let published pages share the frames that the theme draws for one page of each kind."""
    in_shells = ShellTemplate(Shells(env.get_template("main.html"), theme))
    theme_template = env.get_template

    def get_template(name: Any, *rest: Any, **more: Any) -> Any:
        return in_shells if name == TEMPLATE else theme_template(name, *rest, **more)

    env.get_template = get_template  # type: ignore[method-assign]  # MkDocs asks the environment by name


def remove_foreign(files: Files, languages: Collection[Language]) -> None:
    """Leave out hand-written pages in languages that the site does not come in: they link to such pages."""
    for file in files.documentation_pages():
        if language_of(file) not in languages:
            files.remove(file)


def readable_content(content: str, page: Page) -> str:
    """The content of a hand-written page; what scrolls sideways in it scrolls from the keyboard too."""
    return accessible(content).replace(TABLE_LABEL, say("idea.table", language_of(page.file)))


def language_of(file: File) -> Language:
    """The language of a hand-written page, by where it lies."""
    return "en" if file.src_uri.startswith(_ENGLISH) else "sv"


def written_page(page: Page) -> WrittenPage:
    """A hand-written page as the search finds it."""
    title, description = str(page.title or ""), str(page.meta.get("description", ""))
    return WrittenPage(page.url, language_of(page.file), title, description, page.content or "")


def view_of(page: Page, theme: Theme) -> PageView:
    """What a hand-written page changes in the theme's page."""
    written, language = written_page(page), language_of(page.file)
    return PageView(
        language=language,
        section="about",
        root="../" * page.file.dest_uri.count("/") or "./",
        title=written.title,
        description=written.description,
        content=written.html,
        canonical=theme.canonical(page.url),
        edit=theme.edit(f"docs/{page.file.src_uri}"),
        translations=_translations(page, language, theme.settings.site_languages),
        toc=page.toc,
        is_document=True,
        image=theme.shared("about", language),
    )


def _translations(page: Page, language: Language, languages: Collection[Language]) -> dict[Language, str]:
    """Its own address, and that of the page that it names as its translation, if the site comes in that."""
    translations: dict[Language, str] = {language: page.url}
    named = page.meta.get("translation")
    other: Language = "sv" if language == "en" else "en"
    if named and other in languages:
        target = str(named).removesuffix(".md")
        translations[other] = target.removesuffix("index").rstrip("/") + "/"
    return translations
