"""The answers as a file, `idea.md`, that passes the check."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..model import Idea
from ..model.values import LONGEST_SLUG
from ..model.vocabulary import term_label
from ..reading.front_matter import joined
from ..reading.paths import CONTENT
from ..words.characters import slugify
from .plain_text import typed_as_line, typed_as_markdown
from .questions import questions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..model import Settings
    from ..words import Language
    from .questions import Question

Answers = Mapping[str, str | tuple[str, ...]]


def folder_name(title: str) -> str:
    """The folder's name, be it free or taken; empty where the title has no letter or digit to name it by."""
    return slugify(title, LONGEST_SLUG)


def taken_names(catalogue: Catalogue) -> set[str]:
    """What no new idea may be called: the name of any folder, and former names of entries."""
    of_entries = (name for entry in catalogue.entries for name in entry.names)
    return {*(folder.slug for folder in catalogue.tree.folders), *of_entries}


def free_name(catalogue: Catalogue, title: str) -> str:
    """A name that no idea has or has had: that of the title, with a number where it is taken."""
    taken, name = taken_names(catalogue), folder_name(title)
    numbers = map(str, itertools.count(2))
    others = (f"{slugify(title, LONGEST_SLUG - len(number) - 1)}-{number}" for number in numbers)
    return next(free for free in itertools.chain([name], others) if free not in taken)


def idea_folder(name: str, today: dt.date) -> str:
    """Where an idea of that name goes, below the catalogue's root."""
    return f"{CONTENT}/{today.year}/{name}"


def idea_file(answers: Answers, settings: Settings, today: dt.date, language: Language) -> str:
    """The text of `idea.md`. `answers` are by the questions' names; what is not answered is left out."""
    asked = questions(settings)
    fields = dict(_fields(answers, asked, settings, today, language))
    lines = [f"{key}: {fields[key]}" for key in Idea.model_fields if key in fields]
    return "\n".join([joined(lines, ""), *_sections(answers, asked, settings, language)]) + "\n"


def _fields(
    answers: Answers, asked: tuple[Question, ...], settings: Settings, today: dt.date, language: Language
) -> Iterator[tuple[str, str]]:
    process = settings.process
    yield "language", language
    yield "stage", process.first_stage
    yield "outcome", process.first_outcome
    yield "submitted", str(today)
    for question in asked:
        answer = answers.get(question.name, "")
        value = typed_as_line(answer) if isinstance(answer, str) else answer
        if value and question.kind != "section":
            yield question.name, _written(question, value)


def _written(question: Question, answer: str | tuple[str, ...]) -> str:
    """Keys stand bare, as they are letters, digits and hyphens; words within quotation marks."""
    if not isinstance(answer, str):
        return f"[{', '.join(answer)}]"
    return answer if question.kind == "choice" else json.dumps(answer, ensure_ascii=False)


def _sections(
    answers: Answers, asked: tuple[Question, ...], settings: Settings, language: Language
) -> Iterator[str]:
    for question in asked:
        answer = answers.get(question.name)
        written = typed_as_markdown(answer) if question.section and isinstance(answer, str) else ""
        if written:
            yield f"\n## {term_label(settings, 'sections', question.section).in_(language)}\n\n{written}"
