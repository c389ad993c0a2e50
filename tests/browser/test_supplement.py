"""The short forms on an idea's page: a message that brings the answers, and no way that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from idesluss.proposal.supplement import read_supplement
from tests.support.accessible import CROSSED, barriers
from tests.support.browser import EITHER_WAY, fits

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.support.browser import Visit

IDEA = "ideer/2025/trygg-hemgang/"
KINDS = ("Rätta eller komplettera", "Vår kommun vet mer", "Vi använder idén")


def opened(page: Page, kind: str) -> Locator:
    page.locator(".supplement summary").get_by_text(kind).click()
    return page.locator(".supplement[open]")


def message_of(link: Locator, text: str) -> tuple[str, str, str]:
    """Where the link leads, with the subject and text of its message."""
    address = urlsplit(str(link.get_attribute("href")))
    asked = parse_qs(address.query, strict_parsing=True)
    return (
        f"{address.scheme}:{address.netloc}{address.path}",
        asked.get("subject", asked.get("title", [""]))[0],
        asked[text][0],
    )


def test_answers_stand_in_the_message(visit: Visit, tracked: str) -> None:
    """By e-mail and on the host; the program reads what was written, by keyboard and at 320 px."""
    page = visit(f"{tracked}/{IDEA}", width=320)
    page.locator(".supplement summary").get_by_text(KINDS[2]).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Föreningen Bänken & co")
    page.keyboard.press("Tab")
    page.keyboard.type("2024")
    page.keyboard.press("Tab")
    page.keyboard.type("Tavlan.\nOch listan.")
    form = page.locator(".supplement[open]")
    mail = message_of(form.get_by_role("link", name="Öppna ett mejl"), "body")
    assert mail[:2] == ("mailto:ideer@storby.example", "Vi använder idén: Trygg hemgång")
    issue = message_of(form.get_by_role("link", name="Skriv det på GitHub"), "body")
    assert issue[:2] == ("https:git.example.se/a/b/issues/new", mail[1])
    assert issue[2] == mail[2]
    read = read_supplement(mail[2])
    assert read is not None
    assert (read.kind, read.idea) == ("use", "2025/trygg-hemgang")
    assert dict(read.answers) == {
        "organisation": "Föreningen Bänken & co",
        "year": "2024",
        "note": "Tavlan.\nOch listan.",
    }
    assert fits(page, 320)


def test_what_must_be_answered_is_asked_for_before_anything_opens(visit: Visit, tracked: str) -> None:
    page = visit(f"{tracked}/{IDEA}")
    form = opened(page, KINDS[0])
    form.get_by_role("link", name="Öppna ett mejl").click()
    expect(form.get_by_role("alert")).to_have_text(
        "Frågan ”Vad stämmer inte, eller saknas?” behöver ett svar."
    )
    field = form.get_by_label("Vad stämmer inte, eller saknas?")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")


def test_without_script_the_message_has_the_headings_to_write_under(visit: Visit, tracked: str) -> None:
    page = visit(f"{tracked}/{IDEA}", script=False)
    expect(page.get_by_text("skriv dina svar under rubrikerna")).to_be_visible()
    form = opened(page, KINDS[1])
    expect(form.get_by_label("Vilken kommun?")).to_be_hidden()
    _, _, text = message_of(form.get_by_role("link", name="Öppna ett mejl"), "body")
    read = read_supplement(text.replace("### Vad vet ni?\r\n", "### Vad vet ni?\r\n\r\nDet lades ner."))
    assert read is not None
    assert (read.kind, read.answers["known"], read.answers["municipality"]) == (
        "knowledge",
        "Det lades ner.",
        "",
    )


@EITHER_WAY
@pytest.mark.parametrize("idea", ["ideer/2026/enklare-felanmalan/", "en/ideas/2022/foljeforskning-hemgang/"])
def test_every_idea_has_them_where_they_reach_somebody(
    visit: Visit, tracked: str, address: str, idea: str, *, script: bool
) -> None:
    assert visit(f"{tracked}/{idea}", script=script).locator(".supplement").count() == len(KINDS)
    assert visit(f"{address}/{idea}", script=script).locator(".supplement, [id=supplement]").count() == 0


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_any_of_them(visit: Visit, tracked: str, width: int) -> None:
    page = visit(f"{tracked}/{IDEA}", width=width)
    for kind in KINDS:
        opened(page, kind).last.get_by_role("link", name="Öppna ett mejl").click()
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)
