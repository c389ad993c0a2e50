"""The idea page as one story: what each part says, and every number on it counted again from the files."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from idesluss.derived.alike import MOST_ALIKE, MOST_WORDS
from idesluss.derived.whole import Derived
from idesluss.model.parts import Effect
from idesluss.pages.base.site import Site
from idesluss.pages.idea import effects, headings
from idesluss.pages.idea import pages as idea_pages
from idesluss.reading.markdown import render_body
from tests.support import catalogues, markup, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.words import Language

Record = dict[str, Any]
FULL = "ideer/2024/lanecykel-vid-stationen/index.html"
PLAN = "ideer/2025/trygg-hemgang/index.html"
ON_HOLD = "ideer/2023/skolmat-efter-sasong/index.html"
NEW = "ideer/2026/quiet-hour/index.html"
RESEARCH = "ideer/2022/foljeforskning-hemgang/index.html"
ENTRY = """---
title: {title}
summary: Den som går långsamt ska kunna vila på halva vägen mellan huset och stationen.
sector: samhallsbyggnad
{fields}---

{body}
"""


def made(found: Catalogue, language: Language = "sv") -> dict[str, markup.Element]:
    """Path to the page of every entry, in a language."""
    site = Site(Derived(found), language)
    return {page.path: markup.tree(page.content) for page in idea_pages(site)}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return catalogues.lay(tmp_path_factory.mktemp("idea"))


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, markup.Element]:
    return made(catalogues.read(root))


def page_of(root: Path, fields: str, body: str = "## Behov\n\nEn bänk.", plan: str = "") -> markup.Element:
    """The page of a new entry with these fields."""
    catalogues.lay(root)
    add(root, "bank", fields, body, plan)
    return made(catalogues.read(root))["ideer/2020/bank/index.html"]


def add(root: Path, slug: str, fields: str, body: str = "## Behov\n\nEn bänk.", plan: str = "") -> None:
    folder = root / "ideas" / "2020" / slug
    folder.mkdir(parents=True)
    told = ENTRY.format(title=f"Bänk {slug}", fields=fields, body=body)
    (folder / "idea.md").write_text(told, encoding="utf-8")
    if plan:
        (folder / "plan.md").write_text(f"---\n{plan}---\n\n## Processer\n\nSteg.\n", encoding="utf-8")


def front(root: Path, path: str) -> Record:
    """The fields of a file, all values as text."""
    return loaded((root / "ideas" / path).read_text(encoding="utf-8").split("---\n")[1])


def loaded(text: str) -> Record:
    found: Record = yaml.load(text, yaml.CBaseLoader)  # noqa: S506  # it makes nothing but text
    return found


def money(value: int) -> str:
    return f"{value:,} kr".replace(",", " ")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


# Where it stands


def test_track_leads_to_each_decision_and_its_reason(root: Path, pages: dict[str, markup.Element]) -> None:
    """Each gate that was passed is a link to the place where the decision is told."""
    page = pages[PLAN]
    decisions = front(root, "2025/trygg-hemgang/idea.md")["decisions"]
    links = [link.attributes["href"][1:] for link in page.one("ol", "track").all("a")]
    assert len(links) == len(decisions)
    told = page.one("details", "passages").text
    for link, decision in zip(links, decisions, strict=True):
        assert decision["gate"] in page.by_id(link).text
        assert decision["reason"] in told
        assert decision["reason"] in page.all("ol", "story")[0].text
    assert decisions[-1]["reason"] in page.one("p", "latest").text


@pytest.mark.parametrize(
    ("submitted", "told"),
    [
        ("2026-11-23", "Svar utlovat senast 23 december 2026, 30 dagar kvar"),
        ("2026-10-25", "Svar utlovat senast 24 november 2026, 1 dag kvar"),
        ("2026-10-24", "Svar utlovat i dag"),
        ("2026-10-23", "Svar var utlovat senast 22 november 2026: 1 dag försenat"),
        ("2023-11-24", "Svar var utlovat senast 24 december 2023: 1 065 dagar försenat"),
    ],
)
def test_wait_is_told_against_the_promise(tmp_path: Path, submitted: str, told: str) -> None:
    """The day that was promised, and how many days are left or have passed."""
    page = page_of(tmp_path, f"stage: idea\noutcome: open\nsubmitted: {submitted}\norigin: resident\n")
    assert told in plain(page.one("dl", "answers").text)
    due = dt.date.fromisoformat(submitted) + dt.timedelta(days=30)
    found = re.search(r"([\d ]+) (dagar kvar|dag kvar|dagar försenat|dag försenat)", plain(told))
    assert abs((due - catalogues.TODAY).days) == (int(found[1].replace(" ", "")) if found else 0)


def test_a_running_project_says_until_when(pages: dict[str, markup.Element]) -> None:
    """No answer is promised while the work goes on; the page says how long it does."""
    assert "Arbetet pågår till februari 2027" in pages[PLAN].one("dl", "answers").text


# What is expected


def test_next_gate_says_what_remains_and_what_is_there(root: Path, pages: dict[str, markup.Element]) -> None:
    """Every requirement of the gate is told once, as there or as remaining."""
    settings = loaded((root / "ideas" / "catalogue.yml").read_text(encoding="utf-8"))
    asked = settings["process"]["gates"]["G1"]["requires"]
    expected = pages[NEW].one("section", "next")
    remain = [term.text for term in expected.one("dl", "remain").all("dt")]
    assert remain == ["Målgrupp"]
    assert "Finns redan: Behov." in expected.text
    assert len(asked) == len(remain) + 1
    assert "23 december 2026" in expected.text


def test_next_gate_counts_waived_parts_as_waived(tmp_path: Path) -> None:
    waiver = "waivers:\n  - waives: [idea.target_group]\n    reason: Den är till för alla.\n"
    fields = f"stage: idea\noutcome: open\nsubmitted: 2026-11-01\norigin: resident\n{waiver}"
    expected = page_of(tmp_path, fields).one("section", "next")
    assert "Behövs inte här, enligt undantag: Målgrupp." in expected.text
    assert expected.all("dl") == []


def test_a_waiver_says_what_it_waives(tmp_path: Path) -> None:
    """Each requirement in words, also the one that only git could answer."""
    page = page_of(tmp_path, "waivers:\n  - waives: [history, idea.origin]\n    reason: Gammalt.\n")
    told = next(part for part in page.all("section") if part.attributes.get("aria-labelledby") == "waivers")
    assert "Gammalt. Gäller: Vägen genom tidigare skeden, Kommer från." in told.text


def test_what_is_closed_unknown_or_outside_expects_nothing(
    tmp_path: Path, pages: dict[str, markup.Element]
) -> None:
    unknown = page_of(tmp_path, "")
    for page in (pages[FULL], pages[RESEARCH], unknown):
        assert page.all("section", "next") == []
    assert "Den tas upp igen januari 2027" in pages[ON_HOLD].one("section", "next").text


def test_no_section_is_blank(tmp_path: Path, pages: dict[str, markup.Element]) -> None:
    """Each section says something below its heading, on pages of every shape."""
    empty = page_of(tmp_path, "", body="")
    assert "Ingen text är skriven än." in empty.one("div", "columns__main").text
    for page in (*pages.values(), empty):
        for section in (part for part in page.all("section") if "aria-labelledby" in part.attributes):
            heading = next(e for e in section if e.tag == "h2")
            assert len(section.text) > len(heading.text), heading.text


# What happened


def dates(record: Record, plan: Record) -> Counter[str]:
    """How many times each date of the files should be told in the line."""
    found = [record.get("submitted"), record.get("next_follow_up")]
    found += [decision["date"] for decision in record.get("decisions", [])]
    found += [activity.get("date") for activity in record.get("activities", [])]
    found += [grant.get(name) for grant in record.get("grants", []) for name in ("start", "end")]
    found += [effect.get("measured") for effect in record.get("effects", [])]
    found += [plan.get("period", {}).get(name) for name in ("start", "end")]
    found += [milestone.get("done", milestone["due"]) for milestone in plan.get("milestones", [])]
    return Counter(date for date in found if date)


@pytest.mark.parametrize(
    ("path", "folder"), [(FULL, "2024/lanecykel-vid-stationen"), (PLAN, "2025/trygg-hemgang")]
)
def test_the_line_tells_every_date_of_the_files(
    root: Path, pages: dict[str, markup.Element], path: str, folder: str
) -> None:
    plan = front(root, f"{folder}/plan.md") if (root / "ideas" / folder / "plan.md").exists() else {}
    counted = dates(front(root, f"{folder}/idea.md"), plan)
    lines = pages[path].all("ol", "story")
    assert sum(len(line.all("div", "event__what")) for line in lines) == sum(counted.values())
    days = [day.text.removeprefix("omkring ") for line in lines for day in line.all("p", "event__date")]
    assert len(set(days)) == len(counted)


def test_what_is_to_come_stands_apart(pages: dict[str, markup.Element]) -> None:
    """Days after the catalogue's own are told under a heading of theirs."""
    past, ahead = pages[PLAN].all("ol", "story")
    assert "Första hemgången" in past.text
    assert "Hundra hemgångar" in ahead.text
    assert "Bidragets period slutar" in ahead.text


