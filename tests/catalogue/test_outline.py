"""An outline says what the entry says, and comes back from its text as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.outline import from_plain
from idesluss.catalogue.outlining import outline_of
from tests.support import catalogues

if TYPE_CHECKING:
    from pathlib import Path


def test_an_outline_comes_back_whole(tmp_path: Path) -> None:
    for entry in catalogues.read(catalogues.lay(tmp_path)).judged:
        outline = outline_of(entry)
        assert from_plain(json.loads(json.dumps(outline))) == outline
        assert (outline.title, outline.names) == (entry.idea.title, entry.names)
        assert [text.path for text in outline.texts] == [document.path for document in entry.documents()]


@pytest.mark.parametrize("text", ["{}", "[]", "[1, 2]", "null", "1", '["a"]'])
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_plain(json.loads(text))
