"""`sitemap.xml`, which tells search engines of every page."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..base.published import File

if TYPE_CHECKING:
    from collections.abc import Iterable


def site_map(urls: Iterable[str], site_url: str) -> File:
    """`sitemap.xml` of addresses below the site's root."""
    base = site_url.rstrip("/") + "/"
    rows = "".join(f"<url><loc>{html.escape(urljoin(base, url))}</loc></url>\n" for url in urls)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return File("sitemap.xml", content)
