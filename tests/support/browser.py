"""Chromium for tests: a folder served, windows that one test after another reads in, and their complaints."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import ConsoleMessage, Locator, Request

    Visit = Callable[..., Page]

PATIENCE = 60_000  # milliseconds: a busy machine is slow, and what never comes still ends the test
EITHER_WAY = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
MISSING = "status of 404"  # what the browser says of a page that is not there
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Pages ask for nothing elsewhere; what does is told of, and waits for no network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_EMPTY = "/empty"
# What has another address once it is another: by its digest, or because no test writes letters of its own.
_LASTING = re.compile(r"/assets/(?:fonts|scripts/[0-9a-f]+)/|[?&]v=[0-9a-f]+$")


class _Folder(http.server.SimpleHTTPRequestHandler):
    """Serves the site quietly, with its own page for what is not found, and an empty page."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        if self.path == _EMPTY:
            self._send(200, b'<!doctype html><title>Empty</title><link rel="icon" href="data:,">')
        else:
            super().do_GET()

    def end_headers(self) -> None:
        # What a test has built anew is never taken from the browser's cache.
        self.send_header("Cache-Control", "max-age=3600" if _LASTING.search(self.path) else "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code == 404 and page.exists():
            self._send(404, page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def _send(self, code: int, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(http.server.ThreadingHTTPServer):
    """Does not mind a browser that closes a connection early, nor one that opens many at once."""

    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as it came


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which the folder is served meanwhile, without a slash at the end."""
    with _Server(("127.0.0.1", 0), functools.partial(_Folder, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser named by $CHROMIUM, or the first there is; without one the tests fail."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "No browser: set CHROMIUM or install chromium; `make test` does it"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield browser
        browser.close()


class Windows:
    """A window with script and one without, that each test finds as if they were new.

    A new window costs several times what the page does that is opened in it. A test that asks for
    more than a size of the window has one of its own.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[bool, Page] = {}
        self._used: set[Page] = set()
        self._own: list[Page] = []
        self._host = ""
        self._provoked = ""
        self._complaints: list[str] = []

    def open(
        self,
        url: str,
        *,
        width: int = 1440,
        height: int = 800,
        script: bool = True,
        provokes: str = "",
        **own: Any,
    ) -> Page:
        """The page, loaded. Complaints that match `provokes`, a regular expression, are meant to come.

        `own` are options of Playwright's for a window of its own; `day` is what its clock shows.
        """
        self._host, self._provoked = urlsplit(url).netloc, provokes
        page = self._new(script=script, **own) if own else self._shared(script=script)
        page.set_viewport_size(ViewportSize(width=width, height=height))
        page.emulate_media(
            media="screen", color_scheme="light", forced_colors="none", reduced_motion="reduce"
        )
        page.goto(url)
        return page

    def leave(self) -> list[str]:
        """Empty the windows; return what the pages complained of or asked other hosts for."""
        used, self._used = self._used, set()
        own, self._own = self._own, []
        for page in own:
            page.context.close()
        for page in used:
            _empty(page, self._host)
        complaints, self._complaints = self._complaints, []
        meant = re.compile(self._provoked or r"(?!)")  # the latter matches nothing
        return [words for words in complaints if not meant.search(words)]

    def _shared(self, *, script: bool) -> Page:
        if script not in self._kept:
            self._kept[script] = self._window(script=script)
        self._used.add(self._kept[script])
        return self._kept[script]

    def _new(self, *, script: bool, day: str = "", **options: Any) -> Page:
        page = self._window(script=script, **options)
        self._own.append(page)
        if day:
            page.clock.set_fixed_time(f"{day}T10:00:00")
        return page

    def _window(self, *, script: bool, **options: Any) -> Page:
        context = self._browser.new_context(java_script_enabled=script, **options)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        page.on("console", self._heard)
        page.on("request", self._asked)
        page.on("requestfailed", self._failed)
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._complaints.append(f"{message.text} ({message.location['url']})")

    def _asked(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme in {"http", "https"} and asked.netloc != self._host:
            self._complaints.append(f"asked for {request.url}")

    def _failed(self, request: Request) -> None:
        # What is broken off because the page is left is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self._complaints.append(f"{request.failure}: {request.url}")


def _empty(page: Page, host: str) -> None:
    """Take away what a test has left: answers of its own, what the site has stored, where the mouse is."""
    page.unroute_all(behavior="ignoreErrors")
    # Only once it is left has a page stored what it will.
    page.goto(f"http://{host}{_EMPTY}")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.mouse.move(0, 0)


def follow(page: Page, link: Locator) -> None:
    """Click the link, and wait until the page or the place that it leads to is there."""
    address = str(link.evaluate("link => link.href"))
    link.click()
    page.wait_for_url(lambda url: url == address)


def fits(page: Page, width: int) -> bool:
    """Whether nothing makes a page of that width scroll sideways."""
    return bool(page.evaluate("width => document.documentElement.scrollWidth <= width", width))
