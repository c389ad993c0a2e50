"""An idea that somebody has proposed in GitHub's form: the answers in an issue's body, read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..words import say, text
from .plain_text import typed_as_line, typed_as_markdown
from .questions import questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model import Settings
    from ..words import Language, Text
    from .questions import Question

    Languages = tuple[Language, ...]

MAX_BODY = 65_536  # characters; GitHub takes no more
NO_ANSWER = "_No response_"
# As GitHub writes a question above its answer, with the spaces round it taken away.
_HEADING = re.compile(r"^### +(.+?) *$", re.MULTILINE)


# What the template of a host without forms says of a question, and nobody has answered.
_NOTE = re.compile(r"\A\s*<!--.*?-->", re.DOTALL)


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


def joined_labels(words: Text, languages: Iterable[Language]) -> str:
    """The words in each language, or once where they are the same; in one line."""
    return " ".join(" / ".join(dict.fromkeys(map(words.in_, languages))).split())


def answer_heading(question: Question, languages: Iterable[Language]) -> str:
    """What the question is called in the form, and stands as in the issue."""
    return joined_labels(question.title, languages)


def language_choices(languages: Iterable[Language]) -> dict[str, Language]:
    """What each language is called in itself, and its code."""
    return {say("language.name", language): language for language in languages}


def read_issue(body: str, settings: Settings) -> Received:
    """The answers in the body. A heading that is no question's belongs to the answer that it stands in."""
    every_question = questions(settings)
    languages = settings.site_languages
    names = {answer_heading(question, languages): question.name for question in every_question}
    language_heading = joined_labels(text("issue.language"), languages)
    parts = answers_under(body[:MAX_BODY], {**names, language_heading: "language"})
    answers: dict[str, str | tuple[str, ...]] = {}
    missing: list[MissingAnswer] = []
    for question in every_question:
        answer, fault = _answer(question, parts.get(question.name, ""), languages)
        if fault:
            missing.append(fault)
        elif answer:
            answers[question.name] = answer
    language = language_choices(languages).get(parts.get("language", ""), settings.language)
    return Received(answers, language, tuple(missing))


def answers_under(body: str, names: Mapping[str, str]) -> dict[str, str]:
    """Answers by the names of the headings above them.

    The first of two headings that are alike counts; the other is words.
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    headings: dict[str, re.Match[str]] = {}
    for match in _HEADING.finditer(lines):
        name = names.get(match[1].strip())
        if name:
            headings.setdefault(name, match)
    ends = [*(match.start() for match in headings.values()), len(lines)][1:]
    parts = {
        name: _NOTE.sub("", lines[match.end() : end]).strip()
        for (name, match), end in zip(headings.items(), ends, strict=True)
    }
    return {name: "" if answer == NO_ANSWER else answer for name, answer in parts.items()}


def _answer(
    question: Question, written: str, languages: Languages
) -> tuple[str | tuple[str, ...], MissingAnswer | None]:
    if question.kind in {"choice", "choices"}:
        return _chosen(question, written, languages)
    clean = typed_as_markdown(written) if question.section else typed_as_line(written)
    if not clean:
        return "", MissingAnswer(question, "empty") if question.is_required else None
    size = len(clean)
    if size < question.shortest:
        return "", MissingAnswer(question, "short", size)
    if question.longest and size > question.longest:
        return "", MissingAnswer(question, "long", size)
    return written, None


def _chosen(
    question: Question, written: str, languages: Languages
) -> tuple[str | tuple[str, ...], MissingAnswer | None]:
    keys = list(_keys(question, written, languages)) if written else []
    if None in keys:
        return "", MissingAnswer(question, "unknown", given=typed_as_line(written))
    known = tuple(key for key in dict.fromkeys(keys) if key)
    if not known:
        return "", MissingAnswer(question, "empty") if question.is_required else None
    if len(known) > question.most:
        return "", MissingAnswer(question, "many", len(known))
    return (known if question.kind == "choices" else known[0]), None


def _keys(question: Question, written: str, languages: Languages) -> Iterator[str | None]:
    """The options that stand there with commas between them; None for what is no option."""
    labels = {label: option.key for option in question.options for label in _labels(option.label, languages)}
    rest = typed_as_line(written)
    while rest:
        fits = [label for label in labels if rest == label or rest.startswith(f"{label}, ")]
        if not fits:
            yield None
            return
        longest = max(fits, key=len)
        yield labels[longest]
        rest = rest[len(longest) :].removeprefix(",").strip()


def _labels(words: Text, languages: Languages) -> set[str]:
    return {joined_labels(words, languages), *(joined_labels(words, [language]) for language in languages)}
