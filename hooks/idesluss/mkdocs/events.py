"""The one file that knows MkDocs: events in, the published list out.

The catalogue is read and judged first. The site is built in a folder beside the old one and takes its
place only when everything is right.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from pydantic_core import PydanticCustomError

from .. import pages
from .. import reporters as report
from ..catalogue.catalogue import read_catalogue
from ..checks import judge_reading
from ..derived.whole import Derived
from ..disk import Staging
from ..history.git import Repository
from ..history.timeline import read_timeline
from ..model.today import DAY_VARIABLE, read_day
from ..model.values import read_url
from ..pages import Copy, PageView, Published, Shells, Theme, pages_in, publish, site_map
from ..reading.files import DiskFiles
from ..reading.markdown import TABLE_LABEL, accessible
from ..search import WrittenPage, index_plans, indexing
from ..search.indexing import reuse_index, write_index
from ..words import say

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from ..catalogue.catalogue import Catalogue
    from ..words import Language

log = logging.getLogger("mkdocs.hooks.idesluss")
TEMPLATE = "published.html"
FONTS = Path(__file__).parents[1] / "theme" / "assets" / "fonts"
# What the theme brings and our pages do not use.
_UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette", "sitemap.xml")
_NO_DAY = f"{DAY_VARIABLE} is a day such as 2026-11-23, and SOURCE_DATE_EPOCH whole seconds."
_PLACES = {"site_url": "IDESLUSS_SITE_URL", "repository": "IDESLUSS_REPOSITORY"}
_NO_PLACE = f"{' and '.join(_PLACES.values())} are full addresses that begin with https://."
_UNTOUCHED = "The catalogue has errors; the site is left as it was."
_is_serving = False
_staging: Staging | None = None


@dataclass
class Build:
    """What one build knows; a new one for each build, so that serving keeps nothing."""

    catalogue: Catalogue
    theme: Theme
    staging: Staging
    warnings: CountHandler
    published: list[Published]
    documents: list[WrittenPage] = field(default_factory=list)


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001  # MkDocs calls it so
    global _is_serving  # noqa: PLW0603  # set once, before the first build
    _is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # A build makes a great deal and forgets it at its end; looking for cycles meanwhile costs a tenth.
    gc.disable()
    root = _root(config)
    reading = read_catalogue(DiskFiles(root), _today())
    derived = Derived(reading.catalogue) if reading.catalogue else None
    problems = judge_reading(reading, derived)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        sys.stderr.write(report.as_text(errors, reading.language))
    found = reading.catalogue
    if derived is None or found is None or (errors and not _is_serving):
        raise Abort(_UNTOUCHED)
    _place(found)
    theme = Theme(found.settings, found.today, has_problems=bool(errors), has_policy=not _is_serving)
    warnings = _count_warnings()
    staging = _stage(Path(config.site_dir))
    config.site_dir = str(staging.folder)
    config.site_name = found.settings.name
    if not _is_serving:
        config.site_url = found.settings.site_url
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    # Who shares a page shows its picture by a full address, which is not known without the site's own.
    fonts = FONTS if found.settings.site_url else None
    published = publish(derived, errors, fonts=fonts, history=read_timeline(Repository(root), found))
    config.extra["idesluss"] = Build(found, theme, staging, warnings, published)
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
        return read_day(os.environ)
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
    build.theme.stylesheets = [
        _hashed(f)
        for f in files
        if f.src_uri.startswith("assets/stylesheets/main.") and f.src_uri.endswith("css")
    ]
    build.theme.stylesheets.append(_hashed(_joined_sheet(files, config)))
    build.theme.scripts = {
        Path(f.src_uri).name: _hashed(f)
        for f in files
        if f.src_uri.startswith("assets/") and f.src_uri.endswith(".js")
    }
    root = _root(config)
    published = [*build.published]
    site_url = build.theme.settings.site_url
    if site_url:
        written = [file.url.removeprefix("./") for file in files.documentation_pages()]
        made = [page.url for page in pages_in(published) if page.is_indexed]
        published.append(site_map(sorted({*written, *made}), site_url))
    for item in published:
        files.append(_file(item, config, root))
    return files


def _joined_sheet(files: Files, config: MkDocsConfig) -> File:
    """One sheet of the theme's own, in order of their names, in place of many to ask for."""
    sheets = [f for f in files if f.src_uri.startswith("styles/")]
    for sheet in sheets:
        files.remove(sheet)
    ordered = sorted(sheets, key=lambda sheet: sheet.src_uri)
    joined = "".join(sheet.content_string for sheet in ordered)
    file = File.generated(config, "assets/idesluss.css", content=joined)
    files.append(file)
    return file


