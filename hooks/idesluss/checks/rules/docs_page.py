"""A page written by hand is Markdown with the elements that ideas may have, under an address of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...reading.docs_folder import DOCS, HAND_WRITTEN
from ...reading.markdown import MAX_COMPLAINTS, allowed_attributes, foreign_elements
from ...reading.problem import Place, Problem
from ...words import LANGUAGES, keys, say
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...reading.document import Document
    from ...words import Language

GROUP = "files"
MAY_BE_EXEMPTED = False

_LONGEST = 60
# Complaints of a text that hold wherever it is shown; where links lead MkDocs knows.
_COMPLAINTS = frozenset({"image_elsewhere", "scheme", "unbounded", "hidden_character"})
# Fields as MkDocs reads them where none stand between hyphens: they are taken away from the text.
_FIELD = re.compile(r"\s*[A-Za-z0-9_-]+:")
# A list of attributes after a word or a heading, where one is given a value.
_LIST = re.compile(r"\{:?(?=[^{}\n]*=)[^{}\n]*\}")
# An attribute in it that is given one.
_GIVEN = re.compile(r"([A-Za-z_:@.][\w:.@-]*)\s*=")
_MAY_BE_GIVEN = frozenset({"id", "class", "lang", "title", "width", "height", "start", "alt"})
# Code on one line, and blocks of it, within which nothing is an attribute.
_CODE = re.compile(r"^[ ]*(`{3,}|~{3,}).*?^[ ]*\1|(`+)[^`].*?\2", re.DOTALL | re.MULTILINE)
_PROGRAM_PAGES = ("index", "404")
# The field page is written into docs/, and the word for further pages of a list begins no address.
_NO_PAGES = ("fields", "page")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    pages = catalogue.tree.docs.pages
    folders = {language for path in pages if (language := _language_folder(path))}
    root = catalogue.settings.root_language(folders)
    for path, document in pages.items():
        folder = _language_folder(path)
        yield from _taken(path, folder, folder or root)
        if document.is_readable:
            yield from _foreign(document)
            yield from _complaints(document)
            yield from _attributes(document)
            yield from _fields(document)


def _language_folder(path: str) -> Language | None:
    first = path.split("/")[1]
    return first if first in LANGUAGES else None


def _taken(path: str, folder: Language | None, language: Language) -> Iterator[Problem]:
    """A page where the program has one of its own."""
    below = path.removeprefix(f"{DOCS}/{folder}/" if folder else f"{DOCS}/")
    name = below.partition("/")[0].removesuffix(".md")
    own = {key.removeprefix("path.") for key in keys(language) if key.startswith("path.")}
    words = {say(f"path.{key}", language) for key in own - {*HAND_WRITTEN, *_NO_PAGES}}
    if name in {*words, *_PROGRAM_PAGES}:
        yield Problem(Place(path), "docs_page", "error", "docs_page.taken", {"name": name})


def _foreign(document: Document) -> Iterator[Problem]:
    told_already = {vanishing.at for vanishing in document.body.vanishing}
    for foreign in foreign_elements(document.markdown, allowed_attributes())[:MAX_COMPLAINTS]:
        if foreign.at not in told_already:
            place = document.place_at(foreign.at, len(foreign.written))
            key = "docs_page.attribute" if foreign.sign == "attribute" else "docs_page.element"
            yield document.problem(place, "docs_page", key, words=plain(foreign.written, _LONGEST))


def _complaints(document: Document) -> Iterator[Problem]:
    for key, words, values in document.body.complaints:
        name = key.removeprefix("body.")
        if name in _COMPLAINTS:
            yield document.problem(document.place_in_body(words), "docs_page", f"docs_page.{name}", **values)


def _attributes(document: Document) -> Iterator[Problem]:
    """Attributes that are listed in braces, a form that MkDocs reads and GitHub does not."""
    code = [match.span() for match in _CODE.finditer(document.markdown)]
    for listed in _LIST.finditer(document.markdown):
        if any(start <= listed.start() < end for start, end in code):
            continue
        for given in _GIVEN.finditer(listed[0]):
            if given[1].lower() not in _MAY_BE_GIVEN:
                place = document.place_at(listed.start() + given.start(), len(given[1]))
                yield document.problem(place, "docs_page", "docs_page.attribute", words=given[1])


def _fields(document: Document) -> Iterator[Problem]:
    """A first line that MkDocs takes for a field, in a page that begins without hyphens."""
    if document.body_line == 1 and not document.front.value and _FIELD.match(document.markdown):
        yield document.problem(document.place(1, 1), "docs_page", "docs_page.field")
