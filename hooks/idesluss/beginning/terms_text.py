"""Terms of the program's lists as somebody would write them in `catalogue.yml`."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

from ..words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ..words import Language

# Words that YAML takes for themselves without quotation marks.
_PLAIN = re.compile(r"[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäöé0-9 _./-]*")
_OF_YAML = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
_WIDE = 118


def term_lines(terms: Mapping[str, Any], languages: Collection[Language], indent: int) -> Iterator[str]:
    """Each term by its key, with its fields below it."""
    for key, term in terms.items():
        yield f"{' ' * indent}{key}:"
        for name, value in term.items():
            yield from field_lines(name, _in_languages(value, languages), indent + 2)


def _in_languages(value: Any, languages: Collection[Language]) -> Any:
    """Words in the languages of the catalogue alone."""
    if not isinstance(value, dict) or not value.keys() <= {*LANGUAGES}:
        return value
    return {own: value[own] for own in languages if own in value} or value


def field_lines(name: str, value: Any, indent: int) -> Iterator[str]:
    """A field, on one line where that is not too long."""
    start = " " * indent + name
    if isinstance(value, dict) and len(value) == 1:
        yield f"{start}: {scalar(next(iter(value.values())))}"
    elif isinstance(value, dict):
        pairs = ", ".join(f"{key}: {scalar(words, flow=True)}" for key, words in value.items())
        short = f"{start}: {{ {pairs} }}"
        long = (f"{start}:", *(f"{' ' * indent}  {key}: {scalar(words)}" for key, words in value.items()))
        yield from (short,) if len(short) <= _WIDE else long
    elif isinstance(value, list):
        yield from _listed(start, value, indent)
    else:
        yield f"{start}: {value}"


def _listed(start: str, items: list[str], indent: int) -> Iterator[str]:
    short = f"{start}: [{', '.join(items)}]"
    if len(short) <= _WIDE:
        yield short
        return
    margin = " " * (indent + 2)
    lines = textwrap.wrap(", ".join(items), _WIDE - len(margin) - 1, break_on_hyphens=False)
    yield f"{start}: ["
    yield from (f"{margin}{line}" for line in lines[:-1])
    yield f"{margin}{lines[-1]}]"


def scalar(words: str, *, flow: bool = False) -> str:
    """A text, in quotation marks where YAML would take it for something else."""
    is_word = _PLAIN.fullmatch(words if flow else words.replace(",", "")) is not None
    return words if is_word and words.casefold() not in _OF_YAML else json.dumps(words, ensure_ascii=False)