def test_a_month_ends_on_its_last_day(tmp_path: Path) -> None:
    """What ends in the month that is, has not ended yet, and comes after the days of that month."""
    grants = "grants:\n  - { funder: vinnova, start: 2020-02, end: 2026-11 }\nnext_follow_up: 2026-11-25\n"
    page = page_of(tmp_path, f"stage: idea\noutcome: open\nsubmitted: 2020-02-02\norigin: resident\n{grants}")
    ahead = page.all("ol", "story")[1]
    assert [day.text for day in ahead.all("p", "event__date")] == ["25 november 2026", "november 2026"]


@pytest.mark.parametrize(
    ("outcome", "told"), [("open", "Försenad"), ("completed", "det står inte om den nåddes")]
)
def test_a_milestone_that_has_passed(tmp_path: Path, outcome: str, told: str) -> None:
    """It is late where the work goes on, and else unknown."""
    plan = "milestones:\n  - { name: Grunden är lagd, due: 2021-05-01 }\n"
    page = page_of(tmp_path, f"stage: project\noutcome: {outcome}\nsubmitted: 2020-01-01\n", plan=plan)
    assert told in page.one("li", "milestone").text


# The timeline


def marks(page: markup.Element, kind: str) -> list[markup.Element]:
    return [
        m for m in page.one("svg", "timeline") if f"timeline__mark--{kind}" in m.attributes.get("class", "")
    ]


