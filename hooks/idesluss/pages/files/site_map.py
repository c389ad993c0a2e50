"""`sitemap.xml`, which tells search engines of every page."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from ..base.published import File

if TYPE_CHECKING:
    from collections.abc import Iterable


def site_map(addresses: Iterable[str]) -> File:
    """`sitemap.xml` of full addresses."""
    rows = "".join(f"<url><loc>{html.escape(address)}</loc></url>\n" for address in addresses)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return File("sitemap.xml", content)
