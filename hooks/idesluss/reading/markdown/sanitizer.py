"""One allow-list for all that a contributor's text may hold, and a judge of every address in it."""

from __future__ import annotations

import html
import posixpath
import re
import threading
from urllib.parse import unquote

import nh3

from ...words.characters import plain, slugify
from .body import ROOT, Complaint, FileLink

MAX_COMPLAINTS = 20
ID_PREFIX, PLAN_PREFIX = "text-", "plan-"
# Private use characters, as ROOT: what a task's box becomes before the sanitizer takes inputs away.
DONE, OPEN = "\ue001", "\ue002"

_TAG_NAMES = """
    a abbr b blockquote br cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li
    mark ol p pre q s samp section small span strong sub summary sup table tbody td th thead tr u ul var
"""
ELEMENTS = frozenset(_TAG_NAMES.split())
_ATTRIBUTES = {
    "a": {"href", "id", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    "li": {"id"},
    "abbr": {"title"},
    "details": {"open"},
    "*": {"lang"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
SCHEMES = {"http", "https", "mailto"}
# Addresses with another scheme than these; the sanitizer takes them away without a word.
_SCHEME = re.compile(r'(?i)<(a href|img src)="((?!https?:|mailto:)[a-z][a-z0-9+.-]*:[^"]*)"')
# An address on the web or of a mailbox; whatever else is written is a file of the catalogue.
EXTERNAL = re.compile(r"(?i)(https?://[^/\s]|mailto:[^@\s]+@)")


def allowed_attributes() -> dict[str, set[str]]:
    """Each element that a text may hold, with the attributes that it may have."""
    return {name: _ATTRIBUTES.get(name, set()) | _ATTRIBUTES["*"] for name in ELEMENTS}


def fragment_id(fragment: str, prefix: str) -> str:
    """The id that a link's fragment means, whether it is written as on GitHub (`på-sikt`) or as here."""
    return prefix + slugify(unquote(fragment))


def id_prefix(path: str) -> str:
    """What ids begin with in the body of this file."""
    return PLAN_PREFIX if path.endswith("plan.md") else ID_PREFIX


def meant_path(path: str, written: str) -> str:
    """The path below the catalogue's root that a link in the file `path` most likely means.

    Backslashes, an address's question mark and a leading slash are read as somebody may have meant them.
    """
    named = written.partition("#")[0].partition("?")[0].replace("\\", "/").strip()
    if named.startswith("/"):
        return posixpath.normpath(named).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), named))


class Sanitizer:
    """Cleans a body of the file `path`, and gathers its links, anchors and complaints on the way."""

    def __init__(self, path: str) -> None:
        self.folder = posixpath.dirname(path)
        self.prefix = id_prefix(path)
        self.anchors: list[str] = []
        self.links: list[FileLink] = []
        self.sources: dict[str, str] = {}
        self.complaints: list[Complaint] = []
        self._raised: list[Exception] = []

    def clean(self, content: str) -> str:
        """The HTML with nothing in it that is not allowed."""
        self._judge_schemes(content)
        _AT_WORK.sanitizer = self
        try:
            cleaned = _CLEANER.clean(content)
        finally:
            del _AT_WORK.sanitizer
        if self._raised:
            raise self._raised[0]
        return cleaned

    def check_anchors(self, known: set[str]) -> None:
        """Complain of links within the body that lead to no id of it."""
        for name in self.anchors:
            if fragment_id(name, self.prefix) not in known:
                self.complain("body.anchor", f"#{name}")

    def complain(self, key: str, target: str) -> None:
        complaint = (key, target, dict[str, object](target=plain(unquote(target))))
        if len(self.complaints) < MAX_COMPLAINTS and complaint not in self.complaints:
            self.complaints.append(complaint)

    def guarded(self, tag: str, name: str, value: str) -> str | None:
        """The sanitizer would swallow an exception and let the attribute pass as it is."""
        try:
            return self._attribute(tag, name, value)
        except Exception as error:  # noqa: BLE001  # `clean` raises it
            self._raised.append(error)
            return None

    def _attribute(self, _tag: str, name: str, value: str) -> str | None:
        value = value.replace(DONE, "").replace(OPEN, "")
        if name == "id":
            return self.prefix + slugify(value)
        if name == "src":
            return self._image(value)
        if name == "href":
            return self._link(value)
        return value

    def _image(self, target: str) -> str | None:
        if not target.strip():
            self.complain("body.empty", "]()")
            return None
        if EXTERNAL.match(target):
            self.complain("body.image_elsewhere", target)
            return None
        path = self._path(target)
        self.sources.setdefault(path, target)
        return ROOT + path

    def _link(self, target: str) -> str | None:
        if EXTERNAL.match(target):
            return target
        if not target.strip():
            self.complain("body.empty", "]()")
            return None
        if target.startswith("#"):
            self.anchors.append(target[1:])
            return f"#{fragment_id(target[1:], self.prefix)}"
        written, _, fragment = target.partition("#")
        path = self._path(written)
        self.links.append(FileLink(target, path, fragment))
        return f"{ROOT}{path}#{fragment_id(fragment, id_prefix(written))}" if fragment else ROOT + path

    def _path(self, written: str) -> str:
        """The path below the catalogue's root that a path written in this file means."""
        return posixpath.normpath(posixpath.join(self.folder, written))

    def _judge_schemes(self, content: str) -> None:
        """The sanitizer takes away `tel:`, `data:` and their like without a word."""
        for match in _SCHEME.finditer(content):
            key = "body.scheme" if match[1] == "a href" else "body.image_elsewhere"
            self.complain(key, html.unescape(match[2]))


class _AtWork(threading.local):
    """Which of them cleans now, in each thread."""

    sanitizer: Sanitizer


def _filtered(tag: str, name: str, value: str) -> str | None:
    return _AT_WORK.sanitizer.guarded(tag, name, value)


_AT_WORK = _AtWork()
# Made once: what is allowed is the same everywhere, and to say it anew costs as much as a short text.
_CLEANER = nh3.Cleaner(
    tags=ELEMENTS,
    attributes=_ATTRIBUTES,
    attribute_filter=_filtered,
    url_schemes=SCHEMES,
    link_rel="noopener",
)
