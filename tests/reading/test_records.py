"""Documents become records, and what a field refuses is told once, at the value, in its own words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.model import Idea, PartialDate, Plan
from idesluss.reading.document import parse_document
from idesluss.reading.records import nearest, validate
from idesluss.words import LANGUAGES
from idesluss.words.characters import composed, hidden_characters

if TYPE_CHECKING:
    from idesluss.reading.problem import Problem

NEEDED = {
    "title": "Enklare felanmälan",
    "summary": "Den som ser ett hål i gatan ska kunna anmäla det.",
    "sector": "samhallsbyggnad",
}


def idea(front: str, *, needed: bool = True) -> tuple[Idea | None, list[Problem]]:
    lines = [f"{key}: {value}\n" for key, value in NEEDED.items() if needed]
    return validate(parse_document("idea.md", f"---\n{''.join(lines)}{front}---\n".encode()), Idea)


def spots(problems: list[Problem]) -> list[tuple[str, int, int]]:
    for problem in problems:
        assert all(problem.message(language) and problem.hint(language) for language in LANGUAGES)
    return [(problem.key, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("themes: [a, b, Å]\n", ("value.key", 5, 16)),
        ("themes:\n  - a\n  - {b: c}\n", ("field.not_text", 7, 5)),
        ("submitted: 2026-02-31\n", ("value.date_day", 5, 12)),
        ("agenda_goals: [1, 18]\n", ("value.number", 5, 19)),
        (
            "grants:\n  - funder: a\n    awarded: 1\n  - funder: a\n    awarded: 1 kr\n",
            ("value.money", 9, 14),
        ),
        ("grants:\n  - funder: a\n  - awarded: 1\n", ("field.missing", 7, 5)),
        ("grants:\n  - funder: a\n    stort: x\n", ("field.unknown", 7, 5)),
        (
            "decisions:\n  - {gate: G1, date: 2026-01-02, verdict: ja, role: a, reason: b}\n",
            ("field.choice", 6, 43),
        ),
        ("coordinator: x\n", ("field.not_mapping", 5, 14)),
        ("coordinator: [x]\n", ("field.not_mapping", 5, 1)),
        ("themes: x\n", ("field.not_list", 5, 9)),
        ("themes: {a: b}\n", ("field.not_list", 5, 1)),
        ("themes: [a, b, c, d, e, f]\n", ("field.many", 5, 1)),
        ("waivers:\n  - waives: []\n    reason: x\n", ("field.few", 6, 5)),
        ("target_group: " + "x" * 201 + "\n", ("field.long", 5, 15)),
        ("target_group: ''\n", ("field.empty", 5, 1)),
        ("themes: [a, '']\n", ("field.empty", 5, 13)),
        ("translations:\n  de: {title: x}\n", ("field.choice", 6, 3)),
        ("translations:\n  en: {titel: x}\n", ("field.unknown", 6, 8)),
    ],
)
def test_one_problem_at_the_value(front: str, expected: tuple[str, int, int]) -> None:
    """One mistake gives one problem, with good values before it, where the value or its key stands."""
    record, problems = idea(front)
    assert record is None
    [(key, line, column)] = spots(problems)
    assert (key.removesuffix("_near"), line, column) == expected


def test_a_misspelt_field_is_not_also_missing() -> None:
    """`titel` is told as misspelt, and the two that are missing as missing."""
    _, problems = idea("titel: Min idé\n", needed=False)
    assert sorted(key for key, _, _ in spots(problems)) == [
        "field.missing",
        "field.missing",
        "field.unknown_near",
    ]
    assert {problem.values["name"] for problem in problems} == {"titel", "summary", "sector"}


@pytest.mark.parametrize("written", ["Sammanfattning", "SUMMARY", "sumary", "Summary"])
def test_the_field_that_was_meant_is_named(written: str) -> None:
    """A label in Swedish, capitals and slips of the hand lead to the field."""
    text = f"---\ntitle: Min idé\nsector: a\n{written}: En sammanfattning av idén\n---\n"
    _, problems = validate(parse_document("idea.md", text.encode()), Idea)
    assert [(p.key, p.values["nearest"]) for p in problems] == [("field.unknown_near", "summary")]


def test_several_mistakes_are_all_told() -> None:
    """A wrong value does not hide the next one."""
    _, problems = idea("submitted: igår\nthemes: [a, Å]\nfavourite: x\nlanguage: no\n")
    assert [line for _, line, _ in sorted(spots(problems), key=lambda spot: spot[1])] == [5, 6, 7, 8]


def test_lengths_are_of_the_text_itself() -> None:
    """Spaces round a text are not counted, and å is one character."""
    _, problems = validate(
        parse_document("i.md", "---\ntitle: '  åä  '\nsummary: x\nsector: a\n---\n".encode()), Idea
    )
    assert [problem.values["length"] for problem in problems] == [2, 1]


def test_unreadable_documents_say_nothing_more() -> None:
    """What could not be read has had its problem."""
    assert validate(parse_document("idea.md", b"---\na: [\n---\n"), Idea) == (None, [])


def test_braces_in_values_are_only_text() -> None:
    """A value cannot fill in the words of its own message."""
    _, problems = idea("submitted: '{field.__class__} {0} {'\n")
    assert "{field.__class__} {0} {" in problems[0].message("sv")


def test_nearest() -> None:
    """Only what is alike is suggested."""
    assert nearest("Projekt", ["idea", "project"]) == "project"
    assert nearest("xyz", ["idea", "project"]) is None


LINES: st.SearchStrategy[str] = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Mn", "Me", "Mc"]
    ),
    min_size=20,
    max_size=120,
).filter(lambda text: len(text.strip()) >= 20 and composed(text) == text and not any(hidden_characters(text)))
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
DATES = st.dates().filter(lambda day: 1900 <= day.year <= 2199).map(str)
IDEAS = st.fixed_dictionaries(
    {"title": LINES, "summary": LINES, "sector": SLUGS},
    optional={
        "themes": st.lists(SLUGS, max_size=5),
        "municipalities": st.lists(SLUGS, max_size=5),
        "submitted": DATES,
        "target_group": LINES,
        "driver": st.sampled_from(["need", "challenge", "opportunity"]),
        "translations": st.fixed_dictionaries({"en": st.fixed_dictionaries({"summary": LINES})}),
        "activities": st.lists(
            st.fixed_dictionaries({"kind": SLUGS, "date": DATES, "note": LINES}), max_size=3
        ),
    },
)


@given(IDEAS)
def test_good_values_come_back_unchanged(values: dict[str, Any]) -> None:
    """Whatever passes is, as text, what was written."""
    front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    record, problems = validate(parse_document("idea.md", f"---\n{front}---\n".encode()), Idea)
    assert problems == []
    assert record is not None
    back = record.model_dump(mode="json", include=set(values), exclude_unset=True)
    assert _stripped(back) == _stripped(values)


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _stripped(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_stripped(inner) for inner in value]
    return value.strip()


@given(
    st.recursive(
        st.text(max_size=5), lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=9), v)
    )
)
def test_no_structure_raises(value: Any) -> None:
    """Whatever stands in a field is taken or told."""
    for record in (Idea, Plan):
        for name in record.model_fields:
            text = f"---\n{name}: {json.dumps(value)}\n---\n"
            spots(validate(parse_document("x.md", text.encode()), record)[1])


def test_dates_are_partial_dates() -> None:
    """A month stays a month."""
    record, _ = idea("submitted: 2015-11\n")
    assert record is not None
    assert record.submitted == PartialDate(2015, 11)
