"""Values by the digests of what they were made from, in a few files that are written whole.

A value is believed if the digest beside it is that of its key and its bytes. Any other file, whatever became
of it, is as if it were not there; where nothing can be written nothing is kept. No error ever comes of it.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from ..disk.files import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Values = dict[bytes, bytes]

FILES = 256
MOST_BYTES = 256 * 1024 * 1024  # of all files together
_FORM = b"idesluss cache 1\n"  # another form of the files has another
_KEY = 32
_LENGTH = 4
_HEAD = _KEY + _LENGTH + _KEY  # the key, how long the value is, and the digest of both


class Store:
    """What a folder holds, each file of it read when first asked of; `save` writes what has come since.

    Without a folder nothing is there, and nothing is kept. `most` is how many bytes all files may have: of
    more, what has not been asked for the longest goes first.
    """

    def __init__(self, folder: Path | None, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most // FILES
        self._files: dict[int, Values] = {}
        self._asked: dict[int, dict[bytes, None]] = {}
        self._fresh: dict[int, Values] = {}

    @property
    def keeps(self) -> bool:
        """Whether there is a folder at all to keep things in."""
        return self._folder is not None

    def get(self, key: bytes) -> bytes | None:
        """The value that was put there, whole; None where there is none, or none to be believed."""
        if self._folder is None:
            return None
        number = key[0]
        fresh = self._fresh.get(number, {}).get(key)
        if fresh is not None:
            return fresh
        if number not in self._files:
            self._files[number] = dict(_values(self._content(number)))
        value = self._files[number].get(key)
        if value is not None:
            asked = self._asked.setdefault(number, {})
            asked.pop(key, None)
            asked[key] = None
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value: for this store from now on, for others from `save` on; not one that is too large."""
        if self._folder is not None and len(value) + _HEAD <= self._most:
            self._fresh.setdefault(key[0], {})[key] = value

    def rest(self) -> None:
        """Let go of what has been read from files; it is read again where somebody asks."""
        self._files.clear()

    def save(self) -> None:
        """Write the files for which something new has come."""
        for number in sorted(self._fresh):
            with suppress(OSError):
                self._write(number)
        self._fresh.clear()
        self._files.clear()

    def _write(self, number: int) -> None:
        """The file with what others have written meanwhile, and as much of all as may be kept.

        What was asked for comes after all that was not, and what is new comes last.
        """
        if self._folder is None:
            return
        known, asked = dict(_values(self._content(number))), self._asked.get(number, {})
        latest = {key: known[key] for key in asked if key in known} | self._fresh[number]
        others = {key: value for key, value in known.items() if key not in latest}
        parts, left = [], self._most
        for key, value in reversed([*others.items(), *latest.items()]):
            left -= len(value) + _HEAD
            if left < 0:
                break
            parts.append(b"".join([key, len(value).to_bytes(_LENGTH), _digest(key, value), value]))
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_bytes(self._place(number), b"".join([_FORM, *reversed(parts)]))

    def _content(self, number: int) -> bytes:
        """The bytes of a file; none of what is no plain file, or larger than any that is written here."""
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        with suppress(OSError), os.fdopen(os.open(self._place(number), flags), "rb") as opened:
            state = os.fstat(opened.fileno())
            if stat.S_ISREG(state.st_mode) and state.st_size <= self._most + len(_FORM):
                return opened.read()
        return b""

    def _place(self, number: int) -> Path:
        if self._folder is None:
            raise FileNotFoundError
        return self._folder / f"{number:02x}"


def _values(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The keys and values in a file that are whole, up to the first that is not."""
    at = len(_FORM)
    while content.startswith(_FORM) and at + _HEAD <= len(content):
        key, digest = content[at : at + _KEY], content[at + _HEAD - _KEY : at + _HEAD]
        begin = at + _HEAD
        at = begin + int.from_bytes(content[at + _KEY : begin - _KEY])
        value = content[begin:at]
        if len(value) != at - begin or digest != _digest(key, value):
            return
        yield key, value


def _digest(key: bytes, value: bytes) -> bytes:
    return sha256(key + value).digest()
