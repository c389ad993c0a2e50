"""A message that proposes an idea: the words, the idea's file and the picture that it brings.

Nothing of its headers is kept, and so neither whom it is from.
"""

from __future__ import annotations

import email
import re
from dataclasses import dataclass
from email import policy
from email.message import Message
from typing import TYPE_CHECKING, Literal

from ..reading.pictures import picture_ending
from ..words import LANGUAGES, text
from .issue import MAX_BODY
from .words_of_html import words_of_html

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a message may bring without being judged as something that was not meant to be read.
LARGEST = 15_000_000  # bytes
_MOST_PARTS, _DEEPEST = 60, 6
# Either ending of Markdown, as people and programs call it.
_MARKDOWN = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
# How packed files begin: ZIP (office files too), gzip, bzip2, xz, 7z, RAR, zstd, cabinet. tar says so later.
_ARCHIVE = re.compile(rb"PK\x03\x04|PK\x05\x06|\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd|MSCF")
_TAR = slice(257, 262)
# A line of what is answered to, and the mark that mail programs put above a signature.
_QUOTED, _SIGNATURE = re.compile(r"^ ?>"), re.compile(r"^-- ?$")
_LONG_CLOSING = 60  # characters; a longer line that begins so is part of the text

Left = Literal["archive", "unknown", "files", "pictures", "size"]


@dataclass(frozen=True, slots=True)
class AttachedPicture:
    """A picture as it was attached: its name there, and its bytes."""

    name: str
    ending: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What a message says and brings. `left` tells what of it cannot be taken.

    `is_automatic` where no person sent it: an answer to it could go round for ever.
    """

    words: str
    file: bytes | None
    picture: AttachedPicture | None
    left: tuple[Left, ...]
    is_automatic: bool


def read_mail(content: bytes) -> Mail:
    """The message; whatever it is, something is read of it."""
    try:
        message = email.message_from_bytes(content, policy=policy.compat32)
    except (RecursionError, ValueError):
        return Mail("", None, None, ("size",), is_automatic=False)
    parts, is_cut = _parts(message)
    files: list[bytes] = []
    pictures: list[AttachedPicture] = []
    left: list[Left] = ["size"] if is_cut else []
    words: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for part in parts:
        brought = _bytes(part)
        match _sort(part, brought):
            case "words":
                words[part.get_content_type()].append(_decoded(part, brought))
            case "file":
                files.append(brought)
            case "picture":
                pictures.append(AttachedPicture(_name(part), picture_ending(brought) or "", brought))
            case other:
                left.append(other)
    left.extend(["files"] if len(files) > 1 else [])
    left.extend(["pictures"] if len(pictures) > 1 else [])
    plain = "\n".join(words["text/plain"]) or "\n".join(map(words_of_html, words["text/html"]))
    return Mail(
        words=_own_words(plain[: 4 * MAX_BODY])[:MAX_BODY],
        file=files[0] if len(files) == 1 else None,
        picture=pictures[0] if len(pictures) == 1 else None,
        left=tuple(dict.fromkeys(left)),
        is_automatic=_is_automatic(message),
    )


def _parts(message: Message) -> tuple[list[Message], bool]:
    """The parts that hold something, in order, and whether there were more than are looked at.

    A message within the message is one part: it is somebody else's.
    """
    parts: list[Message] = []
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop(0)
        if not part.is_multipart() or part.get_content_maintype() != "multipart":
            parts.append(part)
        elif depth >= _DEEPEST:
            return parts, True
        else:
            inner = [each for each in part.get_payload() if isinstance(each, Message)]
            waiting = [*((each, depth + 1) for each in inner), *waiting]
        if len(parts) + len(waiting) > _MOST_PARTS:
            return parts, True
    return parts, False


def _bytes(part: Message) -> bytes:
    try:
        brought = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return brought if isinstance(brought, bytes) else b""


def _name(part: Message) -> str:
    """The name that the file had; empty where it cannot be told."""
    try:
        return str(part.get_filename() or "")
    except (ValueError, LookupError, TypeError):
        return ""


def _sort(part: Message, brought: bytes) -> Literal["words", "file", "picture", "archive", "unknown"]:
    """What a part is, by its bytes first: names and types are only what somebody says."""
    if _ARCHIVE.match(brought) or brought[_TAR] == b"ustar":
        return "archive"
    if picture_ending(brought):
        return "picture"
    is_attached = part.get_content_disposition() == "attachment"
    if _MARKDOWN.search(_name(part)) or part.get_content_type() == "text/markdown":
        return "file"
    if part.get_content_type() in {"text/plain", "text/html"} and not is_attached:
        return "words"
    return "unknown"


def _decoded(part: Message, brought: bytes) -> str:
    """The words of a part, with a sign for what its character set does not have."""
    try:
        return brought.decode(part.get_content_charset() or "utf-8", "replace")
    except (LookupError, ValueError):
        return brought.decode("utf-8", "replace")


def _own_words(words: str) -> str:
    """What its author wrote in it: not what it answers to, and not the name it is signed with."""
    lines = [line for line in words.replace("\r\n", "\n").split("\n") if not _QUOTED.match(line)]
    for at, line in enumerate(lines):
        if _SIGNATURE.match(line) or _is_closing(line):
            return "\n".join(lines[:at])
    return "\n".join(lines)


def _is_closing(line: str) -> bool:
    begins = " ".join(line.casefold().split())
    return 0 < len(begins) <= _LONG_CLOSING and any(begins.startswith(words) for words in _closings())


def _closings() -> Iterator[str]:
    """What people end a letter with, in any language."""
    listed = text("mail.closings")
    for language in LANGUAGES:
        yield from (words.strip().casefold() for words in listed.in_(language).split(",") if words.strip())


def _is_automatic(message: Message) -> bool:
    submitted = str(message.get("Auto-Submitted", "no")).strip().casefold()
    precedence = str(message.get("Precedence", "")).strip().casefold()
    is_report = message.get_content_type() == "multipart/report"
    return submitted not in {"", "no"} or precedence in {"bulk", "junk", "auto_reply"} or is_report
