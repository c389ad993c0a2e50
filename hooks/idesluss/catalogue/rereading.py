"""A catalogue after a few folders of it have been saved anew, with all the rest as it was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..reading.document import readable_name
from ..reading.folders import folder_alone
from ..reading.paths import CONTENT
from .folder_reading import folder_reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..reading.files import Files
    from ..reading.folders import ContentTree
    from ..reading.problem import Problem
    from .catalogue import Catalogue


def reread(catalogue: Catalogue, files: Files, folders: Iterable[tuple[str, str]]) -> Catalogue:
    """The catalogue with these folders, each a year and a name, as they lie now among `files`.

    A folder that is gone, or can no longer be read, is left out.
    """
    for year, slug in folders:
        catalogue = _with_folder(catalogue, folder_alone(files, catalogue.tree, year, slug), year, slug)
    return catalogue


def _with_folder(catalogue: Catalogue, alone: ContentTree, year: str, slug: str) -> Catalogue:
    others = [part for part in catalogue.parts if (part.folder.year, part.folder.slug) != (year, slug)]
    settings, today = catalogue.settings, catalogue.today
    fresh = [folder_reading(folder, settings, today) for folder in alone.folders]
    parts = sorted([*others, *fresh], key=lambda part: (part.folder.year, part.folder.slug))
    path = f"{CONTENT}/{year}/{readable_name(slug)}"
    tree = replace(
        catalogue.tree,
        folders=[part.folder for part in parts],
        kinds={**catalogue.tree.kinds, **alone.kinds},
        problems=[*_elsewhere(catalogue.tree.problems, path), *alone.problems],
    )
    problems = [*_elsewhere(catalogue.problems, path), *alone.problems]
    problems += [problem for part in fresh for problem in part.problems]
    judged = tuple(part.entry for part in parts if part.entry)
    return replace(catalogue, judged=judged, tree=tree, problems=problems, parts=parts)


def _elsewhere(problems: Iterable[Problem], path: str) -> list[Problem]:
    """Those that are not of the folder at the path."""
    return [p for p in problems if p.place.path != path and not p.place.path.startswith(f"{path}/")]
