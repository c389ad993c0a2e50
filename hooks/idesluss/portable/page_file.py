"""A page as a file of HTML below its fields, in the form that generators share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..pages import Page

_NAME = "page.html"
# What template languages begin with: `{{` and `{%` of most, `{#` of Jinja's and Nunjucks' comments.
_OPENING = re.compile(r"\{(?=[{%#])")
# Data for a script, whose text HTML does not decode.
_SCRIPT = re.compile(r"(<script\b[^>]*>.*?</script>)", re.DOTALL)


def file_of(page: Page) -> str:
    """Where the file of a page lies: in a folder for each part of its address, so that no name is taken."""
    return page.path if page.url == page.path else f"{page.url}{_NAME}"


def page_file(page: Page, scripts: Mapping[str, str]) -> str:
    """The page's fields, and its HTML below them. `scripts` leads from a script's name to its address."""
    fields = yaml.safe_dump(_fields(page, scripts), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{fields}---\n{without_openings(page.content)}\n"


def _fields(page: Page, scripts: Mapping[str, str]) -> dict[str, Any]:
    """Addresses begin with `/` where the site does; `root` is the way there, for links of the frame's."""
    fields = {
        "title": page.title,
        "description": page.description,
        "language": page.language,
        "url": f"/{page.url}",
        "permalink": f"/{page.url}",
        "root": page.root,
        "section": page.section,
        "translations": {language: f"/{url}" for language, url in page.translations.items()},
        "image": page.image and f"/{page.image}",
        "feed": page.feed and f"/{page.feed}",
        "source": page.source,
        "scripts": [scripts[name] for name in page.scripts],
        "is_indexed": page.is_indexed,
    }
    return {name: value for name, value in fields.items() if value or value is False}


def without_openings(content: str) -> str:
    """The same HTML, in which no generator finds anything to run: `{{` and the like are written otherwise."""
    parts = _SCRIPT.split(content)
    escapes = ("&#123;", r"\\u007b")
    return "".join(_OPENING.sub(escapes[at % 2], part) for at, part in enumerate(parts))
