"""Documents: bytes become text, text becomes fields with their places and a body. Nothing is raised."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

import frontmatter

from ..words.characters import character_name, hidden_characters
from . import strict_yaml
from .front_matter import StrictHandler, decoded, fault_in_fences
from .markdown import render_body
from .problem import Place, Problem
from .strict_yaml import Node, read_yaml

if TYPE_CHECKING:
    from .files import Files
    from .markdown import Body

MAX_BYTES = 256 * 1024
MAX_LINE = 20_000
MANY_ZEROS = 8  # in the first 64 bytes: UTF-16 without a mark
MOST_HIDDEN = 20
_BREAK = re.compile("\n")


@dataclass
class Document:
    """A file as read: its values with their places, its text, and what was wrong with it.

    `path` is relative to the catalogue's root, with forward slashes, and `text` is all of it. `markdown` is
    the text below the fields, and `body_line` the number of the line where it begins. A document that could
    not be read has problems and no values. `parts` are other files, each with what stands under a field's
    name.
    """

    path: str
    front: Node = field(default_factory=lambda: Node({}, 1, 1, keys={}))
    markdown: str = ""
    body_line: int = 1
    text: str | None = None
    problems: list[Problem] = field(default_factory=list)
    parts: dict[str, Document] = field(default_factory=dict)
    _starts: list[int] | None = field(default=None, repr=False, compare=False)

    @property
    def is_readable(self) -> bool:
        return not self.problems and all(part.is_readable for part in self.parts.values())

    @property
    def lines(self) -> list[str]:
        """The text line by line; none where there is no text."""
        return [] if self.text is None else self.text.split("\n")

    @cached_property
    def body(self) -> Body:
        """The text as it is shown, rendered once."""
        return render_body(self.markdown, self.path)

    def place(self, line: int = 0, column: int = 0, length: int = 1) -> Place:
        """A spot in the file, with its line as it is written; line 0 is the file as a whole."""
        source = self.line(line)
        return Place(self.path, line, column, max(1, min(length, len(source) - column + 1)), source)

    def line(self, number: int) -> str:
        """The line of this number; the first is 1, and there is nothing in any other than there are."""
        if self.text is None or number < 1:
            return ""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _BREAK.finditer(self.text))]
        starts = [*self._starts[number - 1 : number + 1], len(self.text) + 1]
        return self.text[starts[0] : starts[1] - 1] if number <= len(self._starts) else ""

    def node(self, *where: str | int) -> Node | None:
        """The value there, with its place; None if there is none."""
        node: Node | None = self.front
        for step in where:
            node = _inner(node, step) if node else None
        return node

    def place_of(self, *where: str | int, at_key: bool = False) -> Place:
        """The place of a value, such as `"grants", 0, "start"`; of the nearest outer one if absent."""
        part = self.parts.get(str(where[0])) if where else None
        if part:
            return part.place_of(*where[1:], at_key=at_key)
        node, line, column, length = self.front, self.front.line, self.front.column, 1
        for step in where:
            inner = _inner(node, step)
            if inner is None:
                continue
            if isinstance(step, str) and node.keys and (at_key or isinstance(inner.value, dict | list)):
                line, column = node.keys[step]
                length = len(step)
            else:
                line, column, length = inner.line, inner.column, inner.length
            node = inner
        return self.place(line, column, length)

    def place_in_body(self, words: str) -> Place:
        """Where these words stand in the body: as the target of a link, else the first time."""
        body = self.lines[self.body_line - 1 :]
        for form in (words, unquote(words)):
            # Where a target stands: after ]( or ]:, within < >, or after a quotation mark or = of HTML.
            target = re.compile(rf"""(?:\]\(<?|\]:\s*<?|<|["'=]){re.escape(form)}(?=[\s)>"']|$)""")
            for pattern, shift in ((target, True), (re.compile(re.escape(form)), False)):
                for number, line in enumerate(body, self.body_line):
                    match = pattern.search(line)
                    if match:
                        column = match.end() - len(form) if shift else match.start()
                        return self.place(number, column + 1, len(form))
        return self.place(self.body_line, 1)

    def place_at(self, at: int, length: int = 1) -> Place:
        """The place of what stands at this offset of the text below the fields."""
        line = self.body_line + self.markdown.count("\n", 0, at)
        return self.place(line, at - self.markdown.rfind("\n", 0, at), length)

    def problem(self, place: Place, rule: str, key: str, /, **values: object) -> Problem:
        """An error of `rule` there; `key` names its words, and `values` fill them."""
        return Problem(place, rule, "error", key, values)

    def warning(self, place: Place, rule: str, key: str, /, **values: object) -> Problem:
        """A warning of `rule` there; `key` names its words, and `values` fill them."""
        return Problem(place, rule, "warning", key, values)


def _inner(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict):
        return node.value.get(step)
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        inner: Node = node.value[step]
        return inner
    return None


def _decode(path: str, content: bytes) -> str | Problem:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:64].count(0) > MANY_ZEROS:
        return Problem(Place(path, 1, 1), "encoding", "error", "encoding.utf16")
    try:
        return decoded(content)
    except UnicodeDecodeError as error:
        before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        byte = content[error.start]
        guess = content[error.start : error.start + 1].decode("cp1252", "replace")
        source = content.splitlines()[line - 1].decode("cp1252", "replace")
        place = Place(path, line, column, 1, source)
        return Problem(place, "encoding", "error", "encoding.utf8", {"byte": f"0x{byte:02X}", "guess": guess})


