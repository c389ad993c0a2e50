"""What follows from a catalogue is worked out once, however many pages and rules ask for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.catalogue.facets import VOCABULARY_OF_FACET
from idesluss.checks import judge_catalogue
from idesluss.derived.dates import dates_of
from idesluss.derived.similar import LikenessIndex
from idesluss.derived.waiting import wait_of
from idesluss.derived.whole import Derived
from idesluss.history.news import news_of_entries
from idesluss.pages import publish
from idesluss.pages.base.order import listed_values
from idesluss.reading.excerpt import excerpt_of
from idesluss.reading.markdown import render_body
from tests.support import catalogues

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many times each of these is worked out."""
    counted: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            counted[name] += 1
            return function(*given)

        return call

    monkeypatch.setattr("idesluss.derived.facts.wait_of", counting("wait", wait_of))
    monkeypatch.setattr("idesluss.derived.facts.dates_of", counting("dates", dates_of))
    monkeypatch.setattr("idesluss.reading.document.render_body", counting("body", render_body))
    monkeypatch.setattr(LikenessIndex, "near", counting("alike", LikenessIndex.near))
    monkeypatch.setattr("idesluss.derived.lessons.excerpt_of", counting("excerpt", excerpt_of))
    monkeypatch.setattr("idesluss.history.news.news_of_entries", counting("news", news_of_entries))
    monkeypatch.setattr("idesluss.pages.base.site.listed_values", counting("listed", listed_values))
    return counted


def test_each_fact_is_worked_out_once(tmp_path: Path, calls: Counter[str]) -> None:
    """For judging and for the pages of both languages together."""
    catalogues.lay(tmp_path)
    catalogue = catalogues.read(tmp_path)
    derived = Derived(catalogue)
    publish(derived, judge_catalogue(catalogue, derived=derived))
    entries, documents = len(catalogue.judged), len(catalogue.tree.documents()) - 1  # without the settings
    assert calls["wait"] == calls["dates"] == entries
    assert calls["body"] == documents
    assert calls["alike"] == len(catalogue.entries)
    assert calls["excerpt"] == sum(lesson.excerpt is not None for lesson in derived.lessons) > 0
    assert calls["news"] == 1
    assert calls["listed"] == len(VOCABULARY_OF_FACET) * len(catalogue.settings.languages)  # by their names
