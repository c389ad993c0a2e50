"""A connection to a host whose addresses may be connected to, which ends when its time is over."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from contextlib import suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, Self

from ..neighbours.harvested import HarvestNote

if TYPE_CHECKING:
    from types import TracebackType
    from urllib.parse import SplitResult

    from ..neighbours.harvested import NoteKey

_PORTS = {"http": 80, "https": 443}
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # addresses of version 4 within version 6 (RFC 6052)


class Unfetched(Exception):  # noqa: N818  # told as a note, not as an error of ours
    """Nothing was fetched. The note says why."""

    def __init__(self, key: NoteKey, **values: Any) -> None:
        super().__init__(key)
        self.note = HarvestNote(key=key, **values)


class TimeLimit:
    """The time that a neighbour has for all of its answer: at its end the connection is closed.

    A limit for each reading alone would let a server send a letter a minute for as long as it likes.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._ends = time.monotonic() + seconds
        self._open: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self.end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self.hold(None)

    @property
    def left(self) -> float:
        """Seconds until its end, never none at all."""
        return max(0.001, self._ends - time.monotonic())

    def hold(self, opened: socket.socket | None) -> None:
        """The connection that is to be closed at the end; the one before it is closed now."""
        with self._lock:
            before, self._open = self._open, opened
            if opened is not None and self.is_over:
                _shut(opened)
        if before is not None and before is not opened:
            # Closing alone would leave it open for who still holds it, such as the answer being read.
            _shut(before)
            before.close()

    def end(self) -> None:
        """What the timer does: nothing more is sent or read, whatever waits for it."""
        with self._lock:
            self.is_over = True
            if self._open is not None:
                _shut(self._open)


def _shut(opened: socket.socket) -> None:
    # An encrypted one would first forget its key, and who reads meanwhile go on without encryption.
    with suppress(OSError):
        socket.socket.shutdown(opened, socket.SHUT_RDWR)


def origin(parts: SplitResult) -> tuple[str, str, int]:
    """The scheme, host and port of an address."""
    return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]


def connected(parts: SplitResult, limit: TimeLimit, *, may_be_internal: bool) -> HTTPConnection:
    """A connection to the host of an address. Raises Unfetched, OSError."""
    scheme, host, port = origin(parts)
    opened = _opened(_addresses(host, port, may_be_internal), port, limit)
    limit.hold(opened)
    if scheme == "https":
        opened = _encrypted(opened, host, limit)
    opened.settimeout(limit.left)
    connection = HTTPConnection(host, port)
    connection.sock = opened
    return connection


def _encrypted(opened: socket.socket, host: str, limit: TimeLimit) -> ssl.SSLSocket:
    """The same connection, held while it is agreed how to encrypt it: that may drip as any answer may."""
    encrypted = ssl.create_default_context().wrap_socket(
        opened, server_hostname=host, do_handshake_on_connect=False
    )
    limit.hold(encrypted)
    encrypted.do_handshake()
    return encrypted


def _opened(numbers: list[str], port: int, limit: TimeLimit) -> socket.socket:
    """A connection to the first of the addresses where somebody answers."""
    *others, last = numbers
    for number in others:
        with suppress(OSError):
            return socket.create_connection((number, port), limit.left)
    return socket.create_connection((last, port), limit.left)


def _addresses(host: str, port: int, may_be_internal: bool) -> list[str]:  # noqa: FBT001  # the only one
    """The addresses of the host, by number, so that no other is asked for when one is connected to."""
    places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(place[4][0]) for place in places]
    if not may_be_internal and not all(map(is_public, numbers)):
        raise Unfetched("internal", host=host)
    return numbers


def is_public(number: str) -> bool:
    """Whether an address is one of the whole internet's, also where one of version 4 stands within it."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        within = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if within:
            return is_public(str(within))
    return address.is_global and not address.is_multicast