def test_the_timeline_draws_what_the_files_hold(root: Path, pages: dict[str, markup.Element]) -> None:
    """A bar for each dated grant and the plan, a mark for each milestone and decision; named and told."""
    page = pages[PLAN]
    record, plan = front(root, "2025/trygg-hemgang/idea.md"), front(root, "2025/trygg-hemgang/plan.md")
    drawing = page.one("svg", "timeline")
    assert len(drawing.all("rect", "timeline__bar--grant")) == len(record["grants"])
    assert len(drawing.all("rect", "timeline__bar--plan")) == 1
    assert len(marks(page, "go")) == len(record["decisions"])
    assert len(marks(page, "done")) + len(marks(page, "due")) == len(plan["milestones"])
    names = {e.attributes["id"]: e.text for e in drawing if e.tag in {"title", "desc"} and e.attributes}
    title, described = (names[name] for name in drawing.attributes["aria-labelledby"].split())
    assert title == "Tidslinje 2025–2027"
    assert described.endswith("Samma uppgifter står i listan under bilden.")
    assert drawing.attributes["role"] == "img"
    assert not [e for e in page if "style" in e.attributes]


def test_bars_lie_in_time(tmp_path: Path) -> None:
    """Two years of four are half as wide as four, and begin where the years do."""
    grants = "".join(
        f"  - {{ funder: vinnova, awarded: 1, start: {a}-01-01, end: {b}-12-31 }}\n"
        for a, b in ((2016, 2019), (2018, 2019))
    )
    page = page_of(tmp_path, f"stage: idea\noutcome: completed\ngrants:\n{grants}")
    whole, half = page.one("svg", "timeline").all("rect", "timeline__bar")
    x, width = float(whole.attributes["x"]), float(whole.attributes["width"])
    assert float(half.attributes["x"]) == pytest.approx(x + width / 2, abs=1)
    assert float(half.attributes["width"]) == pytest.approx(width / 2, abs=1)
    assert [year.text for year in page.all("text", "timeline__year")] == ["2016", "2017", "2018", "2019"]


