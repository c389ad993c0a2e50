"""Pages written by hand in `docs/`: their languages, and where each is published."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort
from mkdocs.utils import meta

from .. import reporters
from ..pages.base.addresses import Addresses
from ..pages.base.published import Crumb
from ..reading.docs_folder import DOCS
from ..reading.problem import Place, Problem
from ..words import LANGUAGES
from .judging import UNTOUCHED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..model import Settings
    from ..pages import Page, Published
    from ..reading.docs_folder import DocsFolder
    from ..words import Language


@dataclass(frozen=True, slots=True)
class DocsPage:
    """A page written by hand; `url` is below the site's root, `title` is what its file says."""

    language: Language
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class DocsPages:
    """Those of the site by their path in `docs/`; `root` is the language of those in no language's folder."""

    settings: Settings
    root: Language
    by_path: Mapping[str, DocsPage]

    @property
    def urls(self) -> set[str]:
        return {document.url for document in self.by_path.values()}

    def crumbs_of(self, path: str) -> tuple[Crumb, ...]:
        """The steps on the way to a document: the first pages of the folders that it lies in."""
        above = [f"{folder}/index.md" for folder in PurePosixPath(path).parents][::-1]
        steps = [self.by_path[index] for index in above if index in self.by_path and index != path]
        return tuple(Crumb(step.title, step.url) for step in steps)

    def path_of(self, page: Page) -> str:
        """What a document calls a generated page in its links, as if that lay in `docs/` too."""
        home = Addresses(self.settings, page.language).home
        folder = "" if page.language == self.root else f"{page.language}/"
        return f"{folder}{page.path.removeprefix(home).removesuffix('.html')}.md"


def keep_read(files: Files, config: MkDocsConfig, docs: DocsFolder) -> None:
    """Leave only those files of `docs/` that the reader has read and let pass."""
    for file in list(files):
        if file.src_dir == config.docs_dir and f"{DOCS}/{file.src_uri}" not in docs.paths:
            files.remove(file)


def refuse_taken(files: Files, published: list[Published], language: Language) -> None:
    """Abort where a page or picture written by hand would take the place of one that is generated."""
    own = {item.path for item in published}
    taken = [file for file in files if file.dest_uri in own]
    problems = [
        Problem(Place(f"{DOCS}/{file.src_uri}"), "docs_page", "error", "docs_page.taken", {"name": file.url})
        for file in taken
    ]
    if problems:
        sys.stderr.write(reporters.as_text(problems, language))
        raise Abort(UNTOUCHED)


def place_docs_pages(files: Files, settings: Settings) -> DocsPages:
    """Place each document below its language's home page; leave out those in languages the site lacks."""
    pages = list(files.documentation_pages())
    folders = {file.src_uri.partition("/")[0] for file in pages} & {*LANGUAGES}
    root = settings.root_language(folders)
    by_path: dict[str, DocsPage] = {}
    for file in pages:
        language = _named_language(file) or _folder(file) or root
        if language not in settings.site_languages:
            files.remove(file)
            continue
        if not _named_language(file):
            _place(file, Addresses(settings, language).home, _folder(file))
        title = str(meta.get_data(file.content_string)[1].get("title", ""))
        by_path[file.src_uri] = DocsPage(language, file.url.removeprefix("./"), title)
    return DocsPages(settings, root, by_path)


def _named_language(file: File) -> Language | None:
    """The language that the page says that it is in, wherever it lies."""
    named = meta.get_data(file.content_string)[1].get("language")
    return named if named in LANGUAGES else None


def _folder(file: File) -> Language | None:
    folder = file.src_uri.partition("/")[0]
    return folder if folder in LANGUAGES else None


def _place(file: File, home: str, folder: Language | None) -> None:
    beginning = f"{folder}/" if folder else ""
    if home != beginning:
        file.dest_uri = home + file.dest_uri.removeprefix(beginning)
        file.url = file.dest_uri.removesuffix("index.html") or "./"
