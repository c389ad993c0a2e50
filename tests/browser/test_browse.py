"""The catalogue page in a browser: filters, words, order, view, and the address that keeps them."""

from __future__ import annotations

import functools
import json
import re
import threading
from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Quiet, Server
from tests.browser.test_pages import STANDARDS, opened
from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LIST = "/ideer/"
CARDS = "#results .card"


def titles(page: Page) -> list[str]:
    return page.locator("#results :is(h3, th) a").all_inner_texts()


def index(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "ideer" / "index.json").read_text(encoding="utf-8"))
    return found


def box(page: Page, name: str) -> Any:
    return page.get_by_role("checkbox", name=re.compile(f"^{re.escape(name)} "))


def narrowed(chromium: Browser, address: str, query: str = "", **options: Any) -> Page:
    page, complaints = opened(chromium, address + LIST + query, **options)
    assert complaints == []
    return page


def test_filters_combine_and_counts_follow(chromium: Browser, address: str, site: Path) -> None:
    """Values of one facet add up, facets narrow each other down, and each count says what would be left."""
    page = narrowed(chromium, address)
    box(page, "Öppen").check()
    expect(page.locator(".browse__status")).to_contain_text("av")
    read = index(site)
    facets = [facet["name"] for facet in read["facets"]]
    stage, outcome = (facets.index(name) for name in ("stage", "outcome"))
    is_open = read["facets"][outcome]["keys"].index("open")
    held = [at for at, places in enumerate(read["in"][outcome]) if is_open in places]
    assert len(titles(page)) == len(held)
    for place, key in enumerate(read["facets"][stage]["keys"]):
        told = page.locator(f'[data-facet="stage"] [data-key="{key}"] .count').inner_text()
        assert int(told) == sum(place in read["in"][stage][at] for at in held)
    box(page, "Genomförd").check()
    assert len(titles(page)) > len(held)
    box(page, "Idé").check()
    assert page.url.endswith("?outcome=open,completed&stage=idea")
    page.context.close()


def test_words_ignore_case_and_accents_but_not_swedish_letters(chromium: Browser, address: str) -> None:
    """`HEMGÅNG` finds hemgång, `hemgang` does not: å is a letter of its own."""
    page = narrowed(chromium, address)
    field = page.get_by_label("Sök bland posterna")
    field.fill("HEMGÅNG")
    expect(page.locator(CARDS)).to_have_count(2)
    field.fill("hemgang")
    expect(page.get_by_text("Inget stämmer med allt detta.")).to_be_visible()
    page.context.close()


def test_nothing_found_says_what_to_remove(chromium: Browser, address: str) -> None:
    """Each choice can be taken away, with the number that would be left, and the words lead to the search."""
    page = narrowed(chromium, address, "?q=finnsinte&stage=idea")
    expect(page.get_by_text("Inget stämmer med allt detta.")).to_be_visible()
    expect(page.get_by_role("link", name="Sök i hela katalogens texter")).to_have_attribute(
        "href", re.compile(r"sok/\?q=finnsinte")
    )
    page.get_by_role("button", name="Ta bort sökorden finnsinte").click()
    expect(page.locator(CARDS).first).to_be_visible()
    assert page.url.endswith("?stage=idea")
    page.context.close()


def test_order(chromium: Browser, address: str, site: Path) -> None:
    """Each order is the one it says, by the index that the page was made with."""
    page = narrowed(chromium, address)
    read = index(site)
    every = range(len(read["title"]))
    for name, key in (("waiting", "waiting"), ("grant", "grant"), ("decided", "decided")):
        page.get_by_label("Sortera").select_option(name)
        expect(page.locator(CARDS).first).to_be_visible()
        wanted = sorted(every, key=lambda at: read[key][at], reverse=True)  # used at once
        expect(page.locator(f"{CARDS} h3")).to_have_text([read["title"][at] for at in wanted])
    page.get_by_label("Sortera").select_option("newest")
    expect(page.locator(f"{CARDS} h3")).to_have_text(read["title"])
    page.context.close()


def test_titles_sort_in_swedish(chromium: Browser, address: str) -> None:
    page = narrowed(chromium, address, "?sort=title")
    expect(page.locator(CARDS).first).to_be_visible()
    found = titles(page)
    alphabet = page.evaluate("t => [...t].sort(new Intl.Collator('sv').compare)", found)
    assert found == alphabet
    page.context.close()


