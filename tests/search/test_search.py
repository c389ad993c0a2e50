"""What the search is told: which pages, in which words, with which filters; and the index made of it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from idesluss.pages.base.addresses import Addresses
from idesluss.pages.lists import listing
from idesluss.pages.overviews import awaiting
from idesluss.reading.markdown import words_in
from idesluss.search import SearchRecord, WrittenPage, index_plans, indexing, search_records, spreading
from idesluss.search.indexing import reuse_index, write_index
from idesluss.search.lexicon import Lexicon
from idesluss.search.record import TextPart
from idesluss.search.stems import word_root
from idesluss.search.stub import stub
from idesluss.words import LANGUAGES
from tests.support import catalogues, markup, project

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Page
    from idesluss.words import Language

DOCUMENT = WrittenPage(
    "om/", "sv", "Om katalogen", "Vad den är.", '<h2 id="vem">Vem</h2><p>Alla &amp; du</p>'
)
TEXTS = [
    "Hållbar utveckling i en kommun, och barnomsorg i en lokal.",
    "Hållbart: kommunens utveckling och lokaler för barnomsorgen.",
    "Kommunutvecklingen: utvecklingen i kommuner, lokal barnomsorg. Kommunutveckling.",
    "Möjligheter, aktiviteter, verksamheter, enheter.",
    "Det heter så. Hon heter Eva.",
]


def has_one_before(page: Page) -> bool:
    """Whether the page is a further one of a list: it leads back to the one before it."""
    steps = markup.tree(page.content).all("a", "paging__step")
    return any(step.attributes.get("rel") == "prev" for step in steps)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogues.read(catalogues.lay(tmp_path_factory.mktemp("search")))


@pytest.fixture(scope="module")
def published(found: Catalogue) -> dict[str, Page]:
    return catalogues.pages_of(found)


@pytest.fixture(scope="module")
def records(found: Catalogue, published: dict[str, Page]) -> dict[str, SearchRecord]:
    """Address to what is told of the page there."""
    listed = [
        record
        for language in LANGUAGES
        for record in search_records(found, language, published.values(), [DOCUMENT])
    ]
    assert len({record.url for record in listed}) == len(listed)
    return {record.url: record for record in listed}


@pytest.mark.parametrize(
    ("words", "shared"),
    [
        (["hållbar", "hållbara", "hållbart", "hållbarhet", "hållbarheten"], "hållb"),
        (["skola", "skolan", "skolor", "skolorna"], "skol"),
        (["digital", "digitala", "digitalt"], "digital"),
        (["biblioteket", "bibliotekens", "bibliotek"], "bibliotek"),
    ],
)
def test_inflected_words_share_a_root(words: list[str], shared: str) -> None:
    """A question in one form finds a text in another."""
    known = Lexicon(words, "sv")
    assert {known.root(word) for word in words} == {shared}


@pytest.mark.parametrize(
    ("one", "other"), [("äldre", "aldrig"), ("lån", "län"), ("demens", "dem"), ("barn", "bara")]
)
def test_other_words_have_other_roots(one: str, other: str) -> None:
    """Nobody who asks for one of them means the other."""
    known = Lexicon([f"{one} {other}", "dem"], "sv")
    assert known.root(one) != known.root(other)


def test_a_root_begins_every_word_that_it_is_taken_from() -> None:
    """The index is asked for words that begin with the root, so nothing else may be made of it."""
    words = {word for text in TEXTS for word in text.lower().replace(",", "").replace(".", "").split()}
    bare = {word.translate(str.maketrans("åäö", "aao")) for word in words}
    assert all(word.startswith(word_root(word, "sv", bare)) for word in bare)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kommunutveckling", "kommun~utveckling"),
        ("Kommunutvecklingen", "Kommun~utvecklingen"),
        ("barnomsorgslokal", "barnomsorgs~lokal"),
        ("utvecklingskommun", "utvecklings~kommun"),
        ("möjligheter", "möjligheter"),
        ("barnomsorg", "barnomsorg"),
        ("a~b", "a\u223cb"),
    ],
)
def test_compounds_get_seams_between_words_that_stand_alone(word: str, parts: str) -> None:
    """Parts are words of the texts; an ending that also is a word, as in möjlig|heter, is no part."""
    assert Lexicon(TEXTS, "sv").seamed(word) == parts


def test_every_idea_call_topic_and_page_can_be_found(
    found: Catalogue, published: dict[str, Page], records: dict[str, SearchRecord]
) -> None:
    """Each page that search engines may keep is told of; no list takes several pages here."""
    told = {page.url for page in published.values() if page.is_indexed}
    assert records.keys() - {"om/"} == told
    kinds = [record.kind for record in records.values()]
    assert sum(kind in {"idea", "record", "research"} for kind in kinds) == 2 * len(found.entries)
    assert kinds.count("call") == 2 * len(found.calls)
    about = {page.url for page in published.values() if page.section == "about" and page.is_indexed}
    assert about
    assert {record.url for record in records.values() if record.kind == "help"} == about | {"om/"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("section", "module"), [("awaiting", awaiting), ("ideas", listing)])
def test_further_pages_of_a_list_are_not_told_of(
    found: Catalogue, monkeypatch: pytest.MonkeyPatch, language: Language, section: str, module: ModuleType
) -> None:
    """They say no more of the whole than the first one, however their address is made."""
    monkeypatch.setattr(module, "PAGE_SIZE", 2)
    first = Addresses(found.settings, language).section(section)
    pages = [page for page in catalogues.pages_of(found).values() if page.section == section]
    further = {page.url for page in pages if has_one_before(page) and page.url.startswith(first)}
    assert further
    told = {record.url for record in search_records(found, language, pages, [])}
    assert first in told
    assert not told & further


def test_what_is_told_of_an_idea(records: dict[str, SearchRecord]) -> None:
    """Title, summary, names, and the sections of idea and plan; stage, outcome and sector as filters."""
    record = records["ideer/2025/trygg-hemgang/"]
    assert dict(record.filters) == {"stage": "project", "outcome": "open", "sector": "vard-och-omsorg"}
    assert "2025-01234" in record.facts
    headings = [part.heading for part in record.parts]
    assert {"Behov", "Effekter", "Projektplan", "Beslut och händelser"} <= set(headings)
    assert "Planen har en mottagare och pengar." in record.text


def test_sections_lead_to_places_on_the_page(
    published: dict[str, Page], records: dict[str, SearchRecord]
) -> None:
    """Each section of an idea or a call has its anchor there."""
    for record in records.values():
        page = published.get(f"{record.url}index.html")
        if page and record.parts:
            ids = {element.attributes.get("id") for element in markup.tree(page.content)}
            assert {part.anchor for part in record.parts if part.heading} <= ids, record.url


def test_a_text_in_another_language_is_told_on_the_sites_own_pages(records: dict[str, SearchRecord]) -> None:
    """The English page of a Swedish idea is found by its title, summary and names; its text in Swedish."""
    assert records["ideer/2025/trygg-hemgang/"].parts
    assert not records["en/ideas/2025/trygg-hemgang/"].parts
    assert records["ideer/2026/quiet-hour/"].parts
    assert records["en/ideas/2026/quiet-hour/"].parts


def test_hand_written_pages_are_told_section_by_section(records: dict[str, SearchRecord]) -> None:
    assert records["om/"].kind == "help"
    assert records["om/"].parts == (TextPart("vem", "Vem", "Alla & du"),)


def test_words_of_markup_stand_apart_where_blocks_do() -> None:
    made = '<p>ett<br>två</p><ul><li>t<em>re</em></li></ul><sup><a href="#fn">1</a></sup>'
    assert words_in(made) == "ett två tre"


def test_what_the_index_is_told_is_escaped_and_filters_stand_in_attributes() -> None:
    """Text of filters in elements would be found as the page's own."""
    record = SearchRecord("sv", "x/", "idea", "<b>&", note='a"b', filters=(("stage", "project"),))
    page = markup.tree(
        stub(record, Lexicon([record.text], "sv"))
        .removeprefix("<!doctype html>")
        .replace('<meta charset="utf-8">', "")
    )
    assert page.one("h1").text == "<b>&"
    told = page.one("i").attributes
    assert told["data-note"] == 'a"b'
    assert told["data-stage"] == "project"
    assert told["data-pagefind-filter"] == "stage[data-stage], kind[data-kind]"
    assert page.one("i").text == ""


