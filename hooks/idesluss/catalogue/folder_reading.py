"""What becomes of an idea's folder: an entry, and what its fields refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ..model import Call, Idea, Plan
from ..reading.letting_go import ChangedMeanwhile
from ..reading.records import R, readable_part, validate
from .entry import READ_AGAIN, Entry

if TYPE_CHECKING:
    import datetime as dt

    from ..model import Settings
    from ..reading.document import Document
    from ..reading.idea_folder import IdeaFolder
    from ..reading.problem import Problem
    from .outline import EntryOutline

W = TypeVar("W", Idea, Call)  # what is written in a language
Read = tuple[R | None, frozenset[str]]  # a record, and the fields of it that could not be read


@dataclass(frozen=True, slots=True)
class FolderReading:
    """What became of an idea's folder: an entry, unless it could not be read, and what is wrong in its files.

    `linked` are the paths that its texts link to, so far as somebody has looked.
    """

    folder: IdeaFolder
    entry: Entry | None
    problems: list[Problem]
    linked: tuple[str, ...] = ()


def folder_reading(folder: IdeaFolder, settings: Settings | None, today: dt.date) -> FolderReading:
    """What becomes of a folder by these settings, as of a day."""
    problems = [problem for document in folder.documents() for problem in document.problems]
    idea, plan = _idea_and_plan(folder, settings, problems)
    entry = _entry(folder, idea, plan, settings, today) if settings else None
    return FolderReading(folder, entry, problems)


@dataclass(frozen=True, slots=True)
class EntryAgain:
    """The way back to what an entry says that was let go of."""

    folder: IdeaFolder
    settings: Settings
    today: dt.date

    def __call__(self) -> dict[str, Any]:
        """Its values. Raises ChangedMeanwhile where they are not what they were."""
        entry = folder_reading(self.folder, self.settings, self.today).entry
        if entry is None:
            raise ChangedMeanwhile(self.folder.path)
        return {name: getattr(entry, name) for name in READ_AGAIN}


def known_entry(again: EntryAgain, outline: EntryOutline) -> Entry:
    """An entry with this outline, all else of which is not read until somebody asks."""
    entry = Entry.__new__(Entry)
    entry.slug, entry.year, entry.sign = again.folder.slug, again.folder.year, again.folder.sign
    entry.settings, entry.today = again.settings, again.today
    entry.outline, entry.pictures, entry.unread = outline, outline.pictures, frozenset(outline.unread)
    entry.__dict__.update(names=outline.names, addresses=outline.addresses)
    entry.let_go(READ_AGAIN, again)
    return entry


def in_language(record: W, settings: Settings | None) -> W:
    """The record in the language that it names, or else in the catalogue's main one."""
    if settings is None or "language" in record.model_fields_set:
        return record
    return record.model_copy(update={"language": settings.language})


def _idea_and_plan(
    folder: IdeaFolder, settings: Settings | None, problems: list[Problem]
) -> tuple[Read[Idea], Read[Plan]]:
    idea = _read(folder.idea, Idea, settings, problems)
    return idea, _read(folder.plan, Plan, settings, problems) if folder.plan else (None, frozenset())


def _entry(
    folder: IdeaFolder, idea: Read[Idea], plan: Read[Plan], settings: Settings, today: dt.date
) -> Entry | None:
    if idea[0] is None:
        return None
    unread = {f"idea.{name}" for name in idea[1]} | {f"plan.{name}" for name in plan[1]}
    return Entry(
        slug=folder.slug,
        year=folder.year,
        settings=settings,
        today=today,
        idea=in_language(idea[0], settings),
        document=folder.idea,
        plan=plan[0],
        plan_document=folder.plan,
        pictures=tuple(picture.name for picture in folder.pictures),
        picture_size=_size_of_named(folder, idea[0]),
        unread=frozenset(unread),
        sign=folder.sign,
    )


def _size_of_named(folder: IdeaFolder, idea: Idea) -> tuple[int, int] | None:
    named = idea.picture.file if idea.picture else None
    return next((picture.size for picture in folder.pictures if picture.name == named), None)


def _read(document: Document, record: type[R], settings: Settings | None, problems: list[Problem]) -> Read[R]:
    whole, wrong = validate(document, record, settings)
    problems.extend(wrong)
    return readable_part(document, record) if wrong else (whole, frozenset())
