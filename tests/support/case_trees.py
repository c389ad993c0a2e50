"""Catalogues that golden cases make: the files of a base, and what each step does to them."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.cases import read_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.cases import Case, FileChange, Hunk, Step

_SAVED: dict[str, Callable[[str], bytes]] = {
    "in latin-1": lambda text: text.encode("latin-1"),
    "in utf-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "with a BOM": lambda text: text.encode("utf-8-sig"),
    "with CRLF": lambda text: text.replace("\n", "\r\n").encode(),
}


@dataclass(frozen=True)
class Link:
    """A symbolic link, and what is written in it."""

    target: str


class Marked(bytes):
    """What a file holds that git keeps as something else than it is on the disk."""

    mark = ""


# The files of a catalogue: path, such as `ideas/catalogue.yml`, to what the file holds.
Tree = dict[str, bytes | Link]


def lay_out(file: Path, tests: Path) -> dict[str, Tree]:
    """The catalogue after each step of the case in the file, from `base` to `after` or the last commit.

    `tests` holds `catalogues/`, with the bases, and `checks/pictures/`. CaseError says what does not fit.
    """
    case = read_case(file)
    tree = _base(case, tests / "catalogues", tests)
    trees = {"base": tree}
    for step in case.steps:
        tree = _after(step, tree, tests / "checks" / "pictures")
        trees[step.name] = tree
    return trees


def _base(case: Case, catalogues: Path, tests: Path) -> Tree:
    """The catalogue in the folder of that name, or what the case of that name makes of another."""
    folder, other = catalogues / case.base, catalogues / f"{case.base}.case"
    if folder.is_dir():
        paths = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
        return {path.relative_to(folder).as_posix(): _content_of(path) for path in paths}
    if not other.is_file():
        case.first.refuse(f"no catalogue of that name is in {catalogues}")
    return list(lay_out(other, tests).values())[-1]


def _content_of(path: Path) -> bytes | Link:
    return Link(str(path.readlink())) if path.is_symlink() else path.read_bytes()


def _after(step: Step, tree: Tree, pictures: Path) -> Tree:
    gone = {path for change in step.changes for path in _gone(change, tree)}
    after = {path: content for path, content in tree.items() if path not in gone}
    for change in step.changes:
        if change.way == "removed":
            continue
        if change.way not in {"link to", "picture"} and (change.path in after) != (change.way == "edited"):
            change.heading.refuse(
                f"{change.path} is {'there already' if change.path in after else 'not there'}"
            )
        after[change.path] = _content(change, tree, pictures)
    return after


def _gone(change: FileChange, tree: Tree) -> list[str]:
    """The file that is moved, or the file, or all files of the folder, that are removed."""
    if change.way == "moved from":
        return [change.origin]
    if change.way != "removed":
        return []
    paths = [path for path in tree if f"{path}/".startswith(f"{change.path}/")]
    if not paths:
        change.heading.refuse(f"{change.path} is not there")
    return paths


def _content(change: FileChange, tree: Tree, pictures: Path) -> bytes | Link:
    if change.way == "link to":
        return Link(change.origin)
    if change.way == "picture":
        return _picture(change, pictures / change.origin)
    before = b"" if change.way == "new" else _before(change, tree)
    after = _saved(change, _edited(change, before))
    if change.way == "edited" and after == before and not change.mark:
        change.heading.refuse("nothing is changed in the file")
    return _marked(after, change.mark) if change.mark else after


def _marked(content: bytes, mark: str) -> Marked:
    marked = Marked(content)
    marked.mark = mark
    return marked


def _picture(change: FileChange, picture: Path) -> bytes:
    if not picture.is_file():
        change.heading.refuse(f"there is no picture {picture}")
    return picture.read_bytes()


def _before(change: FileChange, tree: Tree) -> bytes:
    path = change.origin or change.path
    content = tree.get(path)
    if not isinstance(content, bytes):
        change.heading.refuse(f"{path} is no file that is there before this step")
    return content


def _saved(change: FileChange, content: bytes) -> bytes:
    try:
        return _SAVED[change.saved](content.decode()) if change.saved else content
    except UnicodeError as error:
        change.heading.refuse(str(error))


# Lines


def _edited(change: FileChange, content: bytes) -> bytes:
    # Not splitlines, which ends a line at a lone carriage return too.
    lines: list[bytes] = re.findall(rb"[^\n]*\n|[^\n]+", content)
    edited: list[bytes] = []
    end = 0
    for hunk in change.hunks:
        start = _position(hunk, lines)
        if start < end or (edited and not hunk.before):
            hunk.first.refuse("these lines stand above those before `...`, or are the same")
        edited += [*lines[end:start], *hunk.after]
        end = start + len(hunk.before)
    edited += lines[end:]
    if not all(line.endswith(b"\n") for line in edited[:-1]):
        change.heading.refuse("a line follows the one without a newline")
    return b"".join(edited)


def _position(hunk: Hunk, lines: list[bytes]) -> int:
    """Where the lines that the hunk keeps or removes stand, which is one place."""
    size = len(hunk.before)
    starts = [at for at in range(len(lines) - size + 1) if lines[at : at + size] == hunk.before]
    if len(starts) != 1:
        hunk.first.refuse(_unplaced(hunk, lines, len(starts)))
    return starts[0]


def _unplaced(hunk: Hunk, lines: list[bytes], times: int) -> str:
    if not hunk.before:
        return "nothing says where these lines belong: write the line above or below, too"
    if times:
        return f"the lines that are kept or removed here stand {times} times in the file: write one more"
    absent = next((line for line in hunk.before if line not in lines), None)
    if absent is None:
        return "the lines that are kept or removed here do not follow each other in the file"
    return f"the file has no line `{absent.decode(errors='replace').rstrip()}`"
