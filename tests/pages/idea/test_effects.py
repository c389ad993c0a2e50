"""Effects: whether a target was reached, and how the page says so."""

from __future__ import annotations

import pytest

from idesluss.model.parts import Effect
from idesluss.pages.idea import effects
from tests.support import markup
from tests.support.idea_pages import FULL, PLAN


@pytest.mark.parametrize(
    ("baseline", "target", "result", "reach"),
    [
        ("0", "50", "61", "reached"),
        ("18 procent", "12 procent", "12 %", "reached"),
        ("18 procent", "12 procent", "15 procent", "closer"),
        ("18 procent", "12 procent", "18 procent", "no_closer"),
        ("18 procent", "12 procent", "25 procent", "no_closer"),
        ("1 200 kr", "1 000 kr", "999,5 kr", "reached"),
        ("-4", "2", "\u22121", "closer"),
        ("0", "20 till och med december 2027", "25", None),
        ("inte mätt", "90 procent", "91 procent", None),
        ("18 procent", "12 dagar", "3 procent", None),
        ("10", "10", "11", None),
        ("1,200", "1,500", "1,600", None),
        ("0", "50", None, None),
        (None, "50", "61", None),
    ],
)
def test_whether_a_target_was_reached(
    baseline: str | None, target: str | None, result: str | None, reach: str | None
) -> None:
    """Only plain numbers of the same thing are compared, in the direction from baseline to target."""
    effect = Effect(indicator="Lån", baseline=baseline, target=target, result=result)
    assert effects.reach(effect) == reach


def test_an_effect_says_whether_its_target_was_reached(pages: dict[str, markup.Element]) -> None:
    way = dict(markup.term_rows(pages[FULL].one("div", "effect")))
    assert way["Utgångsläge"] == "0"
    assert way["Mål"] == "50"
    assert way["Utfall"].startswith("61 Målet nåddes")
    assert "Inte mätt än" in pages[PLAN].one("div", "effect").text
