"""Organisations and municipalities: who does what with whom, counted again from the files."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING

from tests.support.file_figures import known_sum
from tests.support.overview_pages import all_pages, amounts, numbers, page, roles_of

if TYPE_CHECKING:
    from idesluss.pages import Page
    from tests.support.file_figures import Record
    from tests.support.markup import Element


def rows(pages: dict[str, Page], first: str) -> dict[str, Element]:
    """Everybody's row by key, in order of pages."""
    found = {}
    for sheet in all_pages(pages, first):
        for row in sheet.all("li", "who"):
            key = row.one("h3").one("a").attributes["href"].rstrip("/").rpartition("/")[2]
            assert key not in found
            found[key] = row
    return found


def links_of(row: Element) -> list[str]:
    """The last part of the address of each link but those to more."""
    return [last_part(link) for link in row.all("a") if link.attributes.get("class") != "more"]


def ways_to_more(row: Element) -> list[tuple[str, int]]:
    """Where the rest is told, and how many they are: nowhere are some left out without a way to them."""
    return [(last_part(link), numbers(link.text)[0]) for link in row.all("a", "more")]


def last_part(link: Element) -> str:
    return link.attributes["href"].rstrip("/").rpartition("/")[2]


def test_organisations(pages: dict[str, Page], records: list[Record]) -> None:
    """Each organisation's roles, the grants it holds, and its most frequent partners."""
    found = rows(pages, "organisationer/")
    everybody = {key for record in records for key in roles_of(record)}
    assert found.keys() == everybody
    assert len(everybody) > 100
    for key, row in found.items():
        listed = [record for record in records if key in roles_of(record)]
        roles = Counter(roles_of(record)[key] for record in listed)
        words = row.one("div", "who__does").all("p")[0].text
        assert {w.split()[0]: numbers(w)[0] for w in words.split(" · ")} == dict(roles)
        held = [
            (record, grant)
            for record in listed
            for grant in record.get("grants", [])
            if grant.get("coordinator", record.get("coordinator", {})).get("organisation") == key
        ]
        grants = [grant for _, grant in held]
        research = known_sum([grant for record, grant in held if record.get("kind") == "research"])
        assert [p.text for p in row.one("div", "who__does").all("p")[1:]] == (
            [amounts(grants, research)] if grants else []
        )
        others = Counter(other for record in listed for other in roles_of(record) if other != key)
        own, _, *linked = links_of(row)
        assert [others[other] for other in linked] == sorted(others.values(), reverse=True)[:3]
        rests = [len(listed) - 1, len(others) - 3]
        assert ways_to_more(row) == [(own, rest) for rest in rests if rest > 0]


def test_organisations_stand_in_swedish_order(pages: dict[str, Page]) -> None:
    """A to Z and then Å, Ä, Ö; each letter's link leads to where it begins, also on a later page."""
    first = page(pages, "organisationer/")
    links = {link.text: link.attributes["href"] for link in first.one("nav", "letters").all("a")}
    assert list(links) == ["A", "B", "C", "O", "S", "Z", "Å", "Ä", "Ö"]
    names = [row.one("h3").text for row in rows(pages, "organisationer/").values()]
    initials = list(dict.fromkeys(name[0] for name in names))
    assert initials == list(links)
    for letter, href in links.items():
        path, _, anchor = href.partition("#")
        where = posixpath.normpath(posixpath.join("organisationer", path)) + "/"
        assert page(pages, where).by_id(anchor).text == letter


def test_pages_of_organisations_do_not_hide_one(pages: dict[str, Page]) -> None:
    """`sida` and `sida-2` are organisations here, and their pages are theirs."""
    assert pages["organisationer/sida/index.html"].title == "Organisation: Sida"
    assert pages["organisationer/sida-2/index.html"].title == "Organisation: Sidan två"
    assert pages["organisationer/sida/2/index.html"].title.startswith("Organisationer, sida 2 av")


def test_municipalities(pages: dict[str, Page], records: list[Record]) -> None:
    """Each municipality's entries, the sum of their grants, and whom it shares them with."""
    found = rows(pages, "kommuner/")
    assert list(found) == ["arvika", "storby", "amal", "angelholm"]  # Arvika, Storby, Åmål, Ängelholm
    for key, row in found.items():
        listed = [record for record in records if key in record.get("municipalities", [])]
        does = [p.text for p in row.one("div", "who__does").all("p")]
        grants = [grant for record in listed for grant in record.get("grants", [])]
        assert does == [f"{len(listed)} poster", amounts(grants)]
        others = Counter(o for record in listed for o in record["municipalities"] if o != key)
        own, _, *linked = links_of(row)
        assert ways_to_more(row) == [(own, len(listed) - 1)]
        assert {other: others[other] for other in linked} == others


def test_those_who_share_most(pages: dict[str, Page], records: list[Record]) -> None:
    """The pairs of municipalities with the most entries in common."""
    counted: Counter[tuple[str, str]] = Counter()
    for record in records:
        places = sorted(record.get("municipalities", []))
        counted.update((a, b) for a in places for b in places if a < b)
    pairs = page(pages, "kommuner/").one("ol", "pairs").all("li")
    assert [numbers(pair.one(class_="count").text)[0] for pair in pairs] == sorted(counted.values())[::-1]


def test_the_map_leads_to_each_municipality_that_has_a_place(
    pages: dict[str, Page], records: list[Record]
) -> None:
    """Each dot is a link with a name and how many entries it has; what has no place is told below."""
    drawn = page(pages, "kommuner/").one("figure", "map")
    counts = Counter(key for record in records for key in record.get("municipalities", []))
    dots = {
        link.attributes["href"].rstrip("/").rpartition("/")[2]: link.attributes["aria-label"]
        for link in drawn.all("a")
    }
    assert dots.keys() == counts.keys() - {"storby"} != set()
    for key, named in dots.items():
        assert numbers(named) == [counts[key]]
    assert "1 till har ingen plats på kartan." in drawn.one("figcaption").text
    assert not page(pages, "organisationer/").all("figure", "map")
