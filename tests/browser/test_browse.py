"""The catalogue page in a browser: filters, words, order and view."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.support.accessible import barriers
from tests.support.browse_page import CARDS, LIST, checkbox, expect_drawn, expect_query, index_of, titles
from tests.support.browser import EITHER_WAY, fits

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.browser import Visit


def test_filters_combine_and_counts_follow(visit: Visit, address: str, site: Path) -> None:
    """Values of one facet add up, facets narrow each other down, and each count says what would be left."""
    page = visit(address + LIST)
    checkbox(page, "Öppen").check()
    expect_drawn(page)
    read = index_of(site)
    facets = [facet["name"] for facet in read["facets"]]
    stage, outcome = (facets.index(name) for name in ("stage", "outcome"))
    is_open = read["facets"][outcome]["keys"].index("open")
    open_entries = [at for at, places in enumerate(read["in"][outcome]) if is_open in places]
    assert len(titles(page)) == len(open_entries)
    for place, key in enumerate(read["facets"][stage]["keys"]):
        count = page.locator(f'[data-facet="stage"] [data-key="{key}"] .count').inner_text()
        assert int(count) == sum(place in read["in"][stage][at] for at in open_entries)
    checkbox(page, "Genomförd").check()
    assert len(titles(page)) > len(open_entries)
    checkbox(page, "Idé").check()
    expect_query(page, "?outcome=open,completed&stage=idea")


def test_words_ignore_case_and_accents_but_not_swedish_letters(visit: Visit, address: str) -> None:
    """`HEMGÅNG` finds hemgång, `hemgang` does not: å is a letter of its own."""
    page = visit(address + LIST)
    field = page.get_by_label("Sök bland posterna")
    field.fill("HEMGÅNG")
    expect(page.locator(CARDS)).to_have_count(2)
    field.fill("hemgang")
    expect(page.get_by_text("Ingen post stämmer med alla dina val.")).to_be_visible()


def test_nothing_found_says_what_to_remove(visit: Visit, address: str) -> None:
    """Each choice can be taken away, with the number that would be left, and the words lead to the search."""
    page = visit(f"{address}{LIST}?q=finnsinte&stage=idea")
    expect(page.get_by_text("Ingen post stämmer med alla dina val.")).to_be_visible()
    expect(page.get_by_role("link", name="Sök i alla texter i katalogen")).to_have_attribute(
        "href", re.compile(r"sok/\?q=finnsinte")
    )
    page.get_by_role("button", name="Ta bort sökorden finnsinte").click()
    expect(page.locator(CARDS).first).to_be_visible()
    expect_query(page, "?stage=idea")


def test_order(visit: Visit, address: str, site: Path) -> None:
    """Each order is the one it says, by the index that the page was made with."""
    page = visit(address + LIST)
    read = index_of(site)
    every = range(len(read["title"]))
    for name, key in (("waiting", "waiting"), ("grant", "grant"), ("decided", "decided")):
        page.get_by_label("Sortera").select_option(name)
        expect(page.locator(CARDS).first).to_be_visible()
        wanted = sorted(every, key=lambda at: read[key][at], reverse=True)  # used at once
        expect(page.locator(f"{CARDS} h3")).to_have_text([read["title"][at] for at in wanted])
    page.get_by_label("Sortera").select_option("newest")
    expect(page.locator(f"{CARDS} h3")).to_have_text(read["title"])


def test_titles_sort_in_swedish(visit: Visit, address: str) -> None:
    page = visit(f"{address}{LIST}?sort=title")
    expect_drawn(page)
    listed = titles(page)
    alphabet = page.evaluate("t => [...t].sort(new Intl.Collator('sv').compare)", listed)
    assert listed == alphabet


def test_a_screen_reader_hears_how_many(visit: Visit, address: str) -> None:
    """The count stands in a status that is there before it is filled."""
    page = visit(address + LIST)
    status = page.locator(".browse__status")
    expect(status).to_have_text("")
    checkbox(page, "Öppen").check()
    expect(status).to_have_text(re.compile(r"^\d+ poster? av \d+$"))


def test_the_table_says_what_the_cards_say(visit: Visit, address: str) -> None:
    """A row for each card, with the same title, badges and facts in columns of their own."""
    page = visit(f"{address}{LIST}?view=cards&sort=grant")
    expect_drawn(page)
    words = (
        "all => all.map(e => [...e.querySelectorAll('a, .stage-mark, .badge, li')].map(p => p.textContent))"
    )
    cards = page.locator(CARDS).evaluate_all(words)
    page.get_by_text("Tabell", exact=True).click()
    rows = "all => all.map(e => [...e.children].map(p => p.textContent).filter(Boolean))"
    assert page.locator("#results tbody tr").evaluate_all(rows) == cards
    assert page.locator("#results th[scope=col]").count() == 6


def test_what_is_chosen_can_be_taken_away(visit: Visit, address: str) -> None:
    """One at a time or all at once, and the focus goes to the next, at last to the count."""
    page = visit(f"{address}{LIST}?q=e&outcome=open&stage=idea")
    page.get_by_role("button", name="Ta bort sökorden e").press("Enter")
    expect(page.get_by_role("button", name="Ta bort Skeden: Idé")).to_be_focused()
    expect_query(page, "?stage=idea&outcome=open")
    page.get_by_role("button", name="Rensa allt").press("Enter")
    expect(page.locator(".browse__status")).to_be_focused()
    expect_query(page, "")
    expect(checkbox(page, "Öppen")).not_to_be_checked()


def longer(read: dict[str, Any], times: int, names: list[str]) -> dict[str, Any]:
    """The index with its entries so many times over, and more organisations that nothing belongs to."""
    longer_index = {name: column * times for name, column in read.items() if isinstance(column, list)}
    longer_index["in"] = [column * times for column in read["in"]]
    longer_index["facets"] = json.loads(json.dumps(read["facets"]))
    organisation = next(facet for facet in longer_index["facets"] if facet["name"] == "organisation")
    organisation["keys"] += [name.casefold() for name in names]
    organisation["labels"] += names
    return longer_index


def test_more_are_shown_when_asked_for(visit: Visit, address: str, site: Path) -> None:
    """Fifty more, the address says so, and the focus is on the first of them."""
    page = visit(address + LIST)
    many = longer(index_of(site), 20, [])
    page.route("**/index.json*", lambda route: route.fulfill(json=many))
    page.get_by_label("Sortera").select_option("title")
    expect(page.locator(CARDS)).to_have_count(50)
    page.get_by_role("button", name="Visa fler (50)").click()
    expect(page.locator(CARDS)).to_have_count(100)
    expect(page.locator(CARDS).nth(50).get_by_role("link")).to_be_focused()
    expect_query(page, "?sort=title&shown=2")


def test_a_value_is_found_among_many(visit: Visit, address: str, site: Path) -> None:
    """A facet with many values has a field of its own; what is chosen stays when the field is emptied."""
    page = visit(address + LIST)
    many = longer(index_of(site), 1, [f"Bolag {number}" for number in range(40)])
    page.route("**/index.json*", lambda route: route.fulfill(json=many))
    group = page.locator('[data-facet="organisation"]')
    group.locator("summary").click()
    field = group.get_by_role("searchbox", name="Hitta i listan: Organisationer")
    field.fill("BOLAG 3")
    expect(group.get_by_role("checkbox")).to_have_count(11)
    checkbox(page, "Bolag 31").check()
    expect(page.get_by_text("Ingen post stämmer med alla dina val.")).to_be_visible()
    field.fill("")
    expect(checkbox(page, "Bolag 31")).to_be_checked()
    expect(checkbox(page, "Bolag 30")).to_have_count(0)


def test_in_english(visit: Visit, address: str) -> None:
    """The other language has an index and words of its own."""
    page = visit(f"{address}/en/ideas/?outcome=open&sort=waiting")
    expect(page.locator(".browse__status")).to_have_text(re.compile(r"^\d+ entries of \d+$"))
    page.get_by_role("button", name="Remove Outcomes: Open").click()
    expect(page).to_have_url(f"{address}/en/ideas/?sort=waiting")


def test_only_keys(visit: Visit, address: str) -> None:
    """From the field to the filters to an idea without a mouse."""
    page = visit(address + LIST)
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


def test_nothing_found_of_two_impossible_things_can_be_cleared(visit: Visit, address: str) -> None:
    page = visit(f"{address}{LIST}?q=finnsinte&sector=finns-inte")
    expect(page.get_by_text("Ingen post stämmer med alla dina val.")).to_be_visible()
    page.get_by_role("button", name="Rensa allt").click()
    expect(page.locator(CARDS).first).to_be_visible()
    expect_query(page, "")


def test_without_script_the_links_do_the_work(visit: Visit, address: str, site: Path) -> None:
    """Every entry is listed, facets are links with counts, and nothing that needs script is shown."""
    page = visit(address + LIST, script=False)
    assert page.locator("#results .card").count() == len(index_of(site)["title"])
    expect(page.get_by_label("Sortera")).to_be_hidden()
    page.get_by_role("link", name="Projekt", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Projekt")
    expect(page.get_by_text("Kombinera med andra filter")).to_be_hidden()


@EITHER_WAY
def test_filters_are_folded_away_on_a_phone(visit: Visit, address: str, script: bool) -> None:
    """The list comes first; a press on the heading shows the filters."""
    page = visit(address + LIST, width=320, script=script)
    filters = page.locator('[data-facet="outcome"] li').first
    expect(filters).to_be_hidden()
    page.get_by_text("Filtrera", exact=True).click()
    expect(filters).to_be_visible()


def test_a_facet_leads_to_the_catalogue_with_it_chosen(visit: Visit, address: str) -> None:
    """From the page of a value to the catalogue, where more can be asked for."""
    page = visit(f"{address}/sektorer/samhallsbyggnad/")
    count = page.locator(".cards .card").count()
    page.get_by_role("link", name="Kombinera med andra filter").click()
    expect(checkbox(page, "Samhällsbyggnad")).to_be_checked()
    expect(page.locator(CARDS)).to_have_count(count)


def test_a_failed_fetch_says_so_and_the_list_stays(visit: Visit, address: str) -> None:
    page = visit(address + LIST, provokes="index.json")
    page.route("**/index.json*", lambda route: route.abort())
    shown = page.locator(CARDS).count()
    checkbox(page, "Öppen").check()
    expect(page.get_by_text("Det gick inte att hämta listan.")).to_be_visible()
    assert page.locator(CARDS).count() == shown


@pytest.mark.parametrize("query", ["?outcome=open", "?view=table", "?q=finnsinte"])
def test_axe_finds_nothing_in_what_the_script_draws(visit: Visit, address: str, query: str) -> None:
    page = visit(address + LIST + query, width=320)
    expect_drawn(page)
    assert barriers(page) == {}
    assert fits(page, 320)
