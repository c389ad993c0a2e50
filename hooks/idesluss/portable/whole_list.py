"""All that the site consists of: the published list, the pages written by hand, and the theme's files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..history.timeline import read_timeline
from ..pages import Copy, File, Page, pages_in, place_docs_pages, publish, site_maps, standing_pages
from ..pages.base.borrowed import without_marks
from ..pages.docs_pages import taken
from ..pages.documents import written_pages
from ..reading.docs_folder import DOCS
from ..search import WrittenPage
from .assets import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..derived.whole import Derived
    from ..history.git import Repository
    from ..neighbours.copies import Neighbourhood
    from ..pages import DocsPages, Published
    from ..reading.problem import Problem


@dataclass(frozen=True, slots=True)
class WholeList:
    """The `pages` that the program makes, those `written` by hand, and all other `files`.

    `problems` tell of what was written by hand where something of the program's lies. What the
    `neighbourhood` tells is found by the search too.
    """

    pages: list[Page]
    written: list[Page]
    files: list[File | Copy]
    problems: list[Problem]
    neighbourhood: Neighbourhood


def whole_list(derived: Derived, repository: Repository) -> WholeList:
    """Everything that is published, made without MkDocs."""
    catalogue = derived.catalogue
    settings, docs = catalogue.settings, catalogue.tree.docs
    documents = place_docs_pages(docs, settings)
    # Who shares a page shows its picture by a full address, which is not known without the site's own.
    fonts = FONTS if settings.site_url else None
    generated = publish(derived, [], fonts=fonts, history=read_timeline(repository, catalogue))
    beside = [Copy(path.removeprefix(f"{DOCS}/"), path) for path in (*docs.pictures, *docs.schemas)]
    problems = taken({**documents.paths, **{copy.path: copy.source for copy in beside}}, generated)
    generated += without_marks(standing_pages(settings, documents.urls), settings.site_languages)
    targets = _targets([*generated, *beside], documents)
    files = [item for item in generated if not isinstance(item, Page)]
    files += [*site_maps(generated, documents), *beside]
    pages = [page if fonts else replace(page, image="") for page in pages_in(generated)]
    written = list(written_pages(docs, documents, targets))
    return WholeList(pages, written, files, problems, derived.neighbourhood)


def _targets(published: Iterable[Published], documents: DocsPages) -> dict[str, str]:
    """What a document calls each page and file in its links, and the address of that."""
    pages = {documents.path_of(item): item.url for item in published if isinstance(item, Page)}
    files = {item.path: item.path for item in published if not isinstance(item, Page)}
    return {**files, **pages}


def searched(page: Page) -> WrittenPage:
    """A hand-written page as the search finds it."""
    return WrittenPage(page.url, page.language, page.title, page.description, page.content)
