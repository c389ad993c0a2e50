"""Code that is written twice: runs of the same lines in more than one place."""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.support.style import Module, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HAS_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def repeated_runs(modules: Iterable[Module], length: int) -> list[list[Place]]:
    """Where runs of so many lines of code stand more than once, longer ones several times over.

    White space within a line's ends, comments, docstrings, imports and lines of nothing but signs are
    passed over.
    """
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for module in modules:
        lines = list(_lines_of_code(module))
        for at in range(len(lines) - length + 1):
            run = tuple(words for _, words in lines[at : at + length])
            places[run].append(Place(module.path, lines[at][0], run[0]))
    return [here for here in places.values() if len(here) > 1]


def _lines_of_code(module: Module) -> Iterator[tuple[int, str]]:
    """Number and words of each line that counts."""
    passed_over = {line for node in _passed_over(module.tree) for line in _lines_of(node)}
    for number, line in enumerate(module.source.splitlines(), 1):
        words = line.strip()
        has_letters = any(sign.isalnum() for sign in words) and not words.startswith("#")
        if has_letters and number not in passed_over:
            yield number, words


def _passed_over(tree: ast.Module) -> Iterator[ast.stmt]:
    """Imports and docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        if isinstance(node, _HAS_DOCSTRING) and ast.get_docstring(node, clean=False) is not None:
            yield node.body[0]


def _lines_of(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)
