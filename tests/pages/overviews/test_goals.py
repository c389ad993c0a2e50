"""Goals: what contributes to each, counted again from the files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.support.overview_pages import numbers, outcome_counts, page, spread

if TYPE_CHECKING:
    from idesluss.pages import Page
    from tests.support.file_figures import Record


@pytest.mark.parametrize("facet", ["vision_goals", "agenda_goals"])
def test_goals(pages: dict[str, Page], records: list[Record], facet: str) -> None:
    """Every goal of the vocabulary with its count, stages and outcomes; what nothing aims at says so."""
    goals = page(pages, "mal/")
    aiming = [r for r in records if r.get("vision_goals") or r.get("agenda_goals")]
    assert numbers(goals.one(class_="tally").text) == [len(aiming), len(records) - len(aiming)]
    keys = {
        "vision_goals": {"hallbarhet": "Hållbarhet"},
        "agenda_goals": {
            "3": "3. God hälsa och välbefinnande",
            "14": "14. Hav och marina resurser",
            "11": "11. Hållbara städer och samhällen",
        },
    }[facet]
    section = goals.by_id(f"goals-{facet.removesuffix('s')}")
    items = next(s for s in goals.all("section") if section in list(s)).all("li", "goal")
    assert len(items) == len(keys)
    for (key, name), item in zip(keys.items(), items, strict=True):
        listed = [r for r in records if key in r.get(facet, [])]
        words = item.one("h3").text
        assert words == (f"{name} {len(listed)}" if listed else name)
        if not listed:
            assert "Ingen idé anger målet än." in item.text
            continue
        stages = Counter(r["stage"] for r in listed if "stage" in r)
        assert sum(spread(item).values()) == sum(stages.values()) + len(listed)
        assert {name: spread(item)[name] for name in outcome_counts(listed)} == outcome_counts(listed)
        newest, rest = item.one("ul", "goal__newest").all("a"), len(listed) - 3
        *_, more = newest if rest > 0 else [*newest, None]
        if more:
            assert more.text == f"och {rest} till"
            assert more.attributes["href"] == item.one("h3").one("a").attributes["href"]
        dated = sorted(listed, key=lambda r: (r["submitted"], r["_slug"]), reverse=True)
        assert [link.text for link in newest[:3]] == [r["title"] for r in dated[:3]]
