"""More questions: of a resident on a phone without script, a journalist, a councillor, somebody elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.support import figure_pages, markup
from tests.support.exported import csv_rows
from tests.support.reader import Reader

if TYPE_CHECKING:
    from tests.support.browser import Visit


@pytest.fixture
def resident(visit: Visit, tracked: str) -> Reader:
    return Reader(visit(f"{tracked}/", width=390, script=False))


@pytest.fixture
def journalist(visit: Visit, address: str) -> Reader:
    return Reader(visit(f"{address}/"))


@pytest.fixture
def councillor(visit: Visit, address: str) -> Reader:
    return Reader(visit(f"{address}/", width=768))


@pytest.fixture
def colleague(visit: Visit, tracked: str) -> Reader:
    return Reader(visit(f"{tracked}/", height=900))


def test_where_do_i_turn(resident: Reader) -> None:
    """The mailbox and who is responsible stand at the bottom of the first page."""
    resident.sees("ideer@storby.example", within="footer")
    resident.sees("Storby <kommun>", within="footer")


def test_how_do_i_propose_something(resident: Reader) -> None:
    """Without a script the form says which ways there are."""
    resident.follow("Föreslå en idé")
    way = resident.page.get_by_role("link", name=re.compile("^Skriv ett mejl till ideer@storby.example"))
    expect(way).to_be_visible()


def test_how_do_i_follow_an_idea(resident: Reader) -> None:
    """The idea's page has its feed, and says how one is read."""
    resident.follow("Enklare felanmälan")
    expect(resident.page.get_by_role("link", name="Följ idén via RSS")).to_be_visible()
    resident.unfold("Så följer du idén")
    resident.sees(re.compile("inga mejl"))


def test_what_became_less_than_was_promised(journalist: Reader) -> None:
    """One table of all grants, narrowed to those that became lower."""
    journalist.follow("Alla nyckeltal")
    journalist.unfold(re.compile(": Alla bidrag"))
    journalist.choose("Visa bara slutligt lägre")
    rows = journalist.page.locator(".grants tbody tr:visible")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("\N{MINUS SIGN}")


def test_how_was_this_number_counted(journalist: Reader) -> None:
    """The definition unfolds below the numbers."""
    journalist.follow("Alla nyckeltal")
    journalist.unfold("Så räknas talen")
    journalist.sees(re.compile("oavsett"))


def test_may_i_have_the_numbers(journalist: Reader) -> None:
    """The figures as data are linked from their page."""
    journalist.follow("Alla nyckeltal")
    expect(journalist.page.get_by_role("link", name=re.compile("JSON"))).to_have_attribute(
        "href", re.compile(r"figures\.json$")
    )


def test_how_long_does_each_gate_take(journalist: Reader) -> None:
    """All decisions as a table in two clicks; the wait per gate reckoned from it is the one on the page."""
    journalist.follow("Ladda ner och använd")
    rows = csv_rows(journalist.download("decisions.csv"))
    assert journalist.acts == 2
    taken = defaultdict[str, list[int]](list)
    for row in rows:
        if row["days"]:
            taken[row["gate"]].append(int(row["days"]))
    journalist.page.goto(urljoin(journalist.page.url, "../nyckeltal/"))
    page = markup.tree(markup.plain_spaces(journalist.page.content()))
    shown = figure_pages.column(page, "answers", "Hälften minst, dagar")
    everything = shown.pop("Alla grindar")
    assert {gate: str(round(median(days))) for gate, days in taken.items()} == {
        name.split()[0]: days for name, days in shown.items() if days != figure_pages.NONE
    }
    assert everything == str(round(median(day for days in taken.values() for day in days)))


def test_where_does_this_fact_come_from(journalist: Reader) -> None:
    """Each source has the day when it was read."""
    journalist.follow("Digital grannsamverkan")
    expect(journalist.page.locator(".sources a[href^=http]").first).to_be_visible()
    journalist.sees(re.compile(r"läst(es)? 2\d november 2026"))


def test_where_do_ideas_get_stuck(councillor: Reader) -> None:
    """Each gate says how many wait there, and since when."""
    councillor.follow("Se hela slussen")
    expect(councillor.page.locator(".chamber-row__waits").first).to_be_visible()


def test_what_came_of_it(councillor: Reader) -> None:
    """The card on the home page says so, and the idea's page where the sentence is from."""
    councillor.sees("Vad blev det?")
    councillor.follow(re.compile("^Lånecykel vid stationen"))
    councillor.sees("61 lån i veckan, och stationen sköter cyklarna.")


def test_which_of_two_is_more_like_ours(colleague: Reader) -> None:
    """Two ideas chosen in the list stand side by side."""
    colleague.follow("Se alla idéer")
    choices = colleague.page.locator(".cards").get_by_role("button", name="Jämför med andra")
    for at in range(2):
        choices.nth(at).click()
    colleague.follow(re.compile("^Jämför$"))
    expect(colleague.page.locator("#compare")).to_have_attribute("data-shown", "2")


def test_how_do_i_say_that_we_use_it(colleague: Reader) -> None:
    """A short form on the idea's page, which writes the message."""
    colleague.follow("Enklare felanmälan")
    colleague.unfold("Vi använder idén")
    expect(colleague.page.get_by_label(re.compile("organisation", re.IGNORECASE)).first).to_be_visible()
