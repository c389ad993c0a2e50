"""The picture that a message brings: its name beside the idea, and how the idea comes to show it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ..history.stages import fields_as_written
from ..model.values import PICTURE
from ..reading.document import parse_document
from ..reading.front_matter import joined, split_front
from ..words import LANGUAGES, enumeration, say, text
from ..words.characters import slugify
from .plain_text import typed_as_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Settings
    from ..words import Language
    from .mail import AttachedPicture

# What is to be known of a picture, in the order of the lines that ask for it.
PARTS = ("alt", "credit", "licence")
_LONGEST_NAME = 60
# A line of words with a colon after the first of them.
_LINE = re.compile(r"^([^:\n]{1,80}):(.*)$", re.MULTILINE)
_AFTER = ("stage:", "outcome:", "submitted:")  # the fields that follow a picture


def picture_lines(words: str, settings: Settings) -> tuple[dict[str, str], str]:
    """What the lines of a message say of its picture, and the message without them.

    Only what can be used is told: a licence that the catalogue does not know is none.
    """
    labels = {
        text(f"mail.picture_line.{part}").in_(language).casefold(): part
        for part in PARTS
        for language in LANGUAGES
    }
    facts: dict[str, str] = {}

    def take(line: re.Match[str]) -> str:
        part = labels.get(typed_as_line(line[1]).casefold())
        if part is None:
            return line[0]
        facts.setdefault(part, _licence(line[2], settings) if part == "licence" else typed_as_line(line[2]))
        return ""

    rest = _LINE.sub(take, words)
    return {part: value for part, value in facts.items() if value}, rest


def _licence(written: str, settings: Settings) -> str:
    """The key of the licence that is meant, by its key or what it is called."""
    meant = typed_as_line(written).casefold()
    for key, term in settings.picture_licences.items():
        if meant in {key.casefold(), *(name.casefold() for name in term.title.variants)}:
            return key
    return ""


def with_picture(content: str, picture: AttachedPicture, facts: Mapping[str, str]) -> tuple[str, str, bool]:
    """The idea's file, the picture's name beside it, and whether the idea shows it.

    A file that names a picture, or shows it in its text, is let be; otherwise the lines of the message
    make it the idea's own. What it shows is never invented.
    """
    named = _named_in(content)
    if named:
        return content, named, True
    stem = picture.name.rpartition(".")[0]
    name = f"{slugify(stem, _LONGEST_NAME) or 'bild'}.{picture.ending}"
    shown = content.replace(f"]({picture.name})", f"]({name})") if picture.name else content
    if f"]({name})" in shown:
        return shown, name, True
    if facts.keys() >= {*PARTS}:
        return _with_field(content, name, facts), name, True
    return content, name, False


def _named_in(content: str) -> str:
    """The file that the idea names as its picture, if it names one that can lie there."""
    field = fields_as_written(parse_document("idea.md", content.encode())).get("picture")
    name = field.get("file") if isinstance(field, dict) else None
    return name if isinstance(name, str) and re.fullmatch(PICTURE, name) else ""


def _with_field(content: str, name: str, facts: Mapping[str, str]) -> str:
    front = split_front(content)
    if front is None:
        return content
    lines = front.fields.rstrip("\n").split("\n")
    quoted = [f"  {part}: {json.dumps(facts[part], ensure_ascii=False)}" for part in ("alt", "credit")]
    field = ["picture:", f"  file: {name}", *quoted, f"  licence: {facts['licence']}"]
    at = next((at for at, line in enumerate(lines) if line.startswith(_AFTER)), len(lines))
    return joined([*lines[:at], *field, *lines[at:]], front.below)


def untold_note(settings: Settings, language: Language) -> str:
    """What is to be told of the picture, so that the idea can show it."""
    lines = "\n".join(f"- {line}" for line in asked_lines(language).split("\n"))
    return (
        f"\n{say('mail.picture_untold', language, licences=licence_names(settings, language))}\n\n{lines}\n"
    )


def licence_names(settings: Settings, language: Language) -> str:
    """What the licences are called that a picture may have."""
    names = [term.title.in_(language) for term in settings.picture_licences.values()]
    return enumeration("or", names).in_(language)


def asked_lines(language: Language) -> str:
    """The lines that ask what a picture shows, whose it is and how it may be used."""
    return "\n".join(f"{say(f'mail.picture_line.{part}', language)}:" for part in PARTS)
