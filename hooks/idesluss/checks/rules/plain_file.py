"""Content is plain files, as git keeps them and whatever the disk makes of them; all of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.document import readable_name
from ...reading.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change
    from ...history.file_marks import Mark
    from ...reading.problem import Severity

GROUP = "change"
MAY_BE_EXEMPTED = False

_LINK_ON_DISK = "file.link"
_TOLD_TOGETHER = frozenset({"hidden", "case"})


def check_change(change: Change) -> Iterator[Problem]:
    links_on_disk = {problem.place.path for problem in change.head.problems if problem.key == _LINK_ON_DISK}
    for file in change.marked:
        path = readable_name(file.path)
        if file.mark not in _TOLD_TOGETHER and not (file.mark == "link" and path in links_on_disk):
            yield _problem(path, file.mark)
    other_case = {path.partition("/")[0]: path for path in _marked(change, "case")}
    for folder, path in other_case.items():
        yield _problem(path, "case", folder=folder, wanted=folder.casefold())
    hidden = _marked(change, "hidden")
    if hidden:
        yield _problem(hidden[0], "hidden", count=len(hidden))


def _marked(change: Change, mark: Mark) -> list[str]:
    return [readable_name(file.path) for file in change.marked if file.mark == mark]


def covers(own: Problem, other: Problem) -> bool:
    """A submodule is why there is no idea in a folder."""
    return own.key == "plain_file.module" and other.place.path == own.place.path


def _problem(path: str, mark: Mark, **values: object) -> Problem:
    # Nothing in the content is ever run, so that the mark of a program is a slip, and says nothing worse.
    severity: Severity = "warning" if mark == "program" else "error"
    return Problem(Place(path), "plain_file", severity, f"plain_file.{mark}", {"path": path, **values})
