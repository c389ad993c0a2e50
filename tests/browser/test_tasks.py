"""Ten questions as readers put them, each answered in at most three actions from the home page."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support import project, varied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

MOST = 3
STOPPED = """---
title: Tillsyn på natten med kamera
summary: Den som bor hemma och behöver omsorg på natten skulle få tillsyn utan att väckas.
stage: idea
outcome: stopped
submitted: 2025-03-01
origin: employee
sector: vard-och-omsorg
municipalities: [storby]
sources:
  - url: https://storby.example/tillsyn
    read: 2026-11-20
decisions:
  - gate: G1
    date: 2025-06-02
    verdict: stop
    role: granskare
    reason: Nätet på landsbygden räckte inte.
---

## Behov

Äldre som bor hemma väcks av nattpatrullen.

## Lärdomar

Täckningen skulle ha mätts först. Frågan om samtycke tog längre tid än tekniken.
"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Say nothing."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a catalogue with some ninety ideas."""
    content = varied.lay(tmp_path_factory.mktemp("content"))
    folder = content / "ideas" / "2025" / "tillsyn-pa-natten"
    folder.mkdir(parents=True)
    (folder / "idea.md").write_text(STOPPED, encoding="utf-8")
    site = project.make(tmp_path_factory.mktemp("tasks"), content / "ideas")
    done = project.run(site, "mkdocs", "build", "--quiet", IDESLUSS_SEARCH="on")
    assert done.returncode == 0, done.stderr
    handler = functools.partial(_Quiet, directory=str(site / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Reader:
    """Somebody on the home page who may act three times."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.acts = 0
        page.set_default_timeout(10_000)
        page.goto(home)

    def _act(self) -> None:
        self.acts += 1
        assert self.acts <= MOST

    def follow(self, name: str | re.Pattern[str]) -> None:
        self._act()
        self.page.get_by_role("link", name=name, exact=isinstance(name, str)).first.click()
        self.page.wait_for_load_state()

    def choose(self, value: str) -> None:
        self._act()
        self.page.get_by_role("checkbox", name=re.compile(f"^{value} ")).check()

    def search(self, words: str) -> None:
        """Type in the home page's field and press Enter."""
        self._act()
        self.page.get_by_label("Sök i katalogen").fill(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/sok/**")

    def sees(self, words: str | re.Pattern[str], within: str = "main") -> Locator:
        found = self.page.locator(within).get_by_text(words).first
        expect(found).to_be_visible()
        return found


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def reader(chromium: Browser, home: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    context = chromium.new_context(
        viewport={"width": 390, "height": 800}, java_script_enabled=request.param, reduced_motion="reduce"
    )
    yield Reader(context.new_page(), home)
    context.close()


@pytest.fixture
def scripted(chromium: Browser, home: str) -> Iterator[Reader]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield Reader(context.new_page(), home)
    context.close()


def test_which_ideas_about_care_were_stopped_and_why(reader: Reader) -> None:
    reader.follow("Alla lärdomar")
    reader.sees("Tillsyn på natten med kamera")
    reader.sees("Nätet på landsbygden räckte inte.")
    reader.sees(re.compile("Täckningen skulle ha mätts först"))


def test_what_did_a_project_cost_and_who_paid(scripted: Reader) -> None:
    scripted.search("trygg hemgång")
    scripted.follow(re.compile("^Trygg hemgång"))
    scripted.sees("Vinnova")
    scripted.sees(re.compile(r"500\s000\skr"))


def test_what_waits_longest_for_an_answer(reader: Reader) -> None:
    first = reader.page.locator("section[aria-labelledby=waits] .card__title").first.inner_text()
    reader.follow("Allt som väntar på svar")
    reader.sees(re.compile("Längst"))
    reader.sees(first)


def test_which_projects_are_still_open(scripted: Reader) -> None:
    scripted.follow("Se alla idéer")
    scripted.choose("Projekt")
    scripted.choose("Öppen")
    expect(scripted.page.locator(".browse__status")).to_contain_text("av")
    states = scripted.page.locator("#results .card__state").all_inner_texts()
    assert states
    assert all("Projekt" in state and "Öppen" in state for state in states)


def test_what_does_my_municipality_do(reader: Reader) -> None:
    reader.follow("Kommuner")
    reader.follow(re.compile("^Storby"))
    reader.sees("Gör vad, med vem")


def test_what_do_ideas_lack(reader: Reader) -> None:
    reader.follow("Nyckelfaktorer")
    reader.sees("Vad saknas oftast?")
    reader.sees("Bred förankring")


def test_what_money_can_we_apply_for_and_until_when(reader: Reader) -> None:
    reader.follow("Kalender")
    reader.sees("Utlysning oppen")
    reader.sees(re.compile("1 december 2026"))


def test_how_many_are_answered_in_time(reader: Reader) -> None:
    reader.follow("Alla nyckeltal")
    reader.sees("Svar i tid")
    reader.sees(re.compile(r"\d+ procent"))


def test_what_has_happened_lately(reader: Reader) -> None:
    reader.follow("Senaste nytt")
    assert reader.page.locator("main h2").count() > 1


def test_whose_move_is_it(reader: Reader) -> None:
    reader.follow("Enklare felanmälan")
    reader.sees("Vems tur är det?")
    reader.sees("Granskare")


def test_what_contributes_to_a_goal(reader: Reader) -> None:
    reader.follow("Mål")
    reader.follow(re.compile("God hälsa och välbefinnande"))
    reader.sees(re.compile("^Varierad idé"))