def test_decisions_of_one_day_are_one_mark(tmp_path: Path) -> None:
    """With all their words, and a label from the first gate to the last."""
    told = "".join(
        f"  - {{ gate: {gate}, date: 2021-05-03, verdict: go, role: granskare, reason: Ja. }}\n"
        for gate in ("G1", "G2", "G3")
    )
    fields = f"stage: project\noutcome: completed\nsubmitted: 2020-01-01\ndecisions:\n{told}"
    page = page_of(tmp_path, fields)
    assert len(marks(page, "go")) == 1
    assert page.one("text", "timeline__gate").text == "G1–G3"
    title = next(e for e in page if e.tag == "title" and "G2" in e.text)
    assert all(gate in title.text for gate in ("G1", "G2", "G3"))


def test_one_day_is_no_timeline(pages: dict[str, markup.Element]) -> None:
    assert pages[NEW].all("svg") == []


def test_the_key_explains_the_marks_that_are_seen(pages: dict[str, markup.Element]) -> None:
    key = [item.text for item in pages[PLAN].one("ul", "timeline-key").all("li")]
    assert key == ["milstolpe nådd", "milstolpe som återstår", "inlämnad", "gå vidare"]


# Money


def test_budget_by_item_year_and_funder(root: Path, pages: dict[str, markup.Element]) -> None:
    """Every cell, every sum, and the balance in words."""
    plan = front(root, "2025/trygg-hemgang/plan.md")
    total = sum(int(line["amount"]) for line in plan["budget"])
    paid = sum(int(part["amount"]) for part in plan["financing"])
    by_item, by_funder = pages[PLAN].all("table")
    rows = [plain(row.text) for row in by_item.one("tbody").all("tr")]
    names = {"vinnova": "Vinnova", "egen-insats": "Egen insats"}
    assert rows == [
        f"{line['item']} {names[line['funder']]} {money(int(line['amount']))} {money(int(line['amount']))}"
        for line in plan["budget"]
    ]
    assert plain(by_item.one("tfoot").text) == f"Totalt {money(total)} {money(total)}"
    assert [plain(row.text) for row in by_funder.one("tbody").all("tr")] == [
        f"{names[part['funder']]} {money(int(part['amount']))} {money(int(part['amount']))}"
        for part in plan["financing"]
    ]
    assert plain(by_funder.one("tfoot").text) == f"Totalt {money(total)} {money(paid)}"
    balance = plain(pages[PLAN].one("p", "balance").text)
    assert balance == f"Budgeten är i balans: kostnader och finansiering är båda {money(total)}."


COSTS = "budget:\n  - { item: Tid, year: 2021, amount: 700, funder: vinnova }\n"
MORE = "  - { item: Tid, year: 2022, amount: 300, funder: egen-insats }\n"


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (f"{COSTS}financing:\n  - {{ funder: vinnova, amount: 500 }}\n", "Det saknas 200 kr"),
        (f"{COSTS}financing:\n  - {{ funder: vinnova, amount: 900 }}\n", "200 kr större än kostnaderna"),
        (
            f"{COSTS}{MORE}financing:\n  - {{ funder: vinnova, amount: 1000 }}\n",
            "lika, 1 000 kr, men inte för varje finansiär",
        ),
        (COSTS, "Kostnaderna är 700 kr. Planen säger inte hur de finansieras."),
        ("financing:\n  - { funder: vinnova, amount: 5 }\n", "Planen säger inte vad pengarna går till."),
    ],
)
def test_balance_in_words(tmp_path: Path, plan: str, told: str) -> None:
    """How much is lacking or over, in all or for a funder, or which side is not told."""
    page = page_of(tmp_path, "stage: project\noutcome: completed\n", plan=plan)
    assert told in plain(page.one("p", "balance").text)


