"""A site in one language, or whose main language is English, has no link to a page that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from idesluss.delivery.links import BuiltSite
from tests.support import languages, markup, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.words import Language

PLACED = "site_url: https://katalog.example/\n"
SITES = [*languages.LINES]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A small catalogue, built strictly in these languages."""
    folders = {name: tmp_path_factory.mktemp(name) for name in SITES}
    return {
        name: languages.build(languages.make(folder, name, project.BASE, settings=PLACED))
        for name, folder in folders.items()
    }


@pytest.mark.parametrize("name", SITES)
def test_every_link_leads_somewhere(sites: dict[str, Path], name: str) -> None:
    """Those to translations, the switch and the hand-written pages too."""
    assert list(BuiltSite(sites[name]).broken_links()) == []


@pytest.mark.parametrize("name", SITES)
def test_the_page_for_what_is_not_found_leads_somewhere(sites: dict[str, Path], name: str) -> None:
    site = BuiltSite(sites[name])
    rooted = [link for link in site.pages["404.html"].links if link.startswith("/")]
    assert rooted
    assert [link for link in rooted if site.target("404.html", f".{link}") not in site.paths] == []


@pytest.mark.parametrize("name", SITES)
def test_the_site_map_lists_pages_that_are_there(sites: dict[str, Path], name: str) -> None:
    site = BuiltSite(sites[name])
    told = markup.tree((sites[name] / "sitemap.xml").read_text(encoding="utf-8")).all("loc")
    pages = [f"{unquote(urlsplit(place.text).path)}index.html".removeprefix("/") for place in told]
    assert "index.html" in pages
    assert [page for page in pages if page not in site.paths] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_page_of_one_language_offers_another(sites: dict[str, Path], language: Language) -> None:
    """No switch and no translation, and nothing in another language, hand-written pages included."""
    for file in sites[language].rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert ' hreflang="' not in text, file
        assert f'<html lang="{language}"' in text, file
    document = {"sv": "om", "en": "about"}
    assert {name for name in document.values() if (sites[language] / name).is_dir()} == {document[language]}


def test_pages_of_two_languages_lead_to_each_other(sites: dict[str, Path]) -> None:
    """Also where English is the main one, and stands at the site's root."""
    english = (sites["en_sv"] / "ideas" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" hreflang="sv" href="../sv/ideer/">' in english
    swedish = (sites["en_sv"] / "sv" / "ideer" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" hreflang="en" href="../../ideas/">' in swedish
