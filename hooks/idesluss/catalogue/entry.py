"""An entry: an idea with its plan and files, and what follows from them alone."""

from __future__ import annotations

import itertools
import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..model.requirements import demands_on, is_excusable
from ..model.vocabulary import term_label
from ..reading.letting_go import LetGo
from ..reading.markdown import Body
from ..words.placeholders import has_value

if TYPE_CHECKING:
    import datetime as dt

    from ..model import Decision, Idea, PartialDate, Plan, Record, Settings
    from ..model.parts import KeyFactor, Waiver
    from ..model.process import OutcomeKind, OutcomeRule, Process, SectionUse
    from ..model.requirements import Demand, File, Requirement
    from ..reading.document import Document
    from ..reading.idea_folder import Sign
    from ..reading.markdown import Section
    from ..words import Language, Text
    from .outline import EntryOutline


# What a known entry reads again when somebody asks.
READ_AGAIN = ("idea", "document", "plan", "plan_document", "picture_size")


def _nothing() -> Any:
    return None


@dataclass(eq=False)
class Entry(LetGo):
    """An idea with its plan and files, and the rules and the day that it is judged by.

    `slug` is its identity and never follows the title. `unread` names the fields, such as
    `idea.title`, that could not be read: such an entry is judged and not published. `picture_size` is that
    of the picture that it names, as it is seen; None where it has none that can be shown.
    `outline` is what others need of it, where somebody has asked, and `sign` that of its folder.
    """

    slug: str
    year: str
    settings: Settings
    today: dt.date
    idea: Idea
    document: Document
    plan: Plan | None = field(default_factory=_nothing)
    plan_document: Document | None = field(default_factory=_nothing)
    pictures: tuple[str, ...] = ()
    picture_size: tuple[int, int] | None = field(default_factory=_nothing)
    unread: frozenset[str] = frozenset()
    outline: EntryOutline | None = field(default=None, init=False)
    sign: Sign = ()

    @cached_property
    def path(self) -> str:
        return self.outline.texts[0].path if self.outline else self.document.path

    @cached_property
    def folder(self) -> str:
        """Where its files lie."""
        return posixpath.dirname(self.path)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Year and name of each place that leads to the entry: its own, and then its former ones.

        A former name without a year is of the year that the entry lies in.
        """
        former = (name if "/" in name else f"{self.year}/{name}" for name in self.idea.aliases)
        return (f"{self.year}/{self.slug}", *former)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in these places: its folder's, and then those that its folder has had."""
        return tuple(address.partition("/")[2] for address in self.addresses)

    @property
    def is_in_process(self) -> bool:
        """Whether it is handled here: decided by this catalogue's roles, and owed an answer."""
        return self.idea.kind == "idea"

    @property
    def is_record(self) -> bool:
        """Whether it is work elsewhere, told from its sources."""
        return self.idea.kind == "record"

    @property
    def is_own(self) -> bool:
        """Whether it is about the catalogue itself; such ideas stand apart from all others."""
        return self.idea.about is not None

    @property
    def has_stage(self) -> bool:
        """Whether it stands somewhere in the process: handled here, or as its sources show."""
        return self.idea.kind != "research"

    @property
    def outcome_kind(self) -> OutcomeKind | None:
        """What its outcome is to the site; None for research, and where the outcome is not known."""
        return self.process.kind_of(self.idea.outcome) if self.has_stage else None

    @property
    def is_open(self) -> bool:
        """Whether it is handled here, and not decided yet what becomes of it."""
        return self.is_in_process and self.outcome_kind == "open"

    @property
    def goes_on(self) -> bool:
        """Whether its outcome is known and not final: it is open, or on hold."""
        outcome = self._outcome
        return self.is_in_process and outcome is not None and not outcome.is_final

    @property
    def is_closed(self) -> bool:
        """Whether its outcome is final."""
        outcome = self._outcome
        return outcome is not None and outcome.is_final

    @property
    def _outcome(self) -> OutcomeRule | None:
        # Research stands outside the process, whatever its file says of an outcome.
        return self.process.outcomes.get(self.idea.outcome or "") if self.has_stage else None

    def unread_of(self, file: str) -> set[str]:
        """The fields of `idea` or `plan` that could not be read."""
        return {name.partition(".")[2] for name in self.unread if name.startswith(f"{file}.")}

    @property
    def process(self) -> Process:
        return self.settings.process

    def label(self, vocabulary: str, key: str) -> Text:
        """What a key of the catalogue's vocabularies is called."""
        return term_label(self.settings, vocabulary, key)

    @property
    def body(self) -> Body:
        return self.document.body

    @cached_property
    def plan_body(self) -> Body:
        return self.plan_document.body if self.plan_document else Body()

    def section(self, key: str, file: File = "idea", process: Process | None = None) -> Section | None:
        """The first section of the idea, or of its plan, that `key` names and that says something.

        `process` names the sections: the catalogue's own, unless the key comes from another.
        """
        rule = (process or self.process).sections.get(key)
        body = self.body if file == "idea" else self.plan_body
        return body.section(rule.headings) if rule else None

    def section_for(self, use: SectionUse) -> Section | None:
        """The section of the idea that the site has this use for, if it is there and says something."""
        return self.section(self.process.section_for(use) or "")

    def compared_text(self) -> str:
        """Its summary, and what it is for; where no section tells that, all that it says."""
        need = (self.section_for("need") or self.body).words
        return f"{self.idea.summary}\n{need}"

    def documents(self) -> list[Document]:
        """The idea's document, and the plan's if there is one."""
        return [self.document, *([self.plan_document] if self.plan_document else [])]

    def title(self, language: Language) -> str:
        """The title in this language, else in the entry's own."""
        translation = self.idea.translations.get(language)
        return (translation and translation.title) or self.idea.title

    def title_language(self, language: Language) -> Language:
        """The language that `title` is in."""
        translation = self.idea.translations.get(language)
        return language if translation and translation.title else self.idea.language

    def summary(self, language: Language) -> tuple[str, Language]:
        """The summary, and the language it is in."""
        translation = self.idea.translations.get(language)
        if translation and translation.summary:
            return translation.summary, language
        return self.idea.summary, self.idea.language

    def result(self, language: Language) -> tuple[str, Language]:
        """What came of it in a sentence, and the language it is in; empty where nobody has said."""
        translation = self.idea.translations.get(language)
        if translation and translation.result:
            return translation.result, language
        return self.idea.result or "", self.idea.language

    @property
    def picture_path(self) -> str:
        """Where the picture that it names lies, below the catalogue's root; empty where it names none."""
        return f"{self.folder}/{self.idea.picture.file}" if self.idea.picture else ""

    def picture_alt(self, language: Language) -> tuple[str, Language]:
        """What its picture shows, and the language it is told in; empty without a picture."""
        translation = self.idea.translations.get(language)
        if translation and translation.picture_alt:
            return translation.picture_alt, language
        return self.idea.picture.alt if self.idea.picture else "", self.idea.language

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(sorted(self.idea.decisions, key=lambda decision: decision.date))

    def decision_at(self, gate: str, process: Process | None = None) -> Decision | None:
        """The decision that opened this gate, unless another has been taken there since.

        Where all approvers must open it, the last of theirs. `process` says who they are: the catalogue's
        own, unless another is asked.
        """
        latest = next((d for d in reversed(self.decisions) if d.gate == gate), None)
        is_open = latest is not None and latest.verdict == "go" and not self.still_to_approve(gate, process)
        return latest if is_open else None

    def still_to_approve(self, gate: str, process: Process | None = None) -> list[str]:
        """The approvers whose go a gate still waits for: each of them where all must open it, else any.

        What others decide there, such as those of the idea's sector, stands beside and opens nothing.
        """
        process = process or self.process
        rule = process.gates.get(gate)
        if rule is None:
            return []
        there = [decision for decision in self.decisions if decision.gate == gate]
        latest = {decision.role: decision.verdict for decision in there}
        waiting = [role for role in rule.approvers if latest.get(role) != "go"]
        if rule.approval == "all":
            return waiting
        since = itertools.takewhile(lambda decision: decision.verdict == "go", reversed(there))
        # A role that does not exist is told as such; nobody knows which one was meant.
        beside = self.settings.roles.keys() - process.roles_to_open(gate)
        return [] if any(decision.role not in beside for decision in since) else list(rule.approvers)

    @cached_property
    def granted(self) -> int | None:
        """Whole kronor in all grants whose amount is known; None if none is."""
        amounts = [grant.amount for grant in self.idea.grants if grant.amount is not None]
        return sum(amounts) if amounts else None

    @cached_property
    def amounts(self) -> tuple[int, int]:
        """Whole kronor that it speaks of: its plan's budget, and its grants."""
        budget = sum(line.amount for line in self.plan.budget) if self.plan else 0
        return budget, self.granted or 0

    @cached_property
    def period_end(self) -> PartialDate | None:
        ends = [grant.end for grant in self.idea.grants if grant.end]
        if self.idea.period and self.idea.period.end:
            ends.append(self.idea.period.end)
        if self.plan and self.plan.period:
            ends.append(self.plan.period.end)
        return max(ends, default=None)

    @cached_property
    def first_date(self) -> PartialDate | None:
        """The earliest date of the entry: submitted, else the start of its period or of its first grant."""
        starts = [part.start for part in (self.idea.period, *self.idea.grants) if part and part.start]
        return self.idea.submitted or min(starts, default=None)

    @cached_property
    def organisations(self) -> dict[str, str]:
        """Organisation to the part it plays: `coordinator`, `partner`, `recipient` or `owner`."""
        parts: dict[str, str] = {}
        idea = self.idea
        holders = [idea.coordinator, *(grant.coordinator for grant in idea.grants)]
        for holder in filter(None, holders):
            parts.setdefault(holder.organisation, "coordinator")
        for partner in idea.partners:
            parts.setdefault(partner.organisation, "partner")
        for role, named in (("recipient", idea.recipient), ("owner", idea.owner)):
            if named:
                parts.setdefault(named.organisation, role)
        return parts

    @cached_property
    def key_factors(self) -> tuple[KeyFactor, ...]:
        """What the idea states of each key factor; the plan speaks where the idea does not."""
        stated = (*self.idea.key_factors, *(self.plan.key_factors if self.plan else ()))
        return tuple({factor.factor: factor for factor in reversed(stated)}.values())[::-1]

    @cached_property
    def waivers(self) -> tuple[Waiver, ...]:
        """Those of the idea, then those of its plan."""
        return (*self.idea.waivers, *(self.plan.waivers if self.plan else ()))

    @cached_property
    def waived(self) -> frozenset[str]:
        """The names of the requirements that its waivers excuse it from, whether or not they are asked of it.

        Only what is handled here is excused, and never from a decision.
        """
        names = (name for waiver in self.waivers if self.is_in_process for name in waiver.waives)
        return frozenset(name for name in names if is_excusable(name))

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """All that the process asks of it now."""
        return tuple(demands_on(self.settings, self.idea, self.today))

    @property
    def assessing_roles(self) -> frozenset[str]:
        """Who has assessed the idea; two assessments by the same role are one."""
        return frozenset(assessment.role for assessment in self.idea.assessments)

    def meets(self, requirement: Requirement, process: Process | None = None) -> bool:
        """Whether the entry holds what is required; a field that could not be read counts as held.

        `process` names the sections and says who opens a gate: the catalogue's own, unless the requirement
        comes from another.
        """
        if f"{requirement.file}.{requirement.field}" in self.unread:
            return True
        match requirement.kind:
            case "file":
                return self.plan_document is not None
            case "decision":
                return self.decision_at(requirement.part, process) is not None
            case "section":
                return self.section(requirement.part, requirement.file, process) is not None
            case _:
                return self._has_field(requirement)

    def _has_field(self, requirement: Requirement) -> bool:
        record: Record | None = self.idea if requirement.file == "idea" else self.plan
        value = getattr(record, requirement.field, None)
        if requirement.kind == "relation":
            return any(relation.kind == requirement.part for relation in self.idea.relations)
        if requirement.kind == "each":
            items: tuple[Any, ...] = value if isinstance(value, tuple) else (value,) if value else ()
            return bool(items) and all(is_said(getattr(item, requirement.part, None)) for item in items)
        return is_said(value)


def is_said(value: Any) -> bool:
    """Whether a value is there and says something; what only keeps a place does not."""
    return has_value(value) if isinstance(value, str) else bool(value)
