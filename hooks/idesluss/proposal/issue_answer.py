"""An issue that proposes an idea, and how its author is credited in the commit that its file comes in."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .receipt import Receipt

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
