"""The overviews: each count and sum on them, counted again from the files by code of their own."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import catalogues, file_figures, many_ideas, markup, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Page
    from tests.support.file_figures import Record
    from tests.support.markup import Element

OUTCOMES = {
    "stopped": "Nedlagd",
    "withdrawn": "Återkallad",
    "completed": "Genomförd",
    "merged": "Sammanförd",
    "open": "Öppen",
    "on_hold": "Vilande",
}
FINAL = ["stopped", "withdrawn", "completed", "merged"]
SECTORS = {"vard-och-omsorg": "Vård och omsorg", "samhallsbyggnad": "Samhällsbyggnad"}
STATES = {"missing": "Saknas", "partly": "Delvis", "in_place": "Finns"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_ideas.lay(tmp_path_factory.mktemp("overviews"))


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, Page]:
    return catalogues.pages_of(catalogues.read(root))


@pytest.fixture(scope="module")
def records(root: Path) -> list[Record]:
    return file_figures.records(root)


def page(pages: dict[str, Page], path: str) -> Element:
    """The page, with spaces that do not break told as plain ones."""
    return markup.tree(str(pages[f"{path}index.html"].content).replace("\u00a0", " "))


def all_pages(pages: dict[str, Page], first: str) -> list[Element]:
    """A list's pages in order."""
    found = [page(pages, first)]
    while f"{first}sida/{len(found) + 1}/index.html" in pages:
        found.append(page(pages, f"{first}sida/{len(found) + 1}/"))
    return found


def numbers(text: str) -> list[int]:
    """`20 idéer, 1 500 kr` becomes 20 and 1500."""
    return [int(found.replace(" ", "")) for found in re.findall(r"\d{1,3}(?: \d{3})+|\d+", text)]


def told(record: Record) -> str:
    """What the body tells: a lesson, else results, else nothing."""
    headings = re.findall(r"(?m)^## (.+)$", record["_body"])
    return next((name for name in ("Lärdomar", "Viktiga resultat") if name in headings), "")


def ended(record: Record) -> str:
    """A final outcome; `going` for an idea that goes on with a lesson; nothing for the rest."""
    if record.get("kind") == "research" or record["outcome"] in FINAL:
        return str(record.get("outcome", ""))
    return "going" if told(record) == "Lärdomar" else ""


def amounts(grants: list[Record]) -> str:
    """How grants are summed up in words."""
    known = [
        int(g["final"] if "final" in g else g["awarded"]) for g in grants if {"final", "awarded"} & g.keys()
    ]
    unknown = len(grants) - len(known)
    if not grants:
        return "Inga bidrag"
    if not known:
        return f"{unknown} bidrag utan känt belopp"
    money = f"{sum(known):,} kr".replace(",", " ")
    return f"{len(grants)} bidrag, {money}" + (f", varav {unknown} utan känt belopp" if unknown else "")


def outcomes(listed: list[Record]) -> dict[str, int]:
    """What came of these, in the words of the site."""
    counted = Counter(OUTCOMES[r["outcome"]] for r in listed if r.get("kind") != "research")
    research = sum(r.get("kind") == "research" for r in listed)
    return {**counted, **({"Forskning": research} if research else {})}


def spread(within: Element) -> dict[str, int]:
    return {
        item.text.rpartition(" ")[0]: int(item.one("b").text) for item in within.all("li", "spread__part")
    }


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
    titles = [OUTCOMES.get(key, "Fortsätter") for key in columns]
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
        slug: OUTCOMES.get(outcome, "Fortsätter") for slug, outcome in wanted.items()
    }
    assert list(dict.fromkeys(order)) == ["Nedlagd", "Återkallad", "Genomförd", "Fortsätter"]
    for record in records:
        if record["_slug"].startswith("varierad") and told(record) and ended(record):
            number = record["_slug"].rpartition("-")[2]
            words = "Lärdom" if told(record) == "Lärdomar" else "Resultat"
            assert f"{words} nummer {number}." in found[record["_slug"]][1]
        if record.get("outcome") == "stopped":
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
    for link in lacks.all("dd")[0].all("a"):
        path, _, anchor = link.attributes["href"].partition("#")
        where = posixpath.normpath(posixpath.join("lardomar", path)) + "/"
        assert link.text in page(pages, where).by_id(anchor).text


def held(records: list[Record], factor: str, state: str) -> list[Record]:
    return [
        r
        for r in records
        if any(f["factor"] == factor and f["state"] == state for f in r.get("key_factors", []))
    ]


