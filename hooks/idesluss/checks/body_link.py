"""Links and pictures in a text lead to something that exists, and the text can be shown.

A link that leads nowhere is the first thing a reader meets. Correct the path; it is written from the
folder of the file, as on GitHub.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..body import Body
    from ..catalogue import Catalogue
    from ..problem import Problem
    from ..source import Document


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.entries:
        yield from _complaints(entry.document, entry.body)
        if entry.plan_document:
            yield from _complaints(entry.plan_document, entry.plan_body)
    for call in catalogue.calls.values():
        yield from _complaints(call.document, catalogue.render(call.document))


def _complaints(document: Document, body: Body) -> Iterator[Problem]:
    for key, words, values in body.complaints:
        place = document.place_in_body(words)
        yield document.problem(place, "body_link", key, **values)
