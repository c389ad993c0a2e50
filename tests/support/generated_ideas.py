"""Generated ideas of a realistic size: 400–700 words, a table, lists, links, 25–45 lines of fields."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = """
behov invånare medarbetare kommun förvaltning tjänst digital hållbar utveckling samverkan process prövning
stöd resultat effekt målgrupp nytta idé förslag arbetssätt möte verksamhet kvalitet tillgänglig äldre skola
vård omsorg energi trafik park bibliotek ungdomar näringsliv forskning metod underlag beslut uppföljning
"""
_WORDS = _TEXT.split()


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` ideas below `folder`/ideas; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    for number in range(count):
        year = 2010 + number % 16
        path = folder / "ideas" / str(year) / f"genererad-{number:05}"
        path.mkdir(parents=True)
        (path / "idea.md").write_text(_idea(chance, number, year), encoding="utf-8")


def long_idea(chance: random.Random, size: int) -> str:
    """An idea of about so many bytes, in paragraphs, lists and tables like any other."""
    head, _, body = _idea(chance, 17, 2011).partition("\n---\n\n")
    return f"{head}\n---\n\n{body * (size // len(body.encode()) - 1)}"


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(8, 18))]
    return f"{' '.join(words).capitalize()}."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(3, 6)))


def _idea(chance: random.Random, number: int, year: int) -> str:
    stage = ("idea", "assessment")[number % 2]
    sector = ("vard-och-omsorg", "samhallsbyggnad")[number % 2]
    decided = (
        f"decisions:\n  - gate: G1\n    date: {year}-06-01\n    verdict: go\n    role: granskare\n"
        f"    reason: {_sentence(chance)}\n"
    )
    rows = "\n".join(f"| {chance.choice(_WORDS)} | {chance.randint(1, 99)} |" for _ in range(6))
    near = f"genererad-{number - 16:05}"
    link = f"\nSe också [en tidigare idé](../{near}/idea.md#behov).\n" if number >= 16 else ""
    return f"""---
title: Genererad idé {number} om {chance.choice(_WORDS)} och {chance.choice(_WORDS)}
summary: {_sentence(chance)} {_sentence(chance)}
stage: {stage}
outcome: open
submitted: {year}-03-{number % 28 + 1:02}
origin: {chance.choice(("employee", "resident"))}
driver: need
innovation_type: service
sector: {sector}
themes: [valfardsteknik]
vision_goals: [hallbarhet]
agenda_goals: [11]
municipalities: [storby]
coordinator:
  organisation: storby-kommun
  unit: Enhet {number % 40}
target_group: {chance.choice(_WORDS)}
grants:
  - funder: framsyn
    reference: {year}-{number % 10000:05}
    call: testbaddar-2025
    awarded: {chance.randint(100, 4000) * 1000}
    start: {year}-04
    end: 2027-11
    reported_status: closed
    source: https://storby.example/{number}
    read: 2026-11-20
activities:
  - kind: workshop
    date: {year}-05-02
    with_whom: {chance.choice(_WORDS)}
{decided if stage == "assessment" else ""}sources:
  - url: https://storby.example/{number}
    read: 2026-11-20
---

## Behov

{_paragraph(chance)}

{_paragraph(chance)}
{link}
### Vad som sagts

- {_sentence(chance)}
- {_sentence(chance)}
- {_sentence(chance)}

## Uppgifter

| Vad | Antal |
| --- | ---: |
{rows}

{_paragraph(chance)}

{_paragraph(chance)}

{_paragraph(chance)}
"""
