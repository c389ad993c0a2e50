"""What roles have said of an idea: decisions at gates, and assessments before a study."""

from __future__ import annotations

from typing import Literal

from .declare import Record, declare
from .keys import GateKey, RoleKey
from .values import Flag, PartialDate, Passage, Score, Url

Verdict = Literal["go", "revise", "hold", "stop"]


class Decision(Record):
    """What a role decided at a gate, and why."""

    gate: GateKey = declare(
        "Grind",
        "Gate",
        "Grinden som beslutet gäller, G0–G6.",
        "The gate the decision is about, G0–G6.",
        required=True,
        example="G1",
    )
    date: PartialDate = declare(
        "Datum", "Date", "Beslutets dag.", "The day of the decision.", required=True, example="2026-11-23"
    )
    is_approximate: Flag = declare(
        "Ungefärligt datum",
        "Approximate date",
        "`true` när källorna inte ger dagen.",
        "`true` where the sources do not give the day.",
        default=False,
    )
    verdict: Verdict = declare(
        "Beslut",
        "Verdict",
        "`go` gå vidare, `revise` komplettera, `hold` vänta, `stop` lägg ner.",
        "`go`, `revise`, `hold` or `stop`.",
        required=True,
        example="go",
    )
    role: RoleKey = declare(
        "Beslutad av",
        "Decided by",
        "Rollen som beslutade, aldrig ett personnamn.",
        "The role that decided, never a person's name.",
        required=True,
        example="granskare",
    )
    reason: Passage = declare(
        "Skäl", "Reason", "Varför, i en eller två meningar.", "Why, in a sentence or two.", required=True
    )
    change: Url | None = declare(
        "Ändring",
        "Change",
        "Adressen till ändringen (pull request) som bar beslutet.",
        "The pull request that carried the decision.",
    )


class Judgement(Record):
    """A score from 1 to 5 and the reason for it."""

    score: Score = declare(
        "Poäng", "Score", "1 lågt till 5 högt.", "1 low to 5 high.", required=True, example="4"
    )
    reason: Passage = declare("Skäl", "Reason", "Varför just den poängen.", "Why that score.", required=True)


class Assessment(Record):
    """One role's assessment before a feasibility study."""

    role: RoleKey = declare(
        "Bedömd av",
        "Assessed by",
        "Rollen som bedömde.",
        "The role that assessed.",
        required=True,
        example="granskare",
    )
    date: PartialDate = declare(
        "Datum", "Date", "Bedömningens dag.", "The day of the assessment.", required=True
    )
    benefit: Judgement = declare(
        "Nytta",
        "Benefit",
        "Hur stor nyttan blir för dem idén är till för.",
        "How much good it does those it is for.",
        required=True,
    )
    effect: Judgement = declare(
        "Effekt",
        "Effect",
        "Hur tydlig och mätbar förändringen blir.",
        "How clear and measurable the change is.",
        required=True,
    )
    feasibility: Judgement = declare(
        "Genomförbarhet",
        "Feasibility",
        "Hur troligt det är att det går att göra.",
        "How likely it is that it can be done.",
        required=True,
    )
    spreadability: Judgement = declare(
        "Spridbarhet",
        "Spreadability",
        "Hur lätt andra kan göra likadant.",
        "How easily others can do the same.",
        required=True,
    )
