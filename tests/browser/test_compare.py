"""Ideas side by side: chosen on cards and pages, kept in the address, told as their own pages tell them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import CROSSED, OWN_COLOURS, barriers
from tests.support.browser import MISSING, fits, follow

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

CYCLE, HOME_WALK, FOOD = "2024/lanecykel-vid-stationen", "2025/trygg-hemgang", "2023/skolmat-efter-sasong"
FORMER, RESEARCH = "2024/lanecykel", "2022/foljeforskning-hemgang"
SHEET = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+(\d+)[\d.]*\s+(\d+)")


def compared(visit: Visit, address: str, *keys: str, page: str = "/jamfor/", **how: object) -> Page:
    """The comparison of these ideas, once it is there."""
    opened = visit(f"{address}{page}?ideas={','.join(keys)}", **how)
    expect(opened.locator("#compare")).to_have_attribute("data-shown", re.compile(r"\d"))
    return opened


def row(page: Page, name: str) -> list[str]:
    """The words of a row's cells."""
    return [" ".join(words.split()) for words in page.locator(f"tr[data-row={name}] td").all_inner_texts()]


@pytest.mark.parametrize("width", [320, 1440])
def test_what_is_chosen_on_cards_is_compared(visit: Visit, address: str, width: int) -> None:
    """With the keyboard too; the bar names what is chosen, and a fourth is refused in words."""
    page = visit(f"{address}/ideer/", width=width)
    bar = page.get_by_role("complementary", name="Jämför")
    expect(bar).to_be_hidden()
    choices = page.locator(".cards").get_by_role("button", name="Jämför med andra")
    for at in range(3):
        choices.nth(at).focus()
        page.keyboard.press("Enter")
        expect(choices.nth(at)).to_have_attribute("aria-pressed", "true")
    expect(bar.get_by_role("listitem")).to_have_count(3)
    choices.nth(3).click()
    expect(bar.get_by_role("status")).to_contain_text("Tre idéer är valda")
    expect(choices.nth(3)).to_have_attribute("aria-pressed", "false")
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)
    bar.get_by_role("button", name=re.compile("^Ta bort ")).first.click()
    expect(bar.get_by_role("listitem")).to_have_count(2)
    titles = bar.locator("li > span").all_inner_texts()
    follow(page, bar.get_by_role("link", name="Jämför"))
    expect(page.locator("#compare")).to_have_attribute("data-shown", "2")
    assert page.get_by_role("columnheader").get_by_role("link").all_inner_texts() == titles


def test_an_idea_is_chosen_on_its_page_and_on_a_list_that_is_drawn_anew(visit: Visit, address: str) -> None:
    page = visit(f"{address}/ideer/{CYCLE}/")
    page.get_by_role("button", name="Jämför med andra").click()
    page.goto(f"{address}/ideer/?sort=title")
    expect(page.locator(".cards .is-chosen")).to_have_count(1)
    bar = page.locator(".compare-bar")
    bar.get_by_role("button", name="Rensa").click()
    expect(bar).to_be_hidden()
    expect(page.locator(".cards .is-chosen")).to_have_count(0)


@pytest.mark.parametrize("page", ["/jamfor/", "/en/compare/"])
def test_the_comparison_is_an_accessible_table(visit: Visit, address: str, page: str) -> None:
    """On a phone it is read row by row, with whose each cell is."""
    opened = compared(visit, address, CYCLE, HOME_WALK, FOOD, page=page)
    for width in (320, 768, 1440):
        opened.set_viewport_size({"width": width, "height": 800})
        assert barriers(opened, CROSSED.get(width, ())) == {}
        assert fits(opened, width)
    table = opened.get_by_role("table")
    expect(table.locator("caption")).to_have_count(1)
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader")).to_have_count(15)
    assert table.locator("th:not([scope])").count() == 0
    ids = opened.locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_each_cell_says_what_the_page_says(visit: Visit, address: str) -> None:
    """The same words, with links that lead from here where they lead there."""
    page = compared(visit, address, CYCLE, HOME_WALK)
    shown = {name: row(page, name) for name in ("what", "state", "awarded", "final", "period", "came")}
    leads = page.locator("tbody a").evaluate_all("all => all.map(a => a.href)")
    for at, key in enumerate((CYCLE, HOME_WALK)):
        own = visit(f"{address}/ideer/{key}/")
        for name, words in shown.items():
            said = own.locator(f".idea [data-row={name}]").all_inner_texts()
            expected = [" ".join(part.split()) for part in said] or ["uppgift saknas"]
            assert all(part in words[at] for part in expected), (name, words[at], expected)
        assert any(link.startswith(f"{address}/ideer/{key}/") for link in leads)
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in leads)


