"""catalogue.yml speaks only of things that it defines.

A gate that asks for something that does not exist would never let an idea pass. Correct the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..process import requirement
from ..text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue
    from ..problem import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    process = catalogue.settings.process
    document = catalogue.tree.settings
    for part, rules in (("gates", process.gates), ("outcomes", process.outcomes)):
        for key, rule in rules.items():
            for at, name in enumerate(rule.requires):
                if requirement(name, process) is None:
                    place = document.place_of("process", part, key, "requires", at)
                    yield document.problem(place, "settings", "settings.requirement", name=plain(name, 80))
