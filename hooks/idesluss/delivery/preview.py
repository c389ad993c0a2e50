"""The pages that differ between two built sites, side by side in a folder with a page that lists them."""

from __future__ import annotations

import filecmp
import html
import shutil
from typing import TYPE_CHECKING

from ..words import say

if TYPE_CHECKING:
    from pathlib import Path

    from ..words import Language

MOST = 200  # pages; a change of the theme touches all of them
NEEDED = ("assets",)  # folders that pages fetch their looks from
SIDES = ("before", "after")
PAGE = """\
<!doctype html>
<html lang="{language}"><meta charset="utf-8"><title>{title}</title><h1>{title}</h1><ul>{rows}</ul></html>
"""


def differing_pages(before: Path, after: Path) -> list[str]:
    """Pages that are new, gone or other than they were, by their paths below the site, in order."""
    paths = {file.relative_to(site).as_posix() for site in (before, after) for file in site.rglob("*.html")}
    return sorted(path for path in paths if not _are_same(before / path, after / path))


def _are_same(page: Path, other: Path) -> bool:
    return page.is_file() and other.is_file() and filecmp.cmp(page, other, shallow=False)


def write_preview(before: Path, after: Path, out: Path, language: Language) -> str:
    """Write the folder: `before/`, `after/` and `index.html`. Returns how many pages differ, in words."""
    paths = differing_pages(before, after)
    shown = paths[:MOST]
    out.mkdir(parents=True, exist_ok=True)
    for side, site in zip(SIDES, (before, after), strict=True):
        _copy_pages(site, shown, out / side)
    title = say("delivery.differ", language, count=len(paths))
    if len(paths) > len(shown):
        title = say("delivery.first", language, differ=title, shown=len(shown))
    rows = "".join(
        f"<li><code>{html.escape(path)}</code>: {_links(path, out, language)}</li>" for path in shown
    )
    text = PAGE.format(language=language, title=title, rows=rows)
    (out / "index.html").write_text(text, encoding="utf-8")
    return title


def _copy_pages(site: Path, paths: list[str], target: Path) -> None:
    """Those of the pages that the site has, and what they need."""
    for path in paths:
        if (site / path).is_file():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / path, target / path)
    for name in NEEDED:
        if (site / name).is_dir():
            shutil.copytree(site / name, target / name, dirs_exist_ok=True)


def _links(path: str, out: Path, language: Language) -> str:
    """Links to the sides that have the page."""
    sides = (side for side in SIDES if (out / side / path).is_file())
    return ", ".join(
        f'<a href="{side}/{html.escape(path)}">{say(f"delivery.{side}", language)}</a>' for side in sides
    )
