"""Vectors by others and our own: hostile, slow and naughty texts as titles and as bodies."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from idesluss import reporters as report
from idesluss.checks import judge_catalogue
from idesluss.model import Idea
from idesluss.reading import document as source
from idesluss.reading import markdown as body
from idesluss.reading.document import parse_document
from idesluss.reading.markdown import render_body
from idesluss.reading.records import validate
from idesluss.words import LANGUAGES
from idesluss.words.characters import composed
from tests.support.allowed import strangers

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue


PATH = "ideas/2026/a/idea.md"


def payloads(shared: Path) -> list[str]:
    """Inputs of three sanitizers' own tests."""
    found = []
    for name, field in (
        ("dompurify_expect", "payload"),
        ("bleach_sanitizer", "input"),
        ("html5lib_sanitizer", "input"),
    ):
        found += [case[field] for case in json.loads((shared / f"{name}.json").read_text(encoding="utf-8"))]
    return found


def test_sanitizer_payloads_leave_nothing(shared: Path) -> None:
    """After rendering, nothing outside the allow-list is there, alone or within text."""
    listed = payloads(shared)
    assert len(listed) > 200
    for payload in listed:
        for markdown in (
            payload,
            f"## Behov\n\n{payload}\n\ntext",
            f"- {payload}",
            f"| a |\n|-|\n| {payload} |",
        ):
            assert strangers(render_body(markdown, PATH).html) == [], payload


def test_naughty_strings(shared: Path) -> None:
    """As title and as body, each is read or told; none raises."""
    for text in json.loads((shared / "blns.json").read_text(encoding="utf-8")):
        for title in (text, json.dumps(text, ensure_ascii=False)):
            document = parse_document(
                "idea.md", f"---\ntitle: {title}\n---\n{text}".encode("utf-8", "surrogatepass")
            )
            _, problems = validate(document, Idea)
            for language in LANGUAGES:
                shown = report.as_text([*document.problems, *problems], language)
                assert all(line.isprintable() for line in shown.split("\n"))
        assert strangers(render_body(text, PATH).html) == []


def test_hostile_text_in_every_text_field(own: Callable[[str], Any]) -> None:
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
    for case in own("hostile_text")["items"]:
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
        assert strangers(render_body(text, PATH).html) == []


@pytest.mark.parametrize("name", ["cmark_pathological", "md_pathological"])
def test_pathological_markdown_is_quick(
    name: str, request: pytest.FixtureRequest, own: Callable[[str], Any]
) -> None:
    """Each takes far less than five seconds, at the largest size that a file may have."""
    if name == "cmark_pathological":
        cases = json.loads((request.getfixturevalue("shared") / f"{name}.json").read_text(encoding="utf-8"))
    else:
        cases = own(name)
    for case in cases:
        # The expressions are ours or cmark's: literals, `*`, `+`, join and range.
        made = eval(case["python_expr"], {"n": max(case.get("n", [0]))})  # noqa: S307  # expressions of our own vectors
        text = made.encode()[: source.MAX_BYTES].decode("utf-8", "ignore")
        started = time.process_time()
        assert strangers(render_body(text, PATH).html) == []
        assert time.process_time() - started < 5, case["name"]


def test_pathological_bodies_in_a_catalogue_are_quick(changed: Callable[..., Catalogue]) -> None:
    """Many broken links cost no more than one: places are looked for a few times only."""
    links = "".join(f"[a](b{n})\n" for n in range(20_000))
    held = changed(("2026/enklare-felanmalan/idea.md", "I dag skickas", links))
    started = time.process_time()
    problems = judge_catalogue(held)
    assert time.process_time() - started < 3
    assert {problem.key for problem in problems} == {"body.link"}
    assert len(problems) == body.MAX_COMPLAINTS


def test_own_vectors_are_those_of_the_shared_folder(shared: Path, own: Callable[[str], Any]) -> None:
    """The copies are whole."""
    names = [path.stem for path in (Path(__file__).parents[1] / "vectors").glob("*.json")]
    assert len(names) == 5
    for name in names:
        assert own(name) == json.loads((shared / f"{name}.json").read_text(encoding="utf-8"))
        assert re.search(rf"{name}\.json \| own", (shared / "README.md").read_text(encoding="utf-8"))
