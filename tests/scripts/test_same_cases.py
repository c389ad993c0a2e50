"""The cases that Python and the site's scripts share say what Python does; `*.test.js` reads them too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, many_ideas, same_cases
from tests.support.golden import WRITES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.same_cases import Cases


def of_ideas(folder: Path) -> Cases:
    many_ideas.lay(folder)
    return same_cases.idea_cases(catalogues.read(folder).settings)


CASES: dict[str, Callable[[Path], Cases]] = {
    "fold": lambda _: same_cases.fold_cases(),
    "formats": lambda _: same_cases.format_cases(),
    "ideas": of_ideas,
}


@pytest.mark.parametrize("name", CASES)
def test_the_cases_say_what_python_does(name: str, tmp_path: Path) -> None:
    """IDESLUSS_WRITE_GOLDEN=1 writes them anew."""
    file = same_cases.FOLDER / f"{name}.json"
    cases = json.loads(json.dumps(CASES[name](tmp_path)))
    if WRITES:
        written = json.dumps(cases, ensure_ascii=True, indent=1, sort_keys=True)
        file.write_text(f"{written}\n", encoding="utf-8")
    assert json.loads(file.read_text(encoding="utf-8")) == cases


def test_there_are_cases_of_each_kind() -> None:
    """A list that is empty would hold nobody to anything."""
    kept = {
        file.stem: json.loads(file.read_text(encoding="utf-8")) for file in same_cases.FOLDER.glob("*.json")
    }
    assert kept.keys() == CASES.keys()
    lists = [rows for cases in kept.values() for rows in cases.values() if isinstance(rows, list)]
    assert len(lists) >= 10
    assert all(len(rows) >= 5 for rows in lists)
