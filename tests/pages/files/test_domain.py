"""CNAME is written where catalogue.yml names a domain, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.pages import File
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("domain", "files"), [("", []), ("domain: ideer.example.se", [File("CNAME", "ideer.example.se\n")])]
)
def test_the_domain_is_written_where_there_is_one(domain: str, files: list[File], tmp_path: Path) -> None:
    """One line, as GitHub Pages reads it."""
    root = catalogues.lay(tmp_path, project.BASE)
    with (root / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"{domain}\n")
    assert [
        file for path, file in catalogues.publish_all(catalogues.read(root)).items() if path == "CNAME"
    ] == files
