"""The sections of an idea's page in their order, and which of them it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..base.writer import Writer
    from .idea_page import IdeaPage


@dataclass(frozen=True, slots=True)
class Part:
    """A section below the body: the id and words of its heading, and its template."""

    id: str
    words: str
    template: str


def story_parts(writer: Writer, shown: IdeaPage) -> list[Part]:
    """The sections that tell the idea's story, beside its facts."""
    idea, related = shown.idea, shown.related
    leads_on = (idea.reused_by, related.ties, idea.similar_considered, related.calls, related.alike)
    parts = {
        "lessons-missing": ("lessons_missing", "idea.lessons", bool(shown.lacking_lessons)),
        "effects": ("effects", "idea.effects", bool(shown.effects)),
        "next": ("next", "idea.next", shown.expected is not None),
        "grants": ("grants", "idea.grants", shown.grants is not None),
        "plan": ("plan", "plan.heading", shown.plan is not None),
        "story": ("events", "idea.story", bool(shown.story.days or shown.story.undated or shown.timeline)),
        "assessments": ("assessments", "idea.assessments", bool(idea.assessments)),
        "key-factors": ("factors", "idea.key_factors", bool(shown.key_factors)),
        "related": ("related", "idea.related", any(leads_on)),
        "elsewhere": ("elsewhere", "elsewhere.heading", bool(shown.elsewhere)),
    }
    return _there(writer, shown, parts)


def end_parts(writer: Writer, shown: IdeaPage) -> list[Part]:
    """The sections below story and facts: where it is from, and what can be done with it."""
    asks_for_sources = bool(shown.sources or shown.grants) or shown.idea.kind != "idea"
    parts = {
        "sources": ("sources", "idea.sources", asks_for_sources),
        "waivers": ("waivers", "idea.waivers", bool(shown.waivers)),
        "untold": ("untold", "idea.untold", bool(shown.untold or shown.idea.gaps)),
        "history": ("history", "story.heading", True),
        "supplement": ("supplements", "supplement.heading", bool(shown.supplements)),
        "use": ("use", "idea.use", True),
    }
    return _there(writer, shown, parts)


def _there(writer: Writer, shown: IdeaPage, parts: dict[str, tuple[str, str, bool]]) -> list[Part]:
    """The parts that the page has; each is given as the name of its template, its words, and whether."""
    return [
        Part(name, _words(writer, shown, key), f"idea/{template}.html")
        for name, (template, key, is_there) in parts.items()
        if is_there
    ]


def _words(writer: Writer, shown: IdeaPage, key: str) -> str:
    if key == "idea.next" and shown.expected:
        return writer.word(key, gate=writer.gate_label(shown.expected.gate))
    if key == "idea.story" and not (shown.story.days or shown.timeline):
        return writer.word("idea.activities")
    return shown.lacking_lessons if key == "idea.lessons" else writer.word(key)
