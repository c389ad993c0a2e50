"""What git keeps as something else than a plain file, or hides from the working tree, told from its objects.

The disk does not show all of it: where links or the mark of a program mean nothing to it, and where a
submodule is not fetched, such a file looks like any other, or like none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..reading.docs_folder import DOCS
from ..reading.paths import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .git import Repository

Mark = Literal["link", "module", "program", "hidden", "case"]
_MARKS: dict[str, Mark] = {"120000": "link", "160000": "module", "100755": "program"}


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """A file of the content or the pages that is not plain, is hidden, or lies in a folder of other case."""

    path: str
    mark: Mark


def marked_files(repository: Repository, base: str) -> list[MarkedFile]:
    """Those that are not as they were at the commit `base`, and those that are hidden now."""
    return list(_marked(repository, {path: (mode, blob) for mode, blob, path in repository.listing(base)}))


def _marked(repository: Repository, before: dict[str, tuple[str, str]]) -> Iterator[MarkedFile]:
    for file in repository.indexed():
        if file.path.partition("/")[0] not in {CONTENT, DOCS}:
            if file.path not in before:
                yield MarkedFile(file.path, "case")
            continue
        if file.is_hidden:
            yield MarkedFile(file.path, "hidden")
        mode, blob = before.get(file.path, ("", ""))
        mark = _MARKS.get(file.mode)
        # What a link or a submodule leads to is all that it is; a program is a file that may be edited.
        if mark and (mode != file.mode or (mark != "program" and blob != file.blob)):
            yield MarkedFile(file.path, mark)
