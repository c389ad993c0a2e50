"""Ten questions as readers put them, each answered in at most three actions from the home page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.reader import Reader

if TYPE_CHECKING:
    from tests.support.browser import Visit


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def reader(visit: Visit, many: str, request: pytest.FixtureRequest) -> Reader:
    return Reader(visit(f"{many}/", width=390, script=request.param))


@pytest.fixture
def scripted(visit: Visit, many: str) -> Reader:
    return Reader(visit(f"{many}/", height=900))


def test_which_ideas_about_care_were_stopped_and_why(reader: Reader) -> None:
    reader.follow("Alla lärdomar")
    reader.sees("Tillsyn på natten med kamera")
    reader.sees("Nätet på landsbygden räckte inte.")
    reader.sees(re.compile("Täckningen skulle ha mätts först"))


def test_what_did_a_project_cost_and_who_paid(scripted: Reader) -> None:
    scripted.search("trygg hemgång")
    scripted.follow(re.compile("^Trygg hemgång"))
    scripted.sees("Framsyn")
    scripted.sees(re.compile(r"500\s000\skr"))


def test_what_waits_longest_for_an_answer(reader: Reader) -> None:
    reader.follow("Allt som väntar på svar")
    reader.sees(re.compile("väntat längst"))
    assert reader.page.locator(".waits__row").count() > 1


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
    reader.sees("Vad den gör, och med vem")


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
