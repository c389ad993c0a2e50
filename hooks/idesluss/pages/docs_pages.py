"""Pages written by hand in `docs/`: their languages, and where each is published."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..reading.docs_folder import DOCS
from ..reading.problem import Place, Problem
from ..words import LANGUAGES
from .base.addresses import Addresses
from .base.published import Crumb, address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model import Settings
    from ..reading.docs_folder import DocsFolder
    from ..reading.document import Document
    from ..words import Language
    from .base.published import Page, Published


@dataclass(frozen=True, slots=True)
class DocsPage:
    """A page written by hand: `url` is below the site's root, `title` what its file calls it."""

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

    @property
    def paths(self) -> dict[str, str]:
        """Where each lies on the site, below its root, and the file that it is made of."""
        return {f"{page.url}index.html": f"{DOCS}/{path}" for path, page in self.by_path.items()}

    def crumbs_of(self, path: str) -> tuple[Crumb, ...]:
        """The steps on the way to a document: the first pages of the folders that it lies in."""
        above = [f"{folder}/index.md" for folder in PurePosixPath(path).parents][::-1]
        steps = [self.by_path[index] for index in above if index in self.by_path and index != path]
        return tuple(Crumb(step.title, step.url) for step in steps)

    def path_of(self, page: Page) -> str:
        """What a document calls a generated page in its links, as if that lay in `docs/` too.

        One that could be written by hand is called as if it were, so that links do not change with it.
        """
        home = Addresses(self.settings, page.language).home
        folder = "" if page.language == self.root else f"{page.language}/"
        if page.is_document:
            return f"{folder}{page.url.removeprefix(home).removesuffix('/')}.md"
        return f"{folder}{page.path.removeprefix(home).removesuffix('.html')}.md"

    def translations(self, path: str, named: object) -> dict[Language, str]:
        """The page's own address, and those of the pages that it names as its translations by their paths."""
        paths = [path, *([named] if isinstance(named, str) else named if isinstance(named, list) else [])]
        pages = [self.by_path[other] for other in map(str, paths) if other in self.by_path]
        return {page.language: page.url for page in pages}


def place_docs_pages(docs: DocsFolder, settings: Settings) -> DocsPages:
    """Each document below its language's home page; those in languages that the site lacks are left out."""
    documents = {path.removeprefix(f"{DOCS}/"): document for path, document in docs.pages.items()}
    root = settings.root_language({folder for path in documents if (folder := _folder(path))})
    by_path = {}
    for path, document in documents.items():
        named = _named_language(document)
        language = named or _folder(path) or root
        if language in settings.site_languages:
            home = "" if named else Addresses(settings, language).home
            within = path if named else path.removeprefix(f"{_folder(path)}/")
            by_path[path] = DocsPage(language, home + _url(within), str(field_of(document, "title") or ""))
    return DocsPages(settings, root, by_path)


def taken(written: Mapping[str, str], published: Iterable[Published]) -> list[Problem]:
    """Where a page or picture written by hand would take the place of one that is made.

    `written` leads from its place on the site to its file.
    """
    paths = sorted(written.keys() & {item.path for item in published})
    return [
        Problem(Place(written[path]), "docs_page", "error", "docs_page.taken", {"name": address_of(path)})
        for path in paths
    ]


def _named_language(document: Document) -> Language | None:
    """The language that the page says that it is in, wherever it lies."""
    named = field_of(document, "language")
    return next((language for language in LANGUAGES if language == named), None)


def _folder(path: str) -> Language | None:
    first, _, rest = path.partition("/")
    return next((language for language in LANGUAGES if rest and language == first), None)


def _url(path: str) -> str:
    folder, name = posixpath.split(path.removesuffix(".md"))
    return "".join(f"{part}/" for part in (folder, "" if name == "index" else name) if part)


def field_of(document: Document, name: str) -> object:
    """What a document says in a field; None where it has none of the name."""
    node = document.node(name)
    return node.plain() if node else None
