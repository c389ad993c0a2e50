"""Older sources: each once, under its age and sector, with a way there and counts that agree."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.pages.base.site import Site
from idesluss.pages.overviews import freshness
from tests.support import markup

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Page

    Changed = Callable[..., Catalogue]

TRYGG = "2025/trygg-hemgang/idea.md"
LATER = dt.date(2027, 12, 1)


def pages(found: Catalogue) -> list[Page]:
    return list(freshness.pages(Site(Derived(found), "sv")))


def test_nothing_old_is_said(changed: Changed) -> None:
    (page,) = pages(changed())
    words = markup.tree(page.content).text
    assert "Alla källor är lästa det senaste året." in words
    assert "tables/page.js" not in page.scripts


def test_each_old_source_stands_under_its_age_and_sector(changed: Changed) -> None:
    """The oldest first; the count above is that of the rows, and sources of calls have their own place."""
    found = changed((TRYGG, "read: 2026-11-20", "read: 2019-01-02"), today=LATER)
    tree = markup.tree(pages(found)[0].content)
    assert [h.text for h in tree.all("h2")][1:] == ["För mer än 8 år sedan", "För mer än 1 år sedan"]
    rows = [row for body in tree.all("tbody")[1:] for row in body.all("tr")]
    old = Derived(found).old_readings
    assert len(rows) == len(old)
    assert f"{len(old)} källor" in tree.text
    assert rows[0].all("th")[0].text == "Trygg hemgång"
    assert rows[0].all("td")[2].text == "2 januari 2019"
    assert tree.by_id("1-calls").text == "Utlysningar"


def test_every_way_leads_to_its_group_with_as_many_rows(
    changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the list goes on over several pages."""
    monkeypatch.setattr(freshness, "PAGE_SIZE", 1)
    found = changed((TRYGG, "read: 2026-11-20", "read: 2019-01-02"), today=LATER)
    made = pages(found)
    assert len(made) == len(Derived(found).old_readings) > 1
    trees = {page.url: markup.tree(page.content) for page in made}
    first = trees["aldre-kallor/"]
    counts = 0
    for link in first.all("div", "crossing")[0].all("a"):
        target, _, anchor = link.attributes["href"].partition("#")
        url = target.replace("../", "") or "aldre-kallor/"
        assert trees[url].by_id(anchor).tag == "h3"
        counts += int(link.text.split()[0])
    assert counts == len(made)
