"""MkDocs' events: the catalogue is read and judged first, and the published list handed over.

The site is built in a folder beside the old one and takes its place only when everything is right.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort, MkDocsException

from ..catalogue.catalogue import language_of
from ..disk.staging import Staging
from ..pages import colour_sheet, place_docs_pages, shown
from ..processes.ending import leave_to_system
from ..progress import tell_by, terminal_teller
from ..reading.docs_folder import DOCS
from ..reading.files import DiskFiles
from ..reading.markdown.page_markdown import EXTENSIONS
from ..reporters.failure import EXIT_CODE, failure_as_text
from ..words import SOURCE
from .build import PACKAGE, build_of, index, keep, new_build
from .copy import write_copy
from .docs_pages import keep_read, lay_docs_pages, refuse_taken
from .files import PublishedPage, mkdocs_file, remove_unused, stylesheet_addresses
from .hand_written import frames_of, readable_content, share_frames, view_of, written_page
from .judging import read_and_judge
from .laid import is_asked_for, lay_published, list_published, with_laid
from .live import LivePages
from .live_server import LiveServer
from .rebuild import VARIABLE
from .scripts import place_scripts

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from .build import Build
    from .judging import JudgedCatalogue


# All that MkDocs is to call.
__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_context",
    "on_post_build",
    "on_post_page",
    "on_serve",
    "on_shutdown",
    "on_startup",
]


class ProgramFailed(Abort):
    """The build ended because of the program or the computer, which its exit code tells from an error."""

    code = exit_code = EXIT_CODE


_UNBUILT = "There is no site to show yet."
_OTHER_FOLDER = f"Pages written by hand lie in {DOCS}/ beside mkdocs.yml; write `docs_dir: {DOCS}` there."


@dataclass
class Run:
    """What outlives a build, because MkDocs says it once or hands it to no later event.

    `is_serving` is said by `on_startup` alone, before the first build. `staging` is the latest build's:
    `on_build_error` gets nothing but the error, `on_shutdown` nothing at all, and a build that serving
    gave up has to let go of its folder before the next takes one. `build` is the only one there is, where
    nothing is served. `judged` is the latest catalogue that could be read, so that serving has something to
    show while catalogue.yml is broken. `live` are the live pages over the latest build.
    """

    is_serving: bool = False
    staging: Staging | None = None
    build: Build | None = None
    judged: JudgedCatalogue | None = None
    live: LivePages | None = None


_run = Run()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001  # MkDocs calls it so
    _run.is_serving = command == "serve" or VARIABLE in os.environ
    is_quiet = logging.getLogger("mkdocs").level > logging.INFO
    if not is_quiet and VARIABLE not in os.environ:
        tell_by(terminal_teller(sys.stderr, lambda: language_of(DiskFiles(Path.cwd()))))
    # As Ctrl-C does, so that what is made meanwhile is removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # A build makes a great deal and forgets it at its end; looking for cycles meanwhile costs a tenth.
    gc.disable()
    root = _root(config)
    if Path(config.docs_dir).absolute() != root / DOCS:
        raise Abort(_OTHER_FOLDER)
    earlier = _run.live.judged if _run.live else _run.judged
    judged = read_and_judge(root, may_have_errors=_run.is_serving, earlier=earlier)
    _run.judged = judged if _run.is_serving else None
    settings = judged.derived.catalogue.settings
    staging = _stage(Path(config.site_dir))
    config.site_dir = str(staging.folder)
    config.site_name = settings.name
    config.theme.dirs.insert(0, str(PACKAGE / "theme"))
    # What mkdocs.yml asks for comes on top.
    config.markdown_extensions = [*dict.fromkeys([*EXTENSIONS, *config.markdown_extensions])]
    config.mdx_configs = {**EXTENSIONS, **config.mdx_configs}
    if VARIABLE in os.environ:
        config.site_url = os.environ[VARIABLE]
    elif not _run.is_serving:
        config.site_url = settings.full_address("") or None
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    build = new_build(root, judged, staging, is_serving=_run.is_serving)
    _run.build = None if _run.is_serving else build
    keep(build, config)
    return config


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _stage(site: Path) -> Staging:
    if _run.staging:
        _run.staging.abandon()
    _run.staging = Staging(site)
    return _run.staging


def on_files(files: Files, config: MkDocsConfig) -> Files:
    build = build_of(config)
    remove_unused(files)
    keep_read(files, config, build.catalogue.tree.docs)
    build.documents = documents = place_docs_pages(build.catalogue.tree.docs, build.theme.settings)
    lay_docs_pages(files, documents)
    build.theme.stylesheets = stylesheet_addresses(files, config, colour_sheet(build.theme.settings))
    build.theme.scripts = place_scripts(files, config)
    if is_asked_for(config, __name__):
        list_published(build, documents)
    else:
        build.frames = frames_of(config.theme.get_env(), build.theme)
        lay_published(build, build.frames, _root(config), documents)
    refuse_taken(files, build.published, build.theme.settings.language)
    if build.frames:
        return with_laid(files, build, config, _root(config), documents)
    for item in build.published:
        files.append(mkdocs_file(item, config, _root(config), documents))
    return files


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG001  # MkDocs calls it so
    build = build_of(config)
    build.frames = build.frames or share_frames(env, build.theme)
    return env


def on_page_content(content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # MkDocs calls it so
    documents = build_of(config).documents
    if documents is None or isinstance(page, PublishedPage):
        return content
    return readable_content(content, page, documents)


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG001  # MkDocs calls it so
    """Give a hand-written page its frame."""
    build = build_of(config)
    if build.documents is None or isinstance(page, PublishedPage):
        return context
    build.written.append(written_page(page, build.documents))
    return {**context, **build.theme.context(view_of(page, build.theme, build.documents))}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  # MkDocs calls it so
    """Show words of the frame that a language lacks as what they are."""
    return shown(output)


def on_post_build(config: MkDocsConfig) -> None:
    build = build_of(config)
    if _run.is_serving:
        gc.enable()
    if config.strict and not build.warnings.is_none:
        # MkDocs aborts after this event; the old site stays.
        build.staging.abandon()
        return
    index(build, may_reuse=_run.is_serving and VARIABLE not in os.environ)
    if build.theme.has_copy:
        write_copy(build)
    build.staging.publish()
    if _run.is_serving and _run.judged and build.frames:
        _run.live = LivePages(_root(config), build.staging.site, build.frames, build.history, _run.judged)
        # They are on the disk, and a server would hold them for as long as it runs.
        build.published.clear()


def on_build_error(error: Exception) -> None:
    """Leave the old site as it was; what neither MkDocs nor we have words for is the program's failure."""
    gc.enable()
    if _run.staging:
        _run.staging.abandon()
    if not isinstance(error, MkDocsException):
        raise ProgramFailed(failure_as_text(error, SOURCE).rstrip()) from error


def on_shutdown() -> None:
    if _run.build:
        leave_to_system()
    if _run.staging and _run.is_serving:
        _run.staging.forget()
    elif _run.staging:
        _run.staging.abandon()


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001  # MkDocs calls it so
    """Show what is saved at once. The program's looks are watched too, where somebody may work on them."""
    # What the first build has left is there to stay: looking through it would make a writer wait.
    gc.collect()
    gc.freeze()
    live = LiveServer(server, config, _live_pages)
    watched = [_root(config) / "ideas"]
    if not _is_installed(PACKAGE):
        watched += [PACKAGE / "theme", PACKAGE / "pages"]
    for folder in watched:
        live.watch(str(folder))
    return live


def _live_pages() -> LivePages:
    if _run.live is None:
        raise ProgramFailed(_UNBUILT)
    return _run.live


def _is_installed(package: Path) -> bool:
    """Whether the package came from a wheel, which lays down its metadata beside it."""
    return any(package.parent.glob(f"{package.name}-*.dist-info"))
