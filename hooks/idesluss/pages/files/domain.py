"""The file that tells GitHub Pages which domain the site answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..base.published import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Settings


def domain_file(settings: Settings) -> Iterator[File]:
    """CNAME with the domain that catalogue.yml names; nothing where it names none."""
    if settings.domain:
        yield File("CNAME", f"{settings.domain}\n")
