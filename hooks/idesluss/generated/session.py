"""The README's terminal session: an idea with a few mistakes, as the checker answers it."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .. import reporters as report
from ..catalogue.catalogue import read_catalogue, read_settings
from ..checks import judge_reading
from ..model.vocabulary import term_label
from ..reading.files import DiskFiles

if TYPE_CHECKING:
    from ..model import Settings

# What stands between the two marks, which stay.
_SESSION = re.compile(r"(<!-- session:start -->\n).*?(<!-- session:end -->)", re.DOTALL)
_TODAY = dt.date(2026, 11, 23)
# A date that does not exist, a misspelt key, and a personal number, which is a test number.
_MISTAKEN = """---
title: Lånecykel vid stationen
summary: Den som tar tåget ska kunna låna en cykel sista biten till jobbet.
stage: {stage}
outcome: {outcome}
submitted: 2026-02-31
origin: {origin}s
sector: {sector}
---

## {heading}

Bussen går en gång i timmen, så jag cyklar. Mitt personnummer är 20000229-2399.
"""


def readme_session(root: Path) -> dict[str, str]:
    """The README with its session anew, as the catalogue has it; nothing where either is lacking."""
    readme, file = root / "README.md", root / "ideas" / "catalogue.yml"
    settings = read_settings(DiskFiles(root)) if file.exists() else None
    if not readme.exists() or settings is None:
        return {}
    text = readme.read_text(encoding="utf-8")
    session = _session(file.read_bytes(), _mistaken(settings))
    return {"README.md": _SESSION.sub(lambda match: match[1] + session + match[2], text)}


def _mistaken(settings: Settings) -> str:
    """An idea at the first stage, in the keys of the catalogue but for the misspelt one."""
    process = settings.process
    section = process.section_for("need") or next(iter(process.sections), "")
    return _MISTAKEN.format(
        stage=process.first_stage,
        outcome=process.first_outcome,
        origin=[*settings.origins, ""][0],
        sector=next(iter(settings.sectors)),
        heading=term_label(settings, "sections", section).in_("sv"),
    )


def _session(settings: bytes, mistaken: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        idea = root / "ideas" / "2026" / "lanecykel" / "idea.md"
        idea.parent.mkdir(parents=True)
        (root / "ideas" / "catalogue.yml").write_bytes(settings)
        idea.write_text(mistaken, encoding="utf-8")
        return f"```console\n$ idesluss check\n{_report(root)}```\n"


def _report(root: Path) -> str:
    problems = judge_reading(read_catalogue(DiskFiles(root), _TODAY))
    return report.as_text(problems, "sv")