def test_the_words_beside_the_index(found: Catalogue) -> None:
    """Each family under its root's first letter: how common it is, its first seam, and its endings."""
    told = next(iter(index_plans(found, [], [])))
    words = json.loads(told.beside["words.json"])
    assert words["texts"] == sum(len(part) for part in told.parts)
    for letter in words["letters"]:
        for family, (times, seam, *endings) in json.loads(told.beside[f"words/{ord(letter):x}.json"]).items():
            assert times >= 1
            assert 0 <= seam < len(family) + 1
            assert endings, family


def _languages(site: Path) -> dict[str, dict[str, bytes]]:
    return {language: project.snapshot(site / indexing.FOLDER / language) for language in LANGUAGES}


def test_the_same_site_has_the_same_index(found: Catalogue, tmp_path: Path) -> None:
    """Pagefind writes its filters in an order of chance; here they have one."""
    sites = [tmp_path / name for name in ("one", "other")]
    for site in sites:
        write_index(site, index_plans(found, [], []))
    one, other = (_languages(site) for site in sites)
    assert one == other
    for language, files in one.items():
        entry = json.loads(files["pagefind-entry.json"])
        assert f"pagefind.{entry['languages'][language]['hash']}.pf_meta" in files


def test_a_large_site_has_an_index_in_parts(
    found: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first part has the program for all; the words say how many there are."""
    monkeypatch.setattr(spreading, "PART", 5)
    told = next(iter(index_plans(found, [], [])))
    write_index(tmp_path, [told])
    folder = tmp_path / indexing.FOLDER / told.language
    assert json.loads((folder / "words.json").read_text(encoding="utf-8"))["parts"] == len(told.parts) > 2
    assert (folder / "pagefind.js").is_file()
    assert (folder / "2" / "pagefind-entry.json").is_file()
    assert not list((folder / "2").glob("*.js"))


def test_a_served_site_keeps_its_index(found: Catalogue, tmp_path: Path) -> None:
    assert not reuse_index(tmp_path / "none", tmp_path / "new")
    write_index(tmp_path / "old", index_plans(found, [], []))
    assert reuse_index(tmp_path / "old", tmp_path / "new")
    assert _languages(tmp_path / "old") == _languages(tmp_path / "new")


def test_without_the_program_one_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(indexing.NotIndexedError, match=r"pip install pagefind-bin.*IDESLUSS_SEARCH=off"):
        write_index(tmp_path, [])
