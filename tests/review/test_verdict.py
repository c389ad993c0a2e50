"""The first line of a report: how many errors and warnings there are, and what they are."""

from __future__ import annotations

import pytest

from idesluss import words
from idesluss.reading.problem import Place, Problem
from idesluss.review.problems_in_markdown import verdict_line

IDEA, PLAN = "ideas/2026/x/idea.md", "ideas/2026/x/plan.md"


def problem(severity: str, key: str, line: int = 3, path: str = IDEA, **values: object) -> Problem:
    assert severity in ("error", "warning", "hint")
    return Problem(Place(path, line), key.partition(".")[0], severity, key, values)  # type: ignore[arg-type]


MOBILE = problem("warning", "private_contact.mobile")
NUMBER = problem("error", "personal_number.text", 5)


@pytest.mark.parametrize(
    ("problems", "line"),
    [
        ([], "Inga fel och inga varningar"),
        ([problem("hint", "retired_idea.stopped", kind="x", idea="y")], "Inga fel och inga varningar"),
        ([MOBILE], "Inga fel, 1 varning: ett mobilnummer på rad 3"),
        ([NUMBER], "1 fel: ett personnummer på rad 5"),
        ([MOBILE, NUMBER], "1 fel, 1 varning: ett personnummer på rad 5 och ett mobilnummer på rad 3"),
        (
            [MOBILE, problem("warning", "picture.owner", 0, "ideas/2026/x/a.png")],
            (
                f"Inga fel, 2 varningar: ett mobilnummer på rad 3 i `{IDEA}` och "
                "en bild som berättar vem som tog den i `ideas/2026/x/a.png`"
            ),
        ),
    ],
    ids=["none", "hint", "warning", "error", "both", "files"],
)
def test_problems_are_counted_and_named(problems: list[Problem], line: str) -> None:
    """Errors first; the file only where there are several, and a line where there is one."""
    assert verdict_line(problems, "sv") == line


def test_the_first_three_are_named() -> None:
    many = [problem("warning", "private_contact.mobile", line) for line in range(1, 8)]
    assert verdict_line(many, "en") == (
        "No errors, 7 warnings: a mobile number on line 1, a mobile number on line 2, "
        "a mobile number on line 3 and 4 more"
    )


def test_what_has_no_name_is_named_by_its_message() -> None:
    """Within the sentence, without its own full stop."""
    unused = problem("warning", "picture.words", 9, words="bild")
    assert verdict_line([unused], "sv") == (
        "Inga fel, 1 varning: orden `bild` säger inte vad bilden visar (rad 9)"
    )


def test_names_are_those_of_problems() -> None:
    """A name for something that is never found would never be read."""
    for language in words.LANGUAGES:
        keys = words.keys(language)
        named = {key.removeprefix("review.named.") for key in keys if key.startswith("review.named.")}
        assert named
        assert {key for key in named if f"problem.{key}.message" not in keys} == set()
