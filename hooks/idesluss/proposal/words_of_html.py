"""The words of a message that is written as HTML, line by line."""

from __future__ import annotations

from html.parser import HTMLParser

_LARGEST = 500_000  # characters
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})
_LINES = frozenset(
    {"address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's
        if tag in _UNSEEN and not self._unseen:
            self._unseen = tag
        elif tag in _LINES:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        elif tag in _LINES:
            self.pieces.append("\n")

    def handle_data(self, words: str) -> None:
        if not self._unseen:
            self.pieces.append(words.replace("\n", " "))


def words_of_html(html: str) -> str:
    """What a reader would see, each block on lines of its own; nothing of what is hidden in the code."""
    parser = _Words()
    parser.feed(html[:_LARGEST])
    parser.close()
    lines = ("".join(parser.pieces)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)
