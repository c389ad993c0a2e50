"""No two headings of an idea's page are alike, whatever its texts call theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.words.characters import fold
from tests.support import catalogues
from tests.support.idea_pages import add_idea, pages_by_path

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup

EVERYTHING = """stage: project
outcome: completed
submitted: 2020-01-01
origin: resident
decisions: [{ gate: G1, date: 2020-02-01, verdict: go, role: granskare, reason: Ja. }]
grants:
  - { funder: framsyn, call: testbaddar-2025, awarded: 5, final: 4, title: Bidrag }
  - { funder: framsyn, call: testbaddar-2025, awarded: 5, title: Bidrag }
activities: [{ kind: workshop }, { kind: survey, date: 2020-03 }]
effects: [{ indicator: Effekter, target: "5" }, { indicator: Effekter, target: "6" }]
assessments:
  - &a
    role: granskare
    date: 2020-02-01
    benefit: { score: 3, reason: Ja. }
    effect: { score: 3, reason: Ja. }
    feasibility: { score: 3, reason: Ja. }
    spreadability: { score: 3, reason: Ja. }
key_factors: [{ factor: time_set_aside, state: partly, reason: Nej. }]
reused_by: [{ organisation: storby-kommun, year: 2021 }]
relations: [{ kind: builds_on, idea: trygg-hemgang }]
similar_considered: [{ title: Annat, difference: Större. }]
waivers: [{ waives: [idea.origin], reason: Gammalt. }]
sources: [{ url: "https://storby.example/x", read: 2026-11-20 }]
""".replace("  - &a\n", "  -\n")
PLAN = """period: { start: 2020-01, end: 2020-12 }
milestones: [{ name: Ett, due: 2020-05 }]
budget: [{ item: Tid, year: 2020, amount: 5, funder: framsyn }]
financing: [{ funder: framsyn, amount: 5 }]
roles: [{ role: Ledare, organisation: storby-kommun }]
risks: [{ risk: Regn, response: Tak. }]
waivers: [{ waives: [plan.section.processes], reason: Okänt. }]
"""
ALIKE = ("Bidrag", "Fakta", "bidrag", "Processer", "Bänk bank", "Läget", "Roller", "Ett & *två*", "Ett & två")
BODY = "".join(f"## {title}\n\nOrd.\n\n### Förstudien\n\nOrd.\n\n#### Mål\n\nOrd.\n\n" for title in ALIKE)


def headings_of(page: markup.Element) -> list[str]:
    return [fold(part.text) for part in page if part.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]


def everything(root: Path) -> Path:
    catalogues.lay(root)
    for slug in ("bank", "tavla"):
        add_idea(root, slug, EVERYTHING, BODY, PLAN)
    return root


def test_no_two_are_alike(tmp_path: Path, pages: dict[str, markup.Element]) -> None:
    """On any page of the catalogue, and of an idea with everything in it whose texts repeat themselves."""
    catalogue = catalogues.read(everything(tmp_path))
    full = pages_by_path(catalogue) | pages_by_path(catalogue, "en")
    for path, page in (full | pages).items():
        found = headings_of(page)
        assert [heading for heading in found if found.count(heading) > 1] == [], path
    assert len(headings_of(full["ideer/2020/bank/index.html"])) > 45


def test_one_that_is_like_another_says_where_it_stands(tmp_path: Path) -> None:
    """In its text or under its heading, by number where that is no help; so does the list of contents."""
    page = pages_by_path(catalogues.read(everything(tmp_path)))["ideer/2020/bank/index.html"]
    found = [(part.attributes.get("id"), part.text) for part in page if part.tag in {"h2", "h3", "h4"}]
    told = dict(found)
    assert told["grants"] == "Bidrag"
    assert told["text-bidrag"] == "Bidrag i texten"
    assert told["text-bidrag-1"] == "bidrag i texten 2"
    assert told["text-forstudien"] == "Förstudien"
    assert told["text-forstudien-1"] == "Förstudien Fakta"
    assert told["text-mal-1"] == "Mål Förstudien"
    assert told["plan-processer"] == "Processer Projektplan"
    contents = {link.attributes["href"][1:]: link.text for link in page.one("nav", "on-page").all("a")}
    assert {name: told[name] for name in contents} == contents