def test_address_keeps_everything_and_back_works(chromium: Browser, address: str) -> None:
    """A shared address opens the same list, and the back button takes back one choice at a time."""
    page = narrowed(chromium, address)
    box(page, "Öppen").check()
    expect(page.locator(".browse__status")).to_contain_text("av")
    page.get_by_label("Sortera").select_option("title")
    page.get_by_text("Tabell", exact=True).click()
    expect(page.locator("#results table")).to_be_visible()
    url, found = page.url, titles(page)
    shared, _ = opened(chromium, url)
    expect(shared.locator("#results table")).to_be_visible()
    assert titles(shared) == found
    expect(box(shared, "Öppen")).to_be_checked()
    shared.context.close()
    page.go_back()
    expect(page.locator(CARDS).first).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Sortera")).to_have_value("newest")
    page.go_back()
    expect(box(page, "Öppen")).not_to_be_checked()
    assert page.url.endswith(LIST)
    page.context.close()


def test_the_view_is_remembered(chromium: Browser, address: str) -> None:
    """A reader who wants the table gets it next time too."""
    page = narrowed(chromium, address)
    page.get_by_text("Tabell", exact=True).click()
    expect(page.locator("#results table")).to_be_visible()
    page.goto(address + LIST)
    expect(page.locator("#results table")).to_be_visible()
    page.context.close()


def test_a_screen_reader_hears_how_many(chromium: Browser, address: str) -> None:
    """The count stands in a status that is there before it is filled."""
    page = narrowed(chromium, address)
    status = page.locator(".browse__status")
    expect(status).to_have_text("")
    box(page, "Öppen").check()
    expect(status).to_have_text(re.compile(r"^\d+ poster? av \d+$"))
    page.context.close()


def test_the_script_draws_the_cards_that_the_server_drew(chromium: Browser, address: str) -> None:
    """The same markup, whoever made it."""
    flat = "all => all.map(e => e.outerHTML.replace(/\\s+/g, ' ').replace(/> </g, '><'))"
    page = narrowed(chromium, address)
    served = page.locator(CARDS).evaluate_all(flat)
    page.goto(f"{address}{LIST}?sort=newest&shown=2")
    expect(page.locator(".browse__status")).to_contain_text("av")
    assert page.locator(CARDS).evaluate_all(flat) == served
    page.context.close()


def test_the_table_says_what_the_cards_say(chromium: Browser, address: str) -> None:
    """A row for each card, with the same title, badges and facts in columns of their own."""
    page = narrowed(chromium, address, "?view=cards&sort=grant")
    expect(page.locator(".browse__status")).to_contain_text("av")
    words = (
        "all => all.map(e => [...e.querySelectorAll('a, .stage-mark, .badge, li')].map(p => p.textContent))"
    )
    cards = page.locator(CARDS).evaluate_all(words)
    page.get_by_text("Tabell", exact=True).click()
    rows = "all => all.map(e => [...e.children].map(p => p.textContent).filter(Boolean))"
    assert page.locator("#results tbody tr").evaluate_all(rows) == cards
    assert page.locator("#results th[scope=col]").count() == 6
    page.context.close()


def test_what_is_chosen_can_be_taken_away(chromium: Browser, address: str) -> None:
    """One at a time or all at once, and the focus goes to the next, at last to the count."""
    page = narrowed(chromium, address, "?q=e&outcome=open&stage=idea")
    page.get_by_role("button", name="Ta bort sökorden e").press("Enter")
    expect(page.get_by_role("button", name="Ta bort Skeden: Idé")).to_be_focused()
    assert page.url.endswith("?stage=idea&outcome=open")
    page.get_by_role("button", name="Rensa allt").press("Enter")
    expect(page.locator(".browse__status")).to_be_focused()
    assert page.url.endswith(LIST)
    expect(box(page, "Öppen")).not_to_be_checked()
    page.context.close()


def longer(read: dict[str, Any], times: int, names: list[str]) -> dict[str, Any]:
    """The index with its entries so many times over, and more organisations that nothing belongs to."""
    made = {name: column * times for name, column in read.items() if isinstance(column, list)}
    made["in"] = [column * times for column in read["in"]]
    made["facets"] = json.loads(json.dumps(read["facets"]))
    organisation = next(facet for facet in made["facets"] if facet["name"] == "organisation")
    organisation["keys"] += [name.casefold() for name in names]
    organisation["labels"] += names
    return made


def test_more_are_shown_when_asked_for(chromium: Browser, address: str, site: Path) -> None:
    """Fifty more, the address says so, and the focus is on the first of them."""
    page = narrowed(chromium, address)
    many = longer(index(site), 20, [])
    page.route("**/index.json*", lambda route: route.fulfill(json=many))
    page.get_by_label("Sortera").select_option("title")
    expect(page.locator(CARDS)).to_have_count(50)
    page.get_by_role("button", name="Visa fler (50)").click()
    expect(page.locator(CARDS)).to_have_count(100)
    expect(page.locator(CARDS).nth(50).get_by_role("link")).to_be_focused()
    assert page.url.endswith("?sort=title&shown=2")
    page.context.close()