def test_key_factors(pages: dict[str, Page], records: list[Record]) -> None:
    """By factor and state: how many say so, and what came of them; the most lacked first."""
    factors = page(pages, "nyckelfaktorer/")
    stating = [record for record in records if record.get("key_factors")]
    assert numbers(factors.one(class_="tally").text) == [len(stating), len(records) - len(stating)]
    names = {"broad_anchoring": "Bred förankring", "time_set_aside": "Avsatt tid", "trust": "Tillit"}
    order = sorted(names, key=lambda key: [-len(held(records, key, state)) for state in STATES])
    found = factors.all("li", "weight")
    assert [item.one("h3").text for item in found] == [names[key] for key in order]
    for key, item in zip(order, found, strict=True):
        wanted = {
            name: (len(listed), outcomes(listed))
            for state, name in STATES.items()
            if (listed := held(records, key, state))
        }
        groups = list(item.one("dl").all("div")) if wanted else []
        shown_here = {
            g.one("span", "badge").text: (int(g.one("dt").one("b").text), spread(g)) for g in groups
        }
        assert shown_here == wanted
    assert "Ingen idé säger något" in found[-1].text


def test_table_of_key_factors(pages: dict[str, Page], records: list[Record]) -> None:
    """A row for each idea that states a factor, fifty on a page, with the word for what it says of each."""
    sheets = all_pages(pages, "nyckelfaktorer/")
    names = {"Bred förankring": "broad_anchoring", "Avsatt tid": "time_set_aside"}
    wanted = {
        r["title"]: {f["factor"]: STATES[f["state"]] for f in r["key_factors"]}
        for r in records
        if "key_factors" in r
    }
    found = {}
    for sheet in sheets:
        table = sheet.one("table", "factor-table")
        columns = [names[cell.text] for cell in table.one("thead").all("th")[2:]]
        rows = table.one("tbody").all("tr")
        assert len(rows) <= 50
        for row in rows:
            cells = zip(columns, row.all("td")[1:], strict=True)
            found[row.one("th").text] = {key: cell.text for key, cell in cells if cell.text}
    assert len(sheets) > 1
    assert found == wanted


@pytest.mark.parametrize("facet", ["vision_goals", "agenda_goals"])
def test_goals(pages: dict[str, Page], records: list[Record], facet: str) -> None:
    """Every goal of the vocabulary with its count, stages and outcomes; what nothing aims at says so."""
    goals = page(pages, "mal/")
    aiming = [r for r in records if r.get("vision_goals") or r.get("agenda_goals")]
    assert numbers(goals.one(class_="tally").text) == [len(aiming), len(records) - len(aiming)]
    keys = {
        "vision_goals": {"hallbarhet": "Hållbarhet"},
        "agenda_goals": {
            "3": "3. God hälsa och välbefinnande",
            "14": "14. Hav och marina resurser",
            "11": "11. Hållbara städer och samhällen",
        },
    }[facet]
    section = goals.by_id(f"goals-{facet.removesuffix('s')}")
    items = next(s for s in goals.all("section") if section in list(s)).all("li", "goal")
    assert len(items) == len(keys)
    for (key, name), item in zip(keys.items(), items, strict=True):
        listed = [r for r in records if key in r.get(facet, [])]
        words = item.one("h3").text
        assert words == (f"{name} {len(listed)}" if listed else name)
        if not listed:
            assert "Ingen idé anger målet än." in item.text
            continue
        stages = Counter(r["stage"] for r in listed if "stage" in r)
        assert sum(spread(item).values()) == sum(stages.values()) + len(listed)
        assert {name: spread(item)[name] for name in outcomes(listed)} == outcomes(listed)
        newest = [link.text for link in item.one("ul", "goal__newest").all("a")]
        dated = sorted(listed, key=lambda r: (r["submitted"], r["_slug"]), reverse=True)
        assert newest == [re.sub(r"<[^>]*>", lambda m: m[0], r["title"]) for r in dated[:3]]


def parts(record: Record) -> dict[str, str]:
    """Organisation to its first role."""
    found: dict[str, str] = {}
    holders = [record.get("coordinator"), *(grant.get("coordinator") for grant in record.get("grants", []))]
    named = [("Koordinator", holder) for holder in holders]
    named += [("Part", partner) for partner in record.get("partners", [])]
    named += [("Mottagare", record.get("recipient")), ("Ägare", record.get("owner"))]
    for role, holder in named:
        if holder:
            found.setdefault(holder["organisation"], role)
    return found


def rows(pages: dict[str, Page], first: str) -> dict[str, Element]:
    """Everybody's row by key, in order of pages."""
    found = {}
    for sheet in all_pages(pages, first):
        for row in sheet.all("li", "who"):
            key = row.one("h3").one("a").attributes["href"].rstrip("/").rpartition("/")[2]
            assert key not in found
            found[key] = row
    return found


