"""What is the matter with a link that leads nowhere, and what was probably meant by it."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..reading.markdown import meant_path
from ..reading.records import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue

# The endings that a picture can have, as a writer may have put them.
_PICTURE = re.compile(r"\.(png|jpe?g|webp|gif)$", re.IGNORECASE)
# With or without its scheme, and with the slashes that belong to other schemes.
_MAIL = re.compile(r"(?:mailto:)?/*([^\s/@:]+@[^\s/@:]+\.[a-z]{2,})", re.IGNORECASE)
# `https:a.se`, `https:/a.se`, `https/a.se` and `https//a.se`.
_ONE_SLASH = re.compile(r"(https?)(?::/?|/{1,2})(?=[^/:\s])", re.IGNORECASE)
# Only endings that are common in sources here: with any ending `plan.md` would be taken for a host.
_HOST = re.compile(r"(?://)?((?:[a-z0-9-]+\.)+(?:se|com|org|net|nu|eu|io)(?:[/?#].*)?)", re.IGNORECASE)
_EXAMPLE = "../../2026/min-ide/idea.md"


def link_mistake(catalogue: Catalogue, path: str, target: str) -> tuple[str, dict[str, object]]:
    """The key that tells best what is wrong with a link in the file `path`, and its values."""
    address = _address(target)
    if address:
        return "body.address", {"nearest": address}
    written = unquote(target)
    meant = _likely_target(catalogue, path, written)
    for sign, key in (("\\", "body.backslash"), ("?", "body.question_mark")):
        if sign in written and meant:
            return key, {"nearest": meant}
    if written.startswith("/"):
        return "body.absolute", {"nearest": meant or _EXAMPLE}
    full = meant_path(path, written)
    if meant and meant_path(path, meant).casefold() == full.casefold():
        return "body.case", {"nearest": meant}
    return ("body.link_near", {"nearest": meant}) if meant else (_key_of_other(catalogue, full), {})


def picture_mistake(catalogue: Catalogue, path: str, target: str) -> tuple[str, dict[str, object]]:
    """The key that tells best what is wrong with a picture shown in the file `path`, and its values."""
    full = meant_path(path, unquote(target))
    folder = posixpath.dirname(full)
    known = sorted(catalogue.tree.picture_paths())
    likely = nearest(full, [name for name in known if posixpath.dirname(name) == folder])
    likely = likely or next((name for name in known if name.endswith(f"/{posixpath.basename(full)}")), None)
    if likely is None:
        return "body.image", {}
    return "body.image_near", {"nearest": posixpath.relpath(likely, posixpath.dirname(path))}


def is_judged_itself(catalogue: Catalogue, path: str, target: str) -> bool:
    """Whether the link leads to a file that something else is the matter with."""
    full = meant_path(path, unquote(target))
    return full in catalogue.tree.picture_paths() or any(p.place.path == full for p in catalogue.problems)


def _address(target: str) -> str | None:
    """A whole address, where the beginning of one is missing or misspelt."""
    mail, host = _MAIL.fullmatch(target), _HOST.fullmatch(target)
    if mail:
        return f"mailto:{mail[1]}"
    if host:
        return f"https://{host[1]}"
    scheme = _ONE_SLASH.match(target)
    return f"{scheme[1].lower()}://{target[scheme.end() :]}" if scheme else None


def _likely_target(catalogue: Catalogue, path: str, written: str) -> str | None:
    """The file that was probably meant, written from the folder of the file `path`."""
    known = {name.casefold(): name for name in _document_paths(catalogue)}
    full = meant_path(path, written).casefold()
    likely = known.get(full) or _namesake(known, full)
    if not likely and not _PICTURE.search(full):
        folder = [name for name in known if posixpath.dirname(name) == posixpath.dirname(full)]
        likely = known.get(nearest(full, [name for name in folder or known if known[name] != path]) or "")
    if not likely:
        return None
    _, hash_sign, fragment = written.partition("#")
    return posixpath.relpath(likely, posixpath.dirname(path)) + hash_sign + fragment


def _namesake(known: dict[str, str], full: str) -> str | None:
    """The file of the same idea or call in another folder or year."""
    end = "/".join(["", *full.split("/")[-2:]])
    return next((name for folded, name in known.items() if folded.endswith(end)), None)


def _document_paths(catalogue: Catalogue) -> Iterator[str]:
    for folder in catalogue.tree.folders:
        yield from folder.document_paths()
    for document in catalogue.tree.calls.values():
        yield document.path


def _key_of_other(catalogue: Catalogue, full: str) -> str:
    """The key for a target that is no idea, plan or call."""
    if full in catalogue.tree.picture_paths():
        return "body.picture"
    kind = catalogue.tree.kinds.get(full)
    if kind is None:
        return "body.link"
    return "body.folder" if kind == "folder" else "body.unpublished"