def test_a_value_is_found_among_many(chromium: Browser, address: str, site: Path) -> None:
    """A facet with many values has a field of its own; what is chosen stays when the field is emptied."""
    page = narrowed(chromium, address)
    many = longer(index(site), 1, [f"Bolag {number}" for number in range(40)])
    page.route("**/index.json*", lambda route: route.fulfill(json=many))
    group = page.locator('[data-facet="organisation"]')
    group.locator("summary").click()
    field = group.get_by_role("searchbox", name="Hitta i listan: Organisationer")
    field.fill("BOLAG 3")
    expect(group.get_by_role("checkbox")).to_have_count(11)
    box(page, "Bolag 31").check()
    expect(page.get_by_text("Inget stämmer med allt detta.")).to_be_visible()
    field.fill("")
    expect(box(page, "Bolag 31")).to_be_checked()
    expect(box(page, "Bolag 30")).to_have_count(0)
    page.context.close()


def test_in_english(chromium: Browser, address: str) -> None:
    """The other language has an index and words of its own."""
    page, complaints = opened(chromium, f"{address}/en/ideas/?outcome=open&sort=waiting")
    expect(page.locator(".browse__status")).to_have_text(re.compile(r"^\d+ entries of \d+$"))
    page.get_by_role("button", name="Remove Outcomes: Open").click()
    assert page.url.endswith("/en/ideas/?sort=waiting")
    assert complaints == []
    page.context.close()


def test_only_keys(chromium: Browser, address: str) -> None:
    """From the field to the filters to an idea without a mouse."""
    page = narrowed(chromium, address)
    page.get_by_label("Sök bland posterna").focus()
    page.keyboard.type("hemgång")
    expect(page.locator(CARDS)).to_have_count(2)
    page.locator('[data-facet="stage"] input').first.focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.card') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("hemgång")
    page.context.close()


