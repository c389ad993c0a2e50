"""The current folder judged by itself, or beside an earlier version of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..checks import judge_reading, judge_unread_change, judged_change
from ..history.change import read_change
from ..history.git import Repository, Unreadable
from ..history.whole_change import read_whole_change
from ..words import say
from .terminal import refuse_use

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue, Reading
    from ..history.change import Change
    from ..history.whole_change import WholeChange
    from ..reading.problem import Problem
    from ..words import Language
    from .remembered import Look


def judged_since(
    reading: Reading, base: str | None, language: Language, look: Look | None = None
) -> tuple[list[Problem], list[Problem]]:
    """The problems to put right, and those that were there before the change."""
    if base is None:
        return judge_reading(reading), []
    if reading.catalogue is None:
        return judge_unread_change(reading, _whole_change(base, language)), []
    judged = judged_change(change_since(reading.catalogue, base, language, look))
    return judged.caused, judged.older


def change_since(catalogue: Catalogue, base: str, language: Language, look: Look | None = None) -> Change:
    """What has changed since the version, or wrong use where git does not know it."""
    onlooker = look(catalogue.today) if look else None
    try:
        return read_change(Repository(Path.cwd()), base, catalogue, onlooker)
    except Unreadable as refusal:
        refuse_use(say(f"history.{refusal.key}", language, **refusal.values))


def _whole_change(base: str, language: Language) -> WholeChange:
    repository = Repository(Path.cwd())
    try:
        return read_whole_change(repository, repository.base(base))
    except Unreadable as refusal:
        refuse_use(say(f"history.{refusal.key}", language, **refusal.values))
