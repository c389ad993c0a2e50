"""What a reader does on an idea's page: finds a place, reads the timeline, cites, shares and prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.support.browser import EITHER_WAY, follow

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

PLAN = "/ideer/2025/trygg-hemgang/"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@EITHER_WAY
def test_contents_lead_to_the_sections(visit: Visit, address: str, script: bool) -> None:
    """Every link of the list moves the page to the section that it names."""
    page = visit(address + PLAN, script=script)
    links = page.locator(".on-page a")
    assert links.count() > 8
    for at in range(links.count()):
        words, target = links.nth(at).inner_text(), links.nth(at).get_attribute("href") or ""
        follow(page, links.nth(at))
        assert page.url.endswith(target)
        expect(page.locator(target)).to_have_text(words)
        expect(page.locator(target)).to_be_in_viewport(ratio=1)


@EITHER_WAY
def test_a_heading_gives_its_own_address(visit: Visit, address: str, script: bool) -> None:
    """By mouse and by keyboard, also in the idea's text. The mark is seen where the heading is pointed at."""
    page = visit(address + PLAN, script=script)
    mark = "getComputedStyle(document.querySelector('#text-behov a'), '::after').opacity"
    heading = page.get_by_role("heading", name="Behov", exact=True)
    link = heading.get_by_role("link", name="Behov", exact=True)
    assert page.evaluate(mark) == "0"
    link.hover()
    assert page.evaluate(mark) == "1"
    link.click()
    expect(page).to_have_url(f"{address}{PLAN}#text-behov")
    page.get_by_role("heading", name="Budget", exact=True).get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{PLAN}#budget")
    expect(page.locator("#budget")).to_be_in_viewport(ratio=1)
    page.go_back()
    expect(page).to_have_url(f"{address}{PLAN}#text-behov")


@EITHER_WAY
def test_the_track_leads_to_the_decision(visit: Visit, address: str, script: bool) -> None:
    """A gate on the track is one step from the reason why it was opened."""
    page = visit(address + PLAN, script=script)
    follow(page, page.locator(".track").get_by_role("link", name="G2 12 maj 2025"))
    expect(page.locator("#decision-2")).to_be_in_viewport(ratio=1)
    expect(page.locator("#decision-2")).to_contain_text("G2 Förstudiebeslut: gå vidare")
    expect(page.get_by_text("Två roller ger idén höga poäng.")).to_be_visible()


@EITHER_WAY
def test_the_timeline_scrolls_by_keyboard(visit: Visit, address: str, script: bool) -> None:
    """On a phone it is drawn in full size within a box of its own, which the arrow keys move."""
    page = visit(address + PLAN, width=320, script=script)
    box = page.get_by_role("region", name="Tidslinje")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        box.evaluate("e => { e.scrollLeft = 0; }")
        box.focus()
        expect(box).to_be_focused()
        assert box.evaluate("e => e.scrollWidth > e.clientWidth")
        for _ in range(5):
            page.keyboard.press("ArrowRight")
        expect(box).not_to_have_js_property("scrollLeft", 0)
        assert page.evaluate("document.documentElement.scrollLeft") == 0
        expect(page.get_by_role("img", name="Tidslinje 2025–2027")).to_be_visible()


def test_the_timeline_differs_by_shape_in_forced_colours(visit: Visit, address: str) -> None:
    """What is done is filled and what remains is empty, in the reader's own colours."""
    page = visit(address + PLAN)
    page.emulate_media(forced_colors="active")
    fill = "e => getComputedStyle(e).fill"
    done, due = (
        page.locator(f".timeline .timeline__mark--{kind}").evaluate(fill) for kind in ("done", "due")
    )
    assert done != due


def test_the_address_and_the_citation_are_copied(visit: Visit, address: str) -> None:
    """A button copies, and says so to everybody."""
    allowed = ["clipboard-read", "clipboard-write"]
    page = visit(f"{address}{PLAN}#story", locale="sv-SE", permissions=allowed)
    said = page.locator(".use").get_by_role("status")
    expect(said).to_be_empty()
    page.get_by_role("button", name="Kopiera adressen").click()
    expect(said).to_have_text("Kopierat.")
    assert clipboard(page) == f"{address}{PLAN}"
    page.get_by_text("Citera sidan").click()
    # The status is emptied by the press and filled once the text lies in the clipboard.
    page.get_by_role("button", name="Kopiera: BibTeX").click()
    expect(said).to_have_text("Kopierat.")
    assert clipboard(page).startswith("@misc{trygg-hemgang,")
    assert f"url = {{{address}{PLAN}}}" in clipboard(page)
    page.get_by_role("button", name="Kopiera: CSL-JSON").click()
    expect(said).to_have_text("Kopierat.")
    (item,) = json.loads(clipboard(page))
    assert (item["title"], item["URL"]) == ("Trygg hemgång", f"{address}{PLAN}")


def test_where_copying_fails_the_page_says_what_to_do(visit: Visit, address: str) -> None:
    """The text is marked, so that the reader can copy it."""
    page = visit(address + PLAN)
    refusing = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
    page.evaluate(f"() => {{ {refusing} document.execCommand = () => false; }}")
    page.get_by_role("button", name="Kopiera adressen").click()
    expect(page.locator(".use").get_by_role("status")).to_contain_text("Markera texten")
    assert page.evaluate("getSelection().toString()") == f"{address}{PLAN}"


@pytest.mark.parametrize(
    ("ideas", "read"), [("ideer", "läst 5 mars 2027"), ("en/ideas", "read 5 March 2027")], ids=["sv", "en"]
)
def test_the_day_of_reading_is_the_readers(visit: Visit, address: str, ideas: str, read: str) -> None:
    """A citation made next spring says so, in all its forms."""
    page = visit(f"{address}/{ideas}/2025/trygg-hemgang/", day="2027-03-05")
    page.locator(".cite summary").click()
    expect(page.locator("#cite-words")).to_contain_text(read)
    expect(page.locator("#cite-bibtex")).to_contain_text("urldate = {2027-03-05}")
    expect(page.locator("#cite-csl")).to_contain_text('"accessed": {"date-parts": [[2027, 3, 5]]}')


def test_an_e_mail_holds_title_and_address(visit: Visit, address: str) -> None:
    """And nothing that follows the reader."""
    page = visit(address + PLAN)
    link = page.get_by_role("link", name="Skicka som e-post").get_attribute("href") or ""
    assert link.startswith("mailto:?subject=Trygg%20hemg%C3%A5ng&body=http")
    assert "trygg-hemgang" in link


def test_without_script_nothing_is_offered_that_does_not_work(visit: Visit, address: str) -> None:
    """No button is seen; the citation opens and can be read."""
    page = visit(address + PLAN, script=False)
    expect(page.locator(".use").get_by_role("button")).to_have_count(0)
    expect(page.locator("#cite-words")).to_be_hidden()
    page.get_by_text("Citera sidan").click()
    expect(page.locator("#cite-words")).to_contain_text("Trygg hemgång. Prövning, 2026.")
    expect(page.locator("#cite-csl")).to_be_visible()
    expect(page.get_by_text("den som står i adressfältet i din webbläsare")).to_be_visible()
    expect(page.locator(".use").get_by_role("button")).to_have_count(0)


def test_the_print_button_prints(visit: Visit, address: str) -> None:
    page = visit(address + PLAN)
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    page.get_by_role("button", name="Skriv ut").click()
    assert page.title() == "printed"
