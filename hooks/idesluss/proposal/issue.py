"""An idea that somebody has proposed in GitHub's form: the answers in an issue's body, read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..words import text
from .plain_text import typed_as_line, typed_as_markdown
from .questions import questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..model import Settings
    from ..words import Language, Text
    from .questions import Question

LABEL = "idé"
LANGUAGE_BY_NAME: dict[str, Language] = {"Svenska": "sv", "English": "en"}
MAX_BODY = 65_536  # characters; GitHub takes no more
NO_ANSWER = "_No response_"
# As GitHub writes a question above its answer, with the spaces round it taken away.
_HEADING = re.compile(r"^### +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MissingAnswer:
    """A question whose answer cannot be used: `empty`, `short`, `long`, `many` or `unknown`."""

    question: Question
    kind: str
    length: int = 0
    given: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The answers, by the questions' names, and what must be mended before they make a file."""

    answers: Mapping[str, str | tuple[str, ...]]
    language: Language
    missing: tuple[MissingAnswer, ...]


def both_labels(words: Text) -> str:
    """The words in both languages, or once where they are the same; in one line."""
    both = words.sv if words.sv == words.en else f"{words.sv} / {words.en}"
    return " ".join(both.split())


def answer_heading(question: Question) -> str:
    """What the question is called in the form, and stands as in the issue."""
    return both_labels(question.title)


def read_issue(body: str, settings: Settings) -> Received:
    """The answers in the body. A heading that is no question's belongs to the answer that it stands in."""
    every_question = questions(settings)
    names = {answer_heading(question): question.name for question in every_question}
    parts = _parts(body[:MAX_BODY], {**names, both_labels(text("issue.language")): "language"})
    answers: dict[str, str | tuple[str, ...]] = {}
    missing: list[MissingAnswer] = []
    for question in every_question:
        answer, fault = _answer(question, parts.get(question.name, ""))
        if fault:
            missing.append(fault)
        elif answer:
            answers[question.name] = answer
    return Received(
        answers, LANGUAGE_BY_NAME.get(parts.get("language", ""), settings.language), tuple(missing)
    )


def _parts(body: str, names: Mapping[str, str]) -> dict[str, str]:
    """Question to answer. The first of two headings that are alike counts; the other is words."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    headings: dict[str, re.Match[str]] = {}
    for match in _HEADING.finditer(lines):
        name = names.get(match[1].strip())
        if name:
            headings.setdefault(name, match)
    ends = [*(match.start() for match in headings.values()), len(lines)][1:]
    parts = {
        name: lines[match.end() : end].strip()
        for (name, match), end in zip(headings.items(), ends, strict=True)
    }
    return {name: "" if answer == NO_ANSWER else answer for name, answer in parts.items()}


def _answer(question: Question, written: str) -> tuple[str | tuple[str, ...], MissingAnswer | None]:
    if question.kind in {"choice", "choices"}:
        return _chosen(question, written)
    clean = typed_as_markdown(written) if question.section else typed_as_line(written)
    if not clean:
        return "", MissingAnswer(question, "empty") if question.is_required else None
    size = len(clean)
    if size < question.shortest:
        return "", MissingAnswer(question, "short", size)
    if question.longest and size > question.longest:
        return "", MissingAnswer(question, "long", size)
    return written, None


def _chosen(question: Question, written: str) -> tuple[str | tuple[str, ...], MissingAnswer | None]:
    keys = list(_keys(question, written)) if written else []
    if None in keys:
        return "", MissingAnswer(question, "unknown", given=typed_as_line(written))
    known = tuple(key for key in dict.fromkeys(keys) if key)
    if not known:
        return "", MissingAnswer(question, "empty") if question.is_required else None
    if len(known) > question.most:
        return "", MissingAnswer(question, "many", len(known))
    return (known if question.kind == "choices" else known[0]), None


def _keys(question: Question, written: str) -> Iterator[str | None]:
    """The options that stand there with commas between them; None for what is no option."""
    labels = {label: option.key for option in question.options for label in _labels(option.label)}
    rest = typed_as_line(written)
    while rest:
        fits = [label for label in labels if rest == label or rest.startswith(f"{label}, ")]
        if not fits:
            yield None
            return
        longest = max(fits, key=len)
        yield labels[longest]
        rest = rest[len(longest) :].removeprefix(",").strip()


def _labels(words: Text) -> set[str]:
    return {both_labels(words), " ".join(words.sv.split()), " ".join(words.en.split())}
