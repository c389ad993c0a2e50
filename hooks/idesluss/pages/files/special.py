"""Pages beside the catalogue's own: not found, problems, redirects, site map."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ... import reporters as report
from ...reading.markdown import ROOT
from ...reporters import problem_block
from ..base.published import File, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...reading.problem import Problem
    from ..base.site import Site

_REDIRECT = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><main><h1>{title}</h1><p>{words} <a href="{target}">{title}</a></p></main></body>
</html>
"""


def not_found(site: Site) -> Page:
    """The page for addresses that lead nowhere; shown at any depth, so its links begin at the root."""
    root = urlsplit(site.catalogue.settings.site_url or "/").path or "/"
    content = site.fragment("files/not_found.html", other=site.other).replace(ROOT, root)
    return Page(
        path="404.html",
        content=content,
        language=site.language,
        title=site.word("not_found.title"),
        description=site.word("not_found.lead"),
        translations={site.language: site.addresses.home, site.other: site.other_addresses.home},
        is_indexed=False,
        base=root,
    )


def problems_page(site: Site, problems: list[Problem]) -> Page:
    """What is wrong right now, for whoever is writing."""
    return site.page(
        "files/problems.html",
        site.addresses.section("problems"),
        title=site.word("nav.problems"),
        description=site.word("problems.lead"),
        translation=site.other_addresses.section("problems"),
        blocks=[problem_block(problem, site.language) for problem in problems],
        sum=report.summary(problems, site.language),
        is_indexed=False,
    )


def redirects(site: Site) -> Iterator[File]:
    """A page at each former name, leading to the present one."""
    for entry in site.catalogue.entries:
        for slug in entry.idea.aliases:
            target = f"../{entry.slug}/"
            content = _REDIRECT.format(
                language=site.language,
                title=html.escape(entry.title(site.language)),
                target=target,
                words=html.escape(site.word("redirect.moved")),
            )
            yield File(f"{site.addresses.alias(entry, slug)}index.html", content)


def site_map(urls: Iterable[str], site_url: str) -> File:
    """`sitemap.xml` of addresses below the site's root."""
    base = site_url.rstrip("/") + "/"
    rows = "".join(f"<url><loc>{html.escape(urljoin(base, url))}</loc></url>\n" for url in urls)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return File("sitemap.xml", content)
