"""A picture can be shown, is told in words to those who do not see it, and does not tell too much."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of
from ...model.vocabulary import term_label
from ...reading.problem import Place, Problem, one_of
from ...reading.records import nearest
from ...words.characters import fold, plain
from ...words.placeholders import has_value
from ..judged import judged_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import Settings
    from ...model.parts import OwnPicture
    from ...reading.document import Document
    from ...reading.problem import Severity
    from ..beside import Beside
    from ..judged import JudgedText

GROUP = "links_and_pictures"
MAY_BE_EXEMPTED = False

_WARNINGS = {"picture.owner", "picture.unused"}
# Pixels of the width that an idea's own picture is shown in.
_LEAST, _BEST = 640, 1280
# Only that there is a picture, with or without a number; a camera's name of it; or the name of a file.
_SAYS_NOTHING = re.compile(
    r"(bild|bilden|foto|figur|illustration|skärmbild|alternativtext|image|img|photo|picture|figure"
    r"|screenshot|alt text)[ _-]?\d*|(img|dsc|dscn|pxl)[_-]?[\d_-]+|\S+\.(png|jpe?g|webp|gif)"
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    shown: set[str] = set()
    for text in judged_texts(catalogue, lambda text: text.pictures):
        shown.update(picture.path for picture in text.outline.pictures)
        yield from _without_words(catalogue, text)
    shown.update(_named(entry) for entry in catalogue.judged)
    beside = (entry for entry in catalogue.entries if entry.pictures)
    judged = {entry.slug for entry in beside if _shows_what_it_means(catalogue, entry)}
    for folder in catalogue.tree.folders:
        for path, picture in folder.noted_pictures():
            yield from (_problem(path, key, **values) for key, values in picture.verdicts)
        unused = (path for path in folder.picture_paths() if folder.slug in judged and path not in shown)
        yield from (_problem(path, "picture.unused") for path in unused)
    for path, picture in catalogue.tree.docs.pictures.items():
        yield from (_problem(path, key, **values) for key, values in picture.verdicts)


def _named(entry: Entry) -> str:
    """Where the picture that an entry names lies; empty where it names none."""
    picture = outline_of(entry).picture
    return f"{entry.folder}/{picture}" if picture else ""


def _shows_what_it_means(catalogue: Catalogue, entry: Entry) -> bool:
    """Whether all of the entry can be read and no picture in it is misspelt, which is told."""
    outline = outline_of(entry)
    if "idea.picture" in outline.unread or (outline.picture and outline.picture not in outline.pictures):
        return False
    shown = (picture.path for text in outline.texts for picture in text.pictures)
    return all(text.is_clear for text in outline.texts) and all(p in catalogue.picture_targets for p in shown)


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    """The picture that an entry names: it is there and large enough, and its words say what it shows."""
    document, picture = entry.document, entry.idea.picture
    if picture and picture.file not in entry.pictures:
        yield _absent(entry, picture.file)
    if entry.picture_size and entry.picture_size[0] < _LEAST:
        width, height = entry.picture_size
        values = {"width": width, "height": height, "least": _LEAST, "best": _BEST}
        yield document.warning(document.place_of("picture", "file"), "picture", "picture.small", **values)
    if picture:
        yield from _vague(document, picture.alt, "picture", "alt")
        yield from _unknown_rights(entry.settings, document, picture)
    for language, translation in entry.idea.translations.items():
        way = ("translations", language, "picture_alt")
        if picture and translation.picture_alt:
            yield from _vague(document, translation.picture_alt, *way)
        elif translation.picture_alt and "idea.picture" not in entry.unread:
            place = document.place_of(*way, at_key=True)
            yield document.warning(place, "picture", "picture.alone")


def _unknown_rights(settings: Settings, document: Document, picture: OwnPicture) -> Iterator[Problem]:
    place = document.place_of("picture", at_key=True)
    if not picture.credit:
        yield document.problem(place, "picture", "picture.no_credit", name=picture.file)
    if not picture.licence:
        licences = settings.picture_licences
        choices = one_of([f"`{key}` ({term_label(settings, 'picture_licences', key)})" for key in licences])
        yield document.problem(place, "picture", "picture.no_licence", name=picture.file, choices=choices)


def _absent(entry: Entry, name: str) -> Problem:
    likely = nearest(name, entry.pictures)
    key = "picture.absent_near" if likely else "picture.absent"
    place = entry.document.place_of("picture", "file")
    return entry.document.problem(place, "picture", key, name=name, nearest=likely or "")


def _vague(document: Document, words: str, *way: str) -> Iterator[Problem]:
    """Words that only say that there is a picture, or that keep a place."""
    if _SAYS_NOTHING.fullmatch(fold(words)) or not has_value(words):
        yield document.warning(document.place_of(*way), "picture", "picture.words", words=plain(words, 60))


def _problem(path: str, key: str, **values: object) -> Problem:
    severity: Severity = "warning" if key in _WARNINGS else "error"
    return Problem(Place(path), "picture", severity, key, {"name": posixpath.basename(path), **values})


def _without_words(catalogue: Catalogue, text: JudgedText) -> Iterator[Problem]:
    for picture in text.outline.pictures:
        if picture.path not in catalogue.picture_targets:
            continue  # told as a link that leads nowhere
        document = text.read()
        written = f"![{picture.words}]({picture.written}"
        place = document.place_in_body(written if written in document.markdown else picture.written)
        if not picture.words.strip():
            name = posixpath.basename(picture.written)
            yield document.problem(place, "picture", "picture.no_words", name=name)
        elif _SAYS_NOTHING.fullmatch(fold(picture.words)):
            yield document.warning(place, "picture", "picture.words", words=plain(picture.words, 60))
