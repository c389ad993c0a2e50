"""What a start page for the country costs: 290 neighbours of 100 ideas each, fetched, built and searched."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from idesluss.harvesting.harvest import harvest_all
from idesluss.neighbours.copies import copy_path, copy_text, read_neighbourhood
from tests.support import begun, catalogues, neighbour_data, project
from tests.support import neighbour_servers as servers
from tests.support.beside import beside
from tests.support.browser import launched, served
from tests.support.neighbour_servers import neighbour_server
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

EACH = 100
# Minutes of the processor and megabytes that a night's publishing has room for, and what a phone can take.
MOST_MINUTES, MOST_MEGABYTES, MOST_TO_ANSWER = 8, 2500, 1_500_000
_NOUNS = ("cykel", "park", "skola", "buss", "lekplats", "hemtjänst", "snö", "avfall", "mat", "energi", "hamn")
_VERBS = ("låna", "dela", "mäta", "boka", "öva", "laga", "spara", "samla", "ringa", "möta", "värma")


class Costs(NamedTuple):
    """Seconds of fetching and of building, megabytes of the build, and bytes until the first answer."""

    harvest: float
    build: float
    wall: float
    megabytes: int
    answer: int


def ideas_of(name: str, chance: random.Random) -> list[neighbour_data.Json]:
    """Ideas of a few sentences, in words that all draw from."""

    def words(count: int) -> str:
        return " ".join(chance.choice(_NOUNS if at % 2 else _VERBS) for at in range(count))

    return [
        neighbour_data.idea(
            f"ide-{at}",
            f"{words(4).capitalize()} i {name}",
            f"{words(24).capitalize()}.",
            f"{words(60).capitalize()}.",
            outcome=["open", "completed"][at % 2],
            **({"result": f"{words(8).capitalize()}."} if at % 2 else {}),
        )
        for at in range(EACH)
    ]


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> Costs:
    folder = tmp_path_factory.mktemp("gathering")
    names = [place["name"] for place in json.loads(beside("municipalities.json").read_text(encoding="utf-8"))]
    assert len(names) == 290
    root, fetching = fetched(folder, names)
    begins = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "IDESLUSS_TODAY": project.TODAY, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=root, env=environment, check=True, timeout=HANGS)
    wall, after = time.monotonic() - begins, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answer = bytes_to_answer(root / "site")
    told = Costs(fetching, spent, wall, after.ru_maxrss // 1024, answer)
    files = sum(1 for _ in (root / "site").rglob("*"))
    print(f"\n290 × {EACH} ideas: {told}, {files:,} files")
    return told


def fetched(folder: Path, names: list[str]) -> tuple[Path, float]:
    """The catalogue with all copies, and seconds of the processor that fetching and reading them took."""
    chance = random.Random(1)  # noqa: S311  # not for secrets
    with neighbour_server() as server:
        rows = ["key,name,url"]
        for at, name in enumerate(names):
            whole = neighbour_data.catalogue(f"kommun-{at}", *ideas_of(name, chance), name=name)
            url = server.gives(
                servers.content(neighbour_data.as_bytes(whole)), f"/{at}/data/v1/catalogue.json"
            )
            rows.append(f"kommun-{at},{name},{url}")
        table = "".join(f"{row}\n" for row in rows)
        choices = begun.beginning(name="Landets idéer", municipality=None, publisher="", neighbours=table)
        root = begun.lay(folder / "root", choices)
        catalogue = catalogues.read(root)
        (root / "harvested").mkdir()
        begins = time.process_time()
        everybody = read_neighbourhood(catalogue.files, catalogue.settings)
        for became in harvest_all(catalogue, everybody, dt.datetime(2026, 11, 23, tzinfo=dt.UTC)):
            assert (became.fate, len(became.copy.ideas)) == ("new", EACH)
            (root / copy_path(became.key)).write_text(copy_text(became.copy), encoding="utf-8")
        return root, time.process_time() - begins


def bytes_to_answer(site: Path) -> int:
    """All that the search page asks for until the first question has its answer."""
    sizes: list[int] = []
    with served(site) as address, launched() as browser:
        page = browser.new_page()
        page.on("response", lambda response: sizes.append(len(response.body())))
        ask(page, f"{address}/sok/?q=cykel")
        browser.close()
    return sum(sizes)


def ask(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("main .search")).to_have_attribute("data-answered", "1")
    expect(page.locator(".result").first).to_be_visible()


def test_a_night_has_room_for_all_neighbours(costs: Costs) -> None:
    assert costs.harvest + costs.build <= 60 * MOST_MINUTES
    assert costs.megabytes <= MOST_MEGABYTES


def test_a_phone_gets_its_first_answer_of_a_few_megabytes_at_most(costs: Costs) -> None:
    assert costs.answer <= MOST_TO_ANSWER
