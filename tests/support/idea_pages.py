"""Pages of ideas, each read into a tree: the rich catalogue's, and of ideas that a test adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.pages.base.site import Site
from idesluss.pages.idea import pages
from tests.support import catalogues, file_figures, markup

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.words import Language
    from tests.support.file_figures import Record

FULL = "ideer/2024/lanecykel-vid-stationen/index.html"
PLAN = "ideer/2025/trygg-hemgang/index.html"
ON_HOLD = "ideer/2023/skolmat-efter-sasong/index.html"
NEW = "ideer/2026/quiet-hour/index.html"
RESEARCH = "ideer/2022/foljeforskning-hemgang/index.html"
ADDED = """---
title: {title}
summary: Den som går långsamt ska kunna vila på halva vägen mellan huset och stationen.
sector: samhallsbyggnad
{fields}---

{body}
"""
NEED = "## Behov\n\nEn bänk."


def pages_by_path(catalogue: Catalogue, language: Language = "sv") -> dict[str, markup.Element]:
    """Path to the page of every entry, in a language."""
    site = Site(Derived(catalogue), language)
    return {page.path: markup.tree(page.content) for page in pages(site, catalogue.entries)}


def add_idea(root: Path, slug: str, fields: str, body: str = NEED, plan: str = "") -> None:
    """Write an idea from 2020 with these fields, and its plan where there are fields of one."""
    folder = root / "ideas" / "2020" / slug
    folder.mkdir(parents=True)
    text = ADDED.format(title=f"Bänk {slug}", fields=fields, body=body)
    (folder / "idea.md").write_text(text, encoding="utf-8")
    if plan:
        (folder / "plan.md").write_text(f"---\n{plan}---\n\n## Processer\n\nSteg.\n", encoding="utf-8")


def page_of(root: Path, fields: str, body: str = NEED, plan: str = "") -> markup.Element:
    """The page of a new idea with these fields."""
    catalogues.lay(root)
    add_idea(root, "bank", fields, body, plan)
    return pages_by_path(catalogues.read(root))["ideer/2020/bank/index.html"]


def fields_of(root: Path, path: str) -> Record:
    """The fields of a file below ideas/, all values as text."""
    return file_figures.fields((root / "ideas" / path).read_text(encoding="utf-8").split("---\n")[1])
