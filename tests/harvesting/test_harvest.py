"""All neighbours at once: good ones come whatever the others do, and the last good copy holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest

from idesluss.harvesting.fetching import Limits
from idesluss.harvesting.harvest import AHEAD, harvest_all
from idesluss.neighbours.copies import copy_path, copy_text, read_neighbourhood
from idesluss.reading.files import DiskFiles
from tests.support import catalogues, project
from tests.support import neighbour_servers as servers
from tests.support.neighbour_data import as_bytes, catalogue, idea, settings, written
from tests.support.neighbour_servers import neighbour_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from idesluss.harvesting.harvest import Harvested
    from tests.support.neighbour_servers import NeighbourServer

NOW = dt.datetime(2026, 11, 23, 6, 30, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
LIMITS = Limits(seconds=1.5, size=500_000)
BIKES = idea("cyklar", "Lånecyklar", "Den som tar tåget lånar en cykel.", "Bussen går för sällan.")


@pytest.fixture
def server() -> Iterator[NeighbourServer]:
    with neighbour_server() as running:
        yield running


def lay(root: Path, neighbours: dict[str, str], **fields: str) -> Path:
    catalogues.lay(root)
    with (root / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as file:
        file.write(settings(neighbours, **fields))
    return root


def run(root: Path, now: dt.datetime = NOW) -> dict[str, Harvested]:
    """Harvest into the folder, as the command does."""
    found = catalogues.read(root)
    before = read_neighbourhood(DiskFiles(root), found.settings)
    became = {each.key: each for each in harvest_all(found, before, now, LIMITS)}
    for each in became.values():
        path = root / copy_path(each.key)
        path.parent.mkdir(exist_ok=True)
        path.write_text(copy_text(each.copy), encoding="utf-8")
    return became


def fates(became: dict[str, Harvested]) -> dict[str, tuple[str, str | None, int]]:
    """What became of each, why not where nothing came, and how many ideas hold."""
    return {
        key: (each.fate, each.copy.failed.key if each.copy.failed else None, len(each.copy.ideas))
        for key, each in became.items()
    }


def test_one_that_is_slow_broken_hostile_or_huge_costs_a_note_and_nothing_else(
    server: NeighbourServer, tmp_path: Path
) -> None:
    answers = {
        "good": servers.content(written(tmp_path / "good")),
        "slow": servers.dripping,
        "silent": servers.silent,
        "broken": servers.cut(as_bytes(catalogue("broken", BIKES))),
        "page": servers.content(b"<!doctype html>"),
        "huge": servers.endless_after(b""),
        "gone": servers.status(410),
        "older": servers.content(as_bytes(catalogue("older", BIKES, version=None))),
        "newer": servers.content(as_bytes(catalogue("newer", BIKES, version=7))),
        "also-good": servers.content(as_bytes(catalogue("also-good", BIKES))),
    }
    urls = {key: server.gives(answer, f"/{key}/catalogue.json") for key, answer in answers.items()}
    became = run(lay(tmp_path / "own", urls))
    assert fates(became) == {
        "good": ("new", None, 7),
        "slow": ("failed", "slow", 0),
        "silent": ("failed", "slow", 0),
        "broken": ("failed", "broken", 0),
        "page": ("failed", "not_json", 0),
        "huge": ("failed", "huge", 0),
        "gone": ("failed", "gone", 0),
        "older": ("new", None, 1),
        "newer": ("new", None, 1),
        "also-good": ("new", None, 1),
    }
    assert [note.key for note in became["older"].copy.notes] == ["older"]
    assert [note.key for note in became["newer"].copy.notes] == ["newer"]


def test_only_a_few_answers_are_held_until_they_are_read(server: NeighbourServer, tmp_path: Path) -> None:
    """Who stops after the first has asked that one and a few more; all are asked by who goes on."""
    url = server.gives(servers.content(as_bytes(catalogue("a", BIKES))))
    found = catalogues.read(lay(tmp_path, {f"n-{at}": url for at in range(AHEAD * 2)}))
    before = read_neighbourhood(DiskFiles(tmp_path), found.settings)
    harvest = harvest_all(found, before, NOW, LIMITS)
    assert isinstance(harvest, Generator)
    assert next(harvest).key == "n-0"
    harvest.close()  # waits for those that are asked
    assert len(server.asked) == AHEAD + 1
    assert len(run(tmp_path)) == AHEAD * 2


def test_the_last_good_copy_holds_when_a_neighbour_is_gone(tmp_path: Path) -> None:
    """Its ideas and the day they came stay, and the reason is noted; what works again is taken."""
    with neighbour_server() as server:
        url = server.gives(servers.content(as_bytes(catalogue("a", BIKES))))
        root = lay(tmp_path, {"lillby": url})
        assert fates(run(root)) == {"lillby": ("new", None, 1)}
    became = run(root, LATER)
    assert fates(became) == {"lillby": ("failed", "unreachable", 1)}
    assert became["lillby"].copy.fetched.startswith("2026-11-23")
    assert run(root, LATER)["lillby"].copy.ideas == became["lillby"].copy.ideas


def test_what_has_not_changed_is_not_sent_again(server: NeighbourServer, tmp_path: Path) -> None:
    root = lay(tmp_path, {"lillby": server.gives(servers.versioned(as_bytes(catalogue("a", BIKES)), '"1"'))})
    first = run(root)["lillby"].copy
    again = run(root, LATER)["lillby"]
    assert (again.fate, again.copy.ideas) == ("unchanged", first.ideas)
    assert again.copy.fetched.startswith("2026-11-24")
    server.gives(servers.versioned(as_bytes(catalogue("a", BIKES, idea("b", "Bok", "En bok."))), '"2"'))
    assert fates(run(root, LATER)) == {"lillby": ("new", None, 2)}


def test_a_copy_is_of_its_address_alone(server: NeighbourServer, tmp_path: Path) -> None:
    """Where the settings name another address, what came from the first is not shown."""
    root = lay(tmp_path, {"lillby": server.gives(servers.content(as_bytes(catalogue("a", BIKES))))})
    run(root)
    file = root / "ideas" / "catalogue.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("catalogue.json", "other.json"), encoding="utf-8"
    )
    assert not read_neighbourhood(DiskFiles(root), catalogues.read(root).settings).copies


def test_a_file_that_git_keeps_is_no_copy(server: NeighbourServer, tmp_path: Path) -> None:
    """A proposed change can bring a file, and nobody who reads it knows what a neighbour said."""
    root = lay(tmp_path, {"lillby": server.gives(servers.content(as_bytes(catalogue("a", BIKES))))})
    run(root)
    own = catalogues.read(root).settings
    assert read_neighbourhood(DiskFiles(root), own).copies
    assert not read_neighbourhood(DiskFiles(root), own, {"harvested/lillby.json"}).copies


@pytest.mark.parametrize("content", ["", "{}", "[", '{"url": 1}', '{"form": 2, "url": "https://a.example/"}'])
def test_a_copy_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    root = lay(tmp_path, {"lillby": "https://a.example/"})
    (root / "harvested").mkdir()
    (root / "harvested" / "lillby.json").write_text(content, encoding="utf-8")
    assert not read_neighbourhood(DiskFiles(root), catalogues.read(root).settings).copies


def test_a_link_is_no_copy(tmp_path: Path) -> None:
    root = lay(tmp_path, {"lillby": "https://a.example/"})
    (root / "elsewhere.json").write_text('{"url": "https://a.example/"}', encoding="utf-8")
    (root / "harvested").mkdir()
    (root / "harvested" / "lillby.json").symlink_to(root / "elsewhere.json")
    assert not read_neighbourhood(DiskFiles(root), catalogues.read(root).settings).copies


REGISTER = """projectId,projectTitleSv,projectAbstractSv,projectStartDate,coordinatingOrganisationNameSv
2015-04564_Vinnova,Sluss för idéer,"En modell för hur idéer tas emot och prövas.",2015-11-01,Storby kommun
2016-00001_Vinnova,=HYPERLINK(1),<script>alert(1)</script> och ett stycke.,2016-01-01,Okända bolaget
"""


def test_a_register_is_a_neighbour_by_its_map(server: NeighbourServer, tmp_path: Path) -> None:
    """Its rows are never ideas of ours: kept apart, as records, with the names that the register has."""
    url = server.gives(servers.content(REGISTER.encode()), "/projects.csv")
    root = lay(tmp_path, {"register": url}, map="swecris-vinnova")
    copy = run(root)["register"].copy
    first, second = copy.ideas
    assert (first.kind, first.said("title", "sv")[0], first.year) == ("record", "Sluss för idéer", 2015)
    assert [term.in_("sv") for term in second.values("organisation")] == ["Okända bolaget"]
    assert second.said("summary", "sv")[0].startswith("<script>")  # a text, as every other


@pytest.mark.parametrize(
    ("map_name", "body", "told"),
    [
        ("no-such-map", REGISTER, "unknown_map"),
        ("../x", REGISTER, "unknown_map"),
        ("swecris-vinnova", "", "not_sheet"),
    ],
)
def test_a_register_that_cannot_be_read_is_told(
    server: NeighbourServer, tmp_path: Path, map_name: str, body: str, told: str
) -> None:
    url = server.gives(servers.content(body.encode()), "/projects.csv")
    became = run(lay(tmp_path, {"register": url}, map=map_name))
    assert fates(became) == {"register": ("failed", told, 0)}


def test_the_command_keeps_copies_and_tells_each_neighbour(server: NeighbourServer, tmp_path: Path) -> None:
    urls = {
        "lillby": server.gives(servers.content(as_bytes(catalogue("lillby", BIKES)))),
        "gone": f"{server.address}/gone.json",
    }
    root = lay(tmp_path, urls)
    (root / "harvested").mkdir()
    (root / "harvested" / "former.json").write_text("{}", encoding="utf-8")
    done = project.run(root, "idesluss", "harvest", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Grannen lillby: 1 idea.",
        "Grannen gone: nothing was fetched, and there is no older copy.",
        "  The address is no longer there (answer 404).",
    ]
    assert sorted(path.name for path in (root / "harvested").iterdir()) == ["gone.json", "lillby.json"]


def test_without_neighbours_nothing_is_written(tmp_path: Path) -> None:
    root = catalogues.lay(tmp_path)
    done = project.run(root, "idesluss", "harvest", "--lang", "en")
    assert done.returncode == 0
    assert done.stdout.startswith("The catalogue has no neighbours.")
    assert not (root / "harvested").exists()
