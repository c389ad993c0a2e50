"""Searching in Chromium: over any page and on its own page, by keyboard, by address and without script."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "home": "/",
    "idea": "/ideer/2025/trygg-hemgang/",
    "facet": "/sektorer/vard-och-omsorg/",
    "document": "/om/",
    "not found": "/finns/inte/",
}


def opened(chromium: Browser, url: str, **options: Any) -> Page:
    context = chromium.new_context(
        viewport={"width": options.pop("width", 1440), "height": 800}, reduced_motion="reduce", **options
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(url)
    return page


def asked(page: Page, words: str, within: str = "main") -> None:
    """Write the words, and wait until their answer is announced."""
    before = page.locator(f"{within} .search__status").text_content()
    page.locator(f"{within} input[type=search]").fill(words)
    expect(page.locator(f"{within} [aria-busy]")).to_have_count(0)
    expect(page.locator(f"{within} .search__status")).not_to_have_text(before or "x")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("kind", PAGES)
def test_the_key_opens_and_escape_gives_focus_back(chromium: Browser, address: str, kind: str) -> None:
    """/ opens the search over any page, Esc closes it, and focus is where it was."""
    page = opened(chromium, address + PAGES[kind])
    start = page.locator(".top__name")
    start.focus()
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Sök i katalogen")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(start).to_be_focused()
    page.context.close()


def test_from_any_page_to_an_idea_by_keyboard(chromium: Browser, address: str) -> None:
    """Write, go down, up and down again, and Enter; the answer is announced on the way."""
    page = opened(chromium, f"{address}/utlysningar/")
    page.keyboard.press("/")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.type("hemgång")
    status = page.locator("dialog [role=status]")
    expect(status).to_contain_text("träff")
    first = page.locator("dialog .result__title a").first
    page.keyboard.press("ArrowDown")
    while not first.evaluate("e => e === document.activeElement"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    words = first.text_content()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words or "")
    page.context.close()


def test_the_key_is_a_letter_where_one_writes(chromium: Browser, address: str) -> None:
    """In a field / is written, also in the search itself."""
    page = opened(chromium, address + "/")
    page.locator("main input[type=search]").press("/")
    expect(page.locator("main input[type=search]")).to_have_value("/")
    expect(page.locator("dialog")).to_have_count(0)
    page.context.close()


def test_the_link_opens_the_dialog_and_its_button_closes_it(chromium: Browser, address: str) -> None:
    page = opened(chromium, address + "/")
    page.get_by_role("banner").get_by_role("link", name="Sök").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Stäng").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".top__search")).to_be_focused()
    page.context.close()


def test_from_the_dialog_to_all_results(chromium: Browser, address: str) -> None:
    """The question goes with the reader to the search page."""
    page = opened(chromium, address + "/")
    page.keyboard.press("/")
    asked(page, "hemgång", "dialog")
    page.get_by_role("link", name="Alla träffar, med filter").click()
    expect(page.locator("main input[type=search]")).to_have_value("hemgång")
    expect(page.locator("main [role=status]")).to_contain_text("träff")
    page.context.close()


@pytest.mark.parametrize(
    "words", ["trygga hemgångar", "hemgangar", "trygg hemgong", "gång hem", "TRYGG  hemgång!"]
)
def test_other_forms_and_small_mistakes_find_the_idea(chromium: Browser, address: str, words: str) -> None:
    """Inflections, å without its ring, a slip, parts of compounds, capitals and signs."""
    page = opened(chromium, f"{address}/sok/")
    asked(page, words)
    expect(page.locator(".result__title a[href$='/ideer/2025/trygg-hemgang/']")).to_be_visible()
    page.context.close()


def test_a_slow_answer_does_not_take_the_place_of_a_later_one(chromium: Browser, address: str) -> None:
    """Neither its results, its number, nor the counts of its filters."""
    page = opened(chromium, f"{address}/sok/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/words/68.json", hold)
    page.locator("main input[type=search]").fill("hemgång")
    page.wait_for_timeout(400)
    assert held, "the first question has asked for its words"
    asked(page, "lånecykel")
    told = page.locator("main [role=status]").text_content()
    counts = page.locator("select[name=sector] option").all_text_contents()
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    assert page.locator("main [role=status]").text_content() == told
    assert page.locator("select[name=sector] option").all_text_contents() == counts
    expect(page.locator(".result__title").first).to_contain_text("ykel")
    page.context.close()


def test_a_misread_word_is_told(chromium: Browser, address: str) -> None:
    page = opened(chromium, f"{address}/sok/?q=lånecykkel")
    expect(page.locator(".search__changed")).to_contain_text("lånecykel i stället för lånecykkel")
    page.context.close()


def test_sections_are_results_within_a_result(chromium: Browser, address: str) -> None:
    """A word from a section leads to that section of the page."""
    page = opened(chromium, f"{address}/sok/?q=sjukhuset")
    page.locator(".result__parts").get_by_role("link", name="Behov").first.click()
    expect(page).to_have_url(f"{address}/ideer/2025/trygg-hemgang/#text-behov")
    page.context.close()


def test_topics_of_the_name_are_told_apart(chromium: Browser, address: str) -> None:
    page = opened(chromium, f"{address}/sok/?q=Storby")
    page.locator(".search__topics").get_by_role("link", name="Storby", exact=True).first.click()
    expect(page).to_have_url(f"{address}/kommuner/storby/")
    page.context.close()


def test_filters_count_narrow_and_stand_in_the_address(chromium: Browser, address: str) -> None:
    """Each choice says how many it leaves; choosing it leaves that many, and back takes it away."""
    page = opened(chromium, f"{address}/sok/?q=Storby")
    status = page.locator("main [role=status]")
    expect(status).to_contain_text("träff")
    everything = status.text_content() or ""
    stage = page.get_by_label("Skede")
    option = stage.locator("option[value=project]")
    expect(option).to_have_text("Projekt (1)")
    stage.select_option("project")
    expect(status).to_have_text("1 träff")
    assert query(page) == {"q": ["Storby"], "stage": ["project"]}
    page.get_by_label("Slag").select_option("idea")
    expect(status).to_have_text("1 träff")
    page.reload()
    expect(stage).to_have_value("project")
    expect(status).to_have_text("1 träff")
    page.go_back()
    page.go_back()
    expect(stage).to_have_value("")
    expect(status).to_have_text(everything)
    page.context.close()


def test_back_from_a_result_leads_to_the_question(chromium: Browser, address: str) -> None:
    page = opened(chromium, f"{address}/sok/")
    asked(page, "hemgång")
    page.locator(".result__title a").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sök")
    page.go_back()
    expect(page.locator("main input[type=search]")).to_have_value("hemgång")
    expect(page.locator(".result__title").first).to_be_visible()
    page.context.close()


def test_nothing_found_suggests(chromium: Browser, address: str) -> None:
    """Words that are like it, fewer filters, and the topics."""
    page = opened(chromium, f"{address}/sok/?q=hmgnåg&stage=idea")
    expect(page.locator("main [role=status]")).to_have_text("Inga träffar.")
    empty = page.locator("main .search__empty")
    expect(empty.get_by_role("link", name="Leta bland ämnena")).to_be_visible()
    empty.get_by_role("button", name="Ta bort filtren").click()
    assert "stage" not in query(page)
    page.goto(f"{address}/sok/?q=hmgnågx")
    empty.locator(".search__like a").first.click()
    expect(page.locator("main [role=status]")).to_contain_text("träff")
    page.context.close()


def test_the_english_site_searches_in_english(chromium: Browser, address: str) -> None:
    page = opened(chromium, f"{address}/en/search/?q=bicycles")
    expect(page.locator("main [role=status]")).to_contain_text("result")
    expect(page.locator(".result__title a").first).to_have_attribute(
        "href", f"{address}/en/ideas/2024/lanecykel-vid-stationen/"
    )
    page.context.close()


@pytest.mark.parametrize("path", ["/sok/?q=cykel", "/en/search/"])
def test_without_script_the_page_explains_and_leads_on(chromium: Browser, address: str, path: str) -> None:
    """The link in the header leads there, and from there to every list."""
    page = opened(chromium, address + "/", java_script_enabled=False)
    page.get_by_role("banner").get_by_role("link", name="Sök").click()
    expect(page).to_have_url(f"{address}/sok/")
    page.goto(address + path)
    expect(page.locator("noscript p", has_text="JavaScript")).to_be_visible()
    expect(page.locator("main form")).to_be_hidden()
    page.locator("main .ways a").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_be_empty()
    page.context.close()


def test_a_search_that_cannot_be_opened_says_so(chromium: Browser, address: str) -> None:
    """Where the index is not there, the page says what to do instead."""
    page = opened(chromium, f"{address}/sok/")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.reload()
    page.locator("main input[type=search]").fill("cykel")
    expect(page.locator("main [role=status]")).to_contain_text("gick inte att öppna")
    page.context.close()


def test_nothing_is_asked_of_other_hosts_and_nothing_before_one_searches(
    chromium: Browser, address: str
) -> None:
    """The index is fetched when the search opens, from the site itself, under the policy of the page."""
    page = opened(chromium, address + "/")
    seen: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda m: complaints.append(m.text) if m.type in {"error", "warning"} else None)
    page.reload()
    assert not [url for url in seen if "/pagefind/" in url]
    page.keyboard.press("/")
    asked(page, "hemgång", "dialog")
    assert [url for url in seen if "/pagefind/sv/" in url]
    assert not [url for url in seen if not url.startswith(address)]
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("forced", ["none", "active"], ids=["own colours", "forced colours"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("place", ["page", "nothing", "dialog"])
def test_axe_finds_nothing_where_something_is_found(
    chromium: Browser,
    address: str,
    place: str,
    width: int,
    scheme: Literal["light", "dark"],
    forced: Literal["none", "active"],
) -> None:
    """The search page with results and without, and the open dialog; nothing scrolls sideways."""
    path = {"page": "/sok/?q=kommun", "nothing": "/sok/?q=hmgnågx", "dialog": "/"}[place]
    page = opened(
        chromium, address + path, width=width, color_scheme=scheme, forced_colors=forced, bypass_csp=True
    )
    if place == "dialog":
        page.keyboard.press("/")
        asked(page, "kommun", "dialog")
    expect(page.locator("[role=status]").last).not_to_be_empty()
    results = Axe().run(page, options={"runOnly": STANDARDS})
    found = [(v["id"], n["target"]) for v in results.response["violations"] for n in v["nodes"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()
