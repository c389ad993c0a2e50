"""The whole lists of hostile texts and of formulas, in every text field of every feed and calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues
from tests.support.calendar_reader import assert_calendars_keep
from tests.support.feed_readers import assert_feeds_keep
from tests.support.vectors import foreign_vectors

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.prove


@pytest.mark.parametrize("name", ["hostile_text", "csv_formula"])
def test_every_text_is_a_text(name: str, tmp_path: Path) -> None:
    catalogue = catalogues.read(catalogues.lay(tmp_path))
    vectors = foreign_vectors(name)
    texts = [item["text"] for item in vectors["items"]] if isinstance(vectors, dict) else vectors
    assert len(texts) >= 20
    for words in texts:
        assert_feeds_keep(catalogue, words)
        assert_calendars_keep(catalogue, words)
