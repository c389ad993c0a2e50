"""Serving while somebody writes: a broken idea is told of, the rest stays, and mending it is enough."""

from __future__ import annotations

import os
import re
import signal
from typing import TYPE_CHECKING

import pytest

from tests.support import project
from tests.support.serving import Served
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDEA = "ideas/2026/enklare-felanmalan/idea.md"
PAGE = "/ideer/2026/enklare-felanmalan/"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    (tmp_path / "project").mkdir()
    serving = Served(project.make(tmp_path / "project", project.BASE), scratch)
    yield serving
    serving.end()


def test_a_broken_idea_is_shown_and_the_rest_stays(served: Served) -> None:
    """Break, read, mend, and stop: terminal and page tell; other pages are served; nothing is left."""
    served.wait(lambda: served.get("/")[0] == 200)
    assert served.get("/problem/")[0] == 404
    assert served.get(PAGE)[0] == 200

    served.edit(IDEA, "submitted: 2026-11-02", "submitted: 2026-02-31")
    served.wait(lambda: served.get("/problem/")[0] == 200)
    assert "2026-02-31" in served.get("/problem/")[1]
    # The page that the writer looks at says it at once, and goes on saying it; the rest comes with a build.
    assert "2026-02-31" in served.get(PAGE)[1]
    served.wait(lambda: "notice--problem" in served.get("/")[1])
    assert f"{IDEA}:6:12: fel[field]" in served.told()
    assert served.get("/ideer/2025/trygg-hemgang/")[0] == 200
    assert "2026-02-31" in served.get(PAGE)[1]

    served.edit(IDEA, "submitted: 2026-02-31", "submitted: 2026-11-02")
    served.wait(lambda: "2026-02-31" not in served.get(PAGE)[1])
    served.wait(lambda: served.get("/problem/")[0] == 404)
    assert "notice--" not in served.get(PAGE)[1]

    served.edit("docs/om.md", "\n# ", "\n# Ny rubrik: ")
    served.wait(lambda: "Ny rubrik: " in served.get("/om/")[1])
    served.edit("hooks/idesluss/theme/styles/1-look.css", ":root {", ":root { --ny: 1;")
    served.wait(lambda: _style(served) != "" and "--ny: 1" in _style(served))

    served.stop()
    assert list(served.scratch.iterdir()) == []
    assert "Traceback" not in served.told()


def test_what_is_saved_is_shown_at_once_and_everywhere_soon(served: Served, tmp_path: Path) -> None:
    """First on its page, which says that the rest follows; in the end every file is as if served from new."""
    served.wait(lambda: served.get("/")[0] == 200)
    served.edit(IDEA, "title: Enklare", "title: Mycket enklare")
    served.wait(lambda: "Mycket enklare" in served.get(PAGE)[1])
    new = served.folder / "ideas/2026/ny/idea.md"
    new.parent.mkdir()
    new.write_text((served.folder / IDEA).read_text("utf-8").replace("submitted: ", "submitted: x"), "utf-8")
    served.wait(lambda: "x2026" in served.get("/ideer/2026/ny/")[1])
    new.write_text(new.read_text("utf-8").replace("submitted: x", "submitted: "), "utf-8")
    served.wait(lambda: "x2026" not in served.get("/ideer/2026/ny/")[1])
    assert "Mycket enklare" in served.get("/ideer/2026/ny/")[1]
    pages = (PAGE, "/ideer/2026/ny/")
    served.wait(lambda: all("notice--" not in served.get(page)[1] for page in pages))
    assert "/2026/ny/" in served.get("/ideer/")[1]

    (tmp_path / "scratch2").mkdir()
    fresh = Served(served.folder, tmp_path / "scratch2")
    try:
        fresh.wait(lambda: fresh.get("/")[0] == 200)
        assert files_served(served) == files_served(fresh)
    finally:
        fresh.end()


def files_served(served: Served) -> dict[str, bytes]:
    """Path to content, without the address that it is served at."""
    (site,) = served.scratch.glob("mkdocs_*")
    address = served.address.encode()
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes().replace(address, b"") for path in files}


def test_a_broken_catalogue_file_is_shown_over_the_pages_from_before(served: Served) -> None:
    """No request waits; the pages are those of the latest catalogue that could be read, and say so."""
    served.wait(lambda: served.get("/")[0] == 200)
    served.edit("ideas/catalogue.yml", "\nname: ", "\nname: [\nx: ")
    # Asked of the log first: a request would wait for a build that was given up.
    served.wait(
        lambda: served.told().count("Documentation built") > 1 or "An error happened" in served.told()
    )
    assert "An error happened" not in served.told()
    assert served.get("/problem/")[0] == 200
    assert "ideas/catalogue.yml" in served.get("/problem/")[1]
    assert "notice--problem" in served.get(PAGE)[1]
    served.edit("ideas/catalogue.yml", "\nname: [\nx: ", "\nname: ")
    served.wait(lambda: served.get("/problem/")[0] == 404)
    assert served.get(PAGE)[0] == 200


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_who_ends_the_command_ends_the_work(served: Served, sign: signal.Signals) -> None:
    """The process that was started is the one that serves; asked to end, it leaves nothing behind."""
    served.wait(lambda: served.get("/")[0] == 200)
    os.kill(served.process.pid, sign)
    served.process.wait(timeout=HANGS)
    assert served.get("/")[0] == 0
    if sign == signal.SIGTERM:
        assert list(served.scratch.iterdir()) == []
        assert not list(served.folder.glob(".site*"))


def _style(served: Served) -> str:
    found = re.search(r'href="\./(assets/idesluss\.css\?v=\w+)"', served.get("/")[1])
    return served.get(f"/{found[1]}")[1] if found else ""
