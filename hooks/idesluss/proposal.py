"""A new idea as a file: what somebody answered, written so that it passes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .text import slugify
from .vocabulary import label

if TYPE_CHECKING:
    import datetime as dt

    from .model import Settings
    from .words import Language


@dataclass(frozen=True, slots=True)
class Answers:
    """What `idesluss new` asks. `sector` and `origin` are keys of catalogue.yml."""

    title: str
    summary: str
    sector: str
    origin: str
    need: str
    language: Language = "sv"


def has_name(answers: Answers) -> bool:
    """Whether the title has anything to name a folder by."""
    return bool(slugify(answers.title))


def folder(answers: Answers, today: dt.date) -> str:
    """Where the idea goes, below the catalogue's root."""
    return f"ideas/{today.year}/{slugify(answers.title)[:80].strip('-')}"


def idea_file(answers: Answers, settings: Settings, today: dt.date) -> str:
    """The text of `idea.md`: the fields that every idea needs, and the first section."""
    stage = next(iter(settings.process.stages))
    outcome = next(iter(settings.process.outcomes))
    heading = label(settings, "sections", "need").in_(answers.language)
    return f"""---
title: {_quoted(answers.title)}
summary: {_quoted(answers.summary)}
language: {answers.language}
stage: {stage}
outcome: {outcome}
submitted: {today}
origin: {answers.origin}
sector: {answers.sector}
---

## {heading}

{answers.need.strip()}
"""


def _quoted(words: str) -> str:
    """As a double-quoted YAML text, which JSON's is."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
