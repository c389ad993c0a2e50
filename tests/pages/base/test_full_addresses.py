"""The site's own address, wherever it is told: one form, and none where it is not decided."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.derived.whole import Derived
from idesluss.pages import DocsPages, Page, Theme, site_maps
from idesluss.pages.base.site import Site
from idesluss.pages.files.feeds import feed_files
from idesluss.pages.files.not_found import not_found
from idesluss.pages.idea.citation import use_of
from idesluss.reading.files import DiskFiles
from idesluss.review.reminder import reminders_as_markdown
from tests.support import catalogues

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

PLACE = "ideer/2025/trygg-hemgang/"
UNDECIDED = ["", "site_url:\n", "site_url: null\n", "site_url: ~\n", 'site_url: ""\n']


def read(root: Path, line: str) -> Catalogue:
    """The tests' catalogue with one line more in its settings, on a day when answers are late."""
    catalogues.lay(root)
    file = root / "ideas" / "catalogue.yml"
    file.write_text(f"{line}{file.read_text(encoding='utf-8')}", encoding="utf-8")
    found = read_catalogue(DiskFiles(root), dt.date(2027, 6, 1)).catalogue
    assert found
    assert [problem for problem in found.problems if problem.place.path == "ideas/catalogue.yml"] == []
    return found


def told(found: Catalogue) -> dict[str, str]:
    """Where each page, file and message says that an idea's page is, and the root of the site."""
    site = Site(Derived(found), "sv")
    page = Page(f"{PLACE}index.html", "", "sv", "Trygg hemgång")
    theme = Theme(found.settings, found.today, has_problems=False, has_policy=False)
    feed = next(file for file in feed_files(site) if file.path == f"{PLACE}feed.xml")
    return {
        "canonical": theme.view(page).canonical,
        "site map": "".join(
            str(file.content) for file in site_maps([page], DocsPages(found.settings, "sv", {}))
        ),
        "feed": str(feed.content),
        "citation": use_of(site.writer, found.by_slug["trygg-hemgang"], None).address,
        "reminder": reminders_as_markdown(site.derived, "sv"),
        "not found": not_found(site.writer).root,
    }


@pytest.mark.parametrize(
    ("given", "full", "root"),
    [
        ("https://katalog.example", "https://katalog.example/", "/"),
        ("https://katalog.example/", "https://katalog.example/", "/"),
        ("https://katalog.example/storby", "https://katalog.example/storby/", "/storby/"),
        ("https://katalog.example/storby/", "https://katalog.example/storby/", "/storby/"),
        ("https://katalog.example/småort", "https://katalog.example/sm%C3%A5ort/", "/sm%C3%A5ort/"),
        ("https://räksmörgås.example/", "https://xn--rksmrgs-5wao1o.example/", "/"),
    ],
)
def test_a_site_has_one_address_everywhere(tmp_path: Path, given: str, full: str, root: str) -> None:
    """With and without its last slash, below a path, and with letters that ASCII lacks."""
    said = told(read(tmp_path, f"site_url: {given}\n"))
    address = f"{full}{PLACE}"
    assert said["canonical"] == said["citation"] == address
    assert f"<loc>{address}</loc>" in said["site map"]
    assert f'<link rel="alternate" type="text/html" href="{address}"/>' in said["feed"]
    assert f'href="{address}feed.xml"' in said["feed"]
    assert f"](<{full}ideer/" in said["reminder"]
    assert said["not found"] == root


@pytest.mark.parametrize("line", UNDECIDED)
def test_an_address_that_is_not_decided_is_told_nowhere(tmp_path: Path, line: str) -> None:
    """Left out, left empty, or with one of YAML's words for nothing."""
    said = told(read(tmp_path, line))
    assert "://" not in "".join(said.values()).replace("http://www.w3.org/2005/Atom", "")
    assert said["canonical"] == said["site map"] == said["citation"] == ""
    assert f'href="{PLACE}"' in said["feed"]
    assert said["not found"] == "/"


@pytest.mark.parametrize("line", [line.replace("site_url", "repository") for line in UNDECIDED])
def test_a_repository_that_is_not_decided_is_linked_nowhere(tmp_path: Path, line: str) -> None:
    settings = read(tmp_path, line).settings
    assert settings.repository is None
    assert settings.in_repository("edit", "ideas/catalogue.yml") == ""


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_repository_has_one_address(tmp_path: Path, slash: str) -> None:
    """Of a file to be edited, and in the form for a new idea."""
    found = read(tmp_path, f"repository: https://git.example.se/a/b{slash}\nbranch: förslag\n")
    edit = found.settings.in_repository("edit", "docs/åtkomst.md")
    assert edit == "https://git.example.se/a/b/edit/f%C3%B6rslag/docs/%C3%A5tkomst.md"
    form = catalogues.pages_of(found)["foresla/index.html"].content
    assert 'href="https://git.example.se/a/b/issues/new?template=idea.yml"' in form
