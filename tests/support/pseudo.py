"""A third language made by script: a folder of words, and a catalogue that is called something in it."""

from __future__ import annotations

import re
import shutil
import tomllib
from typing import TYPE_CHECKING, Any

import yaml

from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A code that browsers and axe know; the words are no Esperanto.
CODE = "eo"
NAME = "Ƥšéüðø"
LACKING = ("nav.lessons", "frame.skip", "problem.missing_words.hint")
_MARKED = str.maketrans("aeiouyAEIOUY", "àéîöüýÀÉÎÖÜÝ")
_KEPT = re.compile(r"(\{[^{}]*\}|`[^`]*`|<[^<>]*>|\]\([^()]*\))")  # what is filled in, code, markup, links
_OWN = {
    "name": NAME,
    "locale": "eo",
    "open_graph": "eo",
    "stemmer": "",
    "placeholders": "",
    "unstemmed": "",
    "bibtex": "esperanto",
    "alpha3": "epo",
    "money": "#,##0 ¤",
}


def pseudo(words: str) -> str:
    """The words as this language has them: recognisable, longer, and with marks over the vowels."""
    parts = _KEPT.split(words)
    return "".join(part if at % 2 else part.translate(_MARKED) for at, part in enumerate(parts)) + "~"


def add_language(package: Path) -> None:
    """Add the language's folder of words to a copy of the program, without words for what it lacks."""
    folder = package / "words" / CODE
    folder.mkdir()
    for file in sorted((package / "words" / "en").glob("*.toml")):
        lines = "".join(_lines(tomllib.loads(file.read_text(encoding="utf-8")), ()))
        (folder / file.name).write_text(lines, encoding="utf-8")


def _lines(table: dict[str, Any], way: tuple[str, ...]) -> Iterator[str]:
    for name, value in table.items():
        here = (*way, name)
        if isinstance(value, dict):
            yield from _lines(value, here)
        elif ".".join(here) not in LACKING:
            yield f"{'.'.join(here)} = {_quoted(_said(here, value))}\n"


def _said(key: tuple[str, ...], words: str) -> str:
    if key[:1] == ("language",) and len(key) == len(("language", "name")):
        return _OWN[key[1]]
    return f"q-{words}" if key[0] == "path" or key == ("propose", "template_name") else pseudo(words)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def add_words(settings: Path) -> None:
    """Let a catalogue come in this language too, with everything called something in it."""
    text = yaml.load(settings.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506  # text stays text
    text["languages"].append(CODE)
    settings.write_text(yaml.safe_dump(_with_words(text), allow_unicode=True, sort_keys=False), "utf-8")


def _with_words(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_words(part) for part in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"sv", "en"}:
        words = value["en"]
        return {**value, CODE: f"q-{words}" if re.fullmatch("[a-z-]+", words) else pseudo(words)}
    return {key: _with_words(part) for key, part in value.items()}


def make(folder: Path, *contents: Path, settings: str = "") -> Path:
    """A project whose own copy of the program has the language, and whose catalogue comes in it."""
    project.make(folder, *contents, settings=settings)
    add_language(folder / "hooks" / "idesluss")
    add_words(folder / "ideas" / "catalogue.yml")
    shutil.rmtree(folder / "docs" / "decisions")
    for name in ("architecture", "develop", "leave"):
        (folder / "docs" / "en" / f"{name}.md").unlink()
    for page in ("om.md", "en/about.md"):
        # Nor does any page lead there.
        text = (folder / "docs" / page).read_text(encoding="utf-8")
        kept = [line for line in text.splitlines(keepends=True) if "architecture.md" not in line]
        (folder / "docs" / page).write_text("".join(kept), encoding="utf-8")
    return folder
