"""A picture can be shown, is told in words to those who do not see it, and does not tell too much.

A camera or a telephone often writes into the picture where it was taken and by whom, and all that is in
this catalogue can be fetched by anybody. Take such facts away before you add the picture: in the history
they stay even if the picture is replaced, so tell whoever looks after the catalogue if that has happened.
Save pictures as png, jpg, webp or gif, at most 6000 pixels wide and high and 2 MB large. Write between the
square brackets what can be seen: `![Sketch of a meeting in a hall](sketch.png)`.

På svenska
----------
En bild går att visa, berättas i ord för den som inte ser den och berättar själv inte för mycket.

En kamera eller telefon skriver ofta in i bilden var den togs och av vem, och allt i katalogen kan hämtas
av vem som helst. Ta bort sådana uppgifter innan du lägger till bilden: i historiken finns de kvar även om
bilden byts ut, så säg till den som sköter katalogen om det redan har hänt. Spara bilder som png, jpg, webp
eller gif, högst 6000 bildpunkter breda och höga och 2 MB stora. Skriv mellan hakparenteserna vad som syns:
`![Skiss av ett möte i en hall](skiss.png)`.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING

from ...reading.pictures import judge_picture, read_picture
from ...reading.problem import Place, Problem
from ...words.characters import fold, plain
from ..judged import judged_bodies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...reading.document import Document
    from ...reading.folders import IdeaFolder
    from ...reading.markdown import Body
    from ...reading.problem import Severity

GROUP = "links_and_pictures"
MAY_BE_EXEMPTED = False

_WARNINGS = {"picture.owner", "picture.unused"}
# The renderer writes every attribute in this one way.
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
# Only that there is a picture, with or without a number; a camera's name of it; or the name of a file.
_SAYS_NOTHING = re.compile(
    r"(bild|bilden|foto|figur|illustration|skärmbild|alternativtext|image|img|photo|picture|figure"
    r"|screenshot|alt text)[ _-]?\d*|(img|dsc|dscn|pxl)[_-]?[\d_-]+|\S+\.(png|jpe?g|webp|gif)"
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    shown: set[str] = set()
    for document, body in judged_bodies(catalogue):
        shown.update(body.pictures)
        yield from _without_words(document, body)
    judged = {entry.slug for entry in catalogue.entries if _shows_what_it_means(entry)}
    for folder in catalogue.tree.folders:
        for name in folder.pictures:
            yield from _content(catalogue, folder, name)
            if folder.slug in judged and f"picture/{folder.slug}/{name}" not in shown:
                yield _problem(folder, name, "picture.unused")


def _shows_what_it_means(entry: Entry) -> bool:
    """Whether all of the entry can be read and no picture in it is misspelt, which is told."""
    documents = filter(None, (entry.document, entry.plan_document))
    complaints = [*entry.body.complaints, *entry.plan_body.complaints]
    hiding = {"body.image", "body.unbounded", "body.hidden_character"}
    return all(document.is_readable for document in documents) and not any(c[0] in hiding for c in complaints)


def _content(catalogue: Catalogue, folder: IdeaFolder, name: str) -> Iterator[Problem]:
    content = read_picture(catalogue.tree.root / folder.path / name)
    verdicts = judge_picture(name, content) if content else [("picture.damaged", {})]
    for key, values in verdicts:
        yield _problem(folder, name, key, **values)


def _problem(folder: IdeaFolder, name: str, key: str, **values: object) -> Problem:
    severity: Severity = "warning" if key in _WARNINGS else "error"
    return Problem(Place(f"{folder.path}/{name}"), "picture", severity, key, {"name": name, **values})


def _without_words(document: Document, body: Body) -> Iterator[Problem]:
    for address, alt in dict.fromkeys(_images(body)):
        written = body.pictures[address]
        words = f"![{alt}]({written}"
        place = document.place_in_body(words if words in document.body else written)
        if not alt.strip():
            name = posixpath.basename(written)
            yield document.problem(place, "picture", "picture.no_words", name=name)
        elif _SAYS_NOTHING.fullmatch(fold(alt)):
            yield document.warning(place, "picture", "picture.words", words=plain(alt, 60))


def _images(body: Body) -> Iterator[tuple[str, str]]:
    """The address below the site's root, and the words, of each picture shown."""
    for match in _IMAGE.finditer(body.html):
        attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[1])}
        if attributes.get("src", "")[1:] in body.pictures:
            yield attributes["src"][1:], attributes.get("alt", "")