def test_organisations(pages: dict[str, Page], records: list[Record]) -> None:
    """Each organisation's roles, the grants it holds, and its most frequent partners."""
    found = rows(pages, "organisationer/")
    everybody = {key for record in records for key in parts(record)}
    assert found.keys() == everybody
    assert len(everybody) > 100
    for key, row in found.items():
        listed = [record for record in records if key in parts(record)]
        roles = Counter(parts(record)[key] for record in listed)
        words = row.one("div", "who__does").all("p")[0].text
        assert {w.split()[0]: numbers(w)[0] for w in words.split(" · ")} == dict(roles)
        grants = [
            grant
            for record in listed
            for grant in record.get("grants", [])
            if grant.get("coordinator", record.get("coordinator", {})).get("organisation") == key
        ]
        assert [p.text for p in row.one("div", "who__does").all("p")[1:]] == (
            [amounts(grants)] if grants else []
        )
        others = Counter(other for record in listed for other in parts(record) if other != key)
        linked = [link.attributes["href"].rstrip("/").rpartition("/")[2] for link in row.all("a")][2:]
        assert [others[other] for other in linked] == sorted(others.values(), reverse=True)[:3]


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
        linked = [link.attributes["href"].rstrip("/").rpartition("/")[2] for link in row.all("a")][2:]
        assert {other: others[other] for other in linked} == others


def test_those_who_share_most(pages: dict[str, Page], records: list[Record]) -> None:
    """The pairs of municipalities with the most entries in common."""
    counted: Counter[tuple[str, str]] = Counter()
    for record in records:
        places = sorted(record.get("municipalities", []))
        counted.update((a, b) for a in places for b in places if a < b)
    pairs = page(pages, "kommuner/").one("ol", "pairs").all("li")
    assert [numbers(pair.one(class_="count").text)[0] for pair in pairs] == sorted(counted.values())[::-1]


def test_calls_by_their_day(pages: dict[str, Page]) -> None:
    """Open with days left, coming, without known dates, closed; on the tests' day."""
    calls = page(pages, "utlysningar/")
    found = {
        section.one("h2").text: [
            (row.one("h3").text.removeprefix("Utlysning "), [p.text for p in row.all("p", "deadline")])
            for row in section.all("li", "call-row")
        ]
        for section in calls.all("section")
    }
    assert found == {
        "Öppna 4": [
            ("sista-dagen", ["Öppen till 23 november 2026 sista dagen"]),
            ("manaden-ut", ["Öppen till november 2026 7 dagar kvar"]),
            ("oppen", ["Öppen till 1 december 2026 8 dagar kvar"]),
            ("sags-oppen", ["Öppen"]),
        ],
        "Kommande 1": [("kommande", ["Öppnar 24 november 2026 stänger 31 januari 2027"])],
        "Utan kända datum 1": [("okand", [])],
        "Stängda 3": [
            ("stangd", ["Stängde 22 november 2026"]),
            ("Testbäddar i kommuner 2025", ["Stängde 15 mars 2025"]),
            ("sags-stangd", ["Stängd"]),
        ],
    }


def test_results_of_calls(pages: dict[str, Page], records: list[Record]) -> None:
    """Entries, sums and outcomes of a call, the same on its page and in the list."""
    answers = [(r, g) for r in records for g in r.get("grants", []) if g.get("call") == "stangd"]
    listed = [record for record, _ in answers]
    grants = [grant for _, grant in answers]
    assert len({r["_slug"] for r in listed}) > 5
    call = page(pages, "utlysningar/stangd/")
    results = dict(markup.term_rows(call.one("dl", "call-results")))
    assert int(results["Poster som fick bidrag"]) == len({r["_slug"] for r in listed})
    assert results["Bidrag"] == amounts(grants)
    assert spread(call.one("dl", "call-results")) == outcomes(listed)
    assert len(call.one("tbody").all("tr")) == len(grants)
    row = next(r for r in page(pages, "utlysningar/").all("li", "call-row") if "stangd" in r.one("h3").text)
    assert row.one("div", "call-row__facts").all("p")[1].text == f"{amounts(grants)} (2019)"
    assert spread(row) == outcomes(listed)
    everything = [g for r in records for g in r.get("grants", []) if g.get("call")]
    assert amounts(everything) in page(pages, "utlysningar/").one(class_="tally").text


PROFILED = {
    "organisation": "organisationer",
    "municipality": "kommuner",
    "key_factor": "nyckelfaktorer",
    "vision_goal": "visionsmal",
    "agenda_goal": "globala-mal",
}


