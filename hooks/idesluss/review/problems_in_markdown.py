"""What the check says of a change, as Markdown: the verdict in one line, and each problem with its remedy."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..reading.problem import has_errors
from ..reporters.parts import hint_text, message_text
from ..words import enumeration, keys, say
from ..words.characters import within_sentence
from ..words.inert import inert, quiet
from .review import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..reading.problem import Problem, Severity
    from ..words import Language

MANY = 40  # files or problems of one kind that are listed before the rest is only counted
_NAMED = 3  # problems that the verdict names
_LONG_NAME = 160
_GRAVE: tuple[Severity, ...] = ("error", "warning")


def verdict_line(problems: Sequence[Problem], language: Language) -> str:
    """How many errors and warnings there are, and what the first of them are."""
    counts = Counter(problem.severity for problem in problems)
    sums = [
        say(f"review.{severity}s", language, count=counts[severity])
        for severity in _GRAVE
        if counts[severity]
    ]
    if not sums:
        return say("review.clean", language)
    verdict = ", ".join(sums if counts["error"] else [say("review.no_errors", language), *sums])
    grave = [p for severity in _GRAVE for p in problems if p.severity == severity]
    names = list(dict.fromkeys(_named(problem, grave, language) for problem in grave))
    rest = [say("review.more_named", language, count=len(names) - _NAMED)] if len(names) > _NAMED else []
    return f"{verdict}: {enumeration('and', [*names[:_NAMED], *rest]).in_(language)}"


def _named(problem: Problem, all_problems: Sequence[Problem], language: Language) -> str:
    """What a problem is called and where it is; the file too, where the problems stand in several."""
    place, key = problem.place, f"review.named.{problem.key}"
    is_named = key in keys(language)
    name = say(key, language) if is_named else within_sentence(message_text(problem, language).rstrip("."))
    name = quiet(name, _LONG_NAME)
    if place.line:
        name = say("review.on_line" if is_named else "review.at_line", language, name=name, line=place.line)
    if len({other.place.path for other in all_problems}) == 1:
        return name
    return say("review.in_path", language, name=name, path=inert(place.path, LONG))


def problem_part(problems: Sequence[Problem], language: Language, *, is_whole: bool) -> Iterator[str]:
    """What the change caused, each problem with its remedy."""
    if not problems:
        return
    is_stopped = has_errors(problems)
    yield ""
    yield f"## {say('review.to_fix' if is_stopped else 'review.to_read', language)}"
    yield ""
    keys_of_advice = ["fix_first"] if is_stopped else []
    if any(problem.severity != "error" for problem in problems):
        keys_of_advice.append("read_others" if is_stopped else "read_them")
    yield " ".join(say(f"review.{key}", language) for key in keys_of_advice)
    yield ""
    yield from problem_rows(problems, language, is_whole=is_whole)


def problem_rows(problems: Sequence[Problem], language: Language, *, is_whole: bool) -> Iterator[str]:
    shown = problems if is_whole else problems[:MANY]
    for problem in shown:
        line = f":{problem.place.line}" if problem.place.line else ""
        place = inert(f"{problem.place.path}{line}", LONG)
        words = " ".join(quiet(part(problem, language), 600) for part in (message_text, hint_text))
        yield f"- **{say(f'severity.{problem.severity}', language)}** {place} {words} ({inert(problem.rule)})"
    if len(problems) > len(shown):
        yield f"- {say('review.more_problems', language, count=len(problems) - len(shown))}"


def older_part(problems: Sequence[Problem], language: Language, *, is_whole: bool) -> Iterator[str]:
    """What was there before and is nothing that this change has to do with: last, and folded."""
    if not problems:
        return
    yield ""
    yield "<details>"
    yield f"<summary>{say('review.older', language, count=len(problems))}</summary>"
    yield ""
    yield from problem_rows(problems, language, is_whole=is_whole)
    yield ""
    yield "</details>"
