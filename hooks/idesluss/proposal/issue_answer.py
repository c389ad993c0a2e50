"""What becomes of an idea proposed in an issue: its file, and what its author is told."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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

BRANCH = "ide-{number}"
# A name on GitHub: letters, digits and hyphens, 39 at the most, so that it cannot end the line it stands in.
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
# All but letters, marks, digits and the punctuation of a sentence: brackets hold `[skip ci]`, a number sign
# refers, a colon and strokes make an address, and an at sign calls somebody.
_NO_WORD = re.compile(r"[^\w\s.,!?;%&'’”\"–-]|_")
# A full stop within a word makes it an address, as in www.example.org; between digits it does not.
_INNER_STOP = re.compile(r"(?<=\w)\.(?=\w)(?!(?<=[0-9]\.)[0-9])")
# GH-12, and a key of letters before a number, which a repository can turn into links: ABC-12.
_NUMBERED = re.compile(r"\b([A-Za-z][A-Za-z0-9]*)-(?=[0-9])")
# What GitHub would link as a commit: seven hexadecimal digits or more, of both letters and numbers.
_HASH = re.compile(r"\b(?=[0-9a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,}\b")


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as GitHub tells of it. `login` and `author` are empty where they are not as they should be.

    `updated` is when it was last changed, None where that is not told.
    """

    number: int
    body: str
    login: str
    author: str
    author_id: int | None = None
    updated: dt.datetime | None = None

    @classmethod
    def read(cls, event: Any) -> Issue | None:
        """The issue of an event; None where the event tells of none."""
        issue = event.get("issue") if isinstance(event, dict) else None
        if not isinstance(issue, dict) or not isinstance(issue.get("number"), int):
            return None
        user = issue.get("user")
        user = user if isinstance(user, dict) else {}
        login, number = str(user.get("login", "")), user.get("id")
        is_known = bool(_LOGIN.fullmatch(login)) and isinstance(number, int)
        author = f"{login} <{number}+{login}@users.noreply.github.com>" if is_known else ""
        updated = _moment(issue.get("updated_at"))
        known_id = number if is_known else None
        body = str(issue.get("body") or "")
        return cls(issue["number"], body, login if is_known else "", author, known_id, updated)

    @property
    def branch(self) -> str:
        """The branch that the idea's file is proposed on."""
        return BRANCH.format(number=self.number)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The file to add, with its path, or nothing of either; and the comment, in Markdown."""

    path: str
    content: str
    title: str
    comment: str


def receipt_of(catalogue: Catalogue, received: Received, language: Language) -> Receipt:
    """The file where the answers make one, else what remains to answer."""
    title = typed_as_line(str(received.answers.get("title", "")))
    if received.missing or not folder_name(title):
        return Receipt("", "", "", "\n".join(_remains(received, language)) + "\n")
    path = f"{idea_folder(free_name(catalogue, title), catalogue.today)}/idea.md"
    content = idea_file(received.answers, catalogue.settings, catalogue.today, received.language)
    return Receipt(path, content, title, "\n".join(_thanks(path, language)) + "\n")


def receipt_of_refusal(receipt: Receipt, problems: list[Problem], language: Language) -> Receipt:
    """The same without its file, where the check stops it: the comment says why."""
    rows = [f"- {quiet(p.message(language), 600)} {quiet(p.hint(language), 600)}" for p in problems]
    lines = [say("issue.refused", language), "", *rows, "", say("issue.edit", language)]
    return Receipt("", "", receipt.title, "\n".join(lines) + "\n")


def commit_message(receipt: Receipt, issue: Issue) -> str:
    """The commit's message, with the author credited as GitHub does it."""
    credit = f"Co-authored-by: {issue.author}\n" if issue.author else ""
    return f"Propose: {harmless_title(receipt.title)}\n\nFrom issue {issue.number}.\n\n{credit}"


def harmless_title(title: str) -> str:
    """The words of a title, of which git and GitHub make nothing: no mention, reference, link or command.

    They are taken for what they are in a commit's message and in a pull request's title, where nothing can
    be escaped.
    """
    words = _NO_WORD.sub(" ", title)
    words = _NUMBERED.sub(r"\1 ", _INNER_STOP.sub(" ", words))
    return " ".join(_HASH.sub(lambda digits: " ".join(digits[0]), words).split()) or "–"


def _moment(given: object) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(str(given))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _thanks(path: str, language: Language) -> Iterator[str]:
    yield say("issue.made", language)
    yield ""
    yield f"- {inert(path, 200)}"
    yield ""
    yield say("issue.then", language)


def _remains(received: Received, language: Language) -> Iterator[str]:
    yield say("issue.remains", language, count=max(1, len(received.missing)))
    yield ""
    yield from (f"- {_fault(answer, language)}" for answer in received.missing)
    if not received.missing:
        yield f"- {say('cli.blank', language)}"
    yield ""
    yield say("issue.edit", language)


def _fault(answer: MissingAnswer, language: Language) -> str:
    question = answer.question
    field = f"**{quiet(question.title.in_(language))}**"
    if answer.kind == "unknown":
        return say("issue.unknown", language, field=field, given=inert(answer.given))
    values = {"length": answer.length, "limit": question.limit(answer.kind), "name": question.name}
    return say(f"problem.{FAULTS[answer.kind]}.message", language, field=field, **values)
