"""That the search finds nothing wrong: everyday words, each with *these or nothing*, asked in Chromium."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from idesluss.search import WrittenPage, search_records
from tests.support import catalogues, project, search_site
from tests.support.browser import served
from tests.support.proofs import MEASURED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from idesluss.catalogue.catalogue import Catalogue

pytestmark = [pytest.mark.prove, pytest.mark.shipped]
SHIPPED = project.ROOT / "ideas"
DEMANDED = 0.95
LEAST = 60
SHOWN = 3


def words() -> dict[str, re.Pattern[str]]:
    """What is asked, and what a page must hold to be right."""
    file = project.HERE / "prove" / "search_words.toml"
    listed = tomllib.loads(file.read_text(encoding="utf-8"))["word"]
    return {one["asks"]: re.compile(one["these"], re.IGNORECASE) for one in listed}


def help_pages() -> list[WrittenPage]:
    """The hand-written pages of the site, which hold many everyday words that no idea does."""
    files = sorted((project.ROOT / "docs").glob("*.md"))
    assert files
    return [WrittenPage(f"{file.stem}/", "sv", file.stem, "", file.read_text("utf-8")) for file in files]


@pytest.mark.parametrize("content", ["shipped", "corpora"])
def test_the_first_three_are_right_or_there_are_none(
    chromium: Browser, tmp_path: Path, content: str, record_property: Callable[[str, object], None]
) -> None:
    """Of all that stands among the first three, so much holds the word or a form of it."""
    rows = [row for _, row in search_site.corpora()] if content == "corpora" else []
    found = search_site.lay(tmp_path, SHIPPED, rows)
    pages = [] if rows else [*catalogues.pages_of(found).values()]
    documents = [] if rows else help_pages()
    search_site.index(found, tmp_path / "site", pages, documents)
    texts = {record.url: record.text for record in search_records(found, "sv", pages, documents)}
    asked = words()
    assert len(asked) >= LEAST
    shown = first_shown(chromium, tmp_path / "site", [*asked])
    judged = [
        (word, url, bool(asked[word].search(texts[url]))) for word, urls in shown.items() for url in urls
    ]
    wrong = [f"{word}: {url}" for word, url, is_right in judged if not is_right]
    silent = [word for word, urls in shown.items() if not urls]
    missed = [word for word in silent if any(asked[word].search(text) for text in ideas(found, texts))]
    precision = 1 - len(wrong) / len(judged)
    record_property(
        MEASURED,
        f"{content}, {len(asked)} words: precision of the first three {precision:.3f} of {len(judged)}; "
        f"{len(silent)} find nothing, of which some idea holds: {', '.join(missed) or 'none'}; "
        f"wrong: {'; '.join(wrong) or 'none'}",
    )
    assert judged
    assert precision >= DEMANDED


def ideas(found: Catalogue, texts: dict[str, str]) -> list[str]:
    """The texts of entries, not of pages that tell of the whole."""
    own = {record.url for record in search_records(found, "sv", [], []) if record.kind != "topic"}
    return [text for url, text in texts.items() if url in own]


def first_shown(chromium: Browser, site: Path, asked: list[str]) -> dict[str, list[str]]:
    """The addresses of the first three for each word."""
    shown = {}
    with served(site) as address:
        page = chromium.new_page()
        page.goto(address)
        page.evaluate(search_site.OPEN, address)
        for word in asked:
            shown[word] = page.evaluate(search_site.ASK, (word, []))["urls"][:SHOWN]
        page.close()
    return shown
