"""Pages at the former names of ideas, which lead on to the present ones."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from ..base.published import File

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def redirects(site: Site) -> Iterator[File]:
    """A page at each former name, leading to the present one; `feeds` writes the feeds beside them."""
    for entry in site.catalogue.entries:
        for address in site.writer.addresses.former_ideas(entry):
            title, own = site.link(entry).title, f"../../{entry.addresses[0]}/"
            yield _redirect(site.writer, address, own, title)
            if site.archive.has(entry):
                at = site.writer.addresses.archived_at
                yield _redirect(site.writer, at(address), f"../{at(own)}", title)


def _redirect(writer: Writer, address: str, target: str, title: str) -> File:
    content = _REDIRECT.format(
        language=writer.language,
        title=html.escape(title),
        target=target,
        words=html.escape(writer.word("redirect.moved")),
    )
    return File(f"{address}index.html", content)
