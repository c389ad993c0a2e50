"""Neighbours with the copies that were fetched here; a file that git keeps came by a change, and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..neighbours.copies import FOLDER, Neighbourhood, read_neighbourhood
from .git import Repository

if TYPE_CHECKING:
    from pathlib import Path

    from ..catalogue.catalogue import Catalogue


def brought_copies(root: Path) -> frozenset[str]:
    """Files where the copies lie that git keeps."""
    return Repository(root).tracked(FOLDER)


def neighbourhood_at(root: Path, catalogue: Catalogue) -> Neighbourhood:
    """The neighbours of the catalogue that lies at `root`."""
    settings = catalogue.settings
    brought = brought_copies(root) if settings.neighbours else frozenset[str]()
    return read_neighbourhood(catalogue.files, settings, brought)
