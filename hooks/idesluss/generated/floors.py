"""The architecture page's table of floors: the import contract, with what each folder says that it is."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "docs/en/architecture.md"
PACKAGE = "idesluss"
# All that stands between the two marks is written anew; the marks themselves are kept.
_TABLE = re.compile(r"(<!-- floors:start -->\n).*?(<!-- floors:end -->)", re.DOTALL)
# Modules of one floor stand on one line, with one of these signs between them.
_BESIDE = re.compile(r" *[|:] *")
# The first sentence ends at a full stop before a space; one within a name, as in `catalogue.yml`, is none.
_SENTENCE = re.compile(r".*?\.(?=\s|$)", re.DOTALL)


def floor_table(root: Path) -> dict[str, str]:
    """The page with its table anew; nothing where there is no such page or no contract of floors."""
    page, project = root / PATH, root / "pyproject.toml"
    if not page.exists() or not project.exists():
        return {}
    floors = _floors(tomllib.loads(project.read_text(encoding="utf-8")))
    if not floors:
        return {}
    rows = "".join(f"{row}\n" for row in _rows(floors))
    text = page.read_text(encoding="utf-8")
    return {PATH: _TABLE.sub(lambda match: f"{match[1]}\n{rows}\n{match[2]}", text)}


def _floors(project: dict[str, Any]) -> list[list[str]]:
    """Names of folders and modules, floor by floor from the top, as the package's contract has them."""
    contracts = project.get("tool", {}).get("importlinter", {}).get("contracts", [])
    layers = (contract.get("layers", []) for contract in contracts if contract.get("containers") == [PACKAGE])
    return [_BESIDE.split(layer) for layer in next(layers, [])]


def _rows(floors: list[list[str]]) -> Iterator[str]:
    yield "| Floor | Folder | What it is |"
    yield "| --- | --- | --- |"
    for number, names in zip(range(len(floors), 0, -1), floors, strict=True):
        for name in names:
            place, sentence = _introduced(name)
            yield f"| {number} | `{place}` | {sentence} |"


def _introduced(name: str) -> tuple[str, str]:
    """A folder or module as it is written in a path, and the first sentence of its docstring."""
    folder, module = files(PACKAGE) / name, files(PACKAGE) / f"{name}.py"
    place, source = (f"{name}/", folder / "__init__.py") if folder.is_dir() else (module.name, module)
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    sentence = _SENTENCE.match(docstring)
    return place, " ".join(sentence[0].split()) if sentence else ""
