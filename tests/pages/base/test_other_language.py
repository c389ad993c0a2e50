"""Text in another language than the page's: said once in each block that holds some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.derived.whole import Derived
from idesluss.pages import pages_in, publish
from idesluss.pages.base.other_language import with_labels
from tests.support import catalogues, markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLOCKS = {"article", "aside", "header", "nav", "section"}


@pytest.mark.parametrize(
    ("content", "labelled"),
    [
        ("<p>A</p>", "<p>A</p>"),
        ('<section><h2>A</h2><p lang="en">B</p></section>', "<section><h2>A</h2><p>B</p></section>"),
        (
            '<section><h2>A</h2><p lang="sv">B</p><p lang="sv">C</p></section>',
            "<section><h2>A</h2>[sv]<p>B</p><p>C</p></section>",
        ),
        ('<article><h3><a lang="sv">B</a></h3></article>', "<article><h3><a>B</a></h3>[sv]</article>"),
        ('<article><h3 lang="sv">B</h3></article>', "<article><h3>B</h3>[sv]</article>"),
        ('<section><p lang="sv">B</p><h3>C</h3></section>', "<section>[sv]<p>B</p><h3>C</h3></section>"),
        (
            '<section><h2>A</h2><article><h3>B</h3><p lang="sv">C</p></article><p lang="da">D</p></section>',
            "<section><h2>A</h2>[da]<article><h3>B</h3>[sv]<p>C</p></article><p>D</p></section>",
        ),
        (
            '<section class="md-typeset prose" lang="sv"><h2>A</h2><p lang="da">B</p></section>',
            '<section class="md-typeset prose">[sv]<h2>A</h2><p>B</p></section>',
        ),
        (
            '<section class="prose"><p>A <em lang="sv">b</em></p></section>',
            '<section class="prose"><p>A <em>b</em></p></section>',
        ),
        (
            '<nav></nav><header><h1>A</h1></header><ul><li lang="sv">B</li><li lang="da">C</li></ul>',
            "<nav></nav><header><h1>A</h1></header>[sv da]<ul><li>B</li><li>C</li></ul>",
        ),
        (
            '<article><a lang="sv">B</a> <span class="in-language" lang="en">Swedish</span></article>',
            '<article><a>B</a> <span class="in-language">Swedish</span></article>',
        ),
        ('<a hreflang="sv" href="x">A</a>', '<a hreflang="sv" href="x">A</a>'),
    ],
)
def test_a_block_says_its_other_languages_once(content: str, labelled: str) -> None:
    """Below its heading, or first where something stands above that; one word in a text is no block."""

    def label(languages: Iterable[str]) -> str:
        return f"[{' '.join(languages)}]"

    made = with_labels(content, "en", label)
    for language in ("en", "sv", "da"):
        made = made.replace(f' lang="{language}"', "")
    assert made == labelled


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, markup.Element]]:
    catalogue = catalogues.read(catalogues.lay(tmp_path_factory.mktemp("languages")))
    listed = pages_in(publish(Derived(catalogue), []))
    # The page for what is not found says the same in every language, each in a section of its own.
    return [
        (page.path, page.language, markup.tree(page.content)) for page in listed if page.path != "404.html"
    ]


def test_every_page_labels_what_is_in_another_language(pages: list[tuple[str, str, markup.Element]]) -> None:
    """Whatever tells another language stands in a block that says which, and no block says it twice."""
    found = 0
    for path, own, page in pages:
        for block, told, labels in _blocks(page):
            others = {language for language in told if language != own}
            assert len(labels) == bool(others), (path, block.tag, block.text[:80])
            assert not others or labels[0].attributes["lang"] == own
            found += len(labels)
    assert found > 50


def _blocks(page: markup.Element) -> Iterator[tuple[markup.Element, set[str], list[markup.Element]]]:
    """Each block with the languages that are told in it itself, and its own labels."""
    yield page, *_told(page)
    for element in page:
        if element.tag in BLOCKS:
            yield element, *_told(element)


def _told(element: markup.Element) -> tuple[set[str], list[markup.Element]]:
    own = {element.attributes["lang"]} if "lang" in element.attributes else set[str]()
    if "prose" in element.attributes.get("class", "").split():
        return own, element.all("p", "in-language")
    told, labels = {*own}, list[markup.Element]()
    for part in element.inside:
        if isinstance(part, str) or part.tag in BLOCKS:
            continue
        if "in-language" in part.attributes.get("class", ""):
            labels.append(part)
            continue
        inner, inner_labels = _told(part)
        told |= inner
        labels += inner_labels
    return told, labels
