"""The model in other forms: pages and blocks that are written from it, and must not be edited by hand."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import catalogue, checks, report
from .model import Call, Idea, Plan, Settings, help_text, needed_from, record_in, title
from .words import keys, say, template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from .words import Language

_RECORDS: tuple[tuple[type[BaseModel], str], ...] = (
    (Idea, "idea.md"),
    (Plan, "plan.md"),
    (Call, "ideas/calls/*.md"),
    (Settings, "ideas/catalogue.yml"),
)
_PAGES = {"sv": ("docs/falt.md", "docs/regler.md"), "en": ("docs/en/fields.md", "docs/en/rules.md")}
_SESSION = re.compile(r"(<!-- session:start -->\n).*?(<!-- session:end -->)", re.DOTALL)


def faces(root: Path) -> dict[str, str]:
    """Path below the repository's root to the text that should stand there."""
    written: dict[str, str] = {}
    for language in ("sv", "en"):
        fields, rules = _PAGES[language]
        written[fields] = _fields_page(language)
        written[rules] = _rules_page(language)
    readme = root / "README.md"
    if readme.exists():
        written["README.md"] = _SESSION.sub(
            lambda match: match[1] + _session() + match[2], readme.read_text(encoding="utf-8")
        )
    return written


def _head(language: Language, page: str, at: int) -> str:
    other: Language = "en" if language == "sv" else "sv"
    translation = _PAGES[other][at].removeprefix("docs/")
    return (
        f"---\ntitle: {say(f'faces.{page}.title', language)}\n"
        f"description: {say(f'faces.{page}.lead', language)}\ntranslation: {translation}\n---\n\n"
        f"# {say(f'faces.{page}.title', language)}\n\n{say(f'faces.{page}.lead', language)}\n"
    )


def _fields_page(language: Language) -> str:
    parts = [_head(language, "fields", 0)]
    for record, path in _RECORDS:
        parts.append(f"\n## `{path}`\n")
        parts.extend(_fields(record, language, 3, set()))
    return "".join(parts)


def _fields(record: type[BaseModel], language: Language, level: int, seen: set[type]) -> Iterator[str]:
    """A definition list of the record's fields, and of the records within it, each once."""
    stages = needed_from(record)
    inner: list[tuple[str, type[BaseModel]]] = []
    yield "\n"
    for name, info in record.model_fields.items():
        told = [help_text(record, name).in_(language)]
        if name in stages:
            told.append(say("faces.fields.needed", language, stage=f"`{stages[name]}`"))
        elif info.is_required():
            told.append(say("faces.fields.required", language))
        if info.examples:
            told.append(say("faces.fields.example", language, example=f"`{_shown(info.examples[0])}`"))
        yield f"`{name}` – {title(record, name).in_(language)}\n:   {' '.join(told)}\n\n"
        within = record_in(info.annotation)
        if within and within not in seen and within.__name__ != "Localised":
            inner.append((name, within))
            seen.add(within)
    for name, within in inner:
        yield f"{'#' * level} {title(record, name).in_(language)} (`{name}`)\n"
        yield from _fields(within, language, level, seen)


def _shown(example: Any) -> str:
    return f"[{', '.join(map(str, example))}]" if isinstance(example, list) else str(example)


def _rules_page(language: Language) -> str:
    parts = [_head(language, "rules", 1)]
    messages = _messages()
    for name, rule in checks.rules().items():
        parts.append(f"\n## `{name}` {{ #{name} }}\n\n")
        if language == "en":
            parts.append((rule.__doc__ or "").strip() + "\n\n")
        for key in messages.get(name, ()):
            message, hint = (
                _literal(template(f"problem.{key}.{part}", language)) for part in ("message", "hint")
            )
            parts.append(f"{message}\n:   {hint}\n\n")
    return "".join(parts).rstrip() + "\n"


def _literal(words: str | dict[str, str]) -> str:
    """A template's words with its blanks as an ellipsis."""
    return re.sub(r"\{(\w+)\}", "…", words if isinstance(words, str) else words["other"])


# Which rule each family of messages belongs to, where the names differ.
_FAMILIES = {"front": "front_matter", "value": "field", "body": "body_link"}
_OWN = {
    "field.missing": "missing_field",
    "field.unknown": "unknown_field",
    "field.unknown_near": "unknown_field",
}


def _messages() -> dict[str, list[str]]:
    """Rule to the keys of its messages."""
    found: dict[str, list[str]] = {}
    for key in sorted(keys("sv")):
        if key.startswith("problem.") and key.endswith(".message"):
            name = key.removeprefix("problem.").removesuffix(".message")
            family = name.partition(".")[0]
            found.setdefault(_OWN.get(name, _FAMILIES.get(family, family)), []).append(name)
    return found


_MISTAKEN = """---
title: Lånecykel vid stationen
summary: Den som tar tåget ska kunna låna en cykel sista biten till jobbet.
stage: idea
outcome: open
submitted: 2026-02-31
origin: residents
sector: samhallsbyggnad
---

## Behov

Bussen går en gång i timmen.
"""


def _session() -> str:
    """A terminal session with two mistakes, as the checker answers it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        idea = root / "ideas" / "2026" / "lanecykel" / "idea.md"
        idea.parent.mkdir(parents=True)
        own = Path(__file__).parents[2] / "ideas" / "catalogue.yml"
        (root / "ideas" / "catalogue.yml").write_bytes(own.read_bytes())
        idea.write_text(_MISTAKEN, encoding="utf-8")
        dated = _report(root)
        idea.write_text(_MISTAKEN.replace("2026-02-31", "2026-02-28"), encoding="utf-8")
        named = _report(root)
    return f"```console\n$ idesluss check\n{dated}\n$ idesluss check\n{named}```\n"


def _report(root: Path) -> str:
    found = catalogue.of(root, dt.date(2026, 11, 23))
    problems = found if isinstance(found, list) else checks.run(found)
    return report.as_text(problems, "sv")
