"""Bodies: GitHub-flavoured Markdown through cmark-gfm, then through one allow-list, into a typed record."""

from __future__ import annotations

import html
import re

import cmarkgfm
from cmarkgfm.cmark import Options

from ...words.characters import hidden_characters
from .body import (
    ROOT,
    TABLE_LABEL,
    Block,
    Body,
    FileLink,
    Picture,
    Section,
    lost_references,
    says_something,
    words_in,
)
from .headings import fitted
from .page_sanitizer import cleaned_page
from .sanitizer import (
    DONE,
    ELEMENTS,
    ID_PREFIX,
    MAX_COMPLAINTS,
    OPEN,
    PLAN_PREFIX,
    Sanitizer,
    allowed_attributes,
    fragment_id,
    id_prefix,
    meant_path,
)
from .vanishing import foreign_elements, vanishing_text

MAX_OUTPUT = 2_000_000
MAX_DEPTH = 100
_EXTENSIONS = ["table", "autolink", "tagfilter", "strikethrough", "tasklist"]
_OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
_VOID = frozenset(
    {"br", "hr", "img", "input", "wbr", "meta", "link", "area", "base", "col", "embed", "source"}
)
# Any tag that the parser has written, to count how deep they go.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# The box of a task, as cmark-gfm writes it and nobody else.
_TASK = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
# The sanitizer writes every attribute in this one way, so its own output can be read like this.
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)')
# As above: one space, lower case, double quotation marks.
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


def render_body(markdown: str, path: str) -> Body:
    """The body of the file `path`: a plan's headings begin at level 3, all others' at level 2."""
    rendered = cmarkgfm.markdown_to_html_with_extensions(markdown, options=_OPTIONS, extensions=_EXTENSIONS)
    if len(rendered) > MAX_OUTPUT or _depth(rendered) > MAX_DEPTH:
        return Body(complaints=[("body.unbounded", "", {})])
    hidden = next(hidden_characters(rendered), None)
    if hidden:
        # Written as entities, since the file itself cannot hold them; they could forge our marks.
        return Body(complaints=[("body.hidden_character", "&#", {"name": hidden[1]})])
    sanitizer = Sanitizer(path)
    cleaned = sanitizer.clean(_TASK.sub(lambda match: DONE if match[1] else OPEN, rendered))
    top_level = 3 if sanitizer.prefix == PLAN_PREFIX else 2
    content, sections = fitted(accessible(cleaned), top_level, sanitizer.prefix)
    pictures = list(dict.fromkeys(_pictures(content, sanitizer.sources)))
    lost = lost_references(content)
    vanishing = vanishing_text(markdown, content, rendered, ELEMENTS)
    body = Body(content, sections, sanitizer.links, pictures, lost, sanitizer.complaints, vanishing)
    sanitizer.check_anchors(body.anchors() if sanitizer.anchors else set())
    return body


def _depth(content: str) -> int:
    """How deep elements could be nested at most; unclosed ones count to the end.

    They are followed only where there are enough of them to go too deep.
    """
    opened = content.count("<") - content.count("</")
    if opened <= MAX_DEPTH:
        return opened
    depth = deepest = 0
    for match in _TAG.finditer(content):
        if match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _pictures(content: str, sources: dict[str, str]) -> list[Picture]:
    """Each picture of the finished body; `sources` leads from its path to what was written."""
    pictures = []
    for match in _IMAGE.finditer(content) if sources else ():
        attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[1])}
        path = attributes.get("src", "").removeprefix(ROOT)
        if path in sources:
            pictures.append(Picture(sources[path], path, attributes.get("alt", "")))
    return pictures


def accessible(content: str) -> str:
    """Tables and code that scroll with the keyboard, and task marks with words.

    TABLE_LABEL stands for the words that name a table.
    """
    if "<table" in content:
        opening = f'<div class="table-scroll" role="region" tabindex="0" aria-label="{TABLE_LABEL}"><table'
        content = content.replace("<table", opening).replace("</table>", "</table></div>")
    content = content.replace("<pre>", '<pre tabindex="0">')
    return content.replace(DONE, '<span class="task task--done">☑</span>').replace(
        OPEN, '<span class="task">☐</span>'
    )


__all__ = [
    "ID_PREFIX",
    "MAX_COMPLAINTS",
    "ROOT",
    "TABLE_LABEL",
    "Block",
    "Body",
    "FileLink",
    "Picture",
    "Section",
    "accessible",
    "allowed_attributes",
    "cleaned_page",
    "foreign_elements",
    "fragment_id",
    "id_prefix",
    "meant_path",
    "render_body",
    "says_something",
    "words_in",
]
