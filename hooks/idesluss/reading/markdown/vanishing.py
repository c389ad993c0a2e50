"""Text that a reader of the page would not see, though its writer sees it in the file.

The text is rendered a second time as if it held no HTML. Words that stand there and not on the page would
vanish, whatever took them away; the sign `<` that began it is where it is told.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Sign = Literal["comment", "declaration", "element", "attribute", "address", "words"]

# Private use characters, which no file holds: `<` with its number after it, and `<` that begins nothing.
_MARK, _PLAIN = "\ue004", "\ue005"
_HIGH, _LOW, _STEP = 0xE100, 0xE800, 4096
_NUMBERED = re.compile(f"{_MARK}([\ue100-\ue1ff][\ue800-\uf7ff])")
_OPTIONS = Options.CMARK_OPT_UNSAFE
# Without tables, whose rows lose cells that are too many, without addresses that become links by
# themselves, and without footnotes, which are left out where nothing leads to them.
_EXTENSIONS = ["strikethrough", "tasklist"]
# What can take text away: a sign of HTML, a definition of a link or footnote, words after a fence.
_MAY_HIDE = re.compile(r"<(?!https?://)|\]:|\[\^|```|~~~")
# What may be the line below a table's head; with what may stand before it in a list or a quotation.
_RULE = re.compile(r"[-|: \t\v\f>*+0-9.)]*-[-|: \t\v\f>*+0-9.)]*")
# What the lines of a block may begin with: those that quote, and those of lists.
_BEGINNING = r"(?:[ \t>]|(?:[-*+]|[0-9]{1,9}[.)])[ \t])*"
# The definition of a link's address; its name is no text of the page. Others with signs in their names are
# broken up too, but keep what they say.
_DEFINITION = re.compile(rf"^({_BEGINNING})\[(?!\^)[^\[\]\n{_MARK}]+\]:", re.MULTILINE)
# The name of a link that is defined elsewhere, and the mark of a footnote; neither is shown.
_NAME = re.compile(rf"(?<=\])\[[^\[\]\n{_MARK}]*\](?!\()|\[\^[^\]\s{_MARK}]+\]:?")
# Words after the language of a code block's fence, which are moved down into the block.
_FENCE = re.compile(rf"^({_BEGINNING}(?:`{{3,}}(?=[^`\n]+$)|~{{3,}})[ \t]*\S+)[ \t]+(.+)$", re.MULTILINE)
# Code as the renderer wrote it: what stands in it is escaped, so that the first end is its own.
_CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_START = re.compile(r"<[A-Za-z][^<>]*>")
# Addresses and words in attributes are not lost: a reader comes upon them in other ways.
_VALUE = re.compile(r"""\b(?:href|src|alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
# Words, and the signs that begin something.
_TOKEN = re.compile(r"[^\W_]+|<(?=[A-Za-z/!?])")
# An address or a mailbox in pointed brackets, of which the brackets are not shown.
_ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
# Where an address may stand in pointed brackets.
_TARGET = re.compile(r"\]\(\s*\Z")
# A comment that ends before another begins.
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
# An attribute with its value, or one of the words that HTML has without.
_PAIR = r"""[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|open|hidden|reversed"""
_ATTRIBUTE = re.compile(rf"\s+({_PAIR})")
# The beginning or end of an element, as a whole.
_ELEMENT = re.compile(rf"</?([A-Za-z][A-Za-z0-9-]*)((?:\s+(?:{_PAIR}))*)\s*/?>")
# Which element begins or ends there.
_NAME_OF = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
# What a sign and what follows it look like on the page, where they are shown.
_LOOKS = re.compile(r"<[^\s<>]{0,12}")
_MOST_WORDS = 5


class Vanishing(NamedTuple):
    """What takes text away, as it is written; `at` is where in the text."""

    sign: Sign
    written: str
    at: int


@dataclass(frozen=True, slots=True)
class _Sign:
    """A `<` outside code; `end` is where that ends which it begins, if it may stand in a text."""

    kind: Sign
    start: int
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Source:
    """A text as if it held no HTML: what is read, the places of each `<`, and the addresses in links."""

    text: str
    places: Mapping[int, int]
    addresses: str


def vanishing_text(markdown: str, shown: str, rendered: str, elements: Collection[str]) -> list[Vanishing]:
    """What takes text away: `shown` is the page, `rendered` what it was before it was cleaned.

    `elements` are those that may stand in a text.
    """
    if not _MAY_HIDE.search(markdown) and ("|" not in markdown or _has_room_for_cells(markdown)):
        return []
    source = _read_source(markdown)
    signs = list(_signs(source, elements))
    wanted = _tokens(_without(source.text, signs) + source.addresses)
    there = _tokens(f"{html.unescape(_TAG.sub(' ', shown))} {_addresses(rendered)}")
    missing = wanted - there
    if not missing:
        return []
    lost = list(_lost_signs(signs, source, html.unescape(_TAG.sub("", shown)), markdown))
    return lost or _unexplained(missing, there, markdown)


def _has_room_for_cells(markdown: str) -> bool:
    """Whether no row of a table can have more cells than its head, which are left out.

    By signs alone: a row has no more cells than this counts, and a head no fewer.
    """
    lines = markdown.split("\n")
    row = max(
        line.count("|") + 1 - line.startswith("|") - line.endswith("|") for line in lines if "|" in line
    )
    head = min((line.count("|") - 1 for line in lines if "-" in line and _RULE.fullmatch(line)), default=row)
    return row <= head and "\r" not in markdown


def foreign_elements(markdown: str, elements: Mapping[str, Collection[str]]) -> list[Vanishing]:
    """All HTML outside code that is not of these elements with these attributes; those of `*` all may have.

    It need not take anything away: what one renderer shows as text, another hands to the browser.
    """
    if "<" not in markdown:
        return []
    source = _read_source(markdown)
    foreign: list[Vanishing] = []
    opened: set[str] = set()
    for sign in _signs(source, elements):
        written = source.text[sign.start : sign.end]
        match = _ELEMENT.fullmatch(written)
        known = {*elements.get(match[1].lower(), ()), *elements.get("*", ())} if match else set()
        names = [pair[1].partition("=")[0].strip() for pair in _ATTRIBUTE.finditer(match[2] if match else "")]
        at = source.places[sign.start]
        foreign += [Vanishing("attribute", name, at) for name in names if name.lower() not in known]
        if not sign.end and not _is_end_of(opened, source.text, sign):
            foreign.append(Vanishing(sign.kind, _written(markdown, at), at))
    return foreign


def _is_end_of(opened: set[str], text: str, sign: _Sign) -> bool:
    """Whether the element ends here whose beginning is among those, where it is kept from now on."""
    match = _NAME_OF.match(text, sign.start)
    if not match or sign.kind != "element":
        return False
    name = match[2].lower()
    if match[1]:
        return name in opened
    opened.add(name)
    return False


def _read_source(markdown: str) -> _Source:
    origins = [match.start() for match in re.finditer("<", markdown)]
    marked = _NAME.sub("·", _marked(markdown))
    marked = _DEFINITION.sub(r"\1](", marked).replace("]:", "]·:")
    marked = _FENCE.sub(r"\1\n\2", marked)
    rendered = cmarkgfm.markdown_to_html_with_extensions(marked, options=_OPTIONS, extensions=_EXTENSIONS)
    addresses = _NUMBERED.sub("", _addresses(rendered))
    rendered = _CODE.sub(lambda code: _NUMBERED.sub(_PLAIN, code[0]), rendered)
    plain = html.unescape(_TAG.sub(" ", rendered.replace("&lt;", _PLAIN)))
    places: dict[int, int] = {}
    for nth, match in enumerate(_NUMBERED.finditer(plain)):
        places[match.start() - 2 * nth] = origins[_number(match[1])]
    return _Source(_NUMBERED.sub("<", plain), places, f" {addresses} ")


def _marked(markdown: str) -> str:
    """The text with a numbered mark for each `<`."""
    first, *rest = markdown.split("<")
    marks = (_MARK + chr(_HIGH + n // _STEP) + chr(_LOW + n % _STEP) for n in range(len(rest)))
    return first + "".join(mark + part for mark, part in zip(marks, rest, strict=True))


def _number(written: str) -> int:
    return (ord(written[0]) - _HIGH) * _STEP + ord(written[1]) - _LOW


def _signs(source: _Source, elements: Collection[str]) -> Iterator[_Sign]:
    """Each `<` outside code that begins something, but not those within what begins before them."""
    text, last = source.text, 0
    for at in source.places:
        if at < last:
            continue
        sign = _sign(text, at, elements)
        if sign:
            last = sign.end
            yield sign


def _sign(text: str, at: int, elements: Collection[str]) -> _Sign | None:
    comment, element = _COMMENT.match(text, at), _ELEMENT.match(text, at)
    if comment:
        return _Sign("comment", at, comment.end())
    if element and element[1].lower() in elements:
        return _Sign("element", at, element.end())
    if _ADDRESS.match(text, at) or _TARGET.search(text, max(0, at - 20), at):
        return _Sign("address", at, at + 1)
    if not _TOKEN.match(text, at):
        return None
    kind: Sign = (
        "comment" if text.startswith("<!--", at) else "declaration" if text[at + 1] in "!?" else "element"
    )
    return _Sign(kind, at)


def _without(text: str, signs: list[_Sign]) -> str:
    """The text without what may stand in it and is not shown, but with the addresses there."""
    parts, last = [], 0
    for sign in signs:
        if sign.end:
            values = _values(text[sign.start : sign.end]) if sign.kind == "element" else ""
            parts += [text[last : sign.start], " ", values, " "]
            last = sign.end
    return "".join([*parts, text[last:]])


def _tokens(text: str) -> Counter[str]:
    return Counter(_TOKEN.findall(text.replace(_PLAIN, "<")))


def _addresses(content: str) -> str:
    return " ".join(unquote(html.unescape(_values(tag))) for tag in _START.findall(content))


def _values(tag: str) -> str:
    return " ".join("".join(value) for value in _VALUE.findall(tag))


def _lost_signs(signs: list[_Sign], source: _Source, page: str, markdown: str) -> Iterator[Vanishing]:
    """The signs that do not stand on the page; none below one that takes all the rest away."""
    read = source.text.replace(_PLAIN, "<")
    opened: set[str] = set()
    for sign in signs:
        looks = _LOOKS.match(source.text, sign.start)
        if sign.end or looks is None or read.count(looks[0]) <= page.count(looks[0]):
            continue
        at = source.places[sign.start]
        if not _is_end_of(opened, source.text, sign):
            yield Vanishing(sign.kind, _written(markdown, at), at)
        if sign.kind != "element":
            return


def _written(markdown: str, at: int) -> str:
    """The sign with what follows it, to its end or to the end of the line."""
    line = markdown[at:].partition("\n")[0]
    return line.partition(">")[0] + ">" if ">" in line else line


def _unexplained(missing: Counter[str], there: Counter[str], markdown: str) -> list[Vanishing]:
    """The words by themselves, first those that stand nowhere else."""
    words = [word for word in missing if word != "<"] or ["<"]
    rare = [word for word in words if not there[word]] or words
    return [Vanishing("words", " ".join(rare[:_MOST_WORDS]), max(0, markdown.find(rare[0])))]