def test_a_difference_is_shown_for_each_funder(tmp_path: Path) -> None:
    plan = f"{COSTS}{MORE}financing:\n  - {{ funder: vinnova, amount: 1000 }}\n"
    page = page_of(tmp_path, "stage: project\noutcome: completed\n", plan=plan)
    rows = [plain(row.text) for row in page.all("table")[1].one("tbody").all("tr")]
    assert rows == ["Vinnova 700 kr 1 000 kr 300 kr", "Egen insats 300 kr 0 kr -300 kr"]


def test_grants_are_counted_and_summed(root: Path, pages: dict[str, markup.Element]) -> None:
    record = front(root, "2024/lanecykel-vid-stationen/idea.md")
    amounts = [int(g.get("final", g.get("awarded", "0"))) for g in record["grants"]]
    answers = dict(markup.term_rows(pages[FULL].one("dl", "answers")))
    assert plain(answers["Vad har den fått?"]) == f"{money(sum(amounts))} {len(record['grants'])} bidrag"
    assert len(pages[FULL].all("div", "grant")) == len(record["grants"])


# Effects


@pytest.mark.parametrize(
    ("baseline", "target", "result", "reach"),
    [
        ("0", "50", "61", "reached"),
        ("18 procent", "12 procent", "12 %", "reached"),
        ("18 procent", "12 procent", "15 procent", "closer"),
        ("18 procent", "12 procent", "18 procent", "no_closer"),
        ("18 procent", "12 procent", "25 procent", "no_closer"),
        ("1 200 kr", "1 000 kr", "999,5 kr", "reached"),
        ("-4", "2", "\u22121", "closer"),
        ("0", "20 till och med december 2027", "25", None),
        ("inte mätt", "90 procent", "91 procent", None),
        ("18 procent", "12 dagar", "3 procent", None),
        ("10", "10", "11", None),
        ("1,200", "1,500", "1,600", None),
        ("0", "50", None, None),
        (None, "50", "61", None),
    ],
)
def test_whether_a_target_was_reached(
    baseline: str | None, target: str | None, result: str | None, reach: str | None
) -> None:
    """Only plain numbers of the same thing are compared, in the direction from baseline to target."""
    effect = Effect(indicator="Lån", baseline=baseline, target=target, result=result)
    assert effects.reach(effect) == reach


def test_an_effect_says_whether_its_target_was_reached(pages: dict[str, markup.Element]) -> None:
    way = dict(markup.term_rows(pages[FULL].one("div", "effect")))
    assert way["Utgångsläge"] == "0"
    assert way["Mål"] == "50"
    assert way["Utfall"].startswith("61 Målet nåddes")
    assert "Inte mätt än" in pages[PLAN].one("div", "effect").text


# Other ideas


def test_relations_stand_on_both_pages(pages: dict[str, markup.Element]) -> None:
    """In words for each direction, with the other's address."""
    there = pages[FULL].by_id("related")
    assert there.text == "Andra idéer"
    assert "Bygger på Skolmat efter säsong 2023 Samma sätt att räkna." in pages[FULL].text
    assert "Grund för Lånecykel vid stationen" in pages[ON_HOLD].text


