"""The published list, read without MkDocs: addresses, languages, links and what stands on each page."""

from __future__ import annotations

import dataclasses
import posixpath
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from idesluss.catalogue.facets import VOCABULARY_OF_FACET
from idesluss.pages import File, Page, standing_pages
from idesluss.pages.base.addresses import Addresses
from idesluss.words import LANGUAGES, say
from tests.support import catalogues, markup, project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Published

DOCS = project.ROOT / "docs"
PREFIXES = {"sv": "", "en": "en/"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small catalogue with the richer layer, and one idea many times over to fill a second page."""
    root = catalogues.lay(tmp_path_factory.mktemp("published"))
    many = root / "ideas" / "2021"
    text = (root / "ideas/2023/skolmat-efter-sasong/idea.md").read_text(encoding="utf-8")
    for number in range(45):
        (many / f"ide-{number}").mkdir(parents=True)
        (many / f"ide-{number}" / "idea.md").write_text(text, encoding="utf-8")
    return catalogues.read(root)


@pytest.fixture(scope="module")
def published(found: Catalogue) -> dict[str, Published]:
    """With the pages that stand where `docs/` has none."""
    standing = standing_pages(found.settings, documents())
    return {**catalogues.publish_all(found), **{page.path: page for page in standing}}


@pytest.fixture(scope="module")
def pages(published: dict[str, Published]) -> dict[str, Page]:
    return catalogues.only_pages(published)


@pytest.fixture(scope="module")
def trees(pages: dict[str, Page]) -> dict[str, markup.Element]:
    return {path: markup.tree(page.content) for path, page in pages.items()}


def documents() -> set[str]:
    """Addresses of the hand-written pages."""
    paths = (path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md"))
    return {f"{path.removesuffix('index').rstrip('/')}/" for path in paths}


def test_addresses_are_unique_also_without_case(published: dict[str, Published]) -> None:
    """Two files whose names differ in case would be one on some disks; nor may one be another's folder."""
    folded = [path.casefold() for path in published]
    assert len(set(folded)) == len(folded)
    folders = {posixpath.dirname(path) for path in folded}
    assert not folders & set(folded)
    assert not {f"{address}index.html" for address in documents()} & set(folded)


def test_no_address_leaves_the_site(published: dict[str, Published]) -> None:
    """Plain relative paths of letters, digits and hyphens, in their language's part of the site."""
    for path, item in published.items():
        assert re.fullmatch(r"[a-z0-9_./-]+", path), path
        assert posixpath.normpath(path) == path
        assert not path.startswith(("/", "."))
        if isinstance(item, Page) and path != "404.html":
            assert path.startswith("en/") == (item.language == "en")
            assert path.endswith("index.html")


def test_every_page_says_what_it_is(pages: dict[str, Page]) -> None:
    """Title, language, and a description that a search engine shows whole, on one line."""
    for path, page in pages.items():
        assert page.title.strip(), path
        assert 0 < len(page.description) <= 300, path
        assert page.description == " ".join(page.description.split()), path
        assert page.language in LANGUAGES
        assert page.translations[page.language] == (page.url if path != "404.html" else "")


def test_every_page_has_a_translation_that_leads_back(pages: dict[str, Page]) -> None:
    """The language switch never leads astray, and never to another page than one came from."""
    for path, page in pages.items():
        assert set(page.translations) == set(LANGUAGES)
        other = "en" if page.language == "sv" else "sv"
        translation = pages[f"{page.translations[other]}index.html"]
        assert translation.language == other
        if path != "404.html":
            assert translation.translations == page.translations


def test_titles_are_told_apart(pages: dict[str, Page]) -> None:
    """No two ideas of this catalogue share title and section, so that tabs and hits can be told apart."""
    listed = [
        (page.language, page.title)
        for path, page in pages.items()
        if page.section == "ideas" and "/2021/" not in path
    ]
    assert len(set(listed)) == len(listed)


def test_every_value_in_use_has_its_page(found: Catalogue, trees: dict[str, markup.Element]) -> None:
    """In both languages, with every entry that has the value; more than fifty fill further pages."""
    for language in LANGUAGES:
        addresses = Addresses(found.settings, language)
        for facet in VOCABULARY_OF_FACET:
            for value, entries in found.grouped(facet).items():
                address = addresses.facet(facet, value)
                page = say("path.page", language)
                parts = [f"{address}index.html", f"{address}{page}/2/index.html"]
                linked = {
                    posixpath.join(posixpath.dirname(part), link.attributes["href"])
                    for part in parts
                    if part in trees
                    for link in trees[part].all("a")
                }
                wanted = {addresses.idea(entry) for entry in entries}
                assert wanted <= {f"{posixpath.normpath(link)}/" for link in linked}, (facet, value)


def test_every_link_leads_somewhere(
    published: dict[str, Published], trees: dict[str, markup.Element]
) -> None:
    """Links and pictures within the site exist, with the place on the page; the rest are full addresses."""
    files = {*published, *(f"{address}index.html" for address in documents())}
    ids = {path: {e.attributes.get("id") for e in tree} for path, tree in trees.items()}
    for path, page in trees.items():
        for element in page:
            target = element.attributes.get("href", element.attributes.get("src"))
            if target is None or target.startswith(("https://", "http://", "mailto:")):
                continue
            parts = urlsplit(target)
            base = "/" if path == "404.html" else f"/{posixpath.dirname(path)}/"
            full = posixpath.normpath(posixpath.join(base, unquote(parts.path))).strip("/")
            if parts.path.endswith("/") or not parts.path:
                full = f"{full}/index.html".lstrip("/") if parts.path else path
            assert full in files, f"{path}: {target}"
            if parts.fragment:
                assert parts.fragment in ids[full], f"{path}: {target}"


def test_no_mark_is_left(published: dict[str, Published]) -> None:
    """Marks of the private use area stand for links and words while a page is made, and only then."""
    for path, item in published.items():
        texts: tuple[str, ...] = (str(item.content),) if isinstance(item, (Page, File)) else ()
        texts += (item.title, item.description) if isinstance(item, Page) else ()
        assert not any(re.search("[\ue000-\uf8ff]", text) for text in texts), path


def test_every_page_is_well_formed(trees: dict[str, markup.Element]) -> None:
    """One h1, no heading level left out, and each id once; on every page there is."""
    for path, page in trees.items():
        levels = [int(e.tag[1]) for e in page if re.fullmatch("h[1-6]", e.tag)]
        assert levels.count(1) == 1, path
        assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False)), path
        ids = [e.attributes["id"] for e in page if "id" in e.attributes]
        assert len(set(ids)) == len(ids), path


def test_source_is_a_file_of_the_catalogue(found: Catalogue, pages: dict[str, Page]) -> None:
    """The link to edit a page leads to the file that it is made from."""
    sources = {page.source for page in pages.values()} - {None}
    calls = {call.path for call in found.calls.values()}
    assert sources == {"ideas/catalogue.yml"} | {entry.path for entry in found.entries} | calls


def test_the_program_does_not_load_mkdocs() -> None:
    """Checking needs no MkDocs and no theme, so that neither can hinder it."""
    loaded = "[m for m in sys.modules if m.split('.')[0] in {'mkdocs', 'material'}]"
    code = f"import sys, idesluss.cli.every; print({loaded})"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=HANGS)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("languages", [("en",), ("sv", "sv")])
def test_a_wrong_list_of_languages_does_not_stop_who_is_mending_it(
    found: Catalogue, languages: tuple[str, ...]
) -> None:
    """While serving, a site with errors is shown: the main language first, and each page once."""
    settings = found.settings.model_copy(update={"languages": languages})
    pages = catalogues.pages_of(dataclasses.replace(found, settings=settings))
    assert pages["index.html"].language == "sv"
