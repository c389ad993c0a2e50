"""`sitemap.xml`, which tells search engines of every page."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from ..base.published import File, pages_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..base.published import Published
    from ..docs_pages import DocsPages


def site_maps(published: Iterable[Published], documents: DocsPages) -> Iterator[File]:
    """The map of all pages, our own and the hand-written; none where the site's address is not known."""
    settings = documents.settings
    if settings.site_url:
        own = {page.url for page in pages_in(published) if page.is_indexed}
        yield _site_map(map(settings.full_address, sorted(documents.urls | own)))


def _site_map(addresses: Iterable[str]) -> File:
    rows = "".join(f"<url><loc>{html.escape(address)}</loc></url>\n" for address in addresses)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return File("sitemap.xml", content)
