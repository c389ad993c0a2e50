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
    """The README with its session anew; nothing where there is no README."""
    readme = root / "README.md"
    if not readme.exists():
        return {}
    text = readme.read_text(encoding="utf-8")
    return {"README.md": _SESSION.sub(lambda match: match[1] + _session() + match[2], text)}


def _session() -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        idea = root / "ideas" / "2026" / "lanecykel" / "idea.md"
        idea.parent.mkdir(parents=True)
        own = Path(__file__).parents[3] / "ideas" / "catalogue.yml"
        (root / "ideas" / "catalogue.yml").write_bytes(own.read_bytes())
        idea.write_text(_MISTAKEN, encoding="utf-8")
        return f"```console\n$ idesluss check\n{_report(root)}```\n"


def _report(root: Path) -> str:
    problems = judge_reading(read_catalogue(DiskFiles(root), _TODAY))
    return report.as_text(problems, "sv")
