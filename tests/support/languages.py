"""Catalogues in other languages than the tests' usual two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import project, pseudo

if TYPE_CHECKING:
    from pathlib import Path

_BOTH = "languages: [sv, en]\n"
LINES = {
    "sv": "languages: [sv]\n",
    "en": "languages: [en]\nlanguage: en\n",
    "en_sv": f"{_BOTH}language: en\n",
}


def make(folder: Path, name: str, *contents: Path, settings: str = "") -> Path:
    """A project in the languages that LINES has by this name, or in three."""
    if name not in LINES:
        return pseudo.make(folder, *contents, settings=settings)
    project.make(folder, *contents, settings=settings)
    file = folder / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count(_BOTH) == 1
    file.write_text(text.replace(_BOTH, LINES[name]), encoding="utf-8")
    return folder


def build(folder: Path, **variables: str) -> Path:
    """Where the project's site is, built strictly with the project's own program."""
    return project.build(folder, "--strict", PYTHONPATH=str(folder / "hooks"), **variables)
