"""Catalogues whose figures are worth counting: one made to have all sorts, one of real records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.support import catalogues, project
from tests.support.records import add_records

if TYPE_CHECKING:
    from pathlib import Path

Content = Literal["made", "records", "shipped"]
CONTENTS = ["made", "records", pytest.param("shipped", marks=[pytest.mark.prove, pytest.mark.shipped])]
MADE = {
    # Answered in time, late, in time, and in time once the grant had run out; reused, and with lessons.
    "2025/broar-i-parken": """---
title: Broar i parken
summary: Den som har rullator ska kunna gå runt hela dammen, också när det har regnat.
stage: project
outcome: completed
submitted: 2025-01-10
origin: employee
sector: samhallsbyggnad
coordinator: { organisation: storby-kommun }
municipalities: [storby]
grants:
  - { funder: framsyn, awarded: 300000, final: 280000, start: 2025-06-01, end: 2025-08-20 }
  - { funder: egen-insats, awarded: 0, start: 2025-06-01, end: 2025-08-20 }
  - { funder: egen-insats, awarded: 40000, final: 40000 }
decisions:
  - { gate: G1, date: 2025-02-01, verdict: go, role: granskare, reason: Många har frågat. }
  - { gate: G2, date: 2025-05-01, verdict: revise, role: granskare, reason: Kostnaden saknas. }
  - { gate: G2, date: 2025-05-20, verdict: go, role: granskare, reason: Nu finns den. }
  - { gate: G3, date: 2025-09-01, verdict: go, role: granskare, reason: Det höll i regn. }
  - { gate: G5, date: 2025-10-01, verdict: close, role: mottagare, reason: Broarna sköts av parken. }
reused_by:
  - { organisation: omsorgslabbet, year: 2026 }
  - { organisation: storby-kommun, year: 2026 }
---

## Lärdomar

Räcket ska vara på båda sidor, annars vågar ingen gå där när det är halt.
""",
    # On hold for a year, which no promise covers; then answered late.
    "2024/klocka-pa-torget": """---
title: Klocka på torget
summary: Den som väntar på bussen ska se vad klockan är, utan att ta fram sin telefon.
stage: assessment
outcome: open
submitted: 2024-01-01
sector: samhallsbyggnad
decisions:
  - { gate: G1, date: 2024-01-10, verdict: hold, role: granskare, reason: Torget byggs om. }
  - { gate: G1, date: 2025-01-10, verdict: go, role: granskare, reason: Torget är färdigt. }
---
""",
    # Answered late, by a decision that is one day over.
    "2024/lampa-vid-skolan": """---
title: Lampa vid skolan
summary: Den som går till skolan på vintern ska se var vägen tar slut och diket börjar.
stage: assessment
outcome: open
submitted: 2024-05-01
sector: vard-och-omsorg
origin: resident
decisions:
  - { gate: G1, date: 2024-06-01, verdict: go, role: granskare, reason: Det är mörkt. }
---
""",
    # Merged elsewhere: nobody knows when; nor when it came in.
    "2024/stolar-i-hallen": """---
kind: record
title: Stolar i hallen
summary: Den som väntar i kommunhuset ska kunna sitta ner medan numret ropas upp.
stage: idea
outcome: merged
sector: samhallsbyggnad
---
""",
    # Open, and nobody knows since when.
    "2024/vagn-i-biblioteket": """---
title: Vagn i biblioteket
summary: Den som lånar många böcker ska kunna köra dem till bilen utan att bära allt.
stage: idea
outcome: open
sector: vard-och-omsorg
origin: resident
---
""",
}


def lay_figures(folder: Path, content: Content) -> Path:
    """The rich catalogue with ideas that are `made` or with the real `records`, or the shipped one.

    In the shipped one the ideas about itself stand among the others, so that it has ideas as well as records.
    """
    if content == "shipped":
        catalogues.lay(folder, project.ROOT / "ideas")
        for file in (folder / "ideas").glob("*/*/idea.md"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("\nabout: catalogue\n", "\n", 1), encoding="utf-8")
        return folder
    catalogues.lay(folder)
    if content == "records":
        return add_records(folder)
    for place, text in MADE.items():
        file = folder / "ideas" / place / "idea.md"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return folder
