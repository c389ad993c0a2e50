"""What becomes of an idea that somebody has sent in: its file, and what its author is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..words import say
from ..words.inert import inert, quiet
from . import folder_name, free_name, idea_file, idea_folder
from .plain_text import typed_as_line
from .questions import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..reading.problem import Problem
    from ..words import Language
    from .issue import MissingAnswer, Received

# How an idea came in, which is also where the words to its author stand.
Way = Literal["issue", "mail"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """The file to add, with its path, or nothing of either; and the comment, in Markdown."""

    path: str
    content: str
    title: str
    comment: str


def receipt_of(catalogue: Catalogue, received: Received, language: Language, way: Way = "issue") -> Receipt:
    """The file where the answers make one, else what remains to answer."""
    title = typed_as_line(str(received.answers.get("title", "")))
    if received.missing or not folder_name(title):
        return Receipt("", "", "", "\n".join(_remains(received, language, way)) + "\n")
    path = f"{idea_folder(free_name(catalogue, title), catalogue.today)}/idea.md"
    content = idea_file(received.answers, catalogue.settings, catalogue.today, received.language)
    return Receipt(path, content, title, "\n".join(_thanks(path, language, way)) + "\n")


def receipt_of_refusal(
    receipt: Receipt, problems: list[Problem], language: Language, way: Way = "issue"
) -> Receipt:
    """The same without its file, where the check stops it: the comment says why."""
    rows = [f"- {quiet(p.message(language), 600)} {quiet(p.hint(language), 600)}" for p in problems]
    lines = [say(f"{way}.refused", language), "", *rows, "", say(f"{way}.edit", language)]
    return Receipt("", "", receipt.title, "\n".join(lines) + "\n")


def _thanks(path: str, language: Language, way: Way) -> Iterator[str]:
    yield say(f"{way}.made", language)
    yield ""
    yield f"- {inert(path, 200)}"
    yield ""
    yield say(f"{way}.then", language)


def _remains(received: Received, language: Language, way: Way) -> Iterator[str]:
    yield say(f"{way}.remains", language, count=max(1, len(received.missing)))
    yield ""
    yield from (f"- {_fault(answer, language)}" for answer in received.missing)
    if not received.missing:
        yield f"- {say('cli.blank', language)}"
    yield ""
    yield say(f"{way}.edit", language)


def _fault(answer: MissingAnswer, language: Language) -> str:
    question = answer.question
    field = f"**{quiet(question.title.in_(language))}**"
    if answer.kind == "unknown":
        return say("issue.unknown", language, field=field, given=inert(answer.given))
    values = {"length": answer.length, "limit": question.limit(answer.kind), "name": question.name}
    return say(f"problem.{FAULTS[answer.kind]}.message", language, field=field, **values)
