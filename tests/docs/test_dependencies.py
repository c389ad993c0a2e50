"""What the program leans on is declared, and told of."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HOOKS = project.ROOT / "hooks"
DECISION = project.ROOT / "docs" / "decisions" / "0008-dependencies.md"
SETTINGS = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: Iterable[str]) -> set[str]:
    """What is required, without versions and conditions."""
    return {normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def normal(name: str) -> str:
    """The one form of a distribution's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(source: str) -> Iterator[str]:
    """The first part of each module that is imported, wherever in the file; those for types alone too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_what_the_program_imports_is_declared() -> None:
    """Whatever another dependency happens to bring may be gone with its next version."""
    modules = {name for path in HOOKS.rglob("*.py") for name in imported(path.read_text(encoding="utf-8"))}
    others = modules - sys.stdlib_module_names - {"idesluss"}
    assert {"jinja2", "markupsafe", "yaml"} <= others
    declared, brings = names(SETTINGS["project"]["dependencies"]), packages_distributions()
    assert [module for module in sorted(others) if not declared & set(map(normal, brings[module]))] == []


def test_every_dependency_has_its_reason() -> None:
    """In the decision: for the program at the beginning of a row, for development in the text."""
    text = DECISION.read_text(encoding="utf-8")
    _, _, table = text.partition("| --- | --- |\n")
    first = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)
    groups = SETTINGS["dependency-groups"]
    declared = names(SETTINGS["project"]["dependencies"]) | names(groups["build"])
    assert names(name for row in first for name in row.split(", ")) == declared
    assert [name for name in sorted(names(groups["dev"])) if not re.search(rf"\b{name}\b", text)] == []
