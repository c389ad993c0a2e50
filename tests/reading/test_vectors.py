"""Our own vectors: hostile, slow and naughty texts as titles and as bodies. Those by others: tests/prove."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from idesluss import reporters as report
from idesluss.checks import judge_catalogue
from idesluss.model import Idea
from idesluss.reading import markdown as body
from idesluss.reading.document import parse_document
from idesluss.reading.markdown import render_body
from idesluss.reading.records import validate
from idesluss.words.characters import composed
from tests.support.allow_list import not_allowed
from tests.support.harmless import PATH, left_of, unprintable_lines
from tests.support.regex_steps import CountedPatterns
from tests.support.vector_files import heavy_files, own_vector_files
from tests.support.vectors import hostile_bodies, naughty_texts, own_vectors, slow_texts
from tests.support.work import calls_of, is_linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

MOST_STEPS = 40  # of a pattern for each sign of the page that comes out
MOST_CALLS = 12


def test_hostile_markup_leaves_nothing() -> None:
    """After rendering, nothing outside the allow-list is there, alone or within text."""
    payloads = hostile_bodies()
    assert len(payloads) > 80
    assert {payload: left for payload in payloads if (left := left_of(payload))} == {}


def test_naughty_texts() -> None:
    """As title and as body, each is read or told; none raises."""
    texts = naughty_texts()
    assert len(texts) >= 190
    for text in texts:
        assert list(unprintable_lines(text)) == [], text
        assert not_allowed(render_body(text, PATH).html) == [], text


def test_hostile_text_in_every_text_field() -> None:
    """Injection stays text: it comes back unchanged or is told, and a body holds nothing of it."""
    fields = (
        "title",
        "summary",
        "target_group",
        "coordinator.unit",
        "sector",
        "contact",
        "themes",
        "aliases",
    )
    for case in own_vectors("hostile_text")["items"]:
        text = case["text"]
        for name in fields:
            outer, _, inner = name.partition(".")
            written = json.dumps(text)
            value = (
                f"{{organisation: a, {inner}: {written}}}"
                if inner
                else f"[{written}]"
                if name in {"themes", "aliases"}
                else written
            )
            given = {
                "title": "Min idé",
                "summary": "En idé med tillräckligt många ord",
                "sector": "a",
                outer: value,
            }
            front = "".join(f"{key}: {shown}\n" for key, shown in given.items())
            document = parse_document(
                "idea.md", f"---\n{front}---\n\n{text}\n".encode("utf-8", "surrogatepass")
            )
            record, problems = validate(document, Idea)
            told = [*document.problems, *problems]
            for line in report.as_text(told, "sv").split("\n"):
                assert line.isprintable()
                assert not line.startswith("::")
            if record and outer in {"title", "summary"}:
                assert getattr(record, outer) == " ".join(composed(text).strip().split("\n"))
        assert not_allowed(render_body(text, PATH).html) == []


@pytest.mark.parametrize("name", slow_texts(1))
def test_slow_markdown_is_little_work(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more calls, and no more going back in a pattern, than the text and the page have signs.

    How long it takes at the largest size is measured in the bench.
    """

    def calls(size: int) -> int:
        return calls_of(lambda: render_body(slow_texts(size)[name], PATH))

    def signs(size: int) -> int:
        text = slow_texts(size)[name]
        return len(text) + len(render_body(text, PATH).html)

    assert not_allowed(render_body(slow_texts(400)[name], PATH).html) == []
    assert is_linear(calls, 200)
    assert calls(400) <= MOST_CALLS * signs(400) + 200
    patterns = CountedPatterns(monkeypatch, body)

    def steps(size: int) -> int:
        return patterns.steps(lambda: render_body(slow_texts(size)[name], PATH))

    assert is_linear(steps, 200)  # elements are followed from MAX_DEPTH on
    assert steps(200) <= MOST_STEPS * signs(200)


def test_every_vector_is_little_work() -> None:
    """Whether it is read or refused, no more is called than its signs warrant."""
    assert heavy_files(own_vector_files()) == []


def test_many_broken_links_cost_no_more_than_one(changed: Callable[..., Catalogue]) -> None:
    """Places are looked for a few times only."""

    def calls(count: int) -> int:
        links = "".join(f"[a](b{number})\n" for number in range(count))
        catalogue = changed(("2026/enklare-felanmalan/idea.md", "I dag skickas", links))
        problems = judge_catalogue(catalogue)
        assert {problem.key for problem in problems} == {"body.link"}
        assert len(problems) == body.MAX_COMPLAINTS
        return calls_of(lambda: judge_catalogue(catalogue))

    assert is_linear(calls, 1000)
