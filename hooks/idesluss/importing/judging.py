"""New files judged as they would be in the catalogue, before any of them is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalogue.catalogue import with_folders
from ..checks import judge_catalogue
from ..reading.document import parse_document
from ..reading.idea_folder import IdeaFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..reading.problem import Problem

TOGETHER = 500  # entries that are judged at once, so that somebody can see how it goes


def judged_files(
    catalogue: Catalogue, files: Mapping[str, str], tell: Callable[[int], None]
) -> Iterator[Problem]:
    """What the check would say of these files, by their paths; `tell` hears how many have been judged."""
    paths = list(files)
    for first in range(0, len(paths), TOGETHER):
        some = paths[first : first + TOGETHER]
        trial = with_folders(catalogue, [_folder(path, files[path]) for path in some])
        wanted = set(some)
        yield from (problem for problem in judge_catalogue(trial) if problem.place.path in wanted)
        tell(len(some))


def _folder(path: str, text: str) -> IdeaFolder:
    _, year, slug, _ = path.split("/")
    return IdeaFolder(year, slug, parse_document(path, text.encode()))
