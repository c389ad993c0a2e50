"""Searching in Chromium: over any page and on its own page, by address and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import CROSSED, barriers
from tests.support.browser import fits, follow
from tests.support.search_page import addresses_asked_for, answered, asked, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.support.browser import Visit


def kept_waiting(page: Page, pattern: str) -> list[Route]:
    """What the page asks for from now on and does not get, until each route is continued."""
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route(pattern, keep)
    return waiting


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
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)
    asked(page, "hmgnågx")
    expect(page.locator("main [role=status]")).to_have_text("Inga träffar.")
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_the_dialog(visit: Visit, address: str, width: int) -> None:
    page = visit(f"{address}/", width=width)
    page.keyboard.press("/")
    asked(page, "kommun", "dialog")
    assert page.locator("dialog .result").count() > 1
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)
