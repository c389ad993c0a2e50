"""Words that a language lacks, said in another: marked where they are said, shown as what they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...words import SOURCE, Language, missing_keys, say, spoken_language
from .published import File, Page, Published

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Private use characters cannot stand in a source file, so no content holds these.
_BEGIN, _END = "\ue020", "\ue021"
_MARKED = re.compile(f"{_BEGIN}(.*?){_END}", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")  # templates escape `>` in attributes
_NAME = re.compile(r"</?([a-z0-9]+)")
# Elements whose text is no markup, so that no other element can stand in it.
_TEXT_ONLY = frozenset({"option", "script", "style", "textarea", "title"})
_DRAWN = frozenset({"text", "tspan"})  # of SVG, which has no `span`


def said(key: str, language: Language, /, **values: object) -> str:
    """The words of a key, with a mark round them where the language borrows them from another."""
    words = say(key, language, **values)
    return words if spoken_language(key, language) == language else f"{_BEGIN}{words}{_END}"


def is_whole(language: Language) -> bool:
    """Whether the language has words for every key."""
    return not missing_keys(language)


def without_marks(items: Iterable[Published], languages: Iterable[Language]) -> Iterator[Published]:
    """Items with borrowed words shown as what they are, where a language borrows any."""
    return iter(items) if all(map(is_whole, languages)) else map(_without_marks, items)


def _without_marks(item: Published) -> Published:
    if isinstance(item, Page):
        return replace(
            item,
            path=unmarked(item.path),
            content=shown(item.content),
            title=unmarked(item.title),
            description=unmarked(item.description),
        )
    if isinstance(item, File) and isinstance(item.content, str):
        return replace(item, path=unmarked(item.path), content=unmarked(item.content))
    return item


def unmarked(text: str) -> str:
    """The text without marks, for a place where no language can be told."""
    return text.replace(_BEGIN, "").replace(_END, "")


def shown(html: str) -> str:
    """HTML whose marked words stand in elements that tell their language; attributes lose the marks."""
    if _BEGIN not in html:
        return html
    parts: list[str] = []
    within = ""
    for at, part in enumerate(_TAG.split(html)):
        if at % 2:
            name = _NAME.match(part)
            within = name[1] if name and not part.startswith("</") else ""
            parts.append(unmarked(part))
        else:
            parts.append(unmarked(part) if within in _TEXT_ONLY else _in_elements(part, within))
    return "".join(parts)


def _in_elements(text: str, within: str) -> str:
    element = "tspan" if within in _DRAWN else "span"
    return unmarked(_MARKED.sub(rf'<{element} lang="{SOURCE}">\1</{element}>', text))