def test_others_of_a_call_are_few_and_all_are_reached(tmp_path: Path) -> None:
    """At most three, never itself, each entry linked from some page, and a link to the call."""
    catalogues.lay(tmp_path)
    grant = "grants:\n  - { funder: vinnova, call: testbaddar-2025 }\n"
    for number in range(6):
        add(tmp_path, f"bank-{number}", f"stage: idea\noutcome: completed\n{grant}{grant[8:]}")
    listed = made(catalogues.read(tmp_path))
    linked: Counter[str] = Counter()
    for path, page in listed.items():
        heading = [h for h in page.all("h3") if h.text.startswith("Från samma utlysning")]
        if heading:
            parts = list(page)
            lists = parts[parts.index(heading[0]) + 1 :]
            links = next(e for e in lists if e.tag == "ul").all("a")
            assert len(links) == 4
            assert links[-1].text == "Alla 7 med bidrag från utlysningen"
            slugs = [link.attributes["href"].split("/")[-2] for link in links[:-1]]
            assert path.split("/")[-2] not in slugs
            linked.update(slugs)
    assert set(linked) == {"trygg-hemgang", *(f"bank-{number}" for number in range(6))}
    assert set(linked.values()) == {3}


def test_like_ideas_share_words(tmp_path: Path) -> None:
    """The most alike first, at most four, with words that both hold; both languages find the same."""
    catalogues.lay(tmp_path)
    for slug in ("en", "tva", "tre", "fyra", "fem", "sex"):
        add(tmp_path, slug, "stage: idea\noutcome: open\nsubmitted: 2020-01-01\norigin: resident\n")
    found = catalogues.read(tmp_path)
    own = made(found)["ideer/2020/en/index.html"].one("div", "alike")
    other = made(found, "en")["en/ideas/2020/en/index.html"].one("div", "alike")
    links = [link.attributes["href"].split("/")[-2] for link in own.one("ul").all("a")]
    assert len(links) == MOST_ALIKE
    assert "en" not in links
    assert links == [link.attributes["href"].split("/")[-2] for link in other.one("ul").all("a")]
    assert "Gemensamma ord:" in own.text
    words = own.one("ul").all("li")[0].text.partition(": ")[2].split(", ")
    assert 1 <= len(words) <= MOST_WORDS
    assert all(word.lower() in ENTRY.lower() or word.lower() == "bänk" for word in words)


def test_a_tie_is_not_told_as_a_likeness(tmp_path: Path) -> None:
    """What somebody has related already is not guessed at."""
    catalogues.lay(tmp_path)
    fields = "stage: idea\noutcome: open\nsubmitted: 2020-01-01\norigin: resident\n"
    add(tmp_path, "en", f"{fields}relations:\n  - {{ kind: builds_on, idea: tva }}\n")
    add(tmp_path, "tva", fields)
    listed = made(catalogues.read(tmp_path))
    for slug, words in (("en", "Bygger på"), ("tva", "Grund för")):
        page = listed[f"ideer/2020/{slug}/index.html"]
        assert page.all("div", "alike") == []
        assert words in page.text


# Headings


def test_every_heading_with_a_place_links_to_it(pages: dict[str, markup.Element]) -> None:
    """Also in the texts, which somebody else wrote; the link's name is the heading's own words."""
    for page in pages.values():
        story = [*page.all("div", "columns__main"), *page.all("div", "idea__end")]
        found = [h for part in story for h in part if re.fullmatch("h[234]", h.tag) and "id" in h.attributes]
        assert len(found) >= 4
        for heading in found:
            link = heading.one("a", "permalink")
            assert link.attributes["href"] == f"#{heading.attributes['id']}"
            assert link.text == heading.text


def test_contents_are_the_sections_in_order(pages: dict[str, markup.Element]) -> None:
    for page in pages.values():
        sections = [h for h in page if h.tag == "h2" and h.all("a", "permalink")]
        listed = [link.attributes["href"] for link in page.one("nav", "on-page").all("a")]
        assert listed == [f"#{h.attributes['id']}" for h in sections]


def test_a_heading_that_holds_a_link_is_left_alone() -> None:
    """A link within a link is no HTML."""
    written = '# Se [y](https://y.se/)\n\n## *Z*\n\n#### Å\n\n<h5 lang="en">E</h5>'
    body = render_body(written, "ideas/2020/x/idea.md")
    text = headings.with_permalinks(body).replace("\n", "")
    assert text == (
        '<h2 id="text-se-y">Se <a href="https://y.se/" rel="noopener">y</a></h2>'
        '<h3 id="text-z"><a class="permalink" href="#text-z"><em>Z</em></a></h3>'
        '<h4 id="text-a"><a class="permalink" href="#text-a">Å</a></h4>'
        '<h5 id="text-e" lang="en">E</h5>'
    )