def _judge_text(document: Document, text: str) -> None:
    document.text = text
    for at, name in hidden_characters(text):
        line = text.count("\n", 0, at) + 1
        place = document.place(line, at - text.rfind("\n", 0, at))
        document.problems.append(document.problem(place, "hidden_character", "hidden_character", name=name))
        if len(document.problems) >= MOST_HIDDEN:
            break
    for number, written in enumerate(document.lines, 1):
        if len(written) > MAX_LINE:
            place = Place(document.path, number, MAX_LINE, 1, "")
            document.problems.append(document.problem(place, "file", "file.line", limit=MAX_LINE))


def take_text(document: Document, content: bytes) -> str | None:
    """The text in these bytes, whose lines the document keeps; None, and why, where it is not to be read."""
    text = _decode(document.path, content)
    if isinstance(text, Problem):
        document.problems.append(text)
        return None
    _judge_text(document, text)
    return None if document.problems else text


def parse_document(path: str, content: bytes, *, needs_fields: bool = True) -> Document:
    """The document in these bytes: front matter and body, or all YAML where the name ends in .yml.

    Without `needs_fields` it may be all body.
    """
    document = Document(path)
    text = take_text(document, content)
    if text is None:
        return document
    try:
        if path.endswith(".yml"):
            document.front = read_yaml(text)
        else:
            _parse_front(document, text, needs_fields=needs_fields)
    except strict_yaml.Refused as error:
        place = document.place(min(error.line, text.count("\n") + 1), error.column)
        rule = "yaml" if error.key.startswith("yaml.") else error.key
        document.problems.append(document.problem(place, rule, error.key, **error.values))
    else:
        _judge_root(document)
    return document


def _judge_root(document: Document) -> None:
    if not isinstance(document.front.value, dict) and not document.problems:
        place = document.place(document.front.line, document.front.column)
        document.problems.append(document.problem(place, "yaml", "yaml.no_fields"))


def _parse_front(document: Document, text: str, *, needs_fields: bool) -> None:
    fault = fault_in_fences(text)
    if fault == "front.missing" and not needs_fields:
        document.markdown = text
        return
    if fault:
        document.problems.append(document.problem(document.place(1, 1), "front_matter", fault))
        return
    handler = StrictHandler()
    _, document.markdown = frontmatter.parse(text, handler=handler)
    document.front, document.body_line = handler.front, handler.body_line
    if document.front.is_empty:
        document.front = Node({}, 2, 1, keys={})


def read_document(files: Files, path: str, size: int = 0, *, needs_fields: bool = True) -> Document:
    """Read and parse one file of so many bytes; what goes wrong stands in the document's problems."""
    content = content_of(files, path, size)
    if isinstance(content, Problem):
        return Document(path, problems=[content])
    return parse_document(path, content, needs_fields=needs_fields)


def content_of(files: Files, path: str, size: int = 0) -> bytes | Problem:
    """The bytes of a file of so many, or why it is not read."""
    content = files.read(path, MAX_BYTES + 1) if size <= MAX_BYTES else b""
    if isinstance(content, str):
        return refused_file(path, content)
    if max(size, len(content)) > MAX_BYTES:
        values = {"size": max(size, len(content)) // 1024, "limit": MAX_BYTES // 1024}
        return refused_file(path, "large", **values)
    return content


def refused_file(path: str, key: str, **values: object) -> Problem:
    """The problem of a file or folder that is not read, for the reason that `key` names."""
    return Problem(Place(path), "file", "error", f"file.{key}", values)


def readable_name(name: str) -> str:
    """A file name as it can be shown; bytes that are not UTF-8 and controls are written out."""
    return "".join(c if c.isprintable() else character_name(c).split()[0] for c in name)
