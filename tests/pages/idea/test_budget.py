"""A plan's budget and an idea's grants: every cell, every sum, and the balance in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import markup
from tests.support.file_figures import money
from tests.support.idea_pages import FULL, PLAN, fields_of, page_of
from tests.support.markup import plain_spaces

if TYPE_CHECKING:
    from pathlib import Path

COSTS = "budget:\n  - { item: Tid, year: 2021, amount: 700, funder: framsyn }\n"
MORE = "  - { item: Tid, year: 2022, amount: 300, funder: egen-insats }\n"


def test_budget_by_item_year_and_funder(root: Path, pages: dict[str, markup.Element]) -> None:
    """Every cell, every sum, and the balance in words."""
    plan = fields_of(root, "2025/trygg-hemgang/plan.md")
    total = sum(int(line["amount"]) for line in plan["budget"])
    paid = sum(int(part["amount"]) for part in plan["financing"])
    _, by_item, by_funder = pages[PLAN].all("table")
    rows = [plain_spaces(row.text) for row in by_item.one("tbody").all("tr")]
    names = {"framsyn": "Framsyn", "egen-insats": "Egen insats"}
    assert rows == [
        f"{line['item']} {names[line['funder']]} {money(int(line['amount']))} {money(int(line['amount']))}"
        for line in plan["budget"]
    ]
    assert plain_spaces(by_item.one("tfoot").text) == f"Totalt {money(total)} {money(total)}"
    assert [plain_spaces(row.text) for row in by_funder.one("tbody").all("tr")] == [
        f"{names[part['funder']]} {money(int(part['amount']))} {money(int(part['amount']))}"
        for part in plan["financing"]
    ]
    assert plain_spaces(by_funder.one("tfoot").text) == f"Totalt {money(total)} {money(paid)}"
    balance = plain_spaces(pages[PLAN].one("p", "balance").text)
    assert balance == f"Budgeten är i balans: kostnader och finansiering är båda {money(total)}."


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (f"{COSTS}financing:\n  - {{ funder: framsyn, amount: 500 }}\n", "Det saknas 200 kr"),
        (f"{COSTS}financing:\n  - {{ funder: framsyn, amount: 900 }}\n", "200 kr större än kostnaderna"),
        (
            f"{COSTS}{MORE}financing:\n  - {{ funder: framsyn, amount: 1000 }}\n",
            "lika stora totalt, 1 000 kr, men inte för varje finansiär",
        ),
        (COSTS, "Kostnaderna är 700 kr. Planen säger inte hur de finansieras."),
        ("financing:\n  - { funder: framsyn, amount: 5 }\n", "Planen säger inte vad pengarna går till."),
    ],
)
def test_balance_in_words(tmp_path: Path, plan: str, told: str) -> None:
    """How much is lacking or over, in all or for a funder, or which side is not told."""
    page = page_of(tmp_path, "stage: project\noutcome: completed\n", plan=plan)
    assert told in plain_spaces(page.one("p", "balance").text)


def test_a_difference_is_shown_for_each_funder(tmp_path: Path) -> None:
    plan = f"{COSTS}{MORE}financing:\n  - {{ funder: framsyn, amount: 1000 }}\n"
    page = page_of(tmp_path, "stage: project\noutcome: completed\n", plan=plan)
    rows = [plain_spaces(row.text) for row in page.all("table")[1].one("tbody").all("tr")]
    assert rows == ["Framsyn 700 kr 1 000 kr 300 kr", "Egen insats 300 kr 0 kr -300 kr"]


def test_grants_are_counted_and_summed(root: Path, pages: dict[str, markup.Element]) -> None:
    record = fields_of(root, "2024/lanecykel-vid-stationen/idea.md")
    amounts = [int(g.get("final", g.get("awarded", "0"))) for g in record["grants"]]
    answers = dict(markup.term_rows(pages[FULL].one("dl", "answers")))
    assert (
        plain_spaces(answers["Hur mycket bidrag?"]) == f"{money(sum(amounts))} {len(record['grants'])} bidrag"
    )
    assert len(pages[FULL].all("tbody", "grant")) == len(record["grants"])
