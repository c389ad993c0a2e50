"""The model in other forms: files and blocks that are written from it, and must not be edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import issue_form, schemas
from .fields import field_pages
from .session import readme_session

if TYPE_CHECKING:
    from pathlib import Path


def faces(root: Path) -> dict[str, str]:
    """Path below the repository's root to the text that should stand there."""
    return {**field_pages(), **readme_session(root), **schemas.schemas(root), **issue_form.issue_form(root)}
