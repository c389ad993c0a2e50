"""`sitemap.xml`, which tells search engines of every page."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from ..base.published import File, pages_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ..base.published import Published
    from ..docs_pages import DocsPages


def site_maps(published: Iterable[Published], documents: DocsPages) -> Iterator[File]:
    """The map of all pages, our own and the hand-written; none where the site's address is not known."""
    settings = documents.settings
    if settings.site_url:
        changed = dict.fromkeys(documents.urls) | {
            page.url: page.changed for page in pages_in(published) if page.is_indexed
        }
        yield _site_map((settings.full_address(url), changed[url]) for url in sorted(changed))


def _site_map(pages: Iterable[tuple[str, dt.date | None]]) -> File:
    """Each address with the day when what its page tells last became different, where that is known."""
    rows = "".join(
        f"<url><loc>{html.escape(address)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for address, day in pages
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return File("sitemap.xml", content)
