"""Changes of many kinds to a small catalogue, each as a reviewer gets to see it."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support import gitrepo, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[Path], None]

SMALL = "ideas/2026/enklare-felanmalan/idea.md"
LARGE = "ideas/2025/trygg-hemgang/idea.md"
PLAN = "ideas/2025/trygg-hemgang/plan.md"
NEW = "ideas/2026/felanmalan-med-bild/idea.md"
PROPOSED = """---
title: Enklare felanmälan med bild
summary: Den som anmäler ett hål i gatan ska kunna ta en bild och slippa veta vem som äger gatan.
stage: idea
outcome: open
submitted: 2026-11-23
origin: resident
sector: samhallsbyggnad
coordinator:
  organisation: storby-kommun
  unit: Gatukontoret
partners:
  - organisation: omsorgslabbet
---

## Behov

Var tredje anmälan skickas vidare minst en gång, och **ingen** vet var den är.

Se [förlagan](../enklare-felanmalan/idea.md).
"""
RESEARCH = """---
kind: research
title: Lånecyklar i glesbygd
summary: En studie av hur lånecyklar används där bussarna går sällan, i fem kommuner.
sector: samhallsbyggnad
sources:
  - url: https://storby.example/studie
    read: 2026-11-20
---

Studien bygger på tolv intervjuer.
"""
RECORD = """---
kind: record
title: Lånecyklar i Lillby
summary: Lillby prövade lånecyklar vid två hållplatser under en sommar, och räknade lånen.
stage: project
outcome: completed
sector: samhallsbyggnad
sources:
  - url: https://lillby.example/cyklar
    read: 2026-11-20
gaps: Bara en äldre kopia av sidan är läst.
---

Cyklarna lånades mest på morgonen.
"""
DECISION = """decisions:
  - gate: G1
    date: 2026-11-23
    verdict: {verdict}
    role: granskare
    reason: Behovet är belagt och ingen annan arbetar med det.
