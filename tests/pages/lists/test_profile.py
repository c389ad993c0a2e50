"""What stands above the list of a value: each count and sum, counted again from the files."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, file_figures, many_ideas, markup
from tests.support.overview_pages import FACTOR_STATES, amounts, numbers, page, roles_of, with_factor

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Page
    from tests.support.file_figures import Record

PROFILED = {
    "organisation": "organisationer",
    "municipality": "kommuner",
    "key_factor": "nyckelfaktorer",
    "vision_goal": "visionsmal",
    "agenda_goal": "globala-mal",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_ideas.lay(tmp_path_factory.mktemp("profiles"))


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, Page]:
    return catalogues.pages_of(catalogues.read(root))


@pytest.fixture(scope="module")
def records(root: Path) -> list[Record]:
    return file_figures.records(root)


def profile(pages: dict[str, Page], facet: str, value: str) -> dict[str, str]:
    """What stands above the list of a value's entries."""
    return dict(markup.term_rows(page(pages, f"{PROFILED[facet]}/{value}/").one("section", "profile")))


@pytest.mark.parametrize(
    ("facet", "above"),
    [
        ("sektorer", "amnen/"),
        ("kommuner", "kommuner/"),
        ("organisationer", "organisationer/"),
        ("nyckelfaktorer", "nyckelfaktorer/"),
        ("visionsmal", "mal/"),
        ("globala-mal", "mal/"),
    ],
)
def test_a_value_lies_below_the_page_that_has_them_all(
    pages: dict[str, Page], facet: str, above: str
) -> None:
    """Its breadcrumbs say so, and the menu shows where one is."""
    of_facet = [page for path, page in pages.items() if re.fullmatch(rf"{facet}/[^/]+/index\.html", path)]
    assert of_facet
    assert {tuple(crumb.url for crumb in page.crumbs) for page in of_facet} == {(above,)}
    assert {page.section for page in of_facet} == {pages[f"{above}index.html"].section}


def test_a_profile_stands_on_the_first_page_alone(pages: dict[str, Page]) -> None:
    """Where a value's entries take several pages, the others hold the list and no more."""
    later = {path.removesuffix("index.html") for path in pages if "/sida/" in path}
    profiled = {path for path in later if path.split("/")[0] in PROFILED.values() and path.count("/") == 4}
    assert len({path.split("/")[0] for path in profiled}) > 1
    for path in profiled:
        first = f"{path.rpartition('/sida/')[0]}/"
        assert len(page(pages, first).all("section", "profile")) == 1
        assert page(pages, path).all("section", "profile") == []


def test_profile_of_an_organisation(pages: dict[str, Page], records: list[Record]) -> None:
    """Its kind and roles, each funder's grants, and all its partners with how often."""
    told = profile(pages, "organisation", "omsorgslabbet")
    listed = [record for record in records if "omsorgslabbet" in roles_of(record)]
    held = [
        g
        for r in listed
        for g in r.get("grants", [])
        if g.get("coordinator", r.get("coordinator", {})).get("organisation") == "omsorgslabbet"
    ]
    assert told["Typ"] == "Förening"
    roles = Counter(roles_of(record)["omsorgslabbet"] for record in listed)
    assert numbers(told["Roller"]) == [roles["Koordinator"], roles["Part"]]
    assert told["Bidrag som koordinator"].startswith(amounts(held))
    for funder, name in (("framsyn", "Framsyn"), ("egen-insats", "Egen insats")):
        given = [grant for grant in held if grant["funder"] == funder]
        assert f"Från {name}: {amounts(given)}" in told["Bidrag som koordinator"]
    others = Counter(o for record in listed for o in roles_of(record) if o != "omsorgslabbet")
    assert len(others) > 60
    assert len(told["Tillsammans med"].split(", ")) == len(others)


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
    for state, name in FACTOR_STATES.items():
        listed = with_factor(records, "broad_anchoring", state)
        assert sum(numbers(told[f"{name} {len(listed)}"])) == len(listed)
    for facet, value, field in (
        ("vision_goal", "hallbarhet", "vision_goals"),
        ("agenda_goal", "3", "agenda_goals"),
    ):
        listed = [record for record in records if value in record.get(field, [])]
        assert sum(numbers(profile(pages, facet, value)["Utfall"])) == len(listed)
        assert sum(numbers(profile(pages, facet, value)["Skede"])) == len(listed)


def test_a_municipality_and_an_organisation_say_a_sentence_and_an_address(tmp_path: Path) -> None:
    """Of its own, at the top of the page and in its description; the address among the facts."""
    root = catalogues.lay(tmp_path)
    file = root / "ideas" / "catalogue.yml"
    told = file.read_text(encoding="utf-8").replace(
        "  storby: Storby\n",
        "  storby:\n    name: Storby\n"
        "    description: { sv: Prövar vid hamnen., en: Tries by the harbour. }\n"
        "    url: https://storby.example/testbadd\n",
    )
    told += "    description: { sv: Prövar ny teknik., en: Tries new technology. }\n    url: https://lab.example/\n"
    file.write_text(told, encoding="utf-8")
    pages = catalogues.pages_of(catalogues.read(root))
    for path, sentence, url in (
        ("kommuner/storby", "Prövar vid hamnen.", "https://storby.example/testbadd"),
        ("en/municipalities/storby", "Tries by the harbour.", "https://storby.example/testbadd"),
        ("organisationer/omsorgslabbet", "Prövar ny teknik.", "https://lab.example/"),
        ("en/organisations/omsorgslabbet", "Tries new technology.", "https://lab.example/"),
    ):
        shown = pages[f"{path}/index.html"]
        lead = next(element for element in markup.tree(shown.content).all("p", "lead"))
        assert lead.text == sentence
        assert sentence in shown.description
        assert f'<a href="{url}" rel="noopener">' in shown.content
    assert "<dt>Webbplats</dt>" not in pages["organisationer/storby-kommun/index.html"].content
