"""Vectors by others, whole. Our own samples in tests/vectors hold some of each class."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import pytest

from idesluss.reading.document import MAX_BYTES, parse_document
from idesluss.reading.markdown import render_body
from idesluss.reading.personal import find_personal_data
from tests.support.allow_list import not_allowed
from tests.support.beside import beside
from tests.support.harmless import PATH, left_of, unprintable_lines
from tests.support.vector_files import foreign_vector_files, heavy_files, problems_of_files
from tests.support.vectors import foreign_vectors, own_vectors, slow_texts
from tests.support.work import calls_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.prove
TODAY = dt.date(2026, 11, 23)
FORMATS = ("long_format", "short_format", "separated_format", "separated_long")
COPIED = ("frontmatter_differential", "hostile_text", "md_pathological", "pii_sv")
MOST_CALLS = 12  # for each sign of the text and of the page that comes out


@pytest.mark.parametrize(
    ("name", "field"),
    [("dompurify_expect", "payload"), ("bleach_sanitizer", "input"), ("html5lib_sanitizer", "input")],
)
def test_sanitizer_payloads_leave_nothing(name: str, field: str) -> None:
    """After rendering, nothing outside the allow-list is there, alone or within text."""
    payloads = [case[field] for case in foreign_vectors(name)]
    assert payloads
    assert {payload: left for payload in payloads if (left := left_of(payload))} == {}


def test_naughty_strings() -> None:
    """The big list of naughty strings: as title and as body, each is read or told, and none raises."""
    texts = foreign_vectors("blns")
    assert len(texts) > 400
    for text in texts:
        assert list(unprintable_lines(text)) == [], text
        assert not_allowed(render_body(text, PATH).html) == [], text


def test_yaml_test_suite() -> None:
    """The YAML test suite: what a conforming reader must refuse is refused; nothing raises anything else."""
    accepted = []
    for case in foreign_vectors("yaml_test_suite"):
        document = parse_document("a.yml", case["yaml"].encode())
        assert len(document.problems) <= 1 or document.problems[0].rule == "hidden_character"
        assert all(problem.place.line and problem.place.column for problem in document.problems)
        if document.is_readable:
            accepted.append(case)
    assert [case["id"] for case in accepted if case["fail"]] == []
    assert len(accepted) > 50


def slow(origin: str) -> Iterator[tuple[str, str]]:
    if origin == "own":
        yield from slow_texts(16_000).items()
        return
    for case in foreign_vectors("cmark_pathological"):
        # cmark's expressions: literals, `*`, `+`, join, map and range.
        yield case["name"], eval(case["python_expr"])  # noqa: S307  # see above


@pytest.mark.parametrize("origin", ["own", "cmark"])
def test_slow_markdown_at_the_largest_size(origin: str) -> None:
    """Markdown that is slow elsewhere, as large as a file may be: harmless, and little work."""
    for name, text in slow(origin):
        cut = text.encode()[:MAX_BYTES].decode("utf-8", "ignore")
        page = render_body(cut, PATH).html
        assert not_allowed(page) == [], name
        calls = calls_of(partial(render_body, cut, PATH))
        assert calls <= MOST_CALLS * (len(cut) + len(page)) + 200, name


@pytest.mark.parametrize("name", ["personnummer_list", "personnummer_interim", "orgnummer"])
def test_numbers_by_others_are_judged_as_they_say(name: str) -> None:
    """Personal, coordination and interim numbers are found in every format; organisation numbers are not."""
    for item in foreign_vectors(name):
        for number in (item[form] for form in FORMATS if form in item):
            if " " in number:  # not a number in form, but somebody's all the same
                continue
            spans = find_personal_data(f"Anmält av {number}, i går.", TODAY)
            assert [span.kind for span in spans] == (["number"] if item["valid"] else []), number


def test_every_vector_is_judged_without_a_traceback(tmp_path: Path) -> None:
    """As files of one catalogue: an exit code of 1, a report for programs, and nothing on the side."""
    files = list(foreign_vector_files())
    problems = problems_of_files(tmp_path, files)
    assert len(files) > 1100
    assert len({problem["path"] for problem in problems if problem["severity"] == "error"}) > 400


def test_every_vector_is_little_work() -> None:
    """Whether it is read or refused, no more is called than its signs warrant."""
    assert heavy_files(foreign_vector_files()) == []


@pytest.mark.parametrize("name", COPIED)
def test_our_copies_are_whole(name: str) -> None:
    """Vectors of our own that also lie beside the project have not been made easier here."""
    assert own_vectors(name) == foreign_vectors(name)
    assert f"{name}.json | own" in beside("vectors/README.md").read_text(encoding="utf-8")
