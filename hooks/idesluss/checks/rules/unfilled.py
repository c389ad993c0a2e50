"""What the site's pages on responsibility, accessibility and personal data need is said in catalogue.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.statements import STATEMENTS, unsaid
from ...reading.docs_folder import DOCS
from ...reading.problem import Problem
from ...words import enumeration, say, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue

GROUP = "fields"
MAY_BE_EXEMPTED = False


def check(catalogue: Catalogue) -> Iterator[Problem]:
    settings, document = catalogue.settings, catalogue.tree.settings
    pages = [page for page in STATEMENTS if _is_made(catalogue, page) and unsaid(settings, page)]
    if pages:
        fields = dict.fromkeys(field for page in pages for field in unsaid(settings, page))
        titles = [text(f"nav.{page}") for page in pages]
        values = {
            "pages": enumeration("and", titles),
            "fields": enumeration("and", [f"`{field}`" for field in fields]),
        }
        yield Problem(document.place_of(), "unfilled", "hint", "unfilled", values)


def _is_made(catalogue: Catalogue, page: str) -> bool:
    """Whether the program makes the page in some language, since nobody has written it by hand."""
    written = catalogue.tree.docs.pages
    places = {
        language: {f"{DOCS}/{folder}{say(f'path.{page}', language)}.md" for folder in ("", f"{language}/")}
        for language in catalogue.settings.site_languages
    }
    return any(not written.keys() & paths for paths in places.values())
