"""`.ci/links.py`: every link within a built site leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import links
from tests.support import ci

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


def broken_after(site: Path, page: str, link: str) -> list[str]:
    with (site / page).open("a", encoding="utf-8") as file:
        file.write(link)
    return list(links.BuiltSite(site).broken_links())


def test_links_that_lead_somewhere_are_let_be(site: Path) -> None:
    """Pages by folder or by name, places, files with letters of any kind, and all outside the site."""
    assert list(links.BuiltSite(site).broken_links()) == []


@pytest.mark.parametrize(
    ("page", "link", "line"),
    [
        ("index.html", '<a href="b/">', "index.html: b/ leads nowhere"),
        ("index.html", '<img src="p.png">', "index.html: p.png leads nowhere"),
        ("index.html", '<a href="../">', "index.html: ../ leads nowhere"),
        ("index.html", '<a href="a/#z">', "index.html: a/#z has no such place"),
        ("index.html", '<a href="#%C3%A5">', "index.html: #%C3%A5 has no such place"),
        ("a/index.html", '<a href="a/">', "a/index.html: a/ leads nowhere"),
        ("a/index.html", '<a href="#y">', "a/index.html: #y has no such place"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page(
    site: Path, page: str, link: str, line: str
) -> None:
    assert broken_after(site, page, link) == [line]


def test_the_page_for_what_is_not_found_links_from_the_root(site: Path) -> None:
    """It is shown at any depth, so where its links lead cannot be seen from where it lies."""
    assert broken_after(site, "index.html", '<a href="/wherever/">') == []


def test_the_script_counts_and_fails(site: Path) -> None:
    """As the workflows run it."""
    done = ci.run("links.py", site)
    assert (done.returncode, done.stdout) == (0, "0 broken links\n")
    broken_after(site, "index.html", '<a href="b/"><a href="c/">')
    done = ci.run("links.py", site)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "2 broken links")
    assert "index.html: b/ leads nowhere\n" in done.stdout
