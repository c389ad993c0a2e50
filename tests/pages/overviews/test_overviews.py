"""What holds for all overviews: both languages say the same, and an empty catalogue has them too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import catalogues, project
from tests.support.overview_pages import page

if TYPE_CHECKING:
    from idesluss.pages import Page

OVERVIEWS = ["lardomar/", "nyckelfaktorer/", "mal/", "organisationer/", "kommuner/", "utlysningar/"]


@pytest.mark.parametrize("path", OVERVIEWS)
def test_both_languages_say_the_same(pages: dict[str, Page], path: str) -> None:
    """The English page has as many of everything, and the same numbers of those that are counted."""
    english = pages[f"{path}index.html"].translations["en"]
    kinds: list[Any] = [
        ("b", ""),
        ("", "count"),
        ("li", "spread__part"),
        ("article", "lesson"),
        ("td", "number"),
    ]
    here, there = (
        [sorted(re.findall(r"\d+", " ".join(e.text for e in page(pages, p).all(*kind)))) for kind in kinds]
        for p in (path, english)
    )
    assert here == there


@pytest.mark.parametrize("path", OVERVIEWS)
def test_an_empty_catalogue_has_overviews_too(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """Before the first idea each page says what will stand there; nothing divides by none."""
    root = tmp_path_factory.mktemp("empty")
    (root / "ideas").mkdir()
    (root / "ideas" / "catalogue.yml").write_bytes((project.BASE / "catalogue.yml").read_bytes())
    empty = page(catalogues.pages_of(catalogues.read(root)), path)
    assert empty.one("h1").text
    assert len(empty.text) > 60
