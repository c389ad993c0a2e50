"""`ideas/catalogue.yml` of a catalogue that begins: its own choices, and the program's lists by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..derived.statements import needed_fields
from ..model.forms import NEWEST_FORM
from ..model.settings import VOCABULARIES
from ..model.shipped import shipped_lists, shipped_terms, usual_list
from ..words import SOURCE, say
from .terms_text import field_lines, scalar, term_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .choices import Beginning

_LICENCES = {
    "text": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "facts": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "code": ("MIT", "https://opensource.org/license/mit"),
}


def settings_text(beginning: Beginning) -> str:
    """The file, with notes in the main language."""
    return "\n".join(_lines(beginning)) + "\n"


def _lines(beginning: Beginning) -> Iterator[str]:
    yield from _notes("head", beginning)
    yield f"format: {NEWEST_FORM}"
    yield ""
    yield f"name: {scalar(beginning.name)}"
    yield from field_lines("description", _spoken("description", beginning), 0)
    if beginning.language != SOURCE:
        yield f"language: {beginning.language}"
    yield f"languages: [{', '.join(beginning.languages)}]"
    yield from _brand(beginning)
    yield from _notes("places", beginning)
    yield "site_url:"
    yield f"repository: {beginning.repository}".rstrip()
    yield f"host: {beginning.host}" if beginning.host else "host:"
    yield f"contact: {beginning.contact}".rstrip()
    yield f"publisher: {scalar(beginning.publisher)}" if beginning.publisher else "publisher:"
    yield from _statements(beginning)
    yield "licences:"
    for part, (name, url) in _LICENCES.items():
        yield f"  {part}: {{ name: {name}, url: {url} }}"
    yield ""
    yield from _process(beginning)
    yield ""
    yield from _notes("lists", beginning)
    yield from _vocabularies(beginning)


def _statements(beginning: Beginning) -> Iterator[str]:
    """What somebody has to find out before it is said. A municipality of Sweden is under its law."""
    yield from _notes("statements", beginning)
    has_law = beginning.municipality is not None
    for page in ("accessibility", "privacy"):
        yield f"{page}:"
        yield "  law: sweden" if has_law else "  law:"
        yield from (f"  {field}:" for field in needed_fields(page, has_law=has_law))


def _brand(beginning: Beginning) -> Iterator[str]:
    if not beginning.main and not beginning.logo:
        return
    yield "brand:"
    if beginning.main:
        yield f'  colours: {{ main: "{beginning.main}", accent: "{beginning.accent}" }}'
    if beginning.logo:
        yield f"  logo: brand/logo.{beginning.logo}"


def _process(beginning: Beginning) -> Iterator[str]:
    yield from _notes("process", beginning)
    yield "process:"
    yield f"  stages: {beginning.process}"
    yield "  outcomes: usual"
    yield f"  sections: {beginning.process}"
    yield "  proposer: proposer"
    yield "  maintainer: maintainer"
    yield from _notes("gates", beginning, 2)
    yield "  gates:"
    yield from term_lines(shipped_terms("gates", beginning.process), beginning.languages, 4)


def _vocabularies(beginning: Beginning) -> Iterator[str]:
    for name in VOCABULARIES:
        known = shipped_lists(name)
        if name == "organisations":
            yield from _organisations(beginning)
        elif usual_list(name) or name == "neighbours":
            continue  # what holds where nothing is said
        elif name == "roles":
            yield f"roles: {beginning.process}"
        else:
            yield f"{name}: {known[0]}" if known else f"{name}: {{}}"


def _organisations(beginning: Beginning) -> Iterator[str]:
    """The municipality itself, where one was chosen."""
    place = beginning.municipality
    if place is None:
        yield "organisations: {}"
        return
    yield "organisations:"
    yield f"  {place.key}-kommun:"
    yield f"    name: {scalar(beginning.publisher)}"
    yield "    kind: municipality"
    yield f"    municipality: {place.key}"


def _notes(key: str, beginning: Beginning, indent: int = 0) -> Iterator[str]:
    words = say(f"begin.notes.{key}", beginning.language, process=beginning.process).strip()
    yield from (f"{' ' * indent}# {line}".rstrip() for line in words.splitlines())


def _spoken(key: str, beginning: Beginning) -> Mapping[str, str]:
    name = beginning.publisher or beginning.name
    return {own: say(f"begin.{key}", own, name=name).strip() for own in beginning.languages}
