"""What a reader can do with the page: cite it, share it, mend it and follow it."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from ...proposal import additions
from ...words import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...derived.waiting import Wait
    from ...model import Settings
    from ...proposal import Addition
    from ...words import Language
    from ..base.writer import Writer

_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
# Every sign that means something to TeX.
_SPECIAL = re.compile("|".join(map(re.escape, _TEX)))


@dataclass(frozen=True, slots=True)
class Cited:
    """The page as a work. `address` lacks its host where the site's own is not known.

    The day is the catalogue's; a script puts the reader's own in its place.
    """

    key: str
    title: str
    language: Language
    published_in: str
    address: str
    day: dt.date

    @property
    def bibtex_language(self) -> str:
        """The title's language as LaTeX names it."""
        return say("language.bibtex", self.language)

    @property
    def tex(self) -> tuple[str, str]:
        """Title and catalogue as BibTeX takes them."""
        return _tex(self.title), _tex(self.published_in)

    @property
    def json(self) -> tuple[str, str]:
        """Title and catalogue as JSON takes them."""
        return _json(self.title), _json(self.published_in)


@dataclass(frozen=True, slots=True)
class Use:
    """What a citation says, and addresses; those that need a site or a repository may be empty.

    `calendar` is empty where there is none. `host` is what the repository's host is called; `additions` are
    what can be added, each with the address to do it at; `knows_more` is where somebody who knows what the
    sources do not tell can say so.
    """

    cited: Cited
    address: str
    mail: str
    edits: tuple[tuple[str, str], ...]
    history: str
    feed: str
    json: str
    markdown: str
    calendar: str
    calendar_address: str
    host: str
    additions: tuple[tuple[Addition, str], ...]
    knows_more: str


def use_of(writer: Writer, entry: Entry, wait: Wait | None, *, has_dates: bool = False) -> Use:
    """What can be done with the entry's page, with its wait if it has one.

    `has_dates` is whether there is a calendar beside it.
    """
    settings = writer.settings
    path = writer.addresses.idea(entry)
    address = settings.full_address(path)
    title = " ".join(entry.title(writer.language).split())
    language = entry.title_language(writer.language)
    cited = Cited(entry.slug, title, language, settings.name, address or path, entry.today)
    subject = quote(writer.word("idea.mail_subject"))
    mail = f"mailto:?subject={subject}&body={quote(address)}" if address else ""
    history = settings.in_repository("commits", posixpath.dirname(entry.path))
    edits = _edits(settings, entry)
    calendar = writer.addresses.calendar_file(path) if has_dates else ""
    return Use(
        cited,
        address,
        mail,
        edits,
        history,
        writer.addresses.feed(path),
        writer.addresses.entry_json(entry),
        writer.addresses.markdown(entry),
        calendar,
        settings.full_address(calendar) or calendar,
        settings.repository_pages.host.name if settings.repository_pages else "",
        tuple(_additions(writer, entry, wait)),
        "#supplement" if settings.contact or settings.repository else "#use",
    )


def _additions(writer: Writer, entry: Entry, wait: Wait | None) -> Iterator[tuple[Addition, str]]:
    """What can be added, and where on the repository's site; nothing there where it is not known."""
    settings = writer.settings
    for addition in additions(entry, wait, writer.language, entry.today):
        folder, file = posixpath.split(addition.path)
        if addition.is_file and settings.repository_pages:
            yield addition, settings.repository_pages.file_with(folder, file, addition.lines)
        else:
            yield addition, settings.in_repository("edit", addition.path)


def _edits(settings: Settings, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Which file each link leads to: the idea's or the plan's."""
    files = [("idea", entry.path), ("plan", entry.plan_document.path if entry.plan_document else "")]
    links = [(name, settings.in_repository("edit", path)) for name, path in files if path]
    return tuple((name, url) for name, url in links if url)


def _tex(words: str) -> str:
    """The words as BibTeX takes them."""
    return _SPECIAL.sub(lambda sign: _TEX[sign[0]], words)


def _json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
