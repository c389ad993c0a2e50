"""What a reader does on an idea's page: finds a place, reads the timeline, cites, shares and prints."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import PAGES, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

PLAN = PAGES["idea with plan"]
both = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait for it; the page's policy lets no condition be evaluated in it."""
    for _ in range(50):
        if is_so():
            return
        page.wait_for_timeout(100)
    assert is_so()


def is_seen(page: Page, selector: str) -> bool:
    """Whether its top lies within the window."""
    found: bool = page.eval_on_selector(
        selector, "e => { const top = e.getBoundingClientRect().top; return top >= -1 && top < innerHeight; }"
    )
    return found


@both
def test_contents_lead_to_the_sections(chromium: Browser, address: str, javascript: bool) -> None:
    """Every link of the list moves the page to the section that it names."""
    page, _ = opened(chromium, address + PLAN, java_script_enabled=javascript, reduced_motion="reduce")
    links = page.locator(".on-page a")
    assert links.count() > 8
    for at in range(links.count()):
        words, target = links.nth(at).inner_text(), links.nth(at).get_attribute("href") or ""
        links.nth(at).click()
        expect(page).to_have_url(re.compile(f"{re.escape(target)}$"))
        expect(page.locator(target)).to_have_text(words)
        assert is_seen(page, target)
    page.context.close()


@both
def test_a_heading_gives_its_own_address(chromium: Browser, address: str, javascript: bool) -> None:
    """By mouse and by keyboard, also in the idea's text. The mark is seen where the heading is pointed at."""
    page, _ = opened(chromium, address + PLAN, java_script_enabled=javascript, reduced_motion="reduce")
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
    assert is_seen(page, "#budget")
    page.go_back()
    expect(page).to_have_url(f"{address}{PLAN}#text-behov")
    page.context.close()


@both
def test_the_track_leads_to_the_decision(chromium: Browser, address: str, javascript: bool) -> None:
    """A gate on the track is one step from the reason why it was opened, and all reasons open together."""
    page, _ = opened(chromium, address + PLAN, java_script_enabled=javascript, reduced_motion="reduce")
    page.locator(".track").get_by_role("link", name="G2 12 maj 2025").click()
    assert is_seen(page, "#decision-2")
    expect(page.locator("#decision-2")).to_contain_text("G2 Bedömning: gå vidare")
    reason = page.locator(".passages").get_by_text("Behovet är belagt och ingen annan arbetar med det.")
    expect(reason).to_be_hidden()
    page.get_by_text("Alla 3 beslut på vägen").click()
    expect(reason).to_be_visible()
    page.context.close()


