"""The site as MkDocs has written it: links, ids, and addresses with and without a site address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from idesluss.delivery.links import BuiltSite
from tests.support import markup, project

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = project.ROOT / "hooks" / "idesluss" / "theme" / "scripts"
SUBPATH = "site_url: https://katalog.example/ideer-i-storby/\nrepository: https://github.com/example/ideer\n"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(project.make(tmp_path_factory.mktemp("plain")))


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(project.make(tmp_path_factory.mktemp("placed"), settings=SUBPATH))


def _built(folder: Path) -> Path:
    done = project.run(folder, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize("which", ["plain", "placed"])
def test_every_link_within_the_site_leads_somewhere(which: str, request: pytest.FixtureRequest) -> None:
    """To a file, and to a place that is in it."""
    assert list(BuiltSite(request.getfixturevalue(which)).broken_links()) == []


@pytest.mark.parametrize(("which", "base"), [("plain", "/"), ("placed", "/ideer-i-storby/")])
def test_only_the_page_for_what_is_not_found_links_from_the_root(
    which: str, base: str, request: pytest.FixtureRequest
) -> None:
    """It is shown at any depth; its links begin where the site does, and lead somewhere too."""
    site = BuiltSite(request.getfixturevalue(which))
    rooted = {
        path: [link for link in page.links if link.startswith("/")] for path, page in site.pages.items()
    }
    assert [path for path, found in rooted.items() if found] == ["404.html"]
    for link in rooted["404.html"]:
        assert link.startswith(base)
        target, fragment = site.target("404.html", f"./{link.removeprefix(base)}"), urlsplit(link).fragment
        assert target in site.paths, link
        assert not fragment or unquote(fragment) in site.pages[target].ids, link


def test_ids_are_unique_on_every_page(plain: Path) -> None:
    """Those of the frame and of the content together, or links and screen readers would go astray."""
    for file in plain.rglob("*.html"):
        page = markup.tree(file.read_text(encoding="utf-8"))
        ids = [element.attributes["id"] for element in page if "id" in element.attributes]
        assert len(ids) == len(set(ids)), file


def test_without_a_site_address_nothing_pretends_to_have_one(plain: Path) -> None:
    """No canonical link, no site map, no edit link."""
    assert not (plain / "sitemap.xml").exists()
    assert not (plain / "sitemap.xml.gz").exists()
    for file in plain.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert 'rel="canonical"' not in text, file
        assert "/edit/" not in text, file


def test_with_a_site_address_each_page_says_where_it_lives(placed: Path) -> None:
    """Canonical links below the sub-path, a site map of them all, and edit links to the sources."""
    text = (placed / "ideer/2024/lanecykel-vid-stationen/index.html").read_text(encoding="utf-8")
    address = "https://katalog.example/ideer-i-storby/ideer/2024/lanecykel-vid-stationen/"
    assert f'<link rel="canonical" href="{address}">' in text
    assert "https://github.com/example/ideer/edit/main/ideas/2024/lanecykel-vid-stationen/idea.md" in text
    site_map = (placed / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{address}</loc>" in site_map
    assert "404" not in site_map
    about = (placed / "om/index.html").read_text(encoding="utf-8")
    assert "https://github.com/example/ideer/edit/main/docs/om.md" in about
    assert "<loc>https://katalog.example/ideer-i-storby/om/</loc>" in site_map


def test_the_theme_brings_no_script_of_its_own(plain: Path) -> None:
    """Only our scripts are in the site, and no page holds an inline one; data is none."""
    (folder,) = (plain / "assets" / "scripts").iterdir()
    own = {file.relative_to(SCRIPTS): file.read_text(encoding="utf-8") for file in SCRIPTS.rglob("*.js")}
    assert {f.relative_to(folder): f.read_text(encoding="utf-8") for f in plain.rglob("*.js")} == own
    for file in plain.rglob("*.html"):
        found = re.findall(r"<script(?![^>]* src=)[^>]*>", file.read_text(encoding="utf-8"))
        data = {'<script type="application/json" id="proposal">', '<script type="application/ld+json">'}
        assert set(found) <= data, file


def test_former_names_lead_to_the_present_one(plain: Path) -> None:
    """An alias is a page that leads on."""
    text = (plain / "ideer/2024/lanecykel/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../2024/lanecykel-vid-stationen/"' in text
    assert (plain / "en/ideas/2024/lanecykel/index.html").exists()


def test_markup_in_a_title_is_shown_as_text(plain: Path) -> None:
    """A title is words wherever it stands."""
    for file in plain.rglob("*.html"):
        assert "stationen <i>" not in file.read_text(encoding="utf-8"), file
