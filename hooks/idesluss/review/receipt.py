"""What becomes of an idea proposed in an issue: its file, and what its author is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .. import proposal
from ..proposal import free_name, idea_folder, issue
from ..proposal.plain_text import typed_as_line
from ..words import say
from . import inert, quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..proposal.issue import MissingAnswer, Received
    from ..reading.problem import Problem
    from ..words import Language

BRANCH = "ide-{number}"
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
_MOST_NAMES = 100
_MESSAGES = {"empty": "field.empty", "short": "field.short", "long": "field.long", "many": "field.many"}


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as GitHub tells of it. `login` and `author` are empty where they are not as they should be."""

    number: int
    body: str
    login: str
    author: str

    @classmethod
    def read(cls, event: Any) -> Issue | None:
        """The issue of an event; None where the event tells of none."""
        told = event.get("issue") if isinstance(event, dict) else None
        if not isinstance(told, dict) or not isinstance(told.get("number"), int):
            return None
        given = told.get("user")
        user = given if isinstance(given, dict) else {}
        login, number = str(user.get("login", "")), user.get("id")
        is_known = bool(_LOGIN.fullmatch(login)) and isinstance(number, int)
        author = f"{login} <{number}+{login}@users.noreply.github.com>" if is_known else ""
        return cls(told["number"], str(told.get("body") or ""), login if is_known else "", author)

    @property
    def branch(self) -> str:
        return BRANCH.format(number=self.number)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The file to add, with its path, or nothing of either; and the comment, in Markdown."""

    path: str
    content: str
    title: str
    comment: str


def receipt_of(found: Catalogue, received: Received, language: Language) -> Receipt:
    """The file where the answers make one, else what remains to answer."""
    title = typed_as_line(str(received.answers.get("title", "")))
    if received.lacks or not free_name(title):
        return Receipt("", "", "", "\n".join(_remains(received, language)) + "\n")
    path = _free(found, title)
    content = proposal.idea_file(received.answers, found.settings, found.today, received.language)
    return Receipt(path, content, title, "\n".join(_made(path, language)) + "\n")


def receipt_of_refusal(receipt: Receipt, problems: list[Problem], language: Language) -> Receipt:
    """The same without its file, where the check stops it: the comment says why."""
    rows = [f"- {quiet(p.message(language), 600)} {quiet(p.hint(language), 600)}" for p in problems]
    told = [say("issue.refused", language), "", *rows, "", say("issue.edit", language)]
    return Receipt("", "", receipt.title, "\n".join(told) + "\n")


def commit_message(receipt: Receipt, issue_: Issue) -> str:
    """The commit's message, with the author credited as GitHub does it."""
    credit = f"Co-authored-by: {issue_.author}\n" if issue_.author else ""
    title = receipt.title.replace("@", "@\u2060").replace("#", "#\u2060")
    return f"Propose: {title}\n\nFrom issue {issue_.number}.\n\n{credit}"


def _free(found: Catalogue, title: str) -> str:
    """A place that no idea has, nor has had."""
    folder = idea_folder(title, found.today)
    year, name = folder.rsplit("/", 1)
    taken = {*found.by_slug, *(alias for entry in found.entries for alias in entry.idea.aliases)}
    taken |= {one.slug for one in found.tree.folders}
    names = (name, *(f"{name[:76]}-{number}" for number in range(2, _MOST_NAMES)))
    free = next((one for one in names if one not in taken), name)
    return f"{year}/{free}/idea.md"


def _made(path: str, language: Language) -> Iterator[str]:
    yield say("issue.made", language)
    yield ""
    yield f"- {inert(path, 200)}"
    yield ""
    yield say("issue.then", language)


def _remains(received: Received, language: Language) -> Iterator[str]:
    yield say("issue.remains", language, count=max(1, len(received.lacks)))
    yield ""
    yield from (f"- {_lack(lack, language)}" for lack in received.lacks)
    if not received.lacks:
        yield f"- {say('cli.blank', language)}"
    yield ""
    yield say("issue.edit", language)


def _lack(lack: MissingAnswer, language: Language) -> str:
    question = lack.question
    field = f"**{quiet(question.title.in_(language))}**"
    if lack.kind == "unknown":
        return say("issue.unknown", language, field=field, given=inert(lack.given))
    limits = {"short": question.shortest, "long": question.longest, "many": question.most}
    values = {"length": lack.length, "limit": limits.get(lack.kind, 0), "name": question.name}
    return say(f"problem.{_MESSAGES[lack.kind]}.message", language, field=field, **values)


__all__ = ["Issue", "Receipt", "commit_message", "issue", "receipt_of", "receipt_of_refusal"]
