"""Every rule as a record, made from what its module in `rules/` says of itself and from nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from ..words import SOURCE, keys, say
from . import rules as rules_package

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Collection, Iterator, Mapping
    from types import ModuleType

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..derived.whole import Derived
    from ..history.change import Change
    from ..reading.problem import Problem
    from ..words import Language
    from .beside import Beside

    Covered = Counter[tuple[str, str]]

# What a problem may be about, as data: the field, the requirement, the list and the key that it concerns,
# what stands there, and what would pass.
Subject = Literal["field", "requirement", "vocabulary", "key", "value", "allowed", "nearest"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
_USUAL_MEANING: dict[str, Subject] = {
    "of": "vocabulary",
    "key": "key",
    "given": "value",
    "choices": "allowed",
    "nearest": "nearest",
    "suggestion": "nearest",
}
# In the order in which somebody who writes an idea would meet them.
Group = Literal["files", "fields", "process", "money_and_time", "links_and_pictures", "people", "change"]
GROUPS: tuple[Group, ...] = get_args(Group)
_REACHED_BY_EXEMPTIONS = ("check", "check_entry", "check_derived")
CHECKS = (*_REACHED_BY_EXEMPTIONS, "check_change")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; the package `rules` says what each part means, and what it is called in the rule's module.

    `messages` are what the keys of its messages begin with, and `means` what the values in them are.
    """

    name: str
    group: Group
    may_be_exempted: bool
    messages: tuple[str, ...]
    masks_its_file: bool
    leaves_unread: bool
    means: Mapping[str, Subject]
    check: Callable[[Catalogue], Iterator[Problem]] | None
    check_entry: Callable[[Entry, Beside], Iterator[Problem]] | None
    check_derived: Callable[[Derived, Collection[str] | None], Iterator[Problem]] | None
    check_change: Callable[[Change], Iterator[Problem]] | None
    check_exemptions: Callable[[Catalogue, Covered, Mapping[str, bool]], Iterator[Problem]] | None
    may_wait: Callable[[Problem], bool]
    covers: Callable[[Problem, Problem], bool] | None


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name, found by listing their package."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules_package.__path__))
    modules = (importlib.import_module(f"{rules_package.__name__}.{name}") for name in names)
    return {rule.name: rule for rule in map(rule_in, modules)}


def may_be_exempted() -> dict[str, bool]:
    """Every rule by its name, and whether mistakes against it may wait."""
    return {name: rule.may_be_exempted for name, rule in rules().items()}


def rule_in(module: ModuleType) -> Rule:
    """The rule that a module holds. ValueError says what the module lacks, if it lacks something."""
    name = module.__name__.rpartition(".")[2]
    lacking = list(_lacking(module))
    if lacking:
        message = f"The rule {name} lacks {', '.join(lacking)}"
        raise ValueError(message)
    return Rule(
        name=name,
        group=module.GROUP,
        may_be_exempted=module.MAY_BE_EXEMPTED,
        messages=getattr(module, "MESSAGES", (name,)),
        masks_its_file=getattr(module, "MASKS_ITS_FILE", False),
        leaves_unread=getattr(module, "LEAVES_UNREAD", False),
        means={**_USUAL_MEANING, **getattr(module, "MEANS", {})},
        check=getattr(module, "check", None),
        check_entry=getattr(module, "check_entry", None),
        check_derived=getattr(module, "check_derived", None),
        check_change=getattr(module, "check_change", None),
        check_exemptions=getattr(module, "check_exemptions", None),
        may_wait=getattr(module, "may_wait", lambda _: True),
        covers=getattr(module, "covers", None),
    )


def _lacking(module: ModuleType) -> Iterator[str]:
    key = f"rule.{module.__name__.rpartition('.')[2]}"
    yield from (
        f"words of {key}.{part}" for part in ("title", "what", "why") if f"{key}.{part}" not in keys(SOURCE)
    )
    if getattr(module, "GROUP", None) not in GROUPS:
        yield f"a GROUP that is one of {', '.join(GROUPS)}"
    if not isinstance(getattr(module, "MAY_BE_EXEMPTED", None), bool):
        yield "MAY_BE_EXEMPTED"
    elif module.MAY_BE_EXEMPTED and not any(hasattr(module, name) for name in _REACHED_BY_EXEMPTIONS):
        yield f"one of {', '.join(_REACHED_BY_EXEMPTIONS)}, whose mistakes alone may be exempted"
    if not any(hasattr(module, name) for name in CHECKS):
        yield f"one of {', '.join(CHECKS)}"
    if not isinstance(getattr(module, "MESSAGES", ()), tuple):
        yield "a tuple of MESSAGES"
    if set(getattr(module, "MEANS", {}).values()) - {*SUBJECTS}:
        yield f"MEANS whose values are among {', '.join(SUBJECTS)}"


def rule_text(name: str, language: Language) -> list[str]:
    """What the rule says, why, and how to put it right: paragraphs, the first a single sentence."""
    return [say(f"rule.{name}.what", language), *say(f"rule.{name}.why", language).split("\n\n")]
