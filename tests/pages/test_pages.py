"""Golden pages: one of each kind, in full, so that a change of words or markup is seen and read."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from idesluss.pages import File, Page
from tests.support import catalogues, markup

if TYPE_CHECKING:
    from idesluss.pages import Published

GOLDEN = Path(__file__).parent / "golden"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
PAGES = {
    "home.sv": "index.html",
    "home.en": "en/index.html",
    "idea-full.sv": "ideer/2024/lanecykel-vid-stationen/index.html",
    "idea-full.en": "en/ideas/2024/lanecykel-vid-stationen/index.html",
    "idea-plan.sv": "ideer/2025/trygg-hemgang/index.html",
    "idea-plan.en": "en/ideas/2025/trygg-hemgang/index.html",
    "idea-research.sv": "ideer/2022/foljeforskning-hemgang/index.html",
    "idea-record.sv": "ideer/2021/digital-grannsamverkan/index.html",
    "idea-on-hold.sv": "ideer/2023/skolmat-efter-sasong/index.html",
    "idea-in-english.sv": "ideer/2026/quiet-hour/index.html",
    "propose.sv": "foresla/index.html",
    "propose.en": "en/propose/index.html",
    "listing.sv": "ideer/index.html",
    "listing-sector.en": "en/sectors/vard-och-omsorg/index.html",
    "listing-empty.sv": "skeden/operation/index.html",
    "topics.sv": "amnen/index.html",
    "pipeline.sv": "slussen/index.html",
    "pipeline.en": "en/pipeline/index.html",
    "calls.sv": "utlysningar/index.html",
    "call.sv": "utlysningar/testbaddar-2025/index.html",
    "call.en": "en/calls/testbaddar-2025/index.html",
    "lessons.sv": "lardomar/index.html",
    "lessons.en": "en/lessons/index.html",
    "key-factors.sv": "nyckelfaktorer/index.html",
    "goals.sv": "mal/index.html",
    "organisations.sv": "organisationer/index.html",
    "organisations.en": "en/organisations/index.html",
    "municipalities.sv": "kommuner/index.html",
    "awaiting.sv": "vantar-pa-svar/index.html",
    "awaiting.en": "en/awaiting-answer/index.html",
    "latest.sv": "senaste-nytt/index.html",
    "latest.en": "en/latest/index.html",
    "calendar.sv": "kalender/index.html",
    "calendar.en": "en/calendar/index.html",
    "archive.sv": "beslutsarkiv/index.html",
    "archive.en": "en/decision-archive/index.html",
    "freshness.sv": "aldre-kallor/index.html",
    "freshness.en": "en/older-sources/index.html",
    "figures.sv": "nyckeltal/index.html",
    "figures.en": "en/figures/index.html",
    "rules.sv": "regler/index.html",
    "rule.sv": "regler/unknown_field/index.html",
    "rule.en": "en/rules/unknown_field/index.html",
    "404": "404.html",
    "redirect.sv": "ideer/2024/lanecykel/index.html",
}
WITH_PROBLEMS = {
    "problems.sv": "problem/index.html",
    "problems.en": "en/problems/index.html",
    "home-problems.sv": "index.html",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Name to the page as it should stand in its golden file."""
    root = catalogues.lay(tmp_path_factory.mktemp("pages"))
    whole = catalogues.publish_all(catalogues.read(root))
    broken = root / "ideas" / "2026" / "enklare-felanmalan" / "idea.md"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("2026-11-02", "2026-02-31", 1), encoding="utf-8")
    other = root / "ideas" / "2026" / "quiet-hour" / "idea.md"
    other.write_text(other.read_text(encoding="utf-8").replace("resident", "<b>"), encoding="utf-8")
    with_problems = catalogues.publish_all(catalogues.read(root))
    chosen = {name: whole[path] for name, path in PAGES.items()}
    chosen |= {name: with_problems[path] for name, path in WITH_PROBLEMS.items()}
    return {name: _golden(page) for name, page in chosen.items()}


def _golden(page: Published) -> str:
    """What a page says of itself, then its content; of a file, its content."""
    if not isinstance(page, Page):
        assert isinstance(page, File)
        return str(page.content)
    translations = ", ".join(f"{key} {url or './'}" for key, url in page.translations.items())
    head = (
        f"path: {page.path}",
        f"title: {page.title}",
        f"description: {page.description}",
        f"language: {page.language}; section: {page.section}; indexed: {page.is_indexed}",
        f"translations: {translations}",
        f"source: {page.source}",
        f"crumbs: {', '.join(f'{crumb.title} {crumb.url}' for crumb in page.crumbs)}",
    )
    return "<!--\n" + "".join(f"{line.rstrip()}\n" for line in head) + f"-->\n{page.content}\n"


@pytest.mark.parametrize("name", [*PAGES, *WITH_PROBLEMS])
def test_page_is_the_golden_one(pages: dict[str, str], name: str) -> None:
    """The page reads as written down; IDESLUSS_WRITE_GOLDEN=1 writes it anew, to be read before a commit."""
    file = GOLDEN / f"{name}.html"
    if WRITES:
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(pages[name], encoding="utf-8", newline="\n")
    assert file.is_file(), f"{file.name} is not written; IDESLUSS_WRITE_GOLDEN=1 writes it"
    assert pages[name] == file.read_bytes().decode("utf-8")


def test_every_golden_file_is_a_page() -> None:
    """A golden file that nothing produces would never be compared."""
    assert {file.name for file in GOLDEN.iterdir()} == {f"{name}.html" for name in [*PAGES, *WITH_PROBLEMS]}


@pytest.mark.parametrize("name", [*PAGES, *WITH_PROBLEMS])
def test_page_is_well_formed(pages: dict[str, str], name: str) -> None:
    """Every element is closed where it should be, headings leave no level out, and each id is one."""
    html = pages[name].removeprefix("<!doctype html>\n")
    page = markup.tree(html)
    levels = [int(element.tag[1]) for element in page if element.tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [element.attributes["id"] for element in page if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    labels = " ".join(element.attributes.get("aria-labelledby", "") for element in page).split()
    assert set(labels) <= set(ids)