@both
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_timeline_scrolls_by_keyboard(
    chromium: Browser, address: str, javascript: bool, scheme: str
) -> None:
    """On a phone it is drawn in full size within a box of its own, which the arrow keys move."""
    page, complaints = opened(
        chromium,
        address + PLAN,
        width=320,
        java_script_enabled=javascript,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    box = page.get_by_role("region", name="Tidslinje")
    box.focus()
    expect(box).to_be_focused()
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    until(page, lambda: bool(box.evaluate("e => e.scrollLeft > 0")))
    assert page.evaluate("document.documentElement.scrollLeft") == 0
    expect(page.get_by_role("img", name="Tidslinje 2025–2027")).to_be_visible()
    assert complaints == []
    page.context.close()


def test_the_timeline_differs_by_shape_in_forced_colours(chromium: Browser, address: str) -> None:
    """What is done is filled and what remains is empty, in the reader's own colours."""
    page, _ = opened(chromium, address + PLAN, forced_colors="active")
    fill = "e => getComputedStyle(e).fill"
    done, due = (
        page.locator(f".timeline .timeline__mark--{kind}").evaluate(fill) for kind in ("done", "due")
    )
    assert done != due
    page.context.close()


def test_the_address_and_the_citation_are_copied(chromium: Browser, address: str) -> None:
    """A button copies, and says so to everybody."""
    page, complaints = opened(
        chromium, f"{address}{PLAN}#story", locale="sv-SE", permissions=["clipboard-read", "clipboard-write"]
    )
    said = page.locator(".use").get_by_role("status")
    expect(said).to_be_empty()
    page.get_by_role("button", name="Kopiera adressen").click()
    expect(said).to_have_text("Kopierat.")
    assert clipboard(page) == f"{address}{PLAN}"
    page.get_by_text("Citera sidan").click()
    page.get_by_role("button", name="Kopiera: BibTeX").click()
    until(page, lambda: clipboard(page).startswith("@misc{trygg-hemgang,"))
    assert f"url = {{{address}{PLAN}}}" in clipboard(page)
    page.get_by_role("button", name="Kopiera: CSL-JSON").click()
    until(page, lambda: clipboard(page).startswith("[{"))
    (item,) = json.loads(clipboard(page))
    assert (item["title"], item["URL"]) == ("Trygg hemgång", f"{address}{PLAN}")
    assert complaints == []
    page.context.close()


def test_where_copying_fails_the_page_says_what_to_do(chromium: Browser, address: str) -> None:
    """The text is marked, so that the reader can copy it."""
    page, _ = opened(chromium, address + PLAN)
    refusing = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
    page.evaluate(f"() => {{ {refusing} document.execCommand = () => false; }}")
    page.get_by_role("button", name="Kopiera adressen").click()
    expect(page.locator(".use").get_by_role("status")).to_contain_text("Markera texten")
    assert page.evaluate("getSelection().toString()") == f"{address}{PLAN}"
    page.context.close()


@pytest.mark.parametrize(("language", "told"), [("", "läst 5 mars 2027"), ("en/", "read 5 March 2027")])
def test_the_day_of_reading_is_the_readers(chromium: Browser, address: str, language: str, told: str) -> None:
    """A citation made next spring says so, in all its forms."""
    context = chromium.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(dt.datetime(2027, 3, 5, 12, tzinfo=dt.UTC))
    path = PLAN[1:] if not language else PLAN[1:].replace("ideer", "en/ideas")
    page.goto(f"{address}/{path}")
    page.locator(".cite summary").click()
    expect(page.locator("#cite-words")).to_contain_text(told)
    expect(page.locator("#cite-bibtex")).to_contain_text("urldate = {2027-03-05}")
    expect(page.locator("#cite-csl")).to_contain_text('"accessed": {"date-parts": [[2027, 3, 5]]}')
    context.close()


def test_an_e_mail_holds_title_and_address(chromium: Browser, address: str) -> None:
    """And nothing that follows the reader."""
    page, _ = opened(chromium, address + PLAN)
    link = page.get_by_role("link", name="Skicka som e-post").get_attribute("href") or ""
    assert link.startswith("mailto:?subject=Trygg%20hemg%C3%A5ng&body=http")
    assert "trygg-hemgang" in link
    page.context.close()


def test_without_script_nothing_is_offered_that_does_not_work(chromium: Browser, address: str) -> None:
    """No button is seen; the citation opens and can be read."""
    page, complaints = opened(chromium, address + PLAN, java_script_enabled=False)
    expect(page.locator(".use").get_by_role("button")).to_have_count(0)
    expect(page.locator("#cite-words")).to_be_hidden()
    page.get_by_text("Citera sidan").click()
    expect(page.locator("#cite-words")).to_contain_text("Trygg hemgång. Prövning, 2026.")
    expect(page.locator("#cite-csl")).to_be_visible()
    expect(page.get_by_text("den som står i webbläsarens adressfält")).to_be_visible()
    expect(page.locator(".use").get_by_role("button")).to_have_count(0)
    assert complaints == []
    page.context.close()


def test_the_print_button_prints(chromium: Browser, address: str) -> None:
    page, _ = opened(chromium, address + PLAN)
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    page.get_by_role("button", name="Skriv ut").click()
    assert page.title() == "printed"
    page.context.close()


@both
@pytest.mark.parametrize("kind", ["idea with plan", "idea", "list", "pipeline", "about", "home"])
def test_on_paper(chromium: Browser, address: str, kind: str, javascript: bool) -> None:
    """Black on white also where the reader has chosen dark; no navigation, and nothing is cut off."""
    page, _ = opened(
        chromium, address + PAGES[kind], width=700, java_script_enabled=javascript, color_scheme="dark"
    )
    page.emulate_media(media="print")
    for hidden in (".menu", ".top__tools", ".crumbs", ".skip", ".bottom nav", ".on-page", ".use__ways"):
        for part in page.locator(hidden).all():
            expect(part).to_be_hidden()
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    page.context.close()


def test_paper_shows_the_reasons_and_where_links_lead(chromium: Browser, address: str) -> None:
    """What is folded on the screen is told on paper, and a link in the text says its address."""
    page, _ = opened(chromium, address + PLAN)
    page.emulate_media(media="print")
    expect(page.locator(".passages dd").first).to_be_visible()
    expect(page.get_by_text("Sidans adress:")).to_be_visible()
    page.goto(f"{address}/om/")
    links = page.locator(".document__text a[href^=http]").all()
    assert links
    assert all("http" in link.evaluate("e => getComputedStyle(e, '::after').content") for link in links)
    page.context.close()
