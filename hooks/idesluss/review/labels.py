"""Labels of a pull request, and which files are not content but the program that judges it."""

from __future__ import annotations

from ..reading.paths import CONTENT

CODE = "code"
_WORDS = ("docs/", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE")


def is_of_program(path: str) -> bool:
    """Whether the file decides how the catalogue is judged, built or tested: neither content nor words."""
    return not path.startswith((f"{CONTENT}/", *_WORDS))
