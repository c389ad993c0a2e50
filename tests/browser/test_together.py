"""Three catalogues and one that gathers them, with neighbours that are slow, broken, hostile and older."""

from __future__ import annotations

import filecmp
import json
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from tests.support import begun, neighbour_data, project
from tests.support import neighbour_servers as servers
from tests.support.accessible import barriers
from tests.support.browser import fits, served
from tests.support.neighbour_data import as_bytes, catalogue, idea
from tests.support.neighbour_servers import neighbour_server
from tests.support.search_page import addresses_asked_for, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.browser import Visit
    from tests.support.neighbour_servers import Answer

SECONDS = "2"  # that a neighbour may take
ASKED = "cykel"
SCRIPT = "<script>document.title = 'taken'</script>"
HOSTILE = idea(
    "fientlig",
    f"Cykel {SCRIPT}",
    f"En cykel <img src=x onerror=document.title='taken'> {SCRIPT}",
    result=SCRIPT,
    outcome="completed",
)
HOSTILE["facts"] = {"page_sv": "javascript:document.title='taken'"}
OLDER = {"entries": [{"slug": "aldre", "idea": {"title": "Cykel i hemtjänsten"}}]}
PAGES = {
    "grannar": "/grannar/",
    "granne": "/grannar/storby/",
    "hostile": "/grannar/hostile/",
    "slow": "/grannar/slow/",
    "behov": "/behov/",
    "neighbours in English": "/en/neighbours/",
    "home": "/",
}


class Gathering(NamedTuple):
    """The site that gathers, before and after one of the three is gone, and what was said each time."""

    before: Path
    after: Path
    said: str
    said_after: str


def harvested(root: Path) -> str:
    done = project.run(root, "idesluss", "harvest", "--seconds", SECONDS, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def neighbours(root: Path) -> dict[str, bytes]:
    """What the three and the bad ones hand out; the slow one hands out nothing."""
    garage = idea("cyklar", "Cykelgarage vid torget", "En cykel står torrt.", outcome="open")
    train = idea("tag", "Cykel på tåget", "Den som pendlar tar med sin cykel.", outcome="completed")
    lillby, aby = catalogue("lillby", garage), catalogue("aby", train)
    return {
        "storby": neighbour_data.written(root),
        "lillby": as_bytes(lillby),
        "aby": as_bytes(aby),
        "hostile": as_bytes(catalogue("hostile", HOSTILE)),
        "older": as_bytes(OLDER),
    }


@pytest.fixture(scope="module")
def gathering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gathering]:
    folder = tmp_path_factory.mktemp("together")
    with neighbour_server() as server, neighbour_server() as dying:
        bodies = neighbours(folder / "storby")
        answers: dict[str, Answer] = {key: servers.content(body) for key, body in bodies.items()}
        answers |= {"slow": servers.dripping, "broken": servers.cut(b'{"entries": []}')}
        urls = {key: server.gives(answer, f"/{key}{servers.DATA}") for key, answer in answers.items()}
        urls["aby"] = dying.gives(answers["aby"])
        rows = "".join(f"{key},Katalogen i {key},{url}\n" for key, url in urls.items())
        root = begun.lay(
            folder / "gathering",
            begun.beginning(
                name="Landets idéer",
                municipality=None,
                publisher="",
                languages=("sv", "en"),
                neighbours=f"key,name,url\n{rows}",
            ),
        )
        said = harvested(root)
        before = project.build(root, IDESLUSS_SEARCH="on").rename(folder / "before")
        dying.shutdown()
        dying.server_close()
        said_after = harvested(root)
        after = project.build(root, IDESLUSS_SEARCH="on")
        yield Gathering(before, after, said, said_after)


@pytest.fixture(scope="module")
def gathered(gathering: Gathering) -> Iterator[str]:
    with served(gathering.after) as address:
        yield address


def test_each_bad_neighbour_costs_a_note_and_nothing_else(gathering: Gathering) -> None:
    assert gathering.said.splitlines() == [
        "Katalogen i storby: 7 ideas.",
        "Katalogen i lillby: 1 idea.",
        "Katalogen i aby: 1 idea.",
        "Katalogen i hostile: 1 idea.",
        "Katalogen i older: 1 idea.",
        "  The catalogue has an older version of the data. What can be read is here.",
        "Katalogen i slow: nothing was fetched, and there is no older copy.",
        "  The answer was not complete within 2 seconds.",
        "Katalogen i broken: nothing was fetched, and there is no older copy.",
        "  The answer broke on its way.",
    ]


def test_when_one_is_gone_nothing_but_a_note_changes(gathering: Gathering) -> None:
    """Its ideas are found as before, in the site and in the search."""
    assert "  The server does not answer." in gathering.said_after.splitlines()
    changed = set(differing(filecmp.dircmp(gathering.before, gathering.after)))
    pages = ("grannar/", "grannar/aby/", "en/neighbours/", "en/neighbours/aby/")
    assert changed == {f"{page}index.html" for page in pages}
    words = (gathering.after / "grannar" / "aby" / "index.html").read_text(encoding="utf-8")
    assert "Servern svarar inte." in words
    assert "Cykel på tåget" in words


def differing(compared: filecmp.dircmp[str], way: str = "") -> Iterator[str]:
    yield from (f"{way}{name}" for name in (*compared.diff_files, *compared.left_only, *compared.right_only))
    for name, within in compared.subdirs.items():
        yield from differing(within, f"{way}{name}/")


def test_one_search_finds_ideas_of_all_and_asks_no_other_host(visit: Visit, gathered: str) -> None:
    page = visit(f"{gathered}/")
    seen = addresses_asked_for(page)
    page.goto(f"{gathered}/sok/?q={ASKED}")
    expect(page.locator("main .search")).to_have_attribute("data-answered", "1")
    notes = page.locator(".result__note").all_text_contents()
    whose = {note.split(" · ")[0].removeprefix("Katalogen i ") for note in notes}
    assert whose >= {"storby", "lillby", "aby", "hostile", "older"}
    assert {url for url in seen() if not url.startswith(f"{gathered}/")} == set()


def test_a_result_leads_to_the_neighbours_own_page(visit: Visit, gathered: str) -> None:
    page = opened(visit, f"{gathered}/sok/?q={ASKED}&kind=neighbour")
    link = page.get_by_role("link", name="Cykelgarage vid torget")
    expect(link).to_have_attribute("href", "https://lillby.example/ideer/2024/cyklar/")
    expect(link).to_have_attribute("rel", "external noopener")


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_neighbours_are_open_to_everybody_and_run_nothing(
    visit: Visit, gathered: str, name: str
) -> None:
    for width in (320, 768, 1440):
        page = visit(gathered + PAGES[name], width=width)
        assert fits(page, width)
        assert barriers(page) == {}
        assert page.locator("h1").count() == 1
        assert page.title() != "taken"
    assert page.locator("main script, main img").count() == 0
    hrefs = page.locator("main a").evaluate_all("links => links.map((link) => link.protocol)")
    assert set(hrefs) <= {"http:", "https:"}


def test_a_copy_holds_no_more_than_is_shown(gathering: Gathering) -> None:
    """The gathering catalogue is one without ideas of its own, and its data has none."""
    whole = json.loads((gathering.after / "data" / "v1" / "catalogue.json").read_text(encoding="utf-8"))
    assert whole["entries"] == []
    assert len(whole["catalogue"]["neighbours"]) == 7
