"""Every stage on the way: what commits made of an idea's stage, read from the files as each left them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import Idea
from ..model.forms import FIRST_FORM
from ..reading.document import MAX_BYTES, parse_document
from ..reading.former_forms import bring_up_document
from ..reading.front_matter import front_bytes
from ..reading.records import nearest
from .lineage import IDEA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..reading.document import Document
    from .lineage import EntryStep

# The field on a line of its own, as it is nearly always written.
_STAGE = re.compile(rb"^stage:([^\n\r]*)", re.MULTILINE)
_PLAIN = re.compile(rb"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class StageState:
    """An idea as a commit left it. `commit` is the short id, empty for what was there before or is new."""

    commit: str
    stage: str | None

    def at(self, stage: str | None) -> StageState:
        """The same under another name of the stage."""
        return StageState(self.commit, stage)


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


def states_on_the_way(steps: Iterable[EntryStep], contents: Mapping[str, bytes]) -> list[StageState]:
    """The states that an entry's steps led to, where a step changed the stage."""
    return [state for step in steps if IDEA in step.files and (state := _led_to(step, contents))]


def _led_to(step: EntryStep, contents: Mapping[str, bytes]) -> StageState | None:
    file = step.files[IDEA]
    after = contents.get(file.after or "")
    befores = {_stage(contents[blob]) for blob in file.before if blob in contents}
    if after is None or _stage(after) in befores:
        return None
    return stage_state(_document(after), step.commit.short)


def fields_of(content: bytes) -> Mapping[str, Any]:
    """The fields that an idea's file gives, as they are written; none where they cannot be read."""
    return fields_as_written(_document(content))


def _document(content: bytes) -> Document:
    """The content as the reader takes it, which reads no more than so much of a file."""
    document = parse_document(IDEA, content if len(content) <= MAX_BYTES else b"")
    # Whichever form the content had then.
    bring_up_document(document, "idea", FIRST_FORM)
    return document


def _stage(content: bytes) -> bytes:
    """The line that gives the stage, or all fields where it is not written in the usual way."""
    front = front_bytes(content[:MAX_BYTES])
    lines = [line.strip() for line in _STAGE.findall(front)]
    return lines[0] if len(lines) == 1 and _PLAIN.fullmatch(lines[0]) else front
