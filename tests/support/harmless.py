"""What must hold of every text, however hostile, once it has been read, told of and rendered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from idesluss import reporters
from idesluss.model import Idea
from idesluss.reading.document import parse_document
from idesluss.reading.markdown import render_body
from idesluss.reading.records import validate
from idesluss.words import LANGUAGES
from tests.support.allow_list import not_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "ideas/2026/a/idea.md"  # of the bodies that are rendered
_PLACES = ("{}", "## Behov\n\n{}\n\ntext", "- {}", "| a |\n|-|\n| {} |")


def left_of(payload: str) -> list[str]:
    """What is not on the allow-list, once the payload has been rendered alone and within other text."""
    bodies = (render_body(place.replace("{}", payload), PATH) for place in _PLACES)
    return [part for body in bodies for part in not_allowed(body.html)]


def unprintable_lines(text: str) -> Iterator[str]:
    """Lines of the report on a file with this text as its title and body that a terminal must not get."""
    for title in (text, json.dumps(text, ensure_ascii=False)):
        content = f"---\ntitle: {title}\n---\n{text}".encode("utf-8", "surrogatepass")
        document = parse_document("idea.md", content)
        _, problems = validate(document, Idea)
        for language in LANGUAGES:
            report = reporters.as_text([*document.problems, *problems], language)
            yield from (line for line in report.split("\n") if not line.isprintable())
