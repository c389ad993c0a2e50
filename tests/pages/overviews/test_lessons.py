"""What closed ideas taught: each count and lesson on the page, counted again from the files."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.support.overview_pages import OUTCOMES, all_pages, numbers, page

if TYPE_CHECKING:
    from idesluss.pages import Page
    from tests.support.file_figures import Record

FINAL = ["stopped", "withdrawn", "completed", "merged"]
SECTORS = {"vard-och-omsorg": "Vård och omsorg", "samhallsbyggnad": "Samhällsbyggnad"}


def told(record: Record) -> str:
    """What the body tells: a lesson, else results, else nothing."""
    headings = re.findall(r"(?m)^## (.+)$", record["_body"])
    return next((name for name in ("Lärdomar", "Viktiga resultat") if name in headings), "")


def ended(record: Record) -> str:
    """A final outcome; `going` for an idea that goes on with a lesson; nothing for the rest."""
    if record.get("kind") == "research" or record.get("outcome") in FINAL:
        return str(record.get("outcome", ""))
    return "going" if told(record) == "Lärdomar" else ""


def test_lessons_are_counted(pages: dict[str, Page], records: list[Record]) -> None:
    """How many are closed, tell a lesson, tell results, tell nothing, and go on with a lesson."""
    closed = [r for r in records if ended(r) in FINAL]
    kinds = Counter(map(told, closed))
    going = sum(ended(r) == "going" for r in records)
    assert min(kinds["Lärdomar"], kinds["Viktiga resultat"], kinds[""], going) > 0
    tally = page(pages, "lardomar/").one(class_="tally").text
    assert numbers(tally) == [len(closed), kinds["Lärdomar"], kinds["Viktiga resultat"], kinds[""], going]


def test_table_of_lessons_leads_to_them(pages: dict[str, Page], records: list[Record]) -> None:
    """Each number in the table is right, and its link leads to where those lessons begin."""
    counted = Counter((SECTORS[r["sector"]] if told(r) else "", ended(r)) for r in records if ended(r))
    table = page(pages, "lardomar/").one("div", "crossing")
    columns = [key for key in [*FINAL, "going"] if any(outcome == key for _, outcome in counted)]
    titles = [OUTCOMES.get(key, "Pågår") for key in columns]
    assert [cell.text for cell in table.one("thead").all("th")][1:] == titles
    found = {}
    for row in table.one("tbody").all("tr"):
        name = row.one("th").text
        for outcome, cell in zip(columns, row.all("td"), strict=True):
            for link in cell.all("a"):
                count = numbers(link.text)[0]
                found["" if name == "Inget nedskrivet än" else name, outcome] = count
                path, _, anchor = link.attributes["href"].partition("#")
                where = posixpath.normpath(posixpath.join("lardomar", path)) + "/"
                assert page(pages, where).by_id(anchor).text == name
    assert found == dict(counted)


def test_every_lesson_stands_once(pages: dict[str, Page], records: list[Record]) -> None:
    """Fifty on a page, what was stopped first, each under its outcome and with the words of its section."""
    found: dict[str, tuple[str, str]] = {}
    order: list[str] = []
    sheets = all_pages(pages, "lardomar/")
    for sheet in sheets:
        for section in sheet.all("section", "outcome"):
            order.append(section.one("h2").text)
            for item in section:
                slug = item.attributes.get("id", "").removeprefix("lesson-")
                if item.attributes.get("id", "") == f"lesson-{slug}":
                    assert slug not in found
                    found[slug] = (section.one("h2").text, item.text)
    wanted = {r["_slug"]: ended(r) for r in records if ended(r)}
    assert len(sheets) == -(-len(wanted) // 50) > 1
    assert {slug: outcome for slug, (outcome, _) in found.items()} == {
        slug: OUTCOMES.get(outcome, "Pågår") for slug, outcome in wanted.items()
    }
    assert list(dict.fromkeys(order)) == ["Nedlagd", "Återkallad", "Genomförd", "Pågår"]
    for record in records:
        if record["_slug"].startswith("varierad") and told(record) and ended(record):
            number = record["_slug"].rpartition("-")[2]
            words = "Lärdom" if told(record) == "Lärdomar" else "Resultat"
            assert f"{words} nummer {number}." in found[record["_slug"]][1]
        if record.get("outcome") == "stopped" and "decisions" in record:
            assert record["decisions"][-1]["reason"] in found[record["_slug"]][1]


def test_long_lesson_is_cut_with_a_link_to_the_rest(pages: dict[str, Page]) -> None:
    """The link leads to the lesson's own heading on the idea's page."""
    texts = [a for sheet in all_pages(pages, "lardomar/") for a in sheet.all("article", "lesson")]
    long = next(a for a in texts if a.attributes["id"] == "lesson-varierad-63")
    assert len(long.one("div", "lesson__text").text) < 1000
    link = long.one("p", "lesson__more").one("a")
    assert link.text.startswith("Läs hela")
    assert link.attributes["href"].endswith("varierad-63/#text-lardomar")


def test_lessons_by_what_was_lacking(pages: dict[str, Page], records: list[Record]) -> None:
    """Each factor counts the closed ideas that lacked it; its links lead to their lessons."""
    lacking: Counter[str] = Counter()
    for record in records:
        if ended(record):
            lacking.update(f["factor"] for f in record.get("key_factors", []) if f["state"] != "in_place")
    lacks = page(pages, "lardomar/").one("dl", "lacks")
    found = {e.one("a").text: int(e.one(class_="count").text) for e in lacks.all("dt")}
    assert found == {"Bred förankring": lacking["broad_anchoring"], "Avsatt tid": lacking["time_set_aside"]}
    for name, told in zip(lacks.all("dt"), lacks.all("dd"), strict=True):
        ways, factor = [link.attributes["href"] for link in told.all("a", "more")], name.one("a")
        is_cut = found[factor.text] > len(told.all("a")) - len(ways)
        assert ways == [factor.attributes["href"]] * is_cut
    for link in lacks.all("dd")[0].all("a"):
        if link.attributes.get("class") == "more":
            continue
        path, _, anchor = link.attributes["href"].partition("#")
        where = posixpath.normpath(posixpath.join("lardomar", path)) + "/"
        assert link.text in page(pages, where).by_id(anchor).text
