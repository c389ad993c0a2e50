"""The catalogue read and judged for a build, on the day and for the place that the environment names."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort
from pydantic_core import PydanticCustomError

from .. import reporters
from ..catalogue.catalogue import read_catalogue
from ..checks import judge_reading
from ..derived.whole import Derived
from ..history.brought_copies import neighbourhood_at
from ..model.site_places import PLACE_VARIABLES, read_places
from ..model.today import DAY_VARIABLE, read_day
from ..reading.files import DiskFiles

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from ..checks.telling import OwnProblems
    from ..reading.problem import Problem

_NO_DAY = f"{DAY_VARIABLE} is a day such as 2026-11-23, and SOURCE_DATE_EPOCH whole seconds."
_NO_PLACE = f"{' and '.join(PLACE_VARIABLES.values())} are full addresses that begin with https://."
UNTOUCHED = "The catalogue has errors; the site is left as it was."


@dataclass(frozen=True, slots=True)
class JudgedCatalogue:
    """A catalogue with what is derived from it, and the errors in it, if any.

    `own` is what each entry tells by itself.
    """

    derived: Derived
    errors: list[Problem]
    own: OwnProblems


def read_and_judge(
    root: Path, *, may_have_errors: bool, earlier: JudgedCatalogue | None = None
) -> JudgedCatalogue:
    """The catalogue below `root`; its errors are written to the terminal.

    Where it cannot be read at all, the one that was read `earlier` with the errors that there are now.
    Abort where there is none, or it has errors and may have none.
    """
    reading = read_catalogue(DiskFiles(root), _today(), places=_places())
    catalogue = reading.catalogue
    derived = Derived(catalogue, neighbourhood_at(root, catalogue)) if catalogue else None
    own: OwnProblems = {}
    problems = judge_reading(reading, derived, own)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        sys.stderr.write(reporters.as_text(errors, reading.language))
    if derived is None and earlier and may_have_errors:
        derived, own = earlier.derived, earlier.own
    # What docs/ holds is handed to MkDocs as it lies, so that nothing is served of what was refused there.
    is_whole = derived is not None and not derived.catalogue.tree.docs.problems
    if derived is None or (errors and not (may_have_errors and is_whole)):
        raise Abort(UNTOUCHED)
    return JudgedCatalogue(derived, errors, own)


def _today() -> dt.date:
    try:
        return read_day(os.environ)
    except (ValueError, OverflowError, OSError):
        raise Abort(_NO_DAY) from None


def _places() -> dict[str, str]:
    try:
        return read_places(os.environ)
    except PydanticCustomError:
        raise Abort(_NO_PLACE) from None
