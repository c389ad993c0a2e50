"""Text from other systems made text of ours: letters that were read wrongly, markup, and what nobody sees."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import ftfy
import nh3
from markdownify import markdownify

from ..proposal.plain_text import typed_as_line, typed_as_markdown
from ..proposal.words_of_html import words_of_html
from ..reading.personal import find_personal_data, may_hold_personal_data
from ..words.characters import hidden_characters

if TYPE_CHECKING:
    import datetime as dt

# A tag of a page, or an entity: what no text has that is not markup.
_MARKUP = re.compile(
    r"</?(?:p|br|b|strong|i|em|u|s|ul|ol|li|a|div|span|h[1-6]|table|tbody|thead|tr|td|th|blockquote|font|pre"
    r"|code|hr|sub|sup|img|section|article)\b[^<>]*>|&(?:#[0-9]{2,6}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});"
)
# A line end within text, and not one between tags that is there for whoever reads the code.
_BREAK = re.compile(r"(?<![>\n])\n(?![\s]*</?(?:p|br|ul|ol|li|div|h[1-6]|table|tr|td|th|tbody)\b)")
_TAGS = {
    *{"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a", "div", "h1", "h2", "h3", "h4", "h5", "h6"},
    *{"blockquote", "pre", "code", "table", "tbody", "thead", "tr", "td", "th", "span", "section", "article"},
}
# A heading of the first or second level, which are the page's own.
_HIGH_HEADING = re.compile(r"^#{1,2} ", re.MULTILINE)
# How a letter beyond ASCII begins that was read as two: no word has these together, however short it is.
_SCRAMBLED = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013-\u203a]"
)
# A link that leads nowhere from here, or to somebody's mailbox.
_NOWHERE = re.compile(r"\[([^\]\n]*)\]\((?!https?://)[^)\n]*\)")
# What ends a line in one program or another; a spreadsheet's own break within a cell is often the first.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x80-\x9f]")
_MANY_BREAKS = re.compile(r"\n{3,}")


def unscrambled(text: str) -> str:
    """The text with letters as they were before somebody read them in another encoding: `Ã¥` is `å`."""
    if text.isascii():
        return text
    mended = ftfy.fix_encoding(text)
    if mended == text and _SCRAMBLED.search(text):
        mended = _read_anew(text)
    return mended if not _CONTROLS.search(mended) else text


def _read_anew(text: str) -> str:
    """The text that the bytes of this one are in UTF-8; the text itself where they are none."""
    try:
        return text.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return text


def has_markup(text: str) -> bool:
    """Whether a text is written as HTML."""
    return bool(_MARKUP.search(text))


def as_line(text: str) -> str:
    """One line of plain words."""
    return _all_seen(typed_as_line(html.unescape(words_of_html(text)) if has_markup(text) else text))


def as_markdown(text: str) -> str:
    """Paragraphs and lists as Markdown: what was HTML as it looked there, all else as it was typed."""
    if not has_markup(text):
        return _all_seen(typed_as_markdown(text)).strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = nh3.clean(_BREAK.sub("<br>", text), tags=_TAGS, attributes={"a": {"href"}}, link_rel=None)
    marked = markdownify(clean, heading_style="ATX", bullets="-", newline_style="backslash", autolinks=False)
    marked = _NOWHERE.sub(r"\1", marked)
    marked = _HIGH_HEADING.sub("### ", _without_empty_breaks(marked))
    return _all_seen(_MANY_BREAKS.sub("\n\n", _line_by_line(marked)).strip().replace("<", "\\<"))


def _without_empty_breaks(marked: str) -> str:
    lines = [line.rstrip() for line in marked.split("\n")]
    bare = ["" if line.strip() == "\\" else line for line in lines]
    ends = [*bare[1:], ""]
    return "\n".join(
        line[:-1] if line.endswith("\\") and not line.endswith("\\\\") and not after.strip() else line
        for line, after in zip(bare, ends, strict=True)
    )


def without_hidden(text: str) -> str:
    """The text without the characters that nobody sees, each sign that ends a line being a line's end."""
    return _all_seen(_LINE_ENDS.sub("\n", text))


def _all_seen(text: str) -> str:
    """The text without the characters that nobody sees."""
    hidden = {at for at, _ in hidden_characters(text)}
    return "".join(sign for at, sign in enumerate(text) if at not in hidden) if hidden else text


def _line_by_line(text: str) -> str:
    return "\n".join(line if line.startswith(("    ", "\t")) else _seen(line) for line in text.split("\n"))


def _seen(line: str) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + typed_as_line(line)


def without_persons(text: str, words: str, today: dt.date) -> tuple[str, int]:
    """The text with these words in place of numbers and addresses of persons, and how many there were."""
    if not may_hold_personal_data(text):
        return text, 0
    spans = find_personal_data(text, today)
    for span in reversed(spans):
        text = f"{text[: span.start]}{words}{text[span.end :]}"
    return text, len(spans)
