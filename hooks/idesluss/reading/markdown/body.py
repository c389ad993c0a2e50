"""What a rendered body is: its HTML, its sections, its links and its pictures."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from ...words.characters import fold
from ...words.placeholders import has_words, has_words_from_start

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .vanishing import Vanishing

# Private use characters cannot stand in a source file, so these marks cannot be forged.
ROOT = "\ue000"  # stands for the way from a page to the site's root
TABLE_LABEL = "\ue003"  # stands for the words that name a table

BlockKind = Literal["heading", "item", "text"]
# Footnotes come last, after all that a section says.
_FOOTNOTES = "<section>"
# The mark of a footnote in the text: a link within the page, raised.
NOTE_MARK = re.compile(r'<sup[^>]*>\s*<a [^>]*href="#.*?</sup>', re.DOTALL)
# What begins or ends a block of the text; the sanitizer lets no other such element through.
_BLOCK = re.compile(r"<(/?)(h[2-6]|p|li|ul|ol|dl|dt|dd|div|blockquote|details|summary|section|hr|br)\b[^>]*>")
# Cells of a table stand apart too, where all words are wanted.
_APART = re.compile(
    r"</?(?:h[2-6]|p|li|ul|ol|dl|dt|dd|div|blockquote|details|summary|section|hr|br|pre|tr|td|th)\b[^>]*>"
)
_MARKUP = re.compile(r"<[^>]*>")
# What has no words that could be told outside its place.
_FIGURES = re.compile(r"<(table|pre)\b.*?</\1>", re.DOTALL)
# A heading with its words; none stands within another.
_HEADINGS = re.compile(r"<h([1-6])\b.*?</h\1>", re.DOTALL)
# A paragraph of plain words that a piece of HTML begins with.
_PLAIN_BEGINNING = re.compile(r"\s*<p>([^<&]*)</p>")
# The words of a picture; the sanitizer writes attributes in this one way.
_WORDS_OF_PICTURE = re.compile(r'<img[^>]* alt="([^"]*)"')
# Code is meant to be read as it is. A `pre` ends at its own end, not at that of the `code` in it.
_CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
# Not after a letter or a bracket, where brackets are rather places in a list: `row[0][1]`.
_REFERENCE = re.compile(r"(?<![\w\]])\[[^\[\]<>\n]+\]\[[^\[\]<>\n]*\]")
# An id that a link can lead to; the sanitizer writes attributes in this one way.
_ID = re.compile(r' id="([^"]+)"')

Complaint = tuple[str, str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, an item of a list, or a paragraph, as words without markup."""

    kind: BlockKind
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, down to the next heading that is as high.

    `level` is the heading's on the page (2–6), `title` its words, `id` its id in the body. `whole` is all of
    the body, and `spans` tells where in it the section begins below its heading, where the first deeper
    heading begins, and where the section ends.
    """

    level: int
    title: str
    id: str
    whole: str = field(repr=False)
    spans: tuple[int, int, int] = field(repr=False)

    @property
    def html(self) -> str:
        """What stands below the heading, deeper headings included."""
        return self.whole[self.spans[0] : self.spans[2]]

    @property
    def own_html(self) -> str:
        """What stands above the first deeper heading."""
        return self.whole[self.spans[0] : self.spans[1]]

    @property
    def has_text(self) -> bool:
        """Whether the section says anything."""
        return says_something(self.html)

    @property
    def words(self) -> str:
        """All words of the section on one line, those of footnotes left out."""
        return words_in(self._own)

    def blocks(self) -> Iterator[Block]:
        """The words between the tags that begin or end a block, without tables, code and footnotes."""
        return _blocks(_FIGURES.sub(" ", self._own))

    @property
    def has_figures(self) -> bool:
        """Whether tables, code or pictures stand in it, which words alone do not tell."""
        return bool(_FIGURES.search(self._own)) or "<img" in self._own

    @property
    def _own(self) -> str:
        return NOTE_MARK.sub("", self.html.partition(_FOOTNOTES)[0])


class FileLink(NamedTuple):
    """A link to another file of the catalogue, as written and as the path it means below the root."""

    written: str
    path: str
    fragment: str = ""


class Picture(NamedTuple):
    """A picture that is shown: as written, the path it means below the root, and its words."""

    written: str
    path: str
    words: str = ""


@dataclass(slots=True)
class Body:
    """A rendered body: a pure function of its text and its path.

    In `html`, ROOT and a path below the catalogue's root stand where a link or picture leads to a file;
    whoever shows the body puts an address there. `lost_references` are links of the form `[text][name]` whose
    name is explained nowhere, so that they are shown as they stand. `complaints` are (problem key, words to
    look for in the source, values) of what is wrong whatever else the catalogue holds. `vanishing` is what
    takes text away that the file holds.
    """

    html: str = ""
    sections: list[Section] = field(default_factory=list)
    links: list[FileLink] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    lost_references: list[str] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    vanishing: list[Vanishing] = field(default_factory=list)

    @property
    def lead(self) -> str:
        """The HTML above the first heading."""
        first = self.sections[0] if self.sections else None
        return self.html.partition(f'<h{first.level} id="{first.id}"')[0] if first else self.html

    @property
    def words(self) -> str:
        """All words of the body on one line."""
        return words_in(self.html)

    def anchors(self) -> set[str]:
        """Every id that a link can lead to."""
        return set(_ID.findall(self.html))

    def section(self, titles: Collection[str]) -> Section | None:
        """The first section under one of these headings that says something."""
        wanted = {fold(title) for title in titles}
        return next((s for s in self.sections if fold(s.title) in wanted and s.has_text), None)


def words_in(fragment: str) -> str:
    """The words of a piece of HTML on one line, as a reader sees them; marks of footnotes are none."""
    return " ".join(html.unescape(_MARKUP.sub("", _APART.sub(" ", NOTE_MARK.sub("", fragment)))).split())


def lost_references(content: str) -> list[str]:
    """Each `[text][name]` that stands in the text as it is written, but not those in code."""
    if "][" not in content:
        return []
    return [html.unescape(match[0]) for match in _REFERENCE.finditer(_CODE.sub("", content))]


def says_something(fragment: str) -> bool:
    """Whether a piece of HTML has words, those of its pictures too; headings and footnotes apart.

    A heading says what is to stand below it. What only keeps a place, such as `…` or *TBD*, says nothing.
    """
    beginning = _PLAIN_BEGINNING.match(fragment)
    said = has_words_from_start(beginning[1]) if beginning else None
    if said is not None:
        return said
    own = _HEADINGS.sub(" ", NOTE_MARK.sub("", fragment.partition(_FOOTNOTES)[0]))
    shown = " ".join([words_in(own), *map(html.unescape, _WORDS_OF_PICTURE.findall(own))])
    return has_words(shown)


def _blocks(fragment: str) -> Iterator[Block]:
    kind: BlockKind = "text"
    at = 0
    for tag in _BLOCK.finditer(fragment):
        words = _inline_words(fragment[at : tag.start()])
        at = tag.end()
        if words:
            yield Block(kind, words)
        if words or tag[1] or tag[2] not in {"p", "div"}:  # the paragraph of an item is the item
            kind = _kind(tag)
    words = _inline_words(fragment[at:])
    if words:
        yield Block(kind, words)


def _kind(tag: re.Match[str]) -> BlockKind:
    if tag[1]:
        return "text"
    return "item" if tag[2] == "li" else "heading" if tag[2][0] == "h" and tag[2] != "hr" else "text"


def _inline_words(fragment: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub("", fragment)).split())
