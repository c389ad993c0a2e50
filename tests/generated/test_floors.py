"""The architecture page's table of floors says what the import contract says."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from idesluss import disk
from idesluss.generated.floors import PATH, floor_table
from tests.support import project

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "# Page\n\n<!-- floors:start -->\nformer\n<!-- floors:end -->\n\nThe rest.\n"
CONTRACT = """
[[tool.importlinter.contracts]]
type = "forbidden"

[[tool.importlinter.contracts]]
type = "layers"
containers = ["idesluss"]
layers = ["cli", "checks | proposal : derived", "disk"]
"""
ROW = re.compile(r"^\| (\d+) \| `([a-z_]+)(?:/|\.py)` \| (.+) \|$", re.MULTILINE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a page that holds a table, and a contract."""
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text(PAGE, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(CONTRACT, encoding="utf-8")
    return tmp_path


def rows(root: Path) -> list[tuple[str, str]]:
    return [(number, name) for number, name, _ in ROW.findall(floor_table(root)[PATH])]


def test_the_table_follows_the_contract(root: Path) -> None:
    """Floor by floor from the top, counted from the ground; modules of one floor in the contract's order."""
    expected = [("3", "cli"), ("2", "checks"), ("2", "proposal"), ("2", "derived"), ("1", "disk")]
    assert rows(root) == expected
    (root / "pyproject.toml").write_text(CONTRACT.replace('"cli", ', ""), encoding="utf-8")
    assert rows(root) == expected[1:]


def test_the_rest_of_the_page_is_kept(root: Path) -> None:
    text = floor_table(root)[PATH]
    assert text.startswith("# Page\n\n<!-- floors:start -->\n\n| Floor |")
    assert text.endswith(" |\n\n<!-- floors:end -->\n\nThe rest.\n")
    assert "former" not in text


def test_nothing_is_written_without_a_contract_or_a_page(root: Path) -> None:
    """A catalogue of its own, with the program installed, may have either for something else."""
    (root / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert floor_table(root) == {}
    (root / "pyproject.toml").write_text(CONTRACT.replace("idesluss", "another"), encoding="utf-8")
    assert floor_table(root) == {}
    (root / "pyproject.toml").unlink()
    assert floor_table(root) == {}
    (root / "pyproject.toml").write_text(CONTRACT, encoding="utf-8")
    (root / PATH).unlink()
    assert floor_table(root) == {}


def test_every_folder_is_a_row_with_a_sentence() -> None:
    """In the repository's own table, and the sentence is the first of the folder's docstring."""
    folder = project.ROOT / "hooks" / "idesluss"
    modules = {path.parent.name for path in folder.glob("*/__init__.py")}
    modules |= {path.stem for path in folder.glob("*.py")} - {"__init__"}
    found = ROW.findall(floor_table(project.ROOT)[PATH])
    assert sorted(name for _, name, _ in found) == sorted(modules)
    assert all(sentence.endswith(".") for _, _, sentence in found)
    (sentence,) = [sentence for _, name, sentence in found if name == "disk"]
    assert (disk.__doc__ or "").startswith(sentence)


def test_the_contract_counts_every_import() -> None:
    """One line a folder, nothing exempt, no import left out, and none for types alone."""
    settings = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    linter = settings["tool"]["importlinter"]
    assert linter.get("exclude_type_checking_imports", False) is False
    (floors,) = [contract for contract in linter["contracts"] if contract["type"] == "layers"]
    assert floors["exhaustive"] is True
    assert set(floors) == {"id", "name", "type", "containers", "exhaustive", "layers"}
