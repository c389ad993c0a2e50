"""What roles have said of an idea: decisions at gates, and assessments before a study."""

from __future__ import annotations

from typing import Literal

from .declare import Record, declare
from .keys import GateKey, RoleKey
from .values import Day, PartialDate, Passage, Score, Url

Verdict = Literal["go", "revise", "hold", "stop", "close", "reopen"]


class Decision(Record):
    """What a role decided at a gate, and why."""

    gate: GateKey = declare(required=True)
    date: Day = declare(required=True, example="2026-11-23")
    verdict: Verdict = declare(required=True, example="go")
    role: RoleKey = declare(required=True)
    reason: Passage = declare(required=True)
    change: Url | None = declare()


class Judgement(Record):
    """A score from 1 to 5 and the reason for it."""

    score: Score = declare(required=True, example="4")
    reason: Passage = declare(required=True)


class Assessment(Record):
    """One role's assessment before a feasibility study."""

    role: RoleKey = declare(required=True)
    date: PartialDate = declare(required=True)
    benefit: Judgement = declare(required=True)
    effect: Judgement = declare(required=True)
    feasibility: Judgement = declare(required=True)
    spreadability: Judgement = declare(required=True)
