"""The page that hands out open data: every file, an example of each, and what can be relied on."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.whole import Derived
from idesluss.exports.queries import QUERIES
from idesluss.exports.tables import all_tables
from idesluss.pages import File, publish
from idesluss.words import say
from tests.support import catalogues, exported, markup

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Published
    from idesluss.words import Language

PLACES: dict[Language, str] = {"sv": "ladda-ner/index.html", "en": "en/download/index.html"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Published]:
    return catalogues.publish_all(catalogues.read(catalogues.lay(tmp_path_factory.mktemp("download"))))


def page(published: dict[str, Published], language: Language) -> markup.Element:
    return markup.tree(catalogues.text_in(published, PLACES[language]))


@pytest.mark.parametrize("language", PLACES)
def test_every_file_is_handed_out(published: dict[str, Published], language: Language) -> None:
    """Each in the folder of this version, and no other."""
    shown = page(published, language)
    folder = posixpath.dirname(PLACES[language])
    links = [link.attributes["href"] for link in shown.all("a") if "download" in link.attributes]
    paths = {posixpath.normpath(posixpath.join(folder, link)) for link in links}
    assert paths == {path for path in published if path.startswith("data/v1/")}


@pytest.mark.parametrize("language", PLACES)
def test_every_table_has_its_rows_and_an_example(published: dict[str, Published], language: Language) -> None:
    """Where it has any row."""
    shown = page(published, language)
    rows = {row.one("td", "files__ways").all("a")[0].text: row for row in shown.all("tr") if row.all("td")}
    assert [*rows] == [f"{name}.csv" for name in all_tables()]
    for name, row in rows.items():
        file = published[f"data/v1/{name}"]
        assert isinstance(file, File)
        count = len(exported.csv_rows(file.content if isinstance(file.content, bytes) else b""))
        examples = row.all("pre")
        assert len(examples) == (count > 0), name
        assert row.one("td", "number").text == str(count)
    assert "awarded: " in rows["grants.csv"].one("pre").text


@pytest.mark.parametrize("language", PLACES)
def test_what_is_promised_and_how_to_cite_is_told(
    published: dict[str, Published], language: Language
) -> None:
    shown = page(published, language)
    asked = [pre.text.split() for pre in shown.all("pre")]
    assert [query.key for query in QUERIES if query.sql.split() not in asked] == []
    assert "data/v1/catalogue.json" in shown.one("p", "cite__text").text
    promise = say("data.page.promise_names", language, version=1)
    assert promise in [item.text for item in shown.all("li")]
    assert not shown.all("a", "button")


def test_with_a_copy_of_the_site_the_page_hands_that_out_too(tmp_path: Path) -> None:
    """Its button stands below a heading of its own, and no heading has the id of another."""
    derived = Derived(catalogues.read(catalogues.lay(tmp_path)))
    listed = {item.path: item for item in publish(derived, [], has_copy=True)}
    for language in PLACES:
        shown = page(listed, language)
        (button,) = shown.all("a", "button")
        assert button.attributes["href"].endswith("/offline.zip")
        ids = [heading.attributes["id"] for heading in shown.all("h2")]
        assert len(ids) == len(set(ids))
        assert "offline" in ids
