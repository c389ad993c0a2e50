"""The finished site written once more, file by file, for a disk."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..disk.files import write_text
from .carried import ENDING, carried, index_from_disk
from .joined import foreign_module, joined_script
from .page import JOINED, page_from_disk
from .sheet import with_letters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..words import Language

_SCRIPTS = "assets/scripts/"
_FIRST = "first.js"
_FONTS = "assets/fonts/"
_SHEET = "assets/idesluss.css"
_SEARCH = "pagefind/"
_LANGUAGE = '<html lang="'
# What only a server has use for.
_OF_SERVER = frozenset({"404.html", "CNAME", "sitemap.xml", "sitemap.xml.gz"})


@dataclass(frozen=True, slots=True)
class OfflineCopy:
    """What a copy is to hold: `said` is what its pages tell of it, as HTML for each language.

    `fetched` are paths of pages, and `indexes` those of lists of pages, that the site's scripts fetch.
    """

    said: Mapping[Language, str]
    fetched: frozenset[str]
    indexes: frozenset[str]


def write_offline(site: Path, folder: Path, copy: OfflineCopy) -> None:
    """Write the copy of a finished site into an empty folder."""
    _Writing(site, folder, copy).write()


@dataclass(frozen=True)
class _Writing:
    site: Path
    folder: Path
    copy: OfflineCopy

    def write(self) -> None:
        for file in sorted(self.site.rglob("*")):
            path = file.relative_to(self.site).as_posix()
            if file.is_file() and path not in _OF_SERVER:
                self._file(path)
        for digest in (self.site / _SCRIPTS).iterdir():
            self._script(digest)

    def _file(self, path: str) -> None:
        if path.endswith(".html"):
            self._page(path)
        elif path in self.copy.indexes:
            content = index_from_disk((self.site / path).read_bytes())
            self._write(path, content.decode())
            self._write(path + ENDING, carried(path, content))
        elif path.startswith(_SEARCH):
            self._search_file(path)
        elif path == _SHEET:
            self._write(path, with_letters(self._text(path), (self.site / path).parent))
        elif not path.startswith((_SCRIPTS, _FONTS)) or path.endswith((".txt", f"/{_FIRST}")):
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.site / path, self.folder / path)

    def _page(self, path: str) -> None:
        text = self._text(path)
        language = text.partition(_LANGUAGE)[2].partition('"')[0]
        page = page_from_disk(text, self._said.get(language, ""))
        self._write(path, page)
        if path in self.copy.fetched:
            self._write(path + ENDING, carried(path, page.encode()))

    @cached_property
    def _said(self) -> dict[str, str]:
        return {str(language): said for language, said in self.copy.said.items()}

    def _search_file(self, path: str) -> None:
        if path.endswith("pagefind.js"):
            self._write(path, foreign_module(path, self._text(path)))
        elif not path.endswith(".js"):
            self._write(path + ENDING, carried(path, (self.site / path).read_bytes()))

    def _script(self, folder: Path) -> None:
        """The modules, which lie in one folder whose name tells what they hold."""
        files = (file for file in folder.rglob("*.js") if file.name != _FIRST)
        texts = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
        self._write(f"{folder.relative_to(self.site).as_posix()}/{JOINED}", joined_script(texts))

    def _text(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf-8")

    def _write(self, path: str, text: str) -> None:
        write_text(self.folder / path, text)
