"""The site map: every page, and the day of its latest change where git tells one, never today's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from idesluss.derived.whole import Derived
from idesluss.history.git import Repository
from idesluss.history.timeline import read_timeline
from idesluss.pages import pages_in, place_docs_pages, publish, site_maps
from tests.support import catalogues
from tests.support.feed_readers import SITE, at
from tests.support.timelines import SMALL, TRYGG, lay_repository

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.history.timeline import Timeline

_NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def mapped(root: Path, story: Timeline | None) -> dict[str, str | None]:
    """Address below the site's to the day beside it."""
    found = at(catalogues.read(root), site_url=SITE)
    pages = publish(Derived(found), [], history=story)
    (made,) = site_maps(pages, place_docs_pages(found.tree.docs, found.settings))
    rows = ET.fromstring(str(made.content))  # noqa: S314  # our own
    listed = {
        row.findtext(f"{_NAME}loc", "").removeprefix(SITE): row.findtext(f"{_NAME}lastmod") for row in rows
    }
    assert listed.keys() == {page.url for page in pages_in(pages) if page.is_indexed}
    return listed


def test_days_are_of_real_changes(tmp_path: Path) -> None:
    """Of an idea in both languages, of a call; and of no page that is gathered from many."""
    repository = lay_repository(tmp_path)
    repository.change("2026-10-05", f"{TRYGG}/idea.md", ("## Behov\n\n", "## Behov\n\nMer. "))
    repository.change("2026-10-07", "calls/testbaddar-2025.md", ("title: ", "title: Nya "))
    found = catalogues.read(tmp_path)
    listed = mapped(tmp_path, read_timeline(Repository(tmp_path), found))
    assert listed[f"ideer/{TRYGG}/"] == listed[f"en/ideas/{TRYGG}/"] == "2026-10-05"
    assert listed[f"ideer/{SMALL}/"] == "2026-10-01"
    assert listed["utlysningar/testbaddar-2025/"] == "2026-10-07"
    assert listed[""] is listed["senaste-nytt/"] is None


def test_without_a_history_no_day_is_given(tmp_path: Path) -> None:
    assert set(mapped(catalogues.lay(tmp_path), None).values()) == {None}
