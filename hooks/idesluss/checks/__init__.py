"""The rules. Each is one module here: its docstring says what, why and how to put it right.

The docstring is in English and then, under the heading *På svenska*, in Swedish; the site and
`idesluss explain` show it. A rule has `check(catalogue)`, which yields problems and does nothing else.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol

from ..problem import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..catalogue import Catalogue
    from ..problem import Problem
    from ..words import Language

_SWEDISH = "\nPå svenska\n----------\n"


class Rule(Protocol):
    """What a rule's module offers."""

    __doc__: str | None

    def check(self, catalogue: Catalogue) -> Iterator[Problem]: ...


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name, found by listing this package; names with `_` first are not rules."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name[0] != "_")
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


def told(name: str, language: Language) -> list[str]:
    """What the rule says, why, and how to put it right: paragraphs, the first a single sentence."""
    english, _, swedish = inspect.cleandoc(rules()[name].__doc__ or "").partition(_SWEDISH)
    paragraphs = (swedish if language == "sv" else english).strip().split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


def run(catalogue: Catalogue) -> list[Problem]:
    """All problems of the catalogue, in order of place."""
    return in_order(problem for rule in rules().values() for problem in rule.check(catalogue))
