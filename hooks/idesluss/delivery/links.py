"""Links within a built site, and those of them that lead nowhere. Links to other sites are let be."""

from __future__ import annotations

import posixpath
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BrokenLink(NamedTuple):
    """A link that leads nowhere, or to no such place in the page that it names."""

    page: str
    link: str
    lacks: Literal["page", "place"]


class PageLinks(HTMLParser):
    """The links of a page, and the places in it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what the element links to, and its name."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"href", "src"} and value and tag != "base":
                self.links.append(value)


class BuiltSite:
    """A site as it lies on the disk. Paths are relative to its folder, with `/` between their parts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def paths(self) -> frozenset[str]:
        files = (file for file in self._folder.rglob("*") if file.is_file())
        return frozenset(file.relative_to(self._folder).as_posix() for file in files)

    @cached_property
    def pages(self) -> dict[str, PageLinks]:
        names = sorted(path for path in self.paths if path.endswith(".html"))
        return {path: PageLinks((self._folder / path).read_text(encoding="utf-8")) for path in names}

    def target(self, page: str, link: str) -> str:
        """The path that a link in a page leads to, whether or not there is a file."""
        path = unquote(urlsplit(link).path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        return target if target in self.paths else posixpath.normpath(posixpath.join(target, "index.html"))

    def broken_links(self) -> Iterator[BrokenLink]:
        """The links that lead nowhere, page by page."""
        for path, page in self.pages.items():
            for link in filter(_is_within, page.links):
                target, fragment = self.target(path, link), unquote(urlsplit(link).fragment)
                if target not in self.paths:
                    yield BrokenLink(path, link, "page")
                elif fragment and target in self.pages and fragment not in self.pages[target].ids:
                    yield BrokenLink(path, link, "place")


def _is_within(link: str) -> bool:
    """Whether a link is relative to its page; only the page for what is not found begins at the root."""
    parts = urlsplit(link)
    return not (parts.scheme or parts.netloc or link.startswith("/"))
