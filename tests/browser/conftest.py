"""The sites that the tests read, each built once, and windows to read them in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest

from tests.support import brands, gitrepo, languages, many_ideas, neighbour_data, project
from tests.support.browser import Windows, served
from tests.support.once import Once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.support.browser import Visit

DAYS_OF_CHANGE = 12
SMALL = "2026/enklare-felanmalan"
STOPPED = """---
title: Tillsyn på natten med kamera
summary: Den som bor hemma och behöver omsorg på natten skulle få tillsyn utan att väckas.
stage: idea
outcome: stopped
submitted: 2025-03-01
origin: employee
sector: vard-och-omsorg
municipalities: [storby]
sources:
  - url: https://storby.example/tillsyn
    read: 2026-11-20
decisions:
  - gate: G1
    date: 2025-06-02
    verdict: stop
    role: granskare
    reason: Nätet på landsbygden räckte inte.
---

## Behov

Äldre som bor hemma väcks av nattpatrullen.

## Lärdomar

Täckningen skulle ha mätts först. Frågan om samtycke tog längre tid än tekniken.
"""
# In words that nobody asks the search for here; one of them is like an idea of the catalogue's.
NEIGHBOURS = {
    "lillby": [
        neighbour_data.idea(
            "hissen",
            "Hissen på biblioteket",
            "En hiss som säger vilken våning den är på.",
            outcome="completed",
            result="Hissen talar, och fler hittar rätt.",
        ),
        neighbour_data.idea(
            "planting",
            "Rätter i köken",
            "Köken byter rätter efter vad som växer i närheten.",
            "Köken planerar ett halvår i förväg.",
        ),
        neighbour_data.idea("lift", "A talking lift", "A lift that says its floor.", language="en"),
    ],
    "silent": [],
}


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    return Once.of_run(tmp_path_factory.getbasetemp(), worker_id)


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    return Windows(chromium)


@pytest.fixture
def visit(windows: Windows) -> Iterator[Visit]:
    """Opens a page as `Windows.open` does; after the test no page may have complained."""
    yield windows.open
    assert windows.leave() == []


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """The rich catalogue's site, with its search and the file of all of it."""

    def fill(folder: Path) -> None:
        neighbour_data.lay(project.make(folder), NEIGHBOURS)
        project.build(folder, "--strict", IDESLUSS_SEARCH="on", IDESLUSS_OFFLINE="on")

    return once.folder("rich", fill) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the rich catalogue's site is served, as every address here without a slash at the end."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def branded(once: Once) -> Iterator[str]:
    """Where the rich catalogue is served with another brand and a logo."""

    def fill(folder: Path) -> None:
        project.build(brands.give(project.make(folder)), "--strict")

    with served(once.folder("branded", fill) / "site") as address:
        yield address


@pytest.fixture(scope="session", params=["sv", "en", "three"])
def in_languages(once: Once, request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """The rich catalogue in one language or three: which, and where it is served."""
    name = str(request.param)
    folder = once.folder(f"in-{name}", lambda folder: languages.build(languages.make(folder, name)))
    with served(folder / "site") as address:
        yield name, address


@pytest.fixture(scope="session", params=["https://example.org/x", "https://example.org/idéer/"])
def placed(once: Once, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the rich catalogue is served below a path, with and without a slash at its end."""
    site_url = str(request.param)
    path = urlsplit(site_url).path.strip("/")

    def fill(folder: Path) -> None:
        site = project.build(project.make(folder, settings=f"site_url: {site_url}\n"), "--strict")
        (folder / "host").mkdir()
        site.rename(folder / "host" / path)
        # A host has one page for what is not found, and shows it at any depth.
        shutil.copy(folder / "host" / path / "404.html", folder / "host")

    with served(once.folder(f"below-{len(path)}", fill) / "host") as address:
        yield f"{address}/{quote(path)}"


@pytest.fixture(scope="session")
def many(once: Once) -> Iterator[str]:
    """Where some ninety varied ideas are served with their search; lists have several pages."""

    def fill(folder: Path) -> None:
        content = many_ideas.lay(folder / "content")
        stopped = content / "ideas" / "2025" / "tillsyn-pa-natten" / "idea.md"
        stopped.parent.mkdir(parents=True)
        stopped.write_text(STOPPED, encoding="utf-8")
        project.build(project.make(folder, content / "ideas"), "--quiet", IDESLUSS_SEARCH="on")

    with served(once.folder("many", fill) / "site") as address:
        yield address


@pytest.fixture(scope="session")
def tracked_root(once: Once) -> Path:
    """A project with a mailbox and a repository that has an address.

    It has changes on many days, and somebody who has waited long.
    """

    def fill(folder: Path) -> None:
        made = project.make(folder, settings="contact: ideer@storby.example\n")
        settings = made / "ideas" / "catalogue.yml"
        named = settings.read_text(encoding="utf-8").replace("r: Storby kommun", "r: Storby <kommun>", 1)
        settings.write_text(named, encoding="utf-8")
        repository = gitrepo.Repository(gitrepo.start(made))
        ideas = folder / "ideas"
        late = ideas / "2020" / "bank-i-skuggan" / "idea.md"
        late.parent.mkdir(parents=True)
        text = (ideas / SMALL / "idea.md").read_text(encoding="utf-8")
        text = text.replace("2026-11-02", "2020-11-02", 1).replace("Enklare felanmälan", "Bänk i skuggan")
        late.write_text(text, encoding="utf-8")
        repository.commit("2026-11-03")
        for day in range(4, 4 + DAYS_OF_CHANGE):
            repository.change(
                f"2026-11-{day:02}", f"{SMALL}/idea.md", ("## Behov\n\n", "## Behov\n\nTillägg. ")
            )
        own = {"IDESLUSS_REPOSITORY": "https://git.example.se/a/b", "IDESLUSS_SEARCH": "on"}
        project.build(folder, "--strict", **own)

    return once.folder("tracked", fill)


@pytest.fixture(scope="session")
def tracked(tracked_root: Path) -> Iterator[str]:
    with served(tracked_root / "site") as address:
        yield address
