"""The overviews as they are read, and what the files say of the same."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.support.figure_pages import opened
from tests.support.file_figures import STANDINGS, known_sum, money, standing, unknown_amounts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from idesluss.pages import Published
    from tests.support.file_figures import Record
    from tests.support.markup import Element

OUTCOMES = {
    "stopped": "Nedlagd",
    "withdrawn": "Återkallad",
    "completed": "Genomförd",
    "merged": "Sammanförd",
    "open": "Öppen",
    "on_hold": "Vilande",
} | STANDINGS
FACTOR_STATES = {"missing": "Saknas", "partly": "Delvis", "in_place": "Finns"}


def page(pages: Mapping[str, Published], path: str) -> Element:
    """The page at an address, with spaces that do not break as plain ones."""
    return opened(pages, f"{path}index.html")


def all_pages(pages: Mapping[str, Published], first: str) -> list[Element]:
    """A list's pages in order."""
    found = [page(pages, first)]
    while f"{first}sida/{len(found) + 1}/index.html" in pages:
        found.append(page(pages, f"{first}sida/{len(found) + 1}/"))
    return found


def numbers(text: str) -> list[int]:
    """`20 idéer, 1 500 kr` becomes 20 and 1500."""
    return [int(found.replace(" ", "")) for found in re.findall(r"\d{1,3}(?: \d{3})+|\d+", text)]


def spread(within: Element) -> dict[str, int]:
    """Outcome or stage to how many, as a row of marks tells."""
    return {
        item.text.rpartition(" ")[0]: int(item.one("b").text) for item in within.all("li", "spread__part")
    }


def with_factor(records: list[Record], factor: str, state: str) -> list[Record]:
    """Those that state this of a key factor."""
    return [
        r
        for r in records
        if any(f["factor"] == factor and f["state"] == state for f in r.get("key_factors", []))
    ]


def outcome_counts(listed: list[Record]) -> dict[str, int]:
    """What came of these, in the words of the site."""
    counted = Counter(OUTCOMES[standing(r)] for r in listed if r.get("kind") != "research")
    research = sum(r.get("kind") == "research" for r in listed)
    return {**counted, **({"Forskning": research} if research else {})}


def amounts(grants: list[Record], research: int = 0) -> str:
    """How grants are summed up in words; so much of it went to research."""
    unknown = unknown_amounts(grants)
    if not grants:
        return "Inga bidrag"
    if unknown == len(grants):
        return f"{unknown} bidrag utan känt belopp"
    rest = f", varav {unknown} utan känt belopp" if unknown else ""
    beside = f", varav {money(research)} till forskning" if research else ""
    return f"{len(grants)} bidrag, {money(known_sum(grants))}{rest}{beside}"


def roles_of(record: Record) -> dict[str, str]:
    """Organisation to its first role."""
    found: dict[str, str] = {}
    holders = [record.get("coordinator"), *(grant.get("coordinator") for grant in record.get("grants", []))]
    named = [("Koordinator", holder) for holder in holders]
    named += [("Part", partner) for partner in record.get("partners", [])]
    named += [("Mottagare", record.get("recipient")), ("Ägare", record.get("owner"))]
    for role, holder in named:
        if holder:
            found.setdefault(holder["organisation"], role)
    return found
