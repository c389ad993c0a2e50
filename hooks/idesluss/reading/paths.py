"""Where content lies below the catalogue's root."""

from __future__ import annotations

CONTENT = "ideas"
SETTINGS = f"{CONTENT}/catalogue.yml"
VOCABULARY_FOLDER = f"{CONTENT}/vocabularies"


def is_of_settings(path: str) -> bool:
    """Whether a file says what the catalogue is: catalogue.yml, or a vocabulary of its own file."""
    return path == SETTINGS or path.startswith(f"{VOCABULARY_FOLDER}/")
