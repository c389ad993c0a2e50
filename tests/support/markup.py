"""HTML read into a tree by a parser of our own, which has no part in making it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SPACED = frozenset(
    [
        "p",
        "div",
        "li",
        "dd",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "td",
        "th",
        "tr",
        "br",
        "ul",
        "ol",
        "dl",
        "section",
        "article",
        "header",
        "aside",
    ]
)


@dataclass
class Element:
    """An element with what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """Every element within, in order."""
        for part in self.inside:
            if isinstance(part, Element):
                yield part
                yield from part

    def all(self, tag: str = "", class_: str = "") -> list[Element]:
        """Elements within of that tag and with that class."""
        return [
            e
            for e in self
            if (not tag or e.tag == tag) and (not class_ or class_ in e.attributes.get("class", "").split())
        ]

    def one(self, tag: str = "", class_: str = "") -> Element:
        found = self.all(tag, class_)
        assert len(found) == 1, f"{len(found)} of {tag}.{class_}"
        return found[0]

    def by_id(self, name: str) -> Element:
        return next(e for e in self if e.attributes.get("id") == name)

    @property
    def text(self) -> str:
        """Its words, with single spaces."""
        return " ".join(self._words().split())

    def _words(self) -> str:
        words = "".join(part if isinstance(part, str) else part._words() for part in self.inside)
        return f" {words} " if self.tag in _SPACED else words


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        self.open[-1].inside.append(Element("!--", {"": data}))


def tree(html: str | bytes) -> Element:
    """The page as a tree; a tag left open or closed twice fails."""
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    assert len(reader.open) == 1, f"left open: {[e.tag for e in reader.open]}"
    return reader.open[0]


def plain_spaces(text: str) -> str:
    """The text with spaces that do not break as plain ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def term_rows(within: Element) -> list[tuple[str, str]]:
    """Each term of the description lists within, beside its description; a term may recur."""
    found: list[tuple[str, str]] = []
    term = ""
    for element in within:
        if element.tag == "dt":
            term = element.text
        elif element.tag == "dd":
            found.append((term, element.text))
    return found
