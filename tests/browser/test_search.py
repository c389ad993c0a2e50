"""Searching in Chromium: over any page and on its own page, by keyboard, by address and without script."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import barriers
from tests.support.browser import MISSING, fits, follow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page, Route

    from tests.support.browser import Visit

PAGES = {
    "home": "/",
    "idea": "/ideer/2025/trygg-hemgang/",
    "facet": "/sektorer/vard-och-omsorg/",
    "document": "/om/",
    "not found": "/finns/inte/",
}


@contextmanager
def answered(page: Page, within: str = "main .search") -> Iterator[None]:
    """What is done meanwhile asks one question; wait until it has its answer, or is thrown away."""
    panel = page.locator(within)
    before = int(panel.get_attribute("data-answered") or 0)
    yield
    expect(panel).to_have_attribute("data-answered", str(before + 1))


def asked(page: Page, words: str, within: str = "main .search") -> None:
    """Write the words, and wait until they are answered."""
    with answered(page, within):
        page.locator(f"{within} input[type=search]").fill(words)


def addresses_asked_for(page: Page) -> Callable[[], list[str]]:
    """What tells what the page has asked for from now on, once all that has begun has been noticed."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))

    def so_far() -> list[str]:
        # Requests are noticed in their order, so this one comes after all before it.
        with page.expect_request("**/empty"):
            page.evaluate("() => fetch('/empty').then((answer) => answer.text())")
        return seen

    return so_far


def kept_waiting(page: Page, pattern: str) -> list[Route]:
    """What the page asks for from now on and does not get, until each route is continued."""
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route(pattern, keep)
    return waiting


def opened(visit: Visit, url: str, **options: int) -> Page:
    """The search page with the answer to the question in its address."""
    page = visit(url, **options)
    expect(page.locator("main .search")).to_have_attribute("data-answered", "1")
    return page


@pytest.mark.parametrize("kind", PAGES)
def test_the_key_opens_and_escape_gives_focus_back(visit: Visit, address: str, kind: str) -> None:
    """/ opens the search over any page, Esc closes it, and focus is where it was."""
    page = visit(address + PAGES[kind], provokes=MISSING if kind == "not found" else "")
    start = page.locator(".top__name")
    start.focus()
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Sök i katalogen")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(start).to_be_focused()


