"""The folder that a catalogue begins as, file by file."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING

from ..reading.paths import SETTINGS, VOCABULARY_FOLDER
from .documents import pages, readme
from .settings_text import settings_text

if TYPE_CHECKING:
    from .choices import Beginning
    from .requirements import Program

# The program's files that a catalogue has a copy of, and where they lie there.
_COPIED = {
    "Makefile": "Makefile",
    "gitignore": ".gitignore",
    "mkdocs.yml": "mkdocs.yml",
    "mkdocs_hooks.py": "hooks/mkdocs_hooks.py",
}


def begun_folder(beginning: Beginning, program: Program, logo: bytes = b"") -> dict[str, bytes]:
    """Path below the new folder to what the file holds. What `generate` writes comes after."""
    texts = {
        SETTINGS: settings_text(beginning),
        "README.md": readme(beginning),
        **pages(beginning),
        **{path: _copied(name, beginning) for name, path in _COPIED.items()},
    }
    files = {path: text.encode() for path, text in texts.items()}
    if beginning.neighbours:
        files[f"{VOCABULARY_FOLDER}/neighbours.csv"] = beginning.neighbours.encode()
    if beginning.logo:
        files[f"ideas/brand/logo.{beginning.logo}"] = logo
    return {**files, **program.files}


def _copied(name: str, beginning: Beginning) -> str:
    text = resources.files(__package__ or "").joinpath("files", name).read_text(encoding="utf-8")
    filled = text.replace("@name@", json.dumps(beginning.name, ensure_ascii=False))
    return filled.replace("@language@", beginning.language)
