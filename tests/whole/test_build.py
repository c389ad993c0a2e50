"""The build as a whole: a good one replaces the site, a bad one leaves it, whatever the way in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from idesluss.search import indexing
from tests.support import project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDEA = "ideas/2026/enklare-felanmalan/idea.md"
WAYS = {
    "check": ("idesluss", "check"),
    "build": ("idesluss", "build"),
    "mkdocs": ("mkdocs", "build", "--strict"),
    "quiet": ("mkdocs", "build", "--strict", "-q"),
}
# A hook that kills the build once it has written a page.
KILLED = """
import os, pathlib, signal

def on_post_page(output, page, config):
    if any(pathlib.Path(config.site_dir).rglob("*.html")):
        os.kill(os.getpid(), signal.SIGKILL)
"""
BREAKAGES = {
    "bad YAML": ("sector: samhallsbyggnad", "sector: samhalls: byggnad", 8),
    "impossible date": ("submitted: 2026-11-02", "submitted: 2026-02-31", 6),
    "unknown sector": ("sector: samhallsbyggnad", "sector: samhallsbygnad", 8),
    "missing section": ("stage: idea", "stage: assessment", 4),
    "latin-1": ("hål", "h\udce5l", 3),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site, which each test leaves as it was."""
    folder = project.make(tmp_path_factory.mktemp("built"))
    done = project.run(folder, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def kept(built: Path) -> Iterator[Path]:
    """The built project; what a test changes in it is put back."""
    before = project.snapshot(built / "ideas")
    yield built
    for path, content in before.items():
        (built / "ideas" / path).write_bytes(content)


# Each way in meets what is broken worst, and each breakage some way in.
PAIRS = [*zip(["bad YAML"] * len(WAYS), WAYS, strict=True), *zip([*BREAKAGES][1:], WAYS, strict=True)]


@pytest.mark.parametrize(
    ("breakage", "way"),
    [
        pytest.param(breakage, way, marks=[] if (breakage, way) in PAIRS else [pytest.mark.prove])
        for breakage in BREAKAGES
        for way in WAYS
    ],
)
def test_a_broken_idea_stops_every_way_in_and_leaves_the_site(kept: Path, breakage: str, way: str) -> None:
    """Exit 1 with file, line and remedy; the other ideas are judged; the old site stands, byte by byte."""
    old, new, line = BREAKAGES[breakage]
    text = (kept / IDEA).read_text(encoding="utf-8")
    assert old in text
    (kept / IDEA).write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogateescape"))
    other = kept / "ideas/2023/skolmat-efter-sasong/idea.md"
    other.write_text(other.read_text(encoding="utf-8").replace("employee", "employe"), encoding="utf-8")
    before = project.snapshot(kept / "site")
    done = project.run(kept, *WAYS[way])
    told = done.stdout + done.stderr
    assert done.returncode == 1, told
    assert f"{IDEA}:{line}:" in told, told
    assert "Gör så här: " in told
    assert "skolmat-efter-sasong/idea.md:7:9: fel[unknown_term]" in told
    assert "Traceback" not in told
    assert project.snapshot(kept / "site") == before
    assert not list(kept.glob(".site-*"))


@pytest.mark.parametrize("quiet", [(), ("-q",)], ids=["loud", "quiet"])
def test_a_warning_from_a_hand_written_page_leaves_the_site(built: Path, quiet: tuple[str, ...]) -> None:
    """Strict mode aborts after the last event, and -q silences it; the site must not notice."""
    page = built / "docs" / "trasig.md"
    before = project.snapshot(built / "site")
    page.write_text("# Trasig\n\n[ingenstans](finns-inte.md)\n", encoding="utf-8")
    try:
        done = project.run(built, "mkdocs", "build", "--strict", *quiet)
    finally:
        page.unlink()
    assert done.returncode == 1, done.stderr
    assert project.snapshot(built / "site") == before
    assert not list(built.glob(".site-*"))


def test_a_killed_build_leaves_the_site_and_the_next_one_cleans_up(built: Path) -> None:
    """Kill -9 in the middle of a build: the old site is whole, the rest is swept by the next build."""
    before = project.snapshot(built / "site")
    (built / "killed.py").write_text(KILLED, encoding="utf-8")
    (built / "killed.yml").write_text(
        "INHERIT: mkdocs.yml\nhooks: [hooks/mkdocs_hooks.py, killed.py]\n", encoding="utf-8"
    )
    done = project.run(built, "mkdocs", "build", "-f", "killed.yml")
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert project.snapshot(built / "site") == before
    assert [file for site in built.glob(".site-*") for file in site.rglob("*.html")]
    assert project.run(built, "mkdocs", "build", "-q").returncode == 0
    assert not list(built.glob(".site-*"))


def test_two_builds_at_once_both_succeed(built: Path) -> None:
    """The second waits for the first; neither sees the other's half-made site."""
    alone = project.snapshot(built / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    environment = {
        **os.environ,
        "IDESLUSS_TODAY": project.TODAY,
        "IDESLUSS_SEARCH": "off",
        "NO_MKDOCS_2_WARNING": "1",
    }
    both = [subprocess.Popen(command, cwd=built, env=environment) for _ in range(2)]
    assert [process.wait(timeout=HANGS) for process in both] == [0, 0]
    assert project.snapshot(built / "site") == alone


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Another folder, zone, locale, hash seed and umask change nothing."""
    first = project.snapshot(built / "site")
    again = project.make(tmp_path)
    variables = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert project.run(again, "idesluss", "build", **variables).returncode == 0
    second = project.snapshot(again / "site")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_a_site_can_be_built_without_an_index(built: Path) -> None:
    """Its search page is there and says so; nothing of Pagefind's is."""
    assert (built / "site" / "sok" / "index.html").is_file()
    assert not (built / "site" / indexing.FOLDER).exists()