def test_neighbours_follow_the_list_that_one_came_from(chromium: Browser, address: str) -> None:
    """Previous and next are those of the narrowed list; without it, those of the whole catalogue."""
    page = narrowed(chromium, address, "?sort=title&outcome=open")
    expect(page.locator(".browse__status")).to_contain_text("av")
    found = titles(page)
    page.locator("#results a").nth(1).click()
    expect(page.get_by_role("link", name=f"Föregående i listan {found[0]}")).to_be_visible()
    page.get_by_role("link", name=f"Nästa i listan {found[2]}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(found[2])
    page.context.close()


def test_an_older_list_is_forgotten(chromium: Browser, address: str) -> None:
    """Who comes from the whole catalogue gets its neighbours, whatever was narrowed before."""
    page = narrowed(chromium, address, "?sort=title&outcome=open")
    expect(page.locator(".browse__status")).to_contain_text("av")
    page.goto(address + LIST)
    page.locator("#results a").nth(1).click()
    expect(page.locator(".neighbours").get_by_text("Nyare")).to_be_visible()
    page.context.close()


def test_neighbours_follow_a_list_of_a_topic(chromium: Browser, address: str) -> None:
    """Not the list that was narrowed before, when the idea is opened from another one."""
    page = narrowed(chromium, address, "?sort=title&outcome=completed")
    expect(page.locator(".browse__status")).to_contain_text("av")
    page.locator("#results a").first.click()
    page.goto(f"{address}/sektorer/vard-och-omsorg/")
    found = page.locator(".card h3").all_text_contents()
    page.locator(".card h3 a").nth(1).click()
    expect(page.get_by_role("link", name=f"Föregående i listan {found[0].strip()}")).to_be_visible()
    page.goto(f"{address}/slussen/")
    page.locator(".slip a").first.click()
    expect(page.locator(".neighbours").get_by_text("i listan")).to_have_count(0)
    page.context.close()


def test_the_kept_view_stands_in_the_address(chromium: Browser, address: str) -> None:
    """So that a link shows others the same, and going back does not change it."""
    page = narrowed(chromium, address)
    page.get_by_text("Tabell", exact=True).click()
    page.goto(address + LIST)
    expect(page.locator("#results table")).to_be_visible()
    assert page.url.endswith("?view=table")
    box(page, "Öppen").check()
    expect(page.locator(".browse__status")).to_contain_text("av")
    page.go_back()
    expect(box(page, "Öppen")).not_to_be_checked()
    expect(page.locator("#results table")).to_be_visible()
    page.context.close()


def test_nothing_found_of_two_impossible_things_can_be_cleared(chromium: Browser, address: str) -> None:
    page = narrowed(chromium, address, "?q=finnsinte&sector=finns-inte")
    expect(page.get_by_text("Inget stämmer med allt detta.")).to_be_visible()
    page.get_by_role("button", name="Rensa allt").click()
    expect(page.locator(CARDS).first).to_be_visible()
    assert page.url.endswith(LIST)
    page.context.close()


def test_the_other_language_gets_the_same_choice(chromium: Browser, address: str) -> None:
    page = narrowed(chromium, address)
    box(page, "Öppen").check()
    expect(page.locator(".browse__status")).to_contain_text("av")
    page.locator(".top__language").click()
    expect(page.get_by_role("button", name="Remove Outcomes: Open")).to_be_visible()
    page.context.close()


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A catalogue whose list has two pages."""
    root = project.make(tmp_path_factory.mktemp("long"))
    text = (root / "ideas/2023/skolmat-efter-sasong/idea.md").read_text(encoding="utf-8")
    for number in range(50):
        file = root / "ideas" / "2021" / f"ide-{number}" / "idea.md"
        file.parent.mkdir(parents=True)
        file.write_text(text.replace("title: ", f"title: Nummer {number} ", 1), encoding="utf-8")
    done = project.run(root, "mkdocs", "build", "-q")
    assert done.returncode == 0, done.stderr
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_the_second_page_keeps_its_place(chromium: Browser, long_list: str) -> None:
    """Going back to it shows what it was sent with, and a kept view does not put the first in its place."""
    page, complaints = opened(chromium, f"{long_list}{LIST}sida-2/")
    before = titles(page)
    box(page, "Öppen").check()
    expect(page.locator(".browse__status")).to_contain_text("av")
    page.go_back()
    expect(page.locator(f"{CARDS} h3")).to_have_text(before)
    expect(page.get_by_role("navigation", name="Sidor")).to_be_visible()
    page.get_by_text("Tabell", exact=True).click()
    expect(page.locator("#results tbody tr").nth(50)).to_be_visible()
    page.goto(f"{long_list}{LIST}sida-2/")
    expect(page.locator(f"{CARDS} h3")).to_have_text(before)
    assert complaints == []
    page.context.close()


def test_without_script_the_links_do_the_work(chromium: Browser, address: str, site: Path) -> None:
    """Every entry is listed, facets are links with counts, and nothing that needs script is shown."""
    page, _ = opened(chromium, address + LIST, java_script_enabled=False)
    assert page.locator("#results .card").count() == len(index(site)["title"])
    expect(page.get_by_label("Sortera")).to_be_hidden()
    page.get_by_role("link", name="Projekt", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Projekt")
    expect(page.get_by_text("Kombinera med andra filter")).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_filters_are_folded_away_on_a_phone(chromium: Browser, address: str, javascript: bool) -> None:
    """The list comes first; a press on the heading shows the filters."""
    page, _ = opened(chromium, address + LIST, width=320, java_script_enabled=javascript)
    filters = page.locator('[data-facet="outcome"] li').first
    expect(filters).to_be_hidden()
    page.get_by_text("Filtrera", exact=True).click()
    expect(filters).to_be_visible()
    page.context.close()


def test_a_facet_leads_to_the_catalogue_with_it_chosen(chromium: Browser, address: str) -> None:
    """From the page of a value to the catalogue, where more can be asked for."""
    page, _ = opened(chromium, f"{address}/sektorer/samhallsbyggnad/")
    found = page.locator(".cards .card").count()
    page.get_by_role("link", name="Kombinera med andra filter").click()
    expect(box(page, "Samhällsbyggnad")).to_be_checked()
    expect(page.locator(CARDS)).to_have_count(found)
    page.context.close()


def test_a_failed_fetch_says_so_and_the_list_stays(chromium: Browser, address: str) -> None:
    page, _ = opened(chromium, address + LIST)
    page.route("**/index.json*", lambda route: route.abort())
    shown = page.locator(CARDS).count()
    box(page, "Öppen").check()
    expect(page.get_by_text("Listan gick inte att hämta.")).to_be_visible()
    assert page.locator(CARDS).count() == shown
    page.context.close()


@pytest.mark.parametrize("forced", ["none", "active"], ids=["own colours", "forced colours"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["?outcome=open", "?view=table", "?q=finnsinte"])
def test_axe_finds_nothing_in_what_the_script_draws(
    chromium: Browser,
    address: str,
    query: str,
    scheme: Literal["light", "dark"],
    forced: Literal["none", "active"],
) -> None:
    options: Any = {"width": 320, "color_scheme": scheme, "forced_colors": forced, "bypass_csp": True}
    page, _ = opened(chromium, address + LIST + query, **options)
    expect(page.locator(".browse__status")).to_contain_text("av")
    found = Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()
