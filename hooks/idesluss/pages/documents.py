"""What stands in the pages written by hand, rendered without MkDocs."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..reading.docs_folder import DOCS
from ..reading.markdown import TABLE_LABEL, accessible, cleaned_page
from ..reading.markdown.page_markdown import render_page
from ..words import say
from .base.addresses import Addresses
from .base.published import Crumb, Page, way_to_root
from .docs_pages import field_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..reading.docs_folder import DocsFolder
    from ..reading.document import Document
    from .docs_pages import DocsPage, DocsPages

_SECTION = "about"
# A link or a picture as the allow-list writes them: double quotation marks, and one space before.
_TARGET = re.compile(r' (href|src)="([^"]*)"')


def written_pages(docs: DocsFolder, documents: DocsPages, targets: Mapping[str, str]) -> Iterator[Page]:
    """The hand-written pages, rendered without MkDocs.

    `targets` leads from what a document calls a page or file in its links to the address below the root.
    """
    known = {**targets, **{path: page.url for path, page in documents.by_path.items()}}
    for path, placed in documents.by_path.items():
        yield _written_page(path, placed, docs.pages[f"{DOCS}/{path}"], documents, known)


def _written_page(
    path: str, placed: DocsPage, document: Document, documents: DocsPages, known: Mapping[str, str]
) -> Page:
    content, heading = render_page(document.markdown)
    label = say("idea.table", placed.language)
    readable = accessible(cleaned_page(content)[0]).replace(TABLE_LABEL, label)
    resolved = _Links(path, placed.url, known)
    return Page(
        path=f"{placed.url}index.html",
        content=f"{_way_here(path, placed, documents)}{_TARGET.sub(resolved, readable)}",
        language=placed.language,
        title=str(field_of(document, "title") or heading or path),
        description=str(field_of(document, "description") or ""),
        section=_SECTION,
        translations=documents.translations(path, field_of(document, "translation")),
        source=f"{DOCS}/{path}",
    )


def _way_here(path: str, placed: DocsPage, documents: DocsPages) -> str:
    """The steps from the home page, as the frame of MkDocs' pages has them."""
    home = Crumb(say("frame.home", placed.language), Addresses(documents.settings, placed.language).home)
    root = way_to_root(f"{placed.url}index.html")
    links = (
        f'<li><a href="{html.escape(root + step.url)}">{html.escape(step.title)}</a></li>'
        for step in (home, *documents.crumbs_of(path))
    )
    here = f'<li><span aria-current="page">{html.escape(placed.title)}</span></li>'
    label = html.escape(say("frame.crumbs", placed.language))
    return f'<nav class="crumbs" aria-label="{label}"><ol>{"".join(links)}{here}</ol></nav>\n'


@dataclass(frozen=True, slots=True)
class _Links:
    """Makes the links of the document `path`, which is published at `url`, lead within the site."""

    path: str
    url: str
    known: Mapping[str, str]

    def __call__(self, match: re.Match[str]) -> str:
        target, mark, fragment = html.unescape(match[2]).partition("#")
        written = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(target)))
        address = self.known.get(written) if target else None
        if address is None:
            return match[0]
        leads = html.escape(f"{way_to_root(f'{self.url}index.html')}{address}{mark}{fragment}")
        return f' {match[1]}="{leads}"'
