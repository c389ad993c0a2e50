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
    from ..base.writer import Writer

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


def not_found(writer: Writer) -> Page:
    """The page for addresses that lead nowhere; shown at any depth, so its links begin at the root."""
    root = urlsplit(writer.settings.site_url or "/").path or "/"
    homes = {writer.language: writer.addresses.home, writer.other: writer.other_addresses.home}
    return Page(
        path="404.html",
        content=writer.fragment("files/not_found.html").replace(ROOT, root),
        language=writer.language,
        title=writer.word("not_found.title"),
        description=writer.word("not_found.lead"),
        translations=homes,
        is_indexed=False,
        base=root,
    )


def problems_page(writer: Writer, problems: list[Problem]) -> Page:
    """What is wrong right now, for whoever is writing."""
    return writer.page(
        "files/problems.html",
        writer.addresses.section("problems"),
        title=writer.word("nav.problems"),
        description=writer.word("problems.lead"),
        translation=writer.other_addresses.section("problems"),
        blocks=[problem_block(problem, writer.language) for problem in problems],
        sum=report.summary(problems, writer.language),
        is_indexed=False,
    )


def redirects(site: Site) -> Iterator[File]:
    """A page at each former name, leading to the present one."""
    for entry in site.catalogue.entries:
        for slug in entry.idea.aliases:
            address = site.writer.addresses.alias(entry, slug)
            yield _redirect(site.writer, address, f"../{entry.slug}/", site.link(entry).title)


def _redirect(writer: Writer, address: str, target: str, title: str) -> File:
    content = _REDIRECT.format(
        language=writer.language,
        title=html.escape(title),
        target=target,
        words=html.escape(writer.word("redirect.moved")),
    )
    return File(f"{address}index.html", content)


def site_map(urls: Iterable[str], site_url: str) -> File:
    """`sitemap.xml` of addresses below the site's root."""
    base = site_url.rstrip("/") + "/"
    rows = "".join(f"<url><loc>{html.escape(urljoin(base, url))}</loc></url>\n" for url in urls)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
    return File("sitemap.xml", content)
