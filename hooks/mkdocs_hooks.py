"""The one file that knows MkDocs: events in, the published list out.

The catalogue is read and judged first. The site is built in a folder beside the old one and takes its
place only when everything is right.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

# MkDocs puts this folder on the path only while it loads this file.
sys.path.insert(0, str(Path(__file__).parent))

from markupsafe import escape
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from pydantic_core import PydanticCustomError

from idesluss import catalogue as catalogues
from idesluss import checks, report, today
from idesluss.body import TABLE_LABEL, accessible
from idesluss.model.values import read_url
from idesluss.pages import Published, frame, publish, site_map
from idesluss.problem import in_order
from idesluss.words import say
from idesluss.writing import Staging

if TYPE_CHECKING:
    from collections.abc import Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from idesluss.catalogue import Catalogue
    from idesluss.words import Language

log = logging.getLogger("mkdocs.hooks.idesluss")
TEMPLATE = "published.html"
# What the theme brings and our pages do not use.
_UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette", "sitemap.xml")
_NO_DAY = f"{today.VARIABLE} is a day such as 2026-11-23, and SOURCE_DATE_EPOCH whole seconds."
_PLACES = {"site_url": "IDESLUSS_SITE_URL", "repository": "IDESLUSS_REPOSITORY"}
_NO_PLACE = f"{' and '.join(_PLACES.values())} are full addresses that begin with https://."
_UNTOUCHED = "The catalogue has errors; the site is left as it was."
_is_serving = False
_staging: Staging | None = None


@dataclass
class Build:
    """What one build knows; a new one for each build, so that serving keeps nothing."""

    catalogue: Catalogue
    has_problems: bool
    staging: Staging
    warnings: CountHandler
    published: list[Published] = field(default_factory=list)
    stylesheets: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def frame(self, language: Language, section: str) -> frame.Frame:
        return frame.of(self.catalogue, language, section, has_problems=self.has_problems)


@dataclass(frozen=True)
class View:
    """What a page changes in the theme's page. Everything is text; `root` leads to the site's root."""

    language: Language
    section: str
    root: str
    title: str
    description: str
    content: str
    canonical: str
    edit: str
    translations: Mapping[Language, str]
    is_indexed: bool
    toc: Any = ()
    is_document: bool = False


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001  # MkDocs calls it so
    global _is_serving  # noqa: PLW0603  # set once, before the first build
    _is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # A build makes a great deal and forgets it at its end; looking for cycles meanwhile costs a tenth.
    gc.disable()
    root = _root(config)
    found = catalogues.of(root, _today())
    problems = in_order(found) if isinstance(found, list) else checks.run(found)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        language = "sv" if isinstance(found, list) else found.settings.language
        sys.stderr.write(report.as_text(errors, language))
    if isinstance(found, list) or (errors and not _is_serving):
        raise Abort(_UNTOUCHED)
    _place(found)
    warnings = _count_warnings()
    staging = _stage(Path(config.site_dir))
    build = Build(found, bool(errors), staging, warnings)
    build.published = publish(found, errors)
    config.site_dir = str(staging.folder)
    config.site_name = found.settings.name
    if not _is_serving:
        config.site_url = found.settings.site_url
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    config.extra["idesluss"] = build
    return config


def _place(found: Catalogue) -> None:
    """Let the environment say where the site is published, as a workflow knows better than a file."""
    given = {name: os.environ.get(variable) for name, variable in _PLACES.items()}
    try:
        update = {name: read_url(value) for name, value in given.items() if value}
    except PydanticCustomError:
        raise Abort(_NO_PLACE) from None
    found.settings = found.settings.model_copy(update=update)


def _stage(site: Path) -> Staging:
    global _staging  # noqa: PLW0603  # on_build_error is told of nothing but the error
    if _staging:
        _staging.abandon()
    _staging = Staging(site)
    return _staging


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _today() -> Any:
    try:
        return today.read(os.environ)
    except (ValueError, OverflowError, OSError):
        raise Abort(_NO_DAY) from None


def _count_warnings() -> CountHandler:
    """Count warnings ourselves: MkDocs looks at them after the last event, and not at all when quiet."""
    logger = logging.getLogger("mkdocs")
    for handler in [h for h in logger.handlers if getattr(h, "is_ours", False)]:
        logger.removeHandler(handler)
    if logger.level > logging.WARNING:
        for handler in logger.handlers:
            handler.setLevel(max(handler.level, logger.level))
        logger.setLevel(logging.WARNING)
        counting = [h for h in logger.handlers if isinstance(h, CountHandler)]
        for handler in counting:
            handler.setLevel(logging.WARNING)
    warnings = CountHandler()
    warnings.setLevel(logging.WARNING)
    warnings.is_ours = True  # type: ignore[attr-defined]  # to find it again when serving
    logger.addHandler(warnings)
    return warnings


def on_files(files: Files, config: MkDocsConfig) -> Files:
    build: Build = config.extra["idesluss"]
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
    build.stylesheets = [
        _hashed(f)
        for f in files
        if f.src_uri.startswith("assets/stylesheets/main.") and f.src_uri.endswith(".css")
    ]
    build.stylesheets += [_hashed(f) for f in files if f.src_uri == "assets/idesluss.css"]
    build.scripts = [_hashed(f) for f in files if f.src_uri == "assets/idesluss.js"]
    root = _root(config)
    published = [*build.published]
    if build.catalogue.settings.site_url:
        written = [file.url.removeprefix("./") for file in files.documentation_pages()]
        made = [page.url for page in published if page.kind == "page" and page.is_indexed]
        published.append(site_map(sorted({*written, *made}), build.catalogue.settings.site_url))
    for item in published:
        files.append(_file(item, config, root))
    return files


def _hashed(file: File) -> str:
    return f"{file.url}?v={hashlib.sha256(file.content_bytes).hexdigest()[:10]}"


def _file(published: Published, config: MkDocsConfig, root: Path) -> File:
    path = published.path
    if published.kind == "copy":
        return File.generated(config, path, abs_src_path=str(root / str(published.content)))
    if published.kind == "file":
        return File.generated(config, path, content=published.content)
    source = f"{path.removesuffix('.html')}.md"
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri, file.url = path, published.url or "./"
    PublishedPage(published, file, config)
    return file


class PublishedPage(Page):
    """A page whose content is made already."""

    def __init__(self, published: Published, file: File, config: MkDocsConfig) -> None:
        super().__init__(published.title, file, config)
        self.published = published
        self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        self.markdown = ""
        self.meta = {"template": TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs calls it so
        self.content = str(self.published.content)
        self.links_to_anchors = {}
        self.present_anchor_ids = set()


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG001
    shells = Shells(env, config)
    theme_template = env.get_template

    def get_template(name: Any, *rest: Any, **more: Any) -> Any:
        return shells if name == TEMPLATE else theme_template(name, *rest, **more)

    env.get_template = get_template  # type: ignore[method-assign]  # so that pages share their frame
    return env


def on_page_content(content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """What scrolls sideways in a hand-written page can be scrolled from the keyboard."""
    if isinstance(page, PublishedPage):
        return content
    return accessible(content).replace(TABLE_LABEL, say("idea.table", _language(page)))


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG001
    """Give a hand-written page its frame."""
    if isinstance(page, PublishedPage):
        return context
    build: Build = config.extra["idesluss"]
    view = _view_of_document(page, build)
    return {**context, **_theme_context(build, view)}


def _language(page: Page) -> Language:
    return "en" if page.file.src_uri.startswith(("en/", "decisions/", "architecture")) else "sv"


def _view_of_document(page: Page, build: Build) -> View:
    language = _language(page)
    path = page.file.dest_uri
    translation = page.meta.get("translation")
    translations = {language: page.url}
    if translation:
        target = str(translation).removesuffix(".md")
        translations["sv" if language == "en" else "en"] = target.removesuffix("index").rstrip("/") + "/"
    section = "about"
    return View(
        language=language,
        section=section,
        root="../" * path.count("/") or "./",
        title=str(page.title or ""),
        description=str(page.meta.get("description", "")),
        content=page.content or "",
        canonical=_absolute(build, page.url),
        edit=_edit(build, f"docs/{page.file.src_uri}"),
        translations=translations,
        is_indexed=True,
        toc=page.toc,
        is_document=True,
    )


def _theme_context(build: Build, view: View) -> dict[str, Any]:
    return {
        "view": view,
        "frame": build.frame(view.language, view.section),
        "stylesheets": build.stylesheets,
        "scripts": build.scripts,
        "has_policy": not _is_serving,
    }


def _absolute(build: Build, url: str) -> str:
    base = build.catalogue.settings.site_url
    return urljoin(base.rstrip("/") + "/", url) if base else ""


def _edit(build: Build, source: str | None) -> str:
    settings = build.catalogue.settings
    if not settings.repository or not source:
        return ""
    return f"{settings.repository.rstrip('/')}/edit/{settings.branch}/{source}"


class Shells:
    """Stands in for a template: the theme's page is rendered once for each kind, then filled.

    The first page of each kind is rendered by the theme as well; should the two differ, the theme's own
    rendering is used for that kind.
    """

    _MARKS = ("title", "description", "content", "canonical", "edit")

    def __init__(self, env: jinja2.Environment, config: MkDocsConfig) -> None:
        self.template = env.get_template("main.html")
        self.build: Build = config.extra["idesluss"]
        self.shells: dict[Any, list[str] | None] = {}

    def render(self, context: Any) -> str:
        published = context["page"].published
        view = self.view(published)
        key = (
            view.language,
            view.section,
            view.root,
            bool(view.canonical),
            bool(view.edit),
            tuple(view.translations),
            view.is_indexed,
        )
        if key not in self.shells:
            self.shells[key] = self.shell(view)
            real = self.by_theme(view)
            if self.filled(key, view) != real:
                log.warning("The frame of %s depends on more than it should", published.path)
                self.shells[key] = None
        return self.by_theme(view) if self.shells[key] is None else self.filled(key, view)

    def view(self, published: Published) -> View:
        root = published.root
        if published.path == "404.html":
            root = (
                "/"
                + urljoin(self.build.catalogue.settings.site_url or "/", ".")
                .partition("://")[2]
                .partition("/")[2]
            )
        return View(
            language=published.language,
            section=published.section,
            root=root,
            title=published.title,
            description=published.description,
            content=str(published.content),
            canonical=_absolute(self.build, published.url) if published.is_indexed else "",
            edit=_edit(self.build, published.source),
            translations=published.translations,
            is_indexed=published.is_indexed,
        )

    def by_theme(self, view: View) -> str:
        return self.template.render(_theme_context(self.build, view))

    def shell(self, view: View) -> list[str]:
        """The theme's page cut at its marks; every second part is a mark's name."""
        marks = {name: f"\ue010{name}\ue011" for name in self._MARKS if getattr(view, name)}
        translations = {name: f"\ue010translation-{name}\ue011" for name in view.translations}
        marked: dict[str, Any] = {**marks, "translations": translations}
        made = self.by_theme(replace(view, **marked))
        return re.split("\ue010(.*?)\ue011", made)

    def filled(self, key: Any, view: View) -> str:
        parts = list(self.shells[key] or ())
        for at in range(1, len(parts), 2):
            name = parts[at]
            if name == "content":
                parts[at] = view.content
            elif name.startswith("translation-"):
                parts[at] = _escaped(view.translations["en" if name.endswith("-en") else "sv"])
            else:
                parts[at] = _escaped(getattr(view, name))
        return "".join(parts)


def _escaped(words: str) -> str:
    """As the theme's templates escape."""
    return str(escape(words))


def on_post_build(config: MkDocsConfig) -> None:
    gc.enable()
    build: Build = config.extra["idesluss"]
    if config.strict and build.warnings.get_counts():
        # MkDocs aborts after this event; the old site stays.
        build.staging.abandon()
        return
    build.staging.publish()


def on_build_error(error: Exception) -> None:  # noqa: ARG001  # MkDocs calls it so
    gc.enable()
    if _staging:
        _staging.abandon()


def on_shutdown() -> None:
    if _staging and _is_serving:
        _staging.forget()


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001
    root = _root(config)
    for watched in ("ideas", "hooks/theme", "hooks/idesluss/pages/templates"):
        server.watch(str(root / watched))
    return server
