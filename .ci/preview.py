#!/usr/bin/env python3
"""Keep the pages that differ between two built sites: .ci/preview.py BEFORE AFTER OUT.

OUT gets `before/` and `after/` with those pages and what they need, and `index.html` that lists them.
"""

from __future__ import annotations

import filecmp
import html
import shutil
import sys
from pathlib import Path

MOST = 200  # pages; a change of the theme touches all of them
NEEDED = ("assets",)  # folders that pages fetch their looks from
PAGE = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title><h1>{title}</h1><ul>{rows}</ul></html>
"""


def differing_pages(before: Path, after: Path) -> list[str]:
    """Pages that are new, gone or other than they were, by their paths below the site, in order."""
    paths = {file.relative_to(site).as_posix() for site in (before, after) for file in site.rglob("*.html")}
    return sorted(path for path in paths if not _are_same(before / path, after / path))


def _are_same(page: Path, other: Path) -> bool:
    return page.is_file() and other.is_file() and filecmp.cmp(page, other, shallow=False)


def copy_pages(site: Path, paths: list[str], target: Path) -> None:
    """Copy those of the pages that the site has, and what they need."""
    for path in paths:
        if (site / path).is_file():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / path, target / path)
    for name in NEEDED:
        if (site / name).is_dir():
            shutil.copytree(site / name, target / name, dirs_exist_ok=True)


def list_of(paths: list[str], out: Path, count: int) -> str:
    """A page that links to both sides of each path; `count` is how many pages differ in all."""
    title = f"{count} pages differ" + (f", the first {len(paths)} are here" if count > len(paths) else "")
    rows = (f"<li><code>{html.escape(path)}</code>: {_links(path, out)}</li>" for path in paths)
    return PAGE.format(title=title, rows="".join(rows))


def _links(path: str, out: Path) -> str:
    sides = (side for side in ("before", "after") if (out / side / path).is_file())
    return ", ".join(f'<a href="{side}/{html.escape(path)}">{side}</a>' for side in sides)


def main(before: Path, after: Path, out: Path) -> None:
    paths = differing_pages(before, after)
    shown = paths[:MOST]
    out.mkdir(parents=True, exist_ok=True)
    for side, site in (("before", before), ("after", after)):
        copy_pages(site, shown, out / side)
    (out / "index.html").write_text(list_of(shown, out, len(paths)), encoding="utf-8")
    print(f"{len(paths)} pages differ")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
