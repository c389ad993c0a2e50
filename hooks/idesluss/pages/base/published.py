"""What the site consists of: one flat list of pages, files and copies.

A `path` is below the site's root.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from ...words import Language


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way to a page; `url` is below the site's root."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `content` is the fragment within the theme's frame, with its links already relative.

    `source` is the file to edit, `image` the path of the picture that is shown where the page is shared,
    `feed` of what tells news of it. `alternates` are paths of what says the same in another form, by its
    kind: `json_feed`, `calendar` or `markdown`. `changed` is the day when what it tells last became
    different, where that is known. `scripts` are names of modules in the theme's `scripts/` that the page
    needs besides those of every page. `base` is the way to the site's root where it does not follow from
    the path. `number` counts the pages of a list on several. `is_document` is of a page of running text,
    such as those that are written by hand.
    """

    path: str
    content: str
    language: Language
    title: str
    description: str = ""
    section: str = ""
    translations: Mapping[Language, str] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()
    source: str | None = None
    image: str = ""
    feed: str = ""
    alternates: Mapping[str, str] = field(default_factory=dict)
    changed: dt.date | None = None
    is_indexed: bool = True
    scripts: tuple[str, ...] = ()
    base: str | None = None
    number: int = 1
    is_document: bool = False

    @property
    def url(self) -> str:
        """The address below the site's root, `ideer/2015/x/`; empty for the home page."""
        return address_of(self.path)

    @property
    def root(self) -> str:
        """The way from this page to the site's root: `../../` or `./`; `base` where that is given."""
        return self.base or way_to_root(self.path)


@dataclass(frozen=True, slots=True)
class File:
    """A file with all that stands in it."""

    path: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is the same as `source`, a path below the catalogue's root."""

    path: str
    source: str


Published = Page | File | Copy


def pages_in(published: Iterable[Published]) -> list[Page]:
    """The pages of a list, in its order."""
    return [item for item in published if isinstance(item, Page)]


def without_content(item: Published) -> Published:
    """What is still asked for of an item that has been written: of a document its text as well."""
    has_more = isinstance(item, Page) and item.is_document
    return item if has_more or isinstance(item, Copy) else replace(item, content="")


def address_of(path: str) -> str:
    """The address of a file of the site, below its root."""
    return path.removesuffix("index.html")


def way_to_root(path: str) -> str:
    """The way from a file of the site to its root: `../../` or `./`."""
    return "../" * path.count("/") or "./"
