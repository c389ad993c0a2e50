"""Every link within a built site leads somewhere; `idesluss links` tells those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.delivery.links import BrokenLink, BuiltSite
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
<base href="nowhere/">
<a href="a/#x">1</a> <a href="a/">2</a> <a href="https://x.example/">3</a> <a href="#y" id="y">4</a>
<a href="mailto:a@b.example">5</a> <a href="a/index.html?q=1#x">6</a> <a href="%C3%A5.txt#z">7</a>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages and a file, whose links all lead somewhere."""
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a" / "index.html").write_text('<p id="x"><a href="../">', encoding="utf-8")
    (tmp_path / "å.txt").write_text("", encoding="utf-8")
    return tmp_path


def broken_after(site: Path, page: str, link: str) -> list[BrokenLink]:
    with (site / page).open("a", encoding="utf-8") as file:
        file.write(link)
    return list(BuiltSite(site).broken_links())


def test_links_that_lead_somewhere_are_let_be(site: Path) -> None:
    """Pages by folder or by name, places, files with letters of any kind, and all outside the site."""
    assert list(BuiltSite(site).broken_links()) == []


@pytest.mark.parametrize(
    ("page", "link", "broken"),
    [
        ("index.html", '<a href="b/">', ("index.html", "b/", "page")),
        ("index.html", '<img src="p.png">', ("index.html", "p.png", "page")),
        ("index.html", '<a href="../">', ("index.html", "../", "page")),
        ("index.html", '<a href="a/#z">', ("index.html", "a/#z", "place")),
        ("index.html", '<a href="#%C3%A5">', ("index.html", "#%C3%A5", "place")),
        ("a/index.html", '<a href="a/">', ("a/index.html", "a/", "page")),
        ("a/index.html", '<a href="#y">', ("a/index.html", "#y", "place")),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page(
    site: Path, page: str, link: str, broken: tuple[str, str, str]
) -> None:
    assert broken_after(site, page, link) == [broken]


def test_the_page_for_what_is_not_found_links_from_the_root(site: Path) -> None:
    """It is shown at any depth, so where its links lead cannot be seen from where it lies."""
    assert broken_after(site, "index.html", '<a href="/wherever/">') == []


def test_the_command_counts_and_fails(site: Path) -> None:
    """As the workflows run it, outside a catalogue."""
    done = project.run(site, "idesluss", "links", ".", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "0 broken links\n")
    broken_after(site, "index.html", '<a href="b/"><a href="#c">')
    done = project.run(site, "idesluss", "links", ".")
    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        ["index.html: b/ leder ingenstans", "index.html: #c har ingen sådan plats", "2 trasiga länkar"],
    )
