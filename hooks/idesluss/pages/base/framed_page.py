"""The theme's page round a page's content: what it is told, and how many pages share one rendering."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import escape

from .addresses import Addresses
from .navigation import Frame, frame_of
from .shown_logo import shown_logo

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable, Mapping

    from ...model import Settings
    from ...reading.logo import Logo
    from ...words import Language
    from .published import Crumb, Page

# Private use characters cannot stand in a source file, so no content holds these.
_MARK = re.compile("\ue010(.*?)\ue011")
# What is on every page: before anything is drawn, and once the page is there.
FIRST_SCRIPT = "first.js"
MODULES = ("search/open.js", "compare/choose.js")
_MARKED = ("title", "description", "content", "canonical", "edit", "image", "feed")


class FrameTemplate(Protocol):
    """What renders the theme's page."""

    def render(self, *args: Any, **context: Any) -> str: ...


@dataclass(frozen=True, slots=True)
class PageView:
    """What a page changes in the theme's page. `root` leads to the site's root.

    `content` is HTML, the rest is text; `toc` has items with `title`, `url` and `children`. The frame shows
    the `crumbs` of a document; other pages show their own.
    """

    language: Language
    section: str
    root: str
    title: str
    description: str
    content: str
    canonical: str
    edit: str
    translations: Mapping[Language, str]
    is_indexed: bool = True
    is_document: bool = False
    tells_contact: bool = False
    image: str = ""
    feed: str = ""
    alternates: Mapping[str, str] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    toc: Iterable[Any] = ()
    crumbs: tuple[Crumb, ...] = ()


@dataclass(slots=True)
class Theme:
    """What every page of a build tells the theme. Addresses of sheets and scripts are below the root.

    `scripts` leads from a script's name to its address. `has_own` is whether there are ideas about the
    catalogue itself, `has_copy` whether the whole is there as a file too.
    """

    settings: Settings
    today: dt.date
    has_problems: bool
    has_policy: bool
    logo: Logo | None = None
    has_own: bool = False
    has_copy: bool = False
    stylesheets: list[str] = field(default_factory=list)
    scripts: dict[str, str] = field(default_factory=dict)

    def context(self, view: PageView) -> dict[str, Any]:
        """What the theme's template of a page is given."""
        return {
            "view": view,
            "frame": self._frame(view),
            "stylesheets": self.stylesheets,
            "first_script": self.scripts[FIRST_SCRIPT],
            "modules": [self.scripts[name] for name in (*MODULES, *view.scripts)],
            "has_policy": self.has_policy,
            "logo": shown_logo(self.logo) if self.logo else None,
        }

    def _frame(self, view: PageView) -> Frame:
        return frame_of(
            self.settings,
            self.today,
            view.language,
            view.section,
            has_problems=self.has_problems,
            has_own=self.has_own,
        )

    def canonical(self, url: str) -> str:
        """The full address, or nothing where the site's own is not known."""
        return self.settings.full_address(url)

    def edit(self, source: str | None) -> str:
        """Where the source file is edited, or nothing where the repository is not known."""
        return self.settings.in_repository("edit", source) if source else ""

    def shared(self, section: str, language: Language) -> str:
        """The full address of the picture that is shown where a page of the section is shared."""
        return self.canonical(Addresses(self.settings, language).shared(section))

    def view(self, page: Page) -> PageView:
        return PageView(
            language=page.language,
            section=page.section,
            root=page.root,
            title=page.title,
            description=page.description,
            content=page.content,
            canonical=self.canonical(page.url) if page.is_indexed else "",
            edit=self.edit(page.source),
            image=self.canonical(page.image) if page.image and page.is_indexed else "",
            feed=page.feed,
            alternates=page.alternates,
            translations=page.translations,
            is_indexed=page.is_indexed,
            scripts=page.scripts,
        )


class Shells:
    """Renders the theme's page once for each kind of page, then fills it.

    The first page of each kind is rendered by the theme as well. Should the two differ, the theme does
    all pages of that kind, and `unlike` names the page.
    """

    def __init__(self, template: FrameTemplate, theme: Theme) -> None:
        self.template = template
        self.theme = theme
        self.unlike: list[str] = []
        self._shells: dict[Hashable, list[str]] = {}

    def page(self, page: Page) -> str:
        """The whole page as HTML."""
        view = self.theme.view(page)
        key = _kind(view)
        if key not in self._shells:
            self._shells[key] = self._shell(view)
            if _filled(self._shells[key], view) != self._by_theme(view):
                self._shells[key] = []
                self.unlike.append(page.path)
        shell = self._shells[key]
        return _filled(shell, view) if shell else self._by_theme(view)

    def _by_theme(self, view: PageView) -> str:
        return self.template.render(self.theme.context(view))

    def _shell(self, view: PageView) -> list[str]:
        """The theme's page cut at its marks; every second part is a mark's name."""
        marked: dict[str, Any] = {name: _mark(name) for name in _MARKED if getattr(view, name)}
        marked["alternates"] = {name: _mark(f"alternate-{name}") for name in view.alternates}
        marked["translations"] = {name: _mark(f"translation-{name}") for name in view.translations}
        return _MARK.split(self._by_theme(replace(view, **marked)))


def _mark(name: str) -> str:
    return f"\ue010{name}\ue011"


def _kind(view: PageView) -> Hashable:
    """What a shell depends on, beside what is filled in."""
    filled = tuple(bool(getattr(view, name)) for name in _MARKED)
    return (
        view.language,
        view.section,
        view.root,
        filled,
        tuple(view.translations),
        tuple(view.alternates),
        view.is_indexed,
        view.scripts,
    )


def _filled(shell: list[str], view: PageView) -> str:
    words = {name: str(escape(getattr(view, name))) for name in _MARKED}
    words["content"] = view.content
    words |= {f"translation-{name}": str(escape(url)) for name, url in view.translations.items()}
    words |= {f"alternate-{name}": str(escape(path)) for name, path in view.alternates.items()}
    return "".join(words[part] if at % 2 else part for at, part in enumerate(shell))
