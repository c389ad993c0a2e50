"""Pages written by hand, as HTML: the Markdown of MkDocs' pages, with the same extensions."""

from __future__ import annotations

from typing import Any

import markdown

# What hand-written pages may be written with, and how each part of it is set; MkDocs is told the same.
EXTENSIONS: dict[str, dict[str, Any]] = {
    "toc": {"permalink": False},
    "tables": {},
    "fenced_code": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "pymdownx.highlight": {"use_pygments": True},
    "pymdownx.superfences": {},  # after fenced_code, which it takes the place of
}


def render_page(text: str) -> tuple[str, str]:
    """The page's HTML as it was written, and its first heading; `cleaned_page` makes it safe."""
    converter = markdown.Markdown(extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
    content = converter.convert(text)
    headings: list[dict[str, Any]] = getattr(converter, "toc_tokens", [])
    return content, headings[0]["name"] if headings else ""
