"""Files written by `idesluss generate`: schemas, field pages, and what the repository's host needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalogue.catalogue import read_settings
from ..reading.files import DiskFiles
from ..words import LANGUAGES
from .fields import field_pages
from .host_files import host_files
from .schemas import schemas

if TYPE_CHECKING:
    from pathlib import Path


def faces(root: Path) -> dict[str, str]:
    """Path below the catalogue's folder to the text that should stand there.

    Nothing where catalogue.yml cannot be read.
    """
    settings = read_settings(DiskFiles(root))
    if settings is None:
        return {}
    folders = [language for language in LANGUAGES if (root / "docs" / language).is_dir()]
    return {**field_pages(settings, folders), **schemas(settings), **host_files(settings)}
