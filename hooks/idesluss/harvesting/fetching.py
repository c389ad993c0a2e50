"""An address fetched: within a time and a size, by few redirects, and not again where nothing is new."""

from __future__ import annotations

import ssl
import zlib
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ..model.neighbour import is_loopback
from .connection import TimeLimit, Unfetched, connected, origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECONDS = 60.0
_IN_ADDRESS = "%/?:@!$&'()*+,;=-._~[]"  # signs that mean something in a path or after it
_CHUNK = 64 * 1024
_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_UNCHANGED, _OK = 304, 200
_LONGEST_MARK = 300  # characters of what a server calls a version


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a neighbour may take for all of its answer, how much it may say, and how often lead on."""

    seconds: float = SECONDS
    size: int = 100_000_000
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What the server called the version that is known already."""

    tag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address holds, None where that is the version known; and what the server calls it."""

    content: bytes | None
    version: Known


def fetch(url: str, known: Known, limits: Limits, *, is_internal: bool = False) -> Fetched:
    """What the address holds. Raises Unfetched, whatever the other side does."""
    with TimeLimit(limits.seconds) as time_limit:
        try:
            return _fetched(url, known, limits, time_limit, is_internal=is_internal)
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            if time_limit.is_over or isinstance(error, TimeoutError):
                raise Unfetched("slow", seconds=_shown(limits.seconds)) from None
            raise _refusal(error) from None


def _refusal(error: Exception) -> Unfetched:
    if isinstance(error, ssl.SSLError):
        return Unfetched("certificate")
    if isinstance(error, OSError):
        return Unfetched("unreachable")
    return Unfetched("broken")


def _fetched(url: str, known: Known, limits: Limits, time_limit: TimeLimit, *, is_internal: bool) -> Fetched:
    first = urlsplit(url)
    here = url
    for _ in range(limits.redirects + 1):
        parts = urlsplit(here)
        may_be_internal = is_internal or (
            origin(parts) == origin(first) and is_loopback(first.hostname or "")
        )
        with _answered(parts, known, time_limit, may_be_internal=may_be_internal) as answer:
            if answer.status not in _MOVED:
                return _read(answer, known, limits, time_limit)
            here = _led_on(here, answer)
    raise Unfetched("redirects", count=limits.redirects)


@contextmanager
def _answered(
    parts: SplitResult, known: Known, time_limit: TimeLimit, *, may_be_internal: bool
) -> Iterator[HTTPResponse]:
    """The answer, which is left at once where no more of it is wanted."""
    connection = connected(parts, time_limit, may_be_internal=may_be_internal)
    with closing(connection):
        connection.request("GET", _sent(parts), headers=_headers(known))
        with connection.getresponse() as answer:
            yield answer


def _sent(parts: SplitResult) -> str:
    """The path and what follows it as they are asked for; å as its number, as a browser sends it."""
    return quote(f"{parts.path or '/'}{'?' * bool(parts.query)}{parts.query}", safe=_IN_ADDRESS)


def _headers(known: Known) -> Mapping[str, str]:
    asked = {"If-None-Match": known.tag, "If-Modified-Since": known.modified}
    return {
        "User-Agent": f"idesluss/{version('idesluss')} (harvest)",
        "Accept": "application/json, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **{name: value for name, value in asked.items() if value},
    }


def _led_on(here: str, answer: HTTPResponse) -> str:
    """Where the answer leads on to: by the same scheme, and nowhere that is no address."""
    location = answer.headers.get("Location", "").encode("latin-1", "replace").decode("utf-8", "replace")
    target = urljoin(here, location)
    before, after = urlsplit(here), urlsplit(target)
    if after.scheme != before.scheme:
        raise Unfetched("scheme", scheme=after.scheme[:20])
    if not after.hostname or after.username is not None:
        raise Unfetched("broken")
    return target


def _read(answer: HTTPResponse, known: Known, limits: Limits, time_limit: TimeLimit) -> Fetched:
    if answer.status == _UNCHANGED and (known.tag or known.modified):
        return Fetched(None, known)
    if answer.status in _GONE:
        raise Unfetched("gone", status=answer.status)
    if answer.status != _OK:
        raise Unfetched("status", status=answer.status)
    content = _content(answer, limits)
    if time_limit.is_over:
        raise Unfetched("slow", seconds=_shown(limits.seconds))
    if answer.length:  # of what was promised so much did not come
        raise Unfetched("broken")
    return Fetched(content, Known(_mark(answer, "ETag"), _mark(answer, "Last-Modified")))


def _mark(answer: HTTPResponse, name: str) -> str:
    """What is sent back as it came, where it can stand on a line."""
    value = answer.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and len(value) <= _LONGEST_MARK else ""


def _content(answer: HTTPResponse, limits: Limits) -> bytes:
    """The whole of it, unpacked; what grows beyond the limit is left before it is held."""
    parts, size = [], 0
    for part in _unpacked(answer, limits):
        size += len(part)
        if size > limits.size:
            raise Unfetched("huge", megabytes=limits.size // 1_000_000)
        parts.append(part)
    return b"".join(parts)


def _unpacked(answer: HTTPResponse, limits: Limits) -> Iterator[bytes]:
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if coding in {"identity", ""}:
        while part := answer.read(_CHUNK):
            yield part
        return
    if coding not in {"gzip", "x-gzip"}:
        raise Unfetched("broken")
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    # What follows its end is left, since it would be held and counted by nobody.
    while not unpacker.eof and (packed := answer.read(_CHUNK)):
        while packed:
            yield unpacker.decompress(packed, min(_CHUNK * 16, limits.size + 1))
            packed = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise Unfetched("broken")


def _shown(seconds: float) -> int:
    return max(1, round(seconds))