"""


@dataclass(frozen=True)
class Kind:
    """What lies there before a change, and the change."""

    name: str
    after: tuple[Edit, ...]
    before: tuple[Edit, ...] = ()


def lay_out(kind: Kind, folder: Path) -> Path:
    """A repository whose branch `base` is from before the change, and which has the change committed."""
    root = gitrepo.start(folder)
    shutil.copytree(project.BASE, root / "ideas")
    for edit in kind.before:
        edit(root)
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    for edit in kind.after:
        edit(root)
    gitrepo.commit(root)
    return root


def replaced(path: str, old: str, new: str) -> Edit:
    """The words once, in place of others."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert text.count(old) >= 1, old
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def written(path: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return edit


def with_fields(path: str, lines: str) -> Edit:
    """Further fields, last of them."""
    return replaced(path, "\n---\n", f"\n{lines}---\n")


def removed(path: str) -> Edit:
    return lambda root: shutil.rmtree((root / path).parent)


def without_plan(root: Path) -> None:
    """The larger idea as it was before its project: a feasibility study without a plan."""
    (root / PLAN).unlink()
    text = (root / LARGE).read_text(encoding="utf-8")
    text = re.sub(r"  - gate: G3\n(?:    .*\n)+", "", text).replace("stage: project", "stage: feasibility")
    text = text.replace("och [behovet]", "se [behovet]").replace("[planen](plan.md), ", "")
    (root / LARGE).write_text(text, encoding="utf-8")


def with_plan(*changed: tuple[str, str]) -> Edit:
    """The plan that the larger idea has in the catalogue, with words in place of others."""

    def edit(root: Path) -> None:
        text = (project.BASE.parent / PLAN).read_text(encoding="utf-8")
        for old, new in changed:
            assert old in text
            text = text.replace(old, new, 1)
        (root / PLAN).write_text(text, encoding="utf-8")

    return edit


TO_ASSESSMENT = replaced(SMALL, "stage: idea", "stage: assessment")
TARGET = replaced(SMALL, "sector: ", "target_group: Den som går och cyklar\nsector: ")
TYPO = replaced(SMALL, "minst en gång", "minst en gang")
TO_PROJECT = (
    replaced(LARGE, "stage: feasibility", "stage: project"),
    replaced(
        LARGE,
        "effects:\n",
        "  - gate: G3\n    date: 2026-11-23\n    verdict: go\n    role: mottagare\n"
        "    reason: Planen har en mottagare och pengar.\neffects:\n",
    ),
)
KINDS = (
    Kind("new-idea", (written(NEW, PROPOSED),)),
    Kind("new-research", (written("ideas/2026/lanecyklar-i-glesbygd/idea.md", RESEARCH),)),
    Kind("typo", (TYPO,)),
    Kind(
        "partner-added",
        (replaced(SMALL, "relations:", "partners:\n  - organisation: omsorgslabbet\nrelations:"),),
    ),
    Kind("gate-with-decision", (TO_ASSESSMENT, TARGET, with_fields(SMALL, DECISION.format(verdict="go")))),
    Kind("gate-without-decision", (TO_ASSESSMENT, TARGET)),
    Kind("gate-asked-to-complete", (with_fields(SMALL, DECISION.format(verdict="revise")),)),
    Kind("plan-added", (with_plan(),), (without_plan,)),
    Kind(
        "plan-unbalanced",
        (
            with_plan(
                ("  - funder: egen-insats\n    amount: 80000", "  - funder: egen-insats\n    amount: 90000")
            ),
            *TO_PROJECT,
        ),
        (without_plan,),
    ),
    Kind("half-readable", (replaced(SMALL, "sector: ", "target_group: [gående, cyklister]\nsector: "),)),
    Kind("new-half-readable", (written(NEW, PROPOSED.replace("summary: Den", "summary: [Den]\nx: Den")),)),
    Kind(
        "closed",
        (
            replaced(LARGE, "outcome: open", "outcome: completed"),
            replaced(
                LARGE,
                "effects:\n",
                "  - gate: G5\n    date: 2026-11-23\n    verdict: close\n    role: mottagare\n"
                "    reason: Gruppen finns nu i ordinarie drift.\neffects:\n",
            ),
            replaced(
                LARGE,
                "    target: 12 procent\n",
                "    target: 12 procent\n    result: 14 procent\n    measured: 2026-09\n"
                "    source: Regionens statistik\n",
            ),
            replaced(
                LARGE, "\n## Behov", "\n## Viktiga resultat\n\nFärre kom tillbaka till sjukhuset.\n\n## Behov"
            ),
        ),
    ),
    Kind(
        "closed-without-decision", (replaced(SMALL, "outcome: open", "outcome: on_hold\nresume_on: 2027-03"),)
    ),
    Kind(
        "gate-of-all",
        (*TO_PROJECT, with_plan()),
        (
            without_plan,
            replaced(
                "ideas/catalogue.yml", "[granskare, mottagare]", "[granskare, mottagare]\n      approval: all"
            ),
        ),
    ),
    Kind(
        "waiver-added",
        (
            TO_ASSESSMENT,
            with_fields(SMALL, DECISION.format(verdict="go")),
            with_fields(
                SMALL, "waivers:\n  - waives: [idea.target_group]\n    reason: Alla som går ut berörs.\n"
            ),
        ),
    ),
    Kind("new-record", (written("ideas/2019/lanecyklar-i-lillby/idea.md", RECORD),)),
    Kind("idea-removed", (removed(SMALL),)),
    Kind("rules-changed", (replaced("ideas/catalogue.yml", "answer_days: 30", "answer_days: 300"),)),
    Kind(
        "other-files",
        (
            replaced("ideas/calls/testbaddar-2025.md", "title: ", "title: Nya "),
            written("docs/om.md", "# Om\n"),
            written("hooks/extra.py", "x = 1\n"),
        ),
    ),
    Kind(
        "several-ideas",
        (TYPO, written(NEW, PROPOSED), replaced(LARGE, "awarded: 500000", "awarded: 1600000")),
    ),
    Kind("older-problems", (TYPO,), (replaced(LARGE, "sector: vard-och-omsorg", "sector: finns-inte"),)),
    Kind("mobile-number", (replaced(SMALL, "I dag", "Ring 070-123 45 67. I dag"),)),
    Kind(
        "personal-number",
        (written(NEW, PROPOSED.replace("ska kunna ta en bild", "20000229-2399 ska kunna ta en bild")),),
    ),
    Kind("nothing", ()),
)
