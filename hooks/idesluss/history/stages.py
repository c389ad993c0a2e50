"""The trail of an idea: the stages that commits gave it, read from the files as each commit left them."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import Idea
from ..reading import document as source
from ..reading.document import parse_document
from ..reading.records import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..reading.document import Document
    from .git import Commit

_STAGE = re.compile(rb"^stage:([^\n\r]*)", re.MULTILINE)
_FENCE = re.compile(rb"^---[ \t\r]*$", re.MULTILINE)
_PLAIN = re.compile(rb"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class StageState:
    """An idea as a commit left it. `commit` is the short id, empty for what was there before or is new."""

    commit: str
    stage: str | None

    def at(self, stage: str | None) -> StageState:
        """The same under another name of the stage."""
        return StageState(self.commit, stage)


Step = tuple[int, StageState]  # the place of the commit among all, the oldest lowest, and what it led to


def stage_state(document: Document, commit: str = "") -> StageState:
    """What the document's field says, also where others cannot be read."""
    stage = fields_as_written(document).get("stage")
    return StageState(commit, stage if isinstance(stage, str) else None)


def fields_as_written(document: Document) -> Mapping[str, Any]:
    """The fields as they are written. A misspelt name counts as the field that is meant."""
    front = document.front.plain()
    written = front if isinstance(front, dict) else {}
    known = Idea.model_fields
    meant = {nearest(name, known) or name: value for name, value in written.items() if name not in known}
    return {**meant, **{name: value for name, value in written.items() if name in known}}


def stages_by_slug(commits: Sequence[Commit], texts: Mapping[str, bytes]) -> dict[str, list[Step]]:
    """Name now to the stages that commits gave the idea, the oldest first."""
    names: dict[str, str] = {}
    found: dict[str, list[Step]] = defaultdict(list)
    for at, commit in enumerate(commits):  # the newest first, so that a rename is known before the older name
        for change in commit.changes:
            if not change.path.endswith("/idea.md"):
                continue
            now = names.get(slug_of(change.path), slug_of(change.path))
            names[slug_of(change.before_path)] = now
            after = texts.get(change.after or "")
            befores = {_stage(texts[blob]) for blob in change.before if blob in texts}
            if after is not None and _stage(after) not in befores:
                found[now].insert(0, (-at, stage_state(_document(change.path, after), commit.short)))
    return found


def slug_of(path: str) -> str:
    """The name of the folder that the file lies in."""
    return posixpath.basename(posixpath.dirname(path))


def title_of(path: str, content: bytes) -> str:
    told = fields_as_written(_document(path, content)).get("title")
    return told if isinstance(told, str) else ""


def _document(path: str, content: bytes) -> Document:
    """The content as the reader takes it, which reads no more than so much of a file."""
    return parse_document(path, content if len(content) <= source.MAX_BYTES else b"")


def _stage(content: bytes) -> bytes:
    """The line that gives the stage, or all fields where it is not written in the usual way."""
    fence = _FENCE.search(content[: source.MAX_BYTES], 4)
    front = content[: fence.start()] if fence else content
    lines = [line.strip() for line in _STAGE.findall(front)]
    return lines[0] if len(lines) == 1 and _PLAIN.fullmatch(lines[0]) else front
