"""Decisions that somebody might try: every pair of outcomes with every verdict, gate and role, by chance.

One catalogue holds an idea for each attempt; one change makes them all, perhaps with other rules.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tests.support import gitrepo, project
from tests.support.case_trees import lay_out
from tests.support.golden import lay

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

STAGES = ("idea", "assessment", "feasibility", "project", "operation")
# Gate to the stages that it leads from and to, and who decides there; G0 and G6 lead nowhere.
GATES = {
    "G0": ("idea", "idea", ("forvaltare",)),
    "G1": ("idea", "assessment", ("granskare",)),
    "G2": ("assessment", "feasibility", ("granskare",)),
    "G3": ("feasibility", "project", ("granskare", "mottagare")),
    "G5": ("project", "operation", ("mottagare",)),
    "G6": ("operation", "operation", ("granskare",)),
}
OUTCOMES = {
    "open": ("go", "revise", "reopen"),
    "on_hold": ("hold",),
    "merged": ("close", "stop"),
    "completed": ("close",),
    "referred": ("close",),
    "withdrawn": ("close",),
    "stopped": ("stop",),
}
FINAL = frozenset(OUTCOMES) - {"open", "on_hold"}
VERDICTS = ("go", "revise", "hold", "stop", "close", "reopen")
ROLES = ("idegivare", "granskare", "forvaltare", "mottagare", "projektgrupp")
_NEXT = {before: gate for gate, (before, after, _) in GATES.items() if before != after} | {"operation": "G6"}


@dataclass(frozen=True)
class Attempt:
    """An idea at a stage with an outcome, and the decision by which a change gives it another.

    `is_received` says that the gate which stands at its stage has let it through before.
    """

    stage: str
    before: str
    after: str
    gate: str
    verdict: str
    role: str
    is_received: bool

    @property
    def closing_gate(self) -> str:
        """Where the outcome from before was decided."""
        return _NEXT[self.stage]

    @property
    def is_allowed(self) -> bool:
        """What the rules from before the change say of it, told apart from the program."""
        deciders = ("idegivare",) if self.after == "withdrawn" else ()
        if self.verdict not in OUTCOMES[self.after] or self.role not in (*GATES[self.gate][2], *deciders):
            return False
        is_opened_again = self.verdict == "reopen" and self.gate == self.closing_gate
        if self.before in FINAL:
            return is_opened_again
        if self.verdict == "reopen":
            return self.before == "on_hold" and is_opened_again
        if self.verdict == "go" and GATES[self.gate][0] != GATES[self.gate][1]:
            return False  # a gate would lead on while the stage remains
        is_received_now = self.gate == "G0" and self.stage == "idea" and not self.is_received
        return self.gate == self.closing_gate or is_received_now


_PARTS = {"after": tuple(OUTCOMES), "gate": tuple(GATES), "verdict": VERDICTS, "role": ROLES}


def attempts(seed: int, count: int) -> list[Attempt]:
    """So many attempts, always the same for a seed: most differ in one part from what is allowed."""
    chance = random.Random(seed)  # noqa: S311  # nothing is kept secret by it
    every = itertools.starmap(
        Attempt, itertools.product(STAGES, OUTCOMES, OUTCOMES, GATES, VERDICTS, ROLES, (False, True))
    )
    changing = [attempt for attempt in every if attempt.before != attempt.after]
    allowed = [attempt for attempt in changing if attempt.is_allowed]
    tried = dict.fromkeys(chance.sample(allowed, count // 10) + chance.sample(changing, count // 10))
    while len(tried) < count:
        part = chance.choice(list(_PARTS))
        fields = {**asdict(chance.choice(allowed)), part: chance.choice(_PARTS[part])}
        near = Attempt(**fields)
        if near.before != near.after:
            tried[near] = None
    return list(tried)


def catalogue_of(root: Path, tried: Sequence[Attempt]) -> Path:
    """A repository whose branch `base` holds each idea as it was before it was tried to change."""
    gitrepo.start(root)
    lay(lay_out(project.HERE / "catalogues" / "hostile.case", project.HERE)["after"], root)
    for number, attempt in enumerate(tried):
        write_idea(root, number, attempt, is_tried=False)
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    return root


def try_all(root: Path, tried: Sequence[Attempt], edits: Sequence[tuple[str, str]] = ()) -> None:
    """One change that makes all attempts, and that edits the rules."""
    for number, attempt in enumerate(tried):
        write_idea(root, number, attempt, is_tried=True)
    file = root / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    gitrepo.commit(root)


def path_of(number: int) -> str:
    """Where the idea of an attempt lies."""
    return f"ideas/2025/forsok-{number}"


def write_idea(root: Path, number: int, attempt: Attempt, *, is_tried: bool) -> None:
    folder = root / path_of(number)
    folder.mkdir(parents=True, exist_ok=True)
    outcome = attempt.after if is_tried else attempt.before
    decisions = "".join(itertools.starmap(_decision, _decided(attempt, is_tried=is_tried)))
    text = _IDEA.format(number=number, stage=attempt.stage, outcome=outcome)
    lines = f"decisions:\n{decisions}" if decisions else ""
    if outcome == "merged":
        lines += "relations: [{ kind: merged_into, idea: enklare-felanmalan }]\n"
    text = text.replace("sources:\n", f"{lines}sources:\n", 1)
    (folder / "idea.md").write_text(text, encoding="utf-8")
    plan = project.BASE / "2025" / "trygg-hemgang" / "plan.md"
    (folder / "plan.md").write_bytes(plan.read_bytes())


def _decided(attempt: Attempt, *, is_tried: bool) -> list[tuple[str, str, str, str]]:
    """Gate, date, verdict and role of each decision."""
    passed = [gate for gate in GATES if STAGES.index(GATES[gate][1]) <= STAGES.index(attempt.stage)]
    gone = [gate for gate in passed if gate not in {"G0", "G6"} or (gate == "G0" and attempt.is_received)]
    decided = [(gate, f"2025-0{at}-01", "go", GATES[gate][2][0]) for at, gate in enumerate(gone, 3)]
    if attempt.before != "open":
        gate = attempt.closing_gate
        decided.append((gate, "2026-01-01", OUTCOMES[attempt.before][0], GATES[gate][2][0]))
    if is_tried:
        decided.append((attempt.gate, "2026-11-20", attempt.verdict, attempt.role))
    return decided


def _decision(gate: str, date: str, verdict: str, role: str) -> str:
    fields = {"gate": gate, "date": date, "verdict": verdict, "role": role}
    return f"  - {{ {', '.join(f'{k}: {v}' for k, v in fields.items())}, reason: Skäl för {gate} {date}. }}\n"


_IDEA = """\
---
title: Försök {number}
summary: Den som prövar försök {number} ska få veta om det går att komma förbi slussen.
stage: {stage}
outcome: {outcome}
submitted: 2025-02-10
origin: employee
sector: vard-och-omsorg
target_group: Äldre
resume_on: 2027-01
referred_to: omsorgslabbet
result: Det blev så.
result_source: https://storby.example/sa
owner: {{ organisation: storby-kommun }}
assessments:
  - role: granskare
    date: 2025-03-02
    benefit: {{ score: 5, reason: Färre får åka tillbaka. }}
    effect: {{ score: 4, reason: Räknas redan. }}
    feasibility: {{ score: 3, reason: Kvällstid är svår. }}
    spreadability: {{ score: 4, reason: Alla har uppgiften. }}
  - role: mottagare
    date: 2025-03-03
    benefit: {{ score: 4, reason: Slipper samordna. }}
    effect: {{ score: 4, reason: Går att mäta. }}
    feasibility: {{ score: 4, reason: Gruppen finns. }}
    spreadability: {{ score: 3, reason: Kräver avtal. }}
effects:
  - indicator: Återinläggningar
    baseline: 18 procent
    target: 12 procent
    result: 11 procent
    measured: 2025-02
    source: Regionen
sources:
  - {{ url: https://storby.example/a, read: 2026-11-20 }}
---

## Behov

Var femte är tillbaka.

## Viktiga resultat

Det gick.

## Lärdomar

Börja tidigare.
"""
