"""Files written from the model by `idesluss generate`: schemas, forms, field pages, blocks of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import issue_form, schemas
from .fields import field_pages
from .floors import floor_table
from .session import readme_session

if TYPE_CHECKING:
    from pathlib import Path


def faces(root: Path) -> dict[str, str]:
    """Path below the repository's root to the text that should stand there."""
    return {
        **field_pages(),
        **readme_session(root),
        **floor_table(root),
        **schemas.schemas(root),
        **issue_form.issue_form(root),
    }
