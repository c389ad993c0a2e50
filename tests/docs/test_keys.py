"""No key of a process or a vocabulary stands in the program: each catalogue chooses its own.

`tests/whole/test_renamed_keys.py` shows that nothing depends on one; this finds where one is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import many_ideas
from tests.support.written_keys import keys_in, keys_of, written_in_program

if TYPE_CHECKING:
    from pathlib import Path


def test_no_key_of_the_tests_catalogues_is_written_in_the_program(tmp_path: Path) -> None:
    assert written_in_program(keys_of(many_ideas.lay(tmp_path))) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rule.py", '"""Says nothing of approach."""\nWANTED = "idea.section.approach"\n'),
        ("rule.py", 'STAGES = {"approach": 1}\n'),
        ("words.toml", '[source]\napproach = "Från början"\n'),
        ("words.toml", 'hint = "Skriv till exempel `idea.section.approach`."\n'),
        ("page.html", '<p>{{ label("sections", "approach") }}</p>\n'),
        ("form.js", "const wanted = 'approach';\n"),
    ],
)
def test_a_key_is_seen(tmp_path: Path, name: str, text: str) -> None:
    """Alone, or within the name of a requirement; what a docstring says is no value."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert [place.name for place in keys_in(file, {"approach", "idea"})] == ["approach"]