def profile(pages: dict[str, Page], facet: str, value: str) -> dict[str, str]:
    """What stands above the list of a value's entries."""
    return dict(markup.term_rows(page(pages, f"{PROFILED[facet]}/{value}/").one("section", "profile")))


def test_a_profile_stands_on_the_first_page_alone(pages: dict[str, Page]) -> None:
    """Where a value's entries take several pages, the others hold the list and no more."""
    later = {path.removesuffix("index.html") for path in pages if "/sida-" in path}
    profiled = {path for path in later if path.split("/")[0] in PROFILED.values() and path.count("/") == 3}
    assert len({path.split("/")[0] for path in profiled}) > 1
    for path in profiled:
        first = f"{path.rpartition('/sida-')[0]}/"
        assert len(page(pages, first).all("section", "profile")) == 1
        assert page(pages, path).all("section", "profile") == []


def test_profile_of_an_organisation(pages: dict[str, Page], records: list[Record]) -> None:
    """Its kind and roles, each funder's grants, and its partners with how often."""
    told = profile(pages, "organisation", "omsorgslabbet")
    listed = [record for record in records if "omsorgslabbet" in parts(record)]
    held = [
        g
        for r in listed
        for g in r.get("grants", [])
        if g.get("coordinator", r.get("coordinator", {})).get("organisation") == "omsorgslabbet"
    ]
    assert told["Slag"] == "Förening"
    roles = Counter(parts(record)["omsorgslabbet"] for record in listed)
    assert numbers(told["Roller"]) == [roles["Koordinator"], roles["Part"]]
    assert told["Bidrag som koordinator"].startswith(amounts(held))
    for funder, name in (("vinnova", "Vinnova"), ("egen-insats", "Egen insats")):
        given = [grant for grant in held if grant["funder"] == funder]
        assert f"Från {name}: {amounts(given)}" in told["Bidrag som koordinator"]
    others = Counter(o for record in listed for o in parts(record) if o != "omsorgslabbet")
    assert told["Tillsammans med"].endswith(f"och {len(others) - 12} till")


def test_profile_of_a_municipality(pages: dict[str, Page], records: list[Record]) -> None:
    told = profile(pages, "municipality", "amal")
    listed = [record for record in records if "amal" in record.get("municipalities", [])]
    assert sum(numbers(told["Utfall"])) == len(listed)
    assert told["Bidrag"] == amounts([grant for record in listed for grant in record.get("grants", [])])
    others = Counter(o for record in listed for o in record["municipalities"] if o != "amal")
    assert sorted(numbers(told["Tillsammans med kommunerna"])) == sorted(others.values())


def test_profile_of_a_key_factor_and_a_goal(pages: dict[str, Page], records: list[Record]) -> None:
    """States with what came of those; stages and outcomes of what contributes."""
    told = profile(pages, "key_factor", "broad_anchoring")
    for state, name in STATES.items():
        listed = held(records, "broad_anchoring", state)
        assert sum(numbers(told[f"{name} {len(listed)}"])) == len(listed)
    for facet, value, field in (
        ("vision_goal", "hallbarhet", "vision_goals"),
        ("agenda_goal", "3", "agenda_goals"),
    ):
        listed = [record for record in records if value in record.get(field, [])]
        assert sum(numbers(profile(pages, facet, value)["Utfall"])) == len(listed)
        assert sum(numbers(profile(pages, facet, value)["Skede"])) == len(listed)


OVERVIEWS = ["lardomar/", "nyckelfaktorer/", "mal/", "organisationer/", "kommuner/", "utlysningar/"]


@pytest.mark.parametrize("path", OVERVIEWS)
def test_both_languages_say_the_same(pages: dict[str, Page], path: str) -> None:
    """The English page has as many of everything, and the same numbers of those that are counted."""
    english = pages[f"{path}index.html"].translations["en"]
    kinds: list[Any] = [
        ("b", ""),
        ("", "count"),
        ("li", "spread__part"),
        ("article", "lesson"),
        ("td", "number"),
    ]
    here, there = (
        [sorted(re.findall(r"\d+", " ".join(e.text for e in page(pages, p).all(*kind)))) for kind in kinds]
        for p in (path, english)
    )
    assert here == there


@pytest.mark.parametrize("path", OVERVIEWS)
def test_an_empty_catalogue_has_overviews_too(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """Before the first idea each page says what will stand there; nothing divides by none."""
    root = tmp_path_factory.mktemp("empty")
    (root / "ideas").mkdir()
    (root / "ideas" / "catalogue.yml").write_bytes((project.BASE / "catalogue.yml").read_bytes())
    empty = page(catalogues.pages_of(catalogues.read(root)), path)
    assert empty.one("h1").text
    assert len(empty.text) > 60
