"""The README's terminal session: an idea with a few mistakes, as the checker answers it."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path

from .. import reporters as report
from ..catalogue.catalogue import read_catalogue
from ..checks import judge_reading
from ..reading.files import DiskFiles
from ..words import SOURCE

# What stands between the two marks, which stay.
_SESSION = re.compile(r"(<!-- session:start -->\n).*?(<!-- session:end -->)", re.DOTALL)
_TODAY = dt.date(2026, 11, 23)
# A date that does not exist, a misspelt word, and a personal number, which is a test number.
_MISTAKEN = """---
title: Lånecykel vid stationen
summary: Den som tar tåget ska kunna låna en cykel sista biten till jobbet.
stage: idea
outcome: open
submitted: 2026-02-31
origin: residents
sector: samhallsbyggnad
---

## Behov

Bussen går en gång i timmen, så jag cyklar. Mitt personnummer är 20000229-2399.
"""


def readme_session(root: Path) -> dict[str, str]:
    """The README with its session anew, as the catalogue has it; nothing where either is lacking."""
    readme, settings = root / "README.md", root / "ideas" / "catalogue.yml"
    if not readme.exists() or not settings.exists():
        return {}
    text = readme.read_text(encoding="utf-8")
    session = _session(settings.read_bytes())
    return {"README.md": _SESSION.sub(lambda match: match[1] + session + match[2], text)}


def _session(settings: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        idea = root / "ideas" / "2026" / "lanecykel" / "idea.md"
        idea.parent.mkdir(parents=True)
        (root / "ideas" / "catalogue.yml").write_bytes(settings)
        idea.write_text(_MISTAKEN, encoding="utf-8")
        return f"```console\n$ idesluss check\n{_report(root)}```\n"


def _report(root: Path) -> str:
    problems = judge_reading(read_catalogue(DiskFiles(root), _TODAY))
    return report.as_text(problems, SOURCE)
