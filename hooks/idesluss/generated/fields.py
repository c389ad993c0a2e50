"""Every field of every record on a page of its own, in every language of the site, from the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Call, Idea, Localised, Plan, Settings, field_help, field_title, record_in
from ..model.process import Process
from ..model.requirements import needed_from
from ..model.settings import VOCABULARIES
from ..model.shipped import shipped_lists
from ..model.vocabulary import example_of
from ..reading.records import as_written
from ..reading.table_columns import KEY, columns_of
from ..words import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pydantic import BaseModel

    from ..words import Language

_FILES: dict[type[BaseModel], str] = {Idea: "idea", Plan: "plan"}
_RECORDS: tuple[tuple[type[BaseModel], str], ...] = (
    (Idea, "idea.md"),
    (Plan, "plan.md"),
    (Call, "ideas/calls/*.md"),
    (Settings, "ideas/catalogue.yml"),
)


def field_pages(settings: Settings, folders: Collection[Language] = ()) -> dict[str, str]:
    """Path below the repository's root to the page, one for each language of the site.

    `folders` are the languages that have one below `docs/`.
    """
    root = settings.root_language(folders)
    paths = {language: page_path("fields", language, root) for language in settings.site_languages}
    return {f"docs/{path}": _page(language, paths, settings) for language, path in paths.items()}


def page_path(name: str, language: Language, root: Language) -> str:
    """Where a page in `docs/` lies: in the folder of its language, those in the language `root` in none."""
    folder = "" if language == root else f"{language}/"
    return f"{folder}{say(f'path.{name}', language)}.md"


def _page(language: Language, paths: Mapping[Language, str], settings: Settings) -> str:
    title_words, lead = (say(f"faces.fields.{name}", language) for name in ("title", "lead"))
    others = [path for other, path in paths.items() if other != language]
    translation = f"translation: {others[0] if len(others) == 1 else others}\n" if others else ""
    head = f"---\ntitle: {title_words}\ndescription: {lead}\n{translation}---\n\n# {title_words}\n\n{lead}\n"
    parts = [head]
    for record, path in _RECORDS:
        parts.append(f"\n## `{path}`\n")
        parts.extend(_fields(record, language, settings, 3, set()))
    return "".join(parts)


def _fields(
    record: type[BaseModel], language: Language, settings: Settings, level: int, seen: set[type]
) -> Iterator[str]:
    """A definition list of the record's fields, and of the records within it, each once."""
    inner: list[tuple[str, type[BaseModel]]] = []
    yield "\n"
    for name, field in record.model_fields.items():
        sentences = (
            field_help(record, name).in_(language),
            need(record, name, language, settings.process),
            _places(name, language) if record is Settings and name in VOCABULARIES else "",
            _lists(name, language) if record in {Settings, Process} else "",
            example(record, name, language, settings),
        )
        words = " ".join(filter(None, sentences))
        yield f"`{name}` – {field_title(record, name).in_(language)}\n:   {words}\n\n"
        within = record_in(field.annotation)
        if within and within not in seen and not issubclass(within, Localised):
            inner.append((name, within))
            seen.add(within)
    for name, within in inner:
        yield f"{'#' * level} {field_title(record, name).in_(language)} (`{name}`)\n"
        yield from _fields(within, language, settings, level, seen)


def need(record: type[BaseModel], name: str, language: Language, process: Process) -> str:
    """That the field is needed always, or the stage that needs it; nothing where neither holds."""
    if record.model_fields[name].is_required():
        return say("faces.fields.required", language)
    stage = needed_from(process).get(f"{_FILES[record]}.{name}") if record in _FILES else None
    return say("faces.fields.needed", language, stage=f"`{stage}`") if stage else ""


def _places(vocabulary: str, language: Language) -> str:
    """Where else the vocabulary may stand, and the columns of a table of it."""
    columns = ", ".join(f"`{name}`" for name in (KEY, *columns_of(vocabulary)))
    return say("faces.fields.vocabulary", language, name=vocabulary, columns=columns)


def _lists(name: str, language: Language) -> str:
    """The program's lists that may be named instead; nothing where there are none."""
    known = ", ".join(f"`{shipped}`" for shipped in shipped_lists(name))
    if not known:
        return ""
    words = say("faces.fields.shipped", language, lists=known, count=len(shipped_lists(name)))
    return f"{words} {say('faces.fields.added', language)}" if name in VOCABULARIES else words


def example(record: type[BaseModel], name: str, language: Language, settings: Settings) -> str:
    """A sentence with an example of the field, as it is written in a file; nothing where there is none."""
    value = example_of(record, name, language, settings)
    if value is None:
        return ""
    written = f"[{', '.join(value)}]" if isinstance(value, list) else as_written(value)
    return say("faces.fields.example", language, example=f"`{written}`")
