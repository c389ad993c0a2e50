"""Files written from the model by `idesluss generate`: schemas, forms, field pages, blocks of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalogue.catalogue import read_settings
from ..reading.files import DiskFiles
from ..words import LANGUAGES
from .fields import field_pages
from .floors import floor_table
from .issue_form import issue_form
from .schemas import schemas
from .session import readme_session

if TYPE_CHECKING:
    from pathlib import Path

    from ..model import Settings


def faces(root: Path) -> dict[str, str]:
    """Path below the repository's root to the text that should stand there.

    Nothing that follows from catalogue.yml where it cannot be read.
    """
    settings = read_settings(DiskFiles(root))
    return {**(_by_settings(settings, root) if settings else {}), **readme_session(root), **floor_table(root)}


def _by_settings(settings: Settings, root: Path) -> dict[str, str]:
    folders = [language for language in LANGUAGES if (root / "docs" / language).is_dir()]
    return {**field_pages(settings, folders), **schemas(settings), **issue_form(settings)}
