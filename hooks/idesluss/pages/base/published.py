"""What the site consists of: one flat list of files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...words import Language


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way to a page; `url` is below the site's root."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Published:
    """One file of the site.

    `path` is below the site's root. A page's `content` is the fragment within the theme's frame, with
    its links already relative; a file's is all there is; of a copy it is the path of the file to copy,
    below the catalogue's root. `source` is the file to edit, `image` the path of the picture that is shown
    where the page is shared, `feed` of what tells news of it.
    `scripts` are names of files in the theme's `assets/` that the page needs
    besides `idesluss.js`.
    """

    path: str
    content: str | bytes
    kind: Literal["page", "file", "copy"] = "page"
    language: Language = "sv"
    title: str = ""
    description: str = ""
    section: str = ""
    translations: Mapping[Language, str] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()
    source: str | None = None
    image: str = ""
    feed: str = ""
    is_indexed: bool = True
    scripts: tuple[str, ...] = ()
    base: str | None = None

    @property
    def url(self) -> str:
        """The address below the site's root, `ideer/2015/x/`; empty for the home page."""
        return self.path.removesuffix("index.html")

    @property
    def root(self) -> str:
        """The way from this page to the site's root: `../../` or `./`; `base` where that is given."""
        if self.base:
            return self.base
        return "../" * self.path.count("/") or "./"