def test_what_differs_is_told_and_can_stand_alone(visit: Visit, address: str) -> None:
    page = compared(visit, address, CYCLE, HOME_WALK)
    differing = page.locator("tbody tr", has=page.locator(".compare__differs"))
    alike = page.locator("tbody tr", has=page.locator(".compare__alike"))
    assert differing.count() + alike.count() == 15
    expect(page.get_by_role("status").first).to_contain_text(f"{differing.count()} rader skiljer")
    for cells in (row(page, name) for name in ("what", "came")):
        assert len(set(cells)) == 2
    page.get_by_role("checkbox", name="Visa bara det som skiljer").check()
    assert all(not line.is_visible() for line in alike.all())
    assert all(line.is_visible() for line in differing.all())


@pytest.mark.parametrize(
    ("asked", "shown", "said"),
    [
        ((FORMER, HOME_WALK), 2, f"{FORMER} har bytt adress"),
        ((FORMER, CYCLE), 1, "En idé är vald"),
        ((CYCLE, "2019/finns-inte"), 1, "Det finns ingen idé med adressen 2019/finns-inte"),
        ((CYCLE, HOME_WALK, "<i>x</i>"), 2, "Det finns ingen idé med adressen <i>x</i>"),
        ((CYCLE, HOME_WALK, FOOD, RESEARCH), 3, "4 idéer är valda i adressen. De tre första visas"),
        ((), 0, "Välj två eller tre idéer"),
    ],
)
def test_addresses_that_ask_for_something_else_are_told_so(
    visit: Visit, address: str, asked: tuple[str, ...], shown: int, said: str
) -> None:
    """Former names, none, too many, and what is no address of an idea."""
    page = compared(visit, address, *asked, provokes=MISSING)
    expect(page.locator("#compare")).to_have_attribute("data-shown", str(shown))
    expect(page.locator("#compare")).to_contain_text(said)
    assert barriers(page, OWN_COLOURS) == {}
    if FORMER in asked:
        expect(page).to_have_url(re.compile(CYCLE))


def test_the_address_follows_the_choice_and_the_language(visit: Visit, address: str) -> None:
    page = compared(visit, address, CYCLE, HOME_WALK, FOOD)
    page.get_by_role("columnheader").nth(1).get_by_role("button").click()
    expect(page).to_have_url(re.compile(rf"\?ideas={CYCLE},{FOOD}$"))
    expect(page.locator("#compare")).to_have_attribute("data-shown", "2")
    page.go_back()
    expect(page.locator("#compare")).to_have_attribute("data-shown", "3")
    page.locator(".top__language").click()
    page.wait_for_url("**/en/compare/**")
    expect(page.locator("#compare")).to_have_attribute("data-shown", "3")


def test_it_prints_as_one_lying_sheet(visit: Visit, address: str) -> None:
    page = compared(visit, address, CYCLE, HOME_WALK, FOOD)
    page.emulate_media(media="print")
    sheets = SHEET.findall(page.pdf(prefer_css_page_size=True))
    assert [(int(width), int(height)) for width, height in sheets] == [(841, 594)]


def test_without_script_the_page_says_what_to_do_instead(visit: Visit, address: str) -> None:
    page = visit(f"{address}/jamfor/?ideas={CYCLE},{FOOD}", script=False)
    notice = page.locator("noscript p", has_text="JavaScript")
    expect(notice).to_be_visible()
    expect(notice.locator("a")).to_have_attribute("href", "../ideer/")
    page.goto(f"{address}/ideer/{CYCLE}/")
    expect(page.get_by_text("Jämför med andra")).to_be_hidden()
