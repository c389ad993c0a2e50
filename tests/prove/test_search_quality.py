"""How well the search finds: questions as readers put them, asked in Chromium by the readers' own script."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import project, search_site
from tests.support.browser import served
from tests.support.proofs import MEASURED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.prove, pytest.mark.shipped]
SHIPPED = project.ROOT / "ideas"
DEMANDED = 0.916  # recall@5, as it was before pages were read
LEAST = 60


def test_questions_find_what_they_ask_for(
    chromium: Browser, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Recall among the first five, and the mean of one over the rank (MRR), in all and by kind."""
    rows = search_site.corpora()
    found = search_site.lay(tmp_path, SHIPPED, [row for _, row in rows])
    search_site.index(found, tmp_path / "site")
    names = search_site.named(found, SHIPPED, rows)
    listed = search_site.questions()
    assert len(listed) >= LEAST
    assert {name for one in listed for name in one["expects"]} <= set(names.values())
    ranks = asked(chromium, tmp_path / "site", names, listed)
    kinds: dict[str, list[int]] = defaultdict(list)
    for question, rank in zip(listed, ranks, strict=True):
        kinds[question["kind"]].append(rank)
    missed = [question["asks"] for question, rank in zip(listed, ranks, strict=True) if not 0 < rank <= 5]
    record_property(MEASURED, f"{len(found.entries):,} entries, {len(listed)} questions: {told(ranks)}")
    for kind, held in kinds.items():
        record_property(MEASURED, f"{kind}, {len(held)}: {told(held)}")
    record_property(MEASURED, f"not among the first five: {'; '.join(missed)}")
    assert recall(ranks) >= DEMANDED


def asked(chromium: Browser, site: Path, names: dict[str, str], listed: list[dict[str, Any]]) -> list[int]:
    """The rank of the first right answer to each question; 0 where none is among ten."""
    ranks = []
    with served(site) as address:
        page = chromium.new_page()
        page.goto(address)
        page.evaluate(search_site.OPEN, address)
        for question in listed:
            urls = page.evaluate(search_site.ASK, (question["asks"], question.get("kinds", [])))["urls"]
            given = [names.get(url) in question["expects"] for url in urls]
            ranks.append(given.index(True) + 1 if any(given) else 0)
        page.close()
    return ranks


def recall(ranks: list[int]) -> float:
    return sum(0 < rank <= 5 for rank in ranks) / len(ranks)


def told(ranks: list[int]) -> str:
    mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return f"recall@5 {recall(ranks):.3f}, MRR {mean:.3f}"