def test_from_any_page_to_an_idea_by_keyboard(visit: Visit, address: str) -> None:
    """Write, go down, up and down again, and Enter; the answer is announced on the way."""
    page = visit(f"{address}/utlysningar/")
    page.keyboard.press("/")
    expect(page.locator("dialog input")).to_be_focused()
    with answered(page, "dialog"):
        page.keyboard.insert_text("hemgång")
    expect(page.locator("dialog [role=status]")).to_contain_text("träff")
    first = page.locator("dialog .result__title a").first
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        if first.evaluate("e => e === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    words = first.text_content()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words or "")


def test_the_key_is_a_letter_where_one_writes(visit: Visit, address: str) -> None:
    """In a field / is written, also in the search itself."""
    page = visit(address + "/")
    seen = addresses_asked_for(page)
    page.locator("main input[type=search]").press("/")
    expect(page.locator("main input[type=search]")).to_have_value("/")
    assert not [url for url in seen() if "/search/search.js" in url]
    page.locator("h1").click()
    page.keyboard.press("/")
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    page.keyboard.press("/")
    expect(field).to_have_value("/")


def test_the_link_opens_the_dialog_and_its_button_closes_it(visit: Visit, address: str) -> None:
    page = visit(address + "/")
    page.get_by_role("banner").get_by_role("link", name="Sök").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Stäng").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".top__search")).to_be_focused()


def test_from_the_dialog_to_all_results(visit: Visit, address: str) -> None:
    """The question goes with the reader to the search page."""
    page = visit(address + "/")
    page.keyboard.press("/")
    asked(page, "hemgång", "dialog")
    page.get_by_role("link", name="Alla träffar, med filter").click()
    expect(page.locator("main input[type=search]")).to_have_value("hemgång")
    expect(page.locator("main [role=status]")).to_contain_text("träff")


@pytest.mark.parametrize(
    "words", ["trygga hemgångar", "hemgangar", "trygg hemgong", "gång hem", "TRYGG  hemgång!"]
)
def test_other_forms_and_small_mistakes_find_the_idea(visit: Visit, address: str, words: str) -> None:
    """Inflections, å without its ring, a slip, parts of compounds, capitals and signs."""
    page = visit(f"{address}/sok/")
    asked(page, words)
    expect(page.locator(".result__title a[href$='/ideer/2025/trygg-hemgang/']")).to_be_visible()


def test_a_slow_answer_does_not_take_the_place_of_a_later_one(visit: Visit, address: str) -> None:
    """Neither its results, its number, nor the counts of its filters."""
    page = visit(f"{address}/sok/")
    waiting = kept_waiting(page, "**/words/68.json")
    field = page.locator("main input[type=search]")
    with page.expect_request("**/words/68.json"):
        field.fill("hemgång")
    asked(page, "lånecykel")
    status = page.locator("main [role=status]").text_content()
    counts = page.locator("select[name=sector] option").all_text_contents()
    with answered(page):
        for route in waiting:
            route.continue_()
    assert page.locator("main [role=status]").text_content() == status
    assert page.locator("select[name=sector] option").all_text_contents() == counts
    expect(page.locator(".result__title").first).to_contain_text("ykel")


def test_words_written_before_the_search_is_there_are_answered(visit: Visit, address: str) -> None:
    """On a slow line the field is there long before what listens to it."""
    page = visit(f"{address}/om/")
    waiting = kept_waiting(page, "**/search/search.js")
    with page.expect_request("**/search/search.js"):
        page.goto(f"{address}/sok/")
    page.locator("main input[type=search]").fill("hemgång")
    with answered(page):
        for route in waiting:
            route.continue_()
    expect(page.locator("main input[type=search]")).to_have_value("hemgång")
    expect(page.locator(".result__title").first).to_be_visible()
    assert page.url.endswith("?q=hemg%C3%A5ng")


def test_a_misread_word_is_told(visit: Visit, address: str) -> None:
    page = visit(f"{address}/sok/?q=lånecykkel")
    expect(page.locator(".search__changed")).to_contain_text("lånecykel i stället för lånecykkel")


def test_sections_are_results_within_a_result(visit: Visit, address: str) -> None:
    """A word from a section leads to that section of the page."""
    page = visit(f"{address}/sok/?q=sjukhuset")
    page.locator(".result__parts").get_by_role("link", name="Behov").first.click()
    expect(page).to_have_url(f"{address}/ideer/2025/trygg-hemgang/#text-behov")


def test_topics_of_the_name_are_told_apart(visit: Visit, address: str) -> None:
    page = visit(f"{address}/sok/?q=Storby")
    page.locator(".search__topics").get_by_role("link", name="Storby", exact=True).first.click()
    expect(page).to_have_url(f"{address}/kommuner/storby/")


def test_filters_count_narrow_and_stand_in_the_address(visit: Visit, address: str) -> None:
    """Each choice says how many it leaves; choosing it leaves that many, and back takes it away."""
    page = visit(f"{address}/sok/?q=Storby")
    status = page.locator("main [role=status]")
    expect(status).to_contain_text("träff")
    everything = status.text_content() or ""
    stage = page.get_by_label("Skede")
    option = stage.locator("option[value=project]")
    expect(option).to_have_text("Projekt (1)")
    stage.select_option("project")
    expect(status).to_have_text("1 träff")
    expect(page).to_have_url(f"{address}/sok/?q=Storby&stage=project")
    with answered(page):
        page.get_by_label("Typ").select_option("idea")
    expect(status).to_have_text("1 träff")
    page.reload()
    expect(stage).to_have_value("project")
    expect(status).to_have_text("1 träff")
    page.go_back()
    page.go_back()
    expect(stage).to_have_value("")
    expect(status).to_have_text(everything)


def test_back_from_a_result_leads_to_the_question(visit: Visit, address: str) -> None:
    page = visit(f"{address}/sok/")
    asked(page, "hemgång")
    follow(page, page.locator(".result__title a").first)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sök")
    page.go_back()
    expect(page.locator("main input[type=search]")).to_have_value("hemgång")
    expect(page.locator(".result__title").first).to_be_visible()


def test_help_pages_are_found_where_they_are_asked_for(visit: Visit, address: str) -> None:
    """They come after all else, and stand in the address."""
    page = opened(visit, f"{address}/sok/?q=katalogen")
    way = page.locator(".result__title a[href$='/om/']")
    expect(way).to_have_count(0)
    with answered(page):
        page.get_by_label("Visa också hjälpsidor").check()
    expect(page).to_have_url(f"{address}/sok/?q=katalogen&help=1")
    expect(page.locator("main [role=status]")).to_contain_text("träff")


def test_nothing_found_suggests(visit: Visit, address: str) -> None:
    """Words that are like it, fewer filters, and the topics."""
    page = visit(f"{address}/sok/?q=hmgnåg&stage=idea")
    expect(page.locator("main [role=status]")).to_have_text("Inga träffar.")
    empty = page.locator("main .search__empty")
    expect(empty.get_by_role("link", name="Leta bland ämnena")).to_be_visible()
    empty.get_by_role("button", name="Ta bort filtren").click()
    expect(page).to_have_url(f"{address}/sok/?q=hmgn%C3%A5g")
    page.goto(f"{address}/sok/?q=hemgnåxx")
    empty.locator(".search__like a").first.click()
    expect(page.locator("main [role=status]")).to_contain_text("träff")


def test_the_english_site_searches_in_english(visit: Visit, address: str) -> None:
    page = visit(f"{address}/en/search/?q=bicycles")
    expect(page.locator("main [role=status]")).to_contain_text("result")
    expect(page.locator(".result__title a").first).to_have_attribute(
        "href", f"{address}/en/ideas/2024/lanecykel-vid-stationen/"
    )


@pytest.mark.parametrize("path", ["/sok/?q=cykel", "/en/search/"])
def test_without_script_the_page_explains_and_leads_on(visit: Visit, address: str, path: str) -> None:
    """The link in the header leads there, and from there to every list."""
    page = visit(address + "/", script=False)
    follow(page, page.get_by_role("banner").get_by_role("link", name="Sök"))
    assert page.url == f"{address}/sok/"
    page.goto(address + path)
    expect(page.locator("noscript p", has_text="JavaScript")).to_be_visible()
    expect(page.locator("main form")).to_be_hidden()
    follow(page, page.locator("main .ways a").first)
    expect(page.get_by_role("heading", level=1)).not_to_be_empty()


def test_a_search_that_cannot_be_opened_says_so(visit: Visit, address: str) -> None:
    """Where the index is not there, the page says what to do instead."""
    page = visit(f"{address}/sok/", provokes="(?i)pagefind|failed to fetch")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.reload()
    page.locator("main input[type=search]").fill("cykel")
    expect(page.locator("main [role=status]")).to_contain_text("gick inte att öppna")


def test_nothing_is_asked_for_before_one_searches(visit: Visit, address: str) -> None:
    """The index is fetched when the search opens, from the site itself, under the policy of the page."""
    page = visit(address + "/")
    seen = addresses_asked_for(page)
    page.reload()
    assert not [url for url in seen() if "/pagefind/" in url or "/search/search.js" in url]
    page.keyboard.press("/")
    asked(page, "hemgång", "dialog")
    assert [url for url in seen() if "/pagefind/sv/" in url]
    assert not [url for url in seen() if not url.startswith(address)]


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_the_search_page(visit: Visit, address: str, width: int) -> None:
    """With results and without; nothing scrolls sideways."""
    page = opened(visit, f"{address}/sok/?q=kommun", width=width)
    assert page.locator(".result").count() > 1
    assert barriers(page) == {}
    assert fits(page, width)
    asked(page, "hmgnågx")
    expect(page.locator("main [role=status]")).to_have_text("Inga träffar.")
    assert barriers(page) == {}
    assert fits(page, width)


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_the_dialog(visit: Visit, address: str, width: int) -> None:
    page = visit(f"{address}/", width=width)
    page.keyboard.press("/")
    asked(page, "kommun", "dialog")
    assert page.locator("dialog .result").count() > 1
    assert barriers(page) == {}
    assert fits(page, width)