# Citing, sharing, mending, following


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, markup.Element]:
    """Pages of a catalogue that knows its address and its repository."""
    root = catalogues.lay(tmp_path_factory.mktemp("placed"))
    found = catalogues.read(root)
    update = {"site_url": "https://ideer.example.se/x", "repository": "https://git.example.se/a/b/"}
    found.settings = found.settings.model_copy(update=update)
    return made(found)


def test_citation_says_what_where_and_when(placed: dict[str, markup.Element]) -> None:
    """Title, catalogue, year, address and the day it was read, in three forms that say the same."""
    page = placed[FULL]
    address = "https://ideer.example.se/x/ideer/2024/lanecykel-vid-stationen/"
    title = "Lånecykel vid stationen <i>& hem</i>"
    assert page.by_id("cite-words").text == f"{title}. Prövning, 2026. {address} (läst 23 november 2026)."
    (csl,) = json.loads(page.by_id("cite-csl").text)
    assert (csl["title"], csl["container-title"], csl["URL"]) == (title, "Prövning", address)
    assert csl["issued"] == {"date-parts": [[2026]]}
    assert csl["accessed"] == {"date-parts": [[2026, 11, 23]]}
    bibtex = page.by_id("cite-bibtex").text
    assert bibtex.startswith(
        "@misc{lanecykel-vid-stationen, title = {{Lånecykel vid stationen <i>\\& hem</i>}},"
    )
    assert f"url = {{{address}}}, urldate = {{2026-11-23}}, langid = {{swedish}} }}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")


def test_links_to_mend_and_follow_lead_to_the_files(placed: dict[str, markup.Element]) -> None:
    """The idea and its plan are edited apart, and the folder's changes can be followed."""
    links = [link.attributes["href"] for link in placed[PLAN].one("ul", "use__ways").all("a")]
    mail, feed, *rest = links
    assert feed.endswith("ideer/2025/trygg-hemgang/feed.xml")
    assert rest == [
        "https://git.example.se/a/b/edit/main/ideas/2025/trygg-hemgang/idea.md",
        "https://git.example.se/a/b/edit/main/ideas/2025/trygg-hemgang/plan.md",
        "https://git.example.se/a/b/commits/main/ideas/2025/trygg-hemgang",
    ]
    assert mail.startswith("mailto:?subject=")
    assert "https%3A//ideer.example.se/x/ideer/2025/trygg-hemgang/" in mail
    assert "planen" not in placed[NEW].one("ul", "use__ways").text


def test_nothing_is_promised_that_is_not_known(pages: dict[str, markup.Element]) -> None:
    """Without an address and a repository no link pretends to have one; buttons wait for the script."""
    ways = pages[PLAN].one("ul", "use__ways")
    shown_ways = [item.text for item in ways.all("li") if "hidden" not in item.attributes]
    assert shown_ways == ["Följ idén med flöde"]
    assert not re.search(r"https?://", str(pages[PLAN].one("details", "cite").text))
    buttons = pages[PLAN].one("details", "cite").all("button")
    assert len(buttons) == 3
    assert all("hidden" in button.attributes for button in buttons)


def test_the_day_is_the_tests() -> None:
    assert str(catalogues.TODAY) == project.TODAY


def test_contents_say_what_a_heading_says_without_its_marks(tmp_path: Path) -> None:
    """Links, emphasis and code are no part of the list, and signs are shown as they are."""
    page = page_of(tmp_path, "", '## Se [y](https://y.se/) & *"Z"* `<b>`\n\nEn bänk.\n\n## Sedan\n\nTvå.')
    assert page.one("nav", "on-page").all("a")[0].text == 'Se y & "Z" <b>'