def _hashed(file: File) -> str:
    return f"{file.url}?v={hashlib.sha256(file.content_bytes).hexdigest()[:10]}"


def _file(published: Published, config: MkDocsConfig, root: Path) -> File:
    path = published.path
    if isinstance(published, Copy):
        return File.generated(config, path, abs_src_path=str(root / published.source))
    if isinstance(published, pages.File):
        return File.generated(config, path, content=published.content)
    source = f"{path.removesuffix('.html')}.md"
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri, file.url = path, published.url or "./"
    PublishedPage(published, file, config)
    return file


class PublishedPage(Page):
    """A page whose content is made already."""

    def __init__(self, published: pages.Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(published.title, file, config)
        self.published = published
        self.edit_url = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        self.markdown = ""
        self.meta = {"template": TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs calls it so
        self.content = self.published.content
        self.links_to_anchors = {}
        self.present_anchor_ids = set()


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG001
    build: Build = config.extra["idesluss"]
    in_shells = ShellTemplate(Shells(env.get_template("main.html"), build.theme))
    theme_template = env.get_template

    def get_template(name: Any, *rest: Any, **more: Any) -> Any:
        return in_shells if name == TEMPLATE else theme_template(name, *rest, **more)

    env.get_template = get_template  # type: ignore[method-assign]  # so that pages share their frame
    return env


class ShellTemplate:
    """Stands in for a template where MkDocs wants one."""

    def __init__(self, shells: Shells) -> None:
        self.shells = shells

    def render(self, context: Any) -> str:
        made = self.shells.page(context["page"].published)
        while self.shells.unlike:
            log.warning("The frame of %s depends on more than it should", self.shells.unlike.pop())
        return made


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
    view = _view(page, build.theme)
    build.documents.append(WrittenPage(page.url, view.language, view.title, view.description, view.content))
    return {**context, **build.theme.context(view)}


def _language(page: Page) -> Language:
    return "en" if page.file.src_uri.startswith(("en/", "decisions/", "architecture")) else "sv"


def _view(page: Page, theme: Theme) -> PageView:
    language = _language(page)
    path = page.file.dest_uri
    translation = page.meta.get("translation")
    translations = {language: page.url}
    if translation:
        target = str(translation).removesuffix(".md")
        translations["sv" if language == "en" else "en"] = target.removesuffix("index").rstrip("/") + "/"
    return PageView(
        language=language,
        section="about",
        root="../" * path.count("/") or "./",
        title=str(page.title or ""),
        description=str(page.meta.get("description", "")),
        content=page.content or "",
        canonical=theme.canonical(page.url),
        edit=theme.edit(f"docs/{page.file.src_uri}"),
        translations=translations,
        toc=page.toc,
        is_document=True,
        image=theme.shared("about", language),
    )


def on_post_build(config: MkDocsConfig) -> None:
    gc.enable()
    build: Build = config.extra["idesluss"]
    if config.strict and build.warnings.get_counts():
        # MkDocs aborts after this event; the old site stays.
        build.staging.abandon()
        return
    if os.environ.get(indexing.VARIABLE) != "off":
        _index(build)
    build.staging.publish()


def _index(build: Build) -> None:
    """Make the search index; while serving only once, since it would make every change wait."""
    if _is_serving and reuse_index(build.staging.site, build.staging.folder):
        return
    try:
        told = index_plans(build.catalogue, pages_in(build.published), build.documents)
        write_index(build.staging.folder, told)
    except indexing.NotIndexedError as error:
        build.staging.abandon()
        raise Abort(str(error)) from None


def on_build_error(error: Exception) -> None:  # noqa: ARG001  # MkDocs calls it so
    gc.enable()
    if _staging:
        _staging.abandon()


def on_shutdown() -> None:
    if _staging and _is_serving:
        _staging.forget()


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001
    root = _root(config)
    for watched in ("ideas", "hooks/idesluss/theme", "hooks/idesluss/pages"):
        server.watch(str(root / watched))
    return server
