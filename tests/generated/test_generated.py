"""Files that are written from the model are what they would be if written now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import generated as faces
from idesluss.generated.session import readme_session
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = faces.faces(project.ROOT)


@pytest.mark.parametrize("path", WRITTEN)
def test_generated_file_is_up_to_date(path: str) -> None:
    """`idesluss generate` writes it anew."""
    assert (project.ROOT / path).read_bytes().decode("utf-8") == WRITTEN[path]


def test_the_session_shows_three_kinds_of_messages() -> None:
    """A date that does not exist, a misspelt word and a personal number, as the checker tells them."""
    text = readme_session(project.ROOT)["README.md"]
    shown = text.partition("<!-- session:start -->")[2].partition("<!-- session:end -->")[0]
    told = [rule for rule in checks.rules() if f"[{rule}]: " in shown]
    assert told == ["field", "personal_number", "unknown_term"]
    assert "20000229" not in text


def test_nothing_is_written_where_there_is_no_readme(tmp_path: Path) -> None:
    """A catalogue without a README gets none."""
    assert readme_session(tmp_path) == {}
