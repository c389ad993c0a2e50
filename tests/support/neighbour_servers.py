"""Servers on the computer itself that answer as neighbours do: well, slowly, brokenly and with bad intent."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Answer = Callable[["Asked"], None]
DATA = "/data/v1/catalogue.json"
STEP = 0.01  # seconds between two letters of a server that drips
LETTERS = 1000  # after which it stops by itself: who has waited for so many has no limit of time
_RECORD = b"\x16\x03\x03\x40\x00"  # begins an answer to a handshake of TLS, of 16,384 bytes


class Asked(BaseHTTPRequestHandler):
    """A request, answered by what the server has at its path."""

    server: NeighbourServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the library calls it so
        self.close_connection = True
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path)
        try:
            if answer:
                answer(self)
            else:
                self.send_error(404)
        except OSError:
            self.server.left.set()  # the other side has given up

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library calls it so
        """Say nothing."""

    def head(self, status: int = 200, /, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


class NeighbourServer(ThreadingHTTPServer):
    """Answers by path. `left` is set once somebody has given up, `released` when the test is over.

    One that drips calls `begun` once it has begun.
    """

    daemon_threads = True

    def __init__(self, handler: type[Asked]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.begun: Callable[[], None] = lambda: None
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.left, self.released = threading.Event(), threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def url(self) -> str:
        """Where the catalogue's data is asked for."""
        return self.address + DATA

    def gives(self, answer: Answer, path: str = DATA) -> str:
        """Answer so at the path, whose address is given."""
        self.answers[path] = answer
        return self.address + path


@contextmanager
def neighbour_server(handler: type[Asked] = Asked) -> Iterator[NeighbourServer]:
    """A server until the end of the block."""
    server = NeighbourServer(handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": STEP}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def content(body: bytes, **headers: str) -> Answer:
    """All of it at once."""

    def answer(asked: Asked) -> None:
        asked.head(200, Content_Length=str(len(body)), **headers)
        asked.wfile.write(body)

    return answer


def versioned(body: bytes, tag: str) -> Answer:
    """All of it, but for who has that version already."""

    def answer(asked: Asked) -> None:
        if asked.headers.get("If-None-Match") == tag:
            asked.head(304)
        else:
            content(body, ETag=tag)(asked)

    return answer


def redirect(target: str) -> Answer:
    return lambda asked: asked.head(302, Location=target, Content_Length="0")


def status(code: int) -> Answer:
    return lambda asked: asked.head(code, Content_Length="0")


def silent(asked: Asked) -> None:
    """Takes the request and says nothing for as long as anybody listens."""
    if not asked.connection.recv(1):
        asked.server.left.set()


def dripping(asked: Asked) -> None:
    """A letter now and then, so that no single reading ever takes long."""
    asked.head()
    _drip(asked, b" " * LETTERS)


def dripping_head(asked: Asked) -> None:
    """The same before the answer has even begun."""
    _drip(asked, b"H" * LETTERS)


def _drip(asked: Asked, letters: bytes) -> None:
    for at in range(len(letters)):
        if asked.server.released.wait(STEP):
            return
        asked.wfile.write(letters[at : at + 1])
        if at == 2 * len(_RECORD):
            asked.server.begun()


class DrippingHandshake(Asked):
    """The same before it is even agreed how to encrypt."""

    def handle(self) -> None:
        self.connection.recv(1)
        try:
            _drip(self, _RECORD + bytes(LETTERS))
        except OSError:
            self.server.left.set()


def endless_after(body: bytes, **headers: str) -> Answer:
    """All of it, and then as much more as anybody will take."""

    def answer(asked: Asked) -> None:
        asked.head(**headers)
        asked.wfile.write(body)
        while not asked.server.released.is_set():
            asked.wfile.write(b" " * 65536)

    return answer


def cut(body: bytes) -> Answer:
    """Less than was promised."""

    def answer(asked: Asked) -> None:
        asked.head(Content_Length=str(len(body)))
        asked.wfile.write(body[: len(body) // 2])

    return answer
