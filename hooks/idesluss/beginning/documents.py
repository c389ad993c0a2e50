"""The pages of a catalogue that begins, and its README: short, in the words of whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..generated.fields import page_path
from ..pages.standing import MADE_PAGES
from ..reading.docs_folder import DOCS, HAND_WRITTEN
from ..words import say

if TYPE_CHECKING:
    from ..words import Language
    from .choices import Beginning


def pages(beginning: Beginning) -> dict[str, str]:
    """Path below the catalogue's folder to the page: those that nobody but the catalogue can write."""
    return {
        f"{DOCS}/{_path(name, language, beginning)}": _page(name, language, beginning)
        for language in beginning.languages
        for name in HAND_WRITTEN
        if name not in MADE_PAGES
    }


def readme(beginning: Beginning) -> str:
    """What whoever keeps the catalogue needs to know, in its main language."""
    language = beginning.language
    host = say(f"begin.readme.{beginning.host or 'none'}", language).strip()
    return say("begin.readme.text", language, host=host, **_values(beginning, language)).lstrip()


def _path(name: str, language: Language, beginning: Beginning) -> str:
    """Those of the main language lie in no folder, the others in one of their own."""
    return page_path(name, language, beginning.language)


def _page(name: str, language: Language, beginning: Beginning) -> str:
    title, lead = (say(f"begin.pages.{name}.{part}", language) for part in ("title", "lead"))
    others = [_path(name, other, beginning) for other in beginning.languages if other != language]
    translation = f"translation: {others[0] if len(others) == 1 else others}\n" if others else ""
    text = say(f"begin.pages.{name}.text", language, **_values(beginning, language)).strip()
    head = f"---\ntitle: {title}\ndescription: {lead}\n{translation}---\n\n# {title}\n\n"
    return f"{head}{text}\n"


def _values(beginning: Beginning, language: Language) -> dict[str, str]:
    """What fills the words: whose the catalogue is, where to write, and how its host judges a change."""
    owner = beginning.publisher or say("begin.somebody", language)
    way = "to_mail" if beginning.contact else "nowhere"
    return {
        "name": beginning.name,
        "publisher": owner,
        "contact": say(f"begin.write.{way}", language, mail=beginning.contact),
        "judged": say(f"begin.judged.{beginning.host or 'none'}", language).strip(),
    }
