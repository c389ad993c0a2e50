"""What a gate asks for, item by item: whether the entry holds it, and what shows that it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from ..model import Idea, Plan, field_help, field_title, record_in
from ..model.plan import BudgetLine, Financing, Period
from ..model.requirements import demands_on, find_requirement
from ..model.vocabulary import term_label
from ..words import Text, formats, in_every, same, text
from ..words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..model import Settings
    from ..model.process import GateRule
    from ..model.requirements import Requirement
    from ..words import Language

ItemState = Literal["there", "waived", "remains"]
_SHOWN = 80  # characters of a value that is shown as evidence


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A part that a gate asks for; `help` says what is expected of it, `evidence` what is there."""

    name: Text
    help: Text
    state: ItemState
    evidence: Text
    requirement: Requirement

    def expectation(self, language: Language) -> str:
        """What is expected; where it remains, after what there is of it already."""
        evidence = self.evidence.in_(language) if self.state == "remains" else ""
        return " – ".join(filter(None, (evidence, self.help.in_(language))))


def checklist_of(entry: Entry, rule: GateRule, settings: Settings) -> tuple[ChecklistItem, ...]:
    """Everything that must be there to pass the gate, by these settings; each once."""
    asked = dict.fromkeys(_asked(entry, rule, settings))
    return tuple(
        _item(entry, requirement, rule, settings, is_waived=requirement.name in entry.waived)
        for requirement in asked
    )


def requirement_name(settings: Settings, name: str) -> Text:
    """What a requirement's name stands for, in words; the name itself where it stands for nothing."""
    requirement = find_requirement(name, settings.process)
    return _name(settings, requirement) if requirement else same(name)


def requirement_in_full(settings: Settings, name: str) -> Text:
    """As `requirement_name`, with the part of a field that is asked for where it is only a part."""
    requirement = find_requirement(name, settings.process)
    return _name_and_help(requirement, settings)[0] if requirement else same(name)


def _name(settings: Settings, requirement: Requirement) -> Text:
    match requirement.kind:
        case "file":
            return text("plan.heading")
        case "section":
            return term_label(settings, "sections", requirement.part)
        case "decision":
            decisions = field_title(Idea, "decisions")
            return decisions.each(f"{{}} {requirement.part}".format)
        case _:
            return field_title(_record(requirement), requirement.field)


def _record(requirement: Requirement) -> type[Idea | Plan]:
    return Idea if requirement.file == "idea" else Plan


def _asked(entry: Entry, rule: GateRule, settings: Settings) -> Iterator[Requirement]:
    """What the gate asks for by itself, and what the stage behind it asks for besides."""
    process = settings.process
    before, behind = (entry.idea.model_copy(update={"stage": s}) for s in (rule.from_stage, rule.to_stage))
    asked_now = demands_on(settings, before, entry.today, is_now=True) if rule.leads_on else ()
    now = {demand.requirement.name for demand in asked_now}
    own = rule.required_on(entry.today)
    for demand in demands_on(settings, behind, entry.today, is_now=True):
        requirement = demand.requirement
        if (
            (requirement.name not in now or requirement.name in own)
            and requirement.kind != "decision"
            and rule.leads_on
        ):
            yield requirement
    if not rule.leads_on:
        yield from filter(None, (find_requirement(name, process) for name in own))


def _item(
    entry: Entry, asked: Requirement, rule: GateRule, settings: Settings, *, is_waived: bool
) -> ChecklistItem:
    is_there = entry.meets(asked, settings.process)
    evidence = _evidence(entry, asked, settings) if is_there else same("")
    if is_there and (asked.file, asked.field) == ("idea", "assessments") and rule.assessors:
        count = len(entry.assessing_roles)
        is_there = count >= rule.assessors or "idea.assessments" in entry.unread
        evidence = text("checklist.assessors", count=count, wanted=rule.assessors)
    state: ItemState = "waived" if is_waived else "there" if is_there else "remains"
    return ChecklistItem(*_name_and_help(asked, settings), state, evidence, asked)


def _name_and_help(asked: Requirement, settings: Settings) -> tuple[Text, Text]:
    """The name of what is asked for, and what is expected of it."""
    name = _name(settings, asked)
    if asked.kind == "file":
        return name, text("idea.plan_help")
    if asked.kind == "section":
        help_words = settings.process.sections[asked.part].help
        return name, in_every(help_words.in_)
    record = _record(asked)
    part = record_in(record.model_fields[asked.field].annotation)
    if asked.kind == "each" and part:
        of_part = field_title(part, asked.part)
        both = in_every(lambda language: f"{name.in_(language)}: {of_part.in_(language).lower()}")
        return both, field_help(part, asked.part)
    return name, field_help(record, asked.field)


def _evidence(entry: Entry, asked: Requirement, settings: Settings) -> Text:
    """What a reviewer can see of it in short: how many words, how many items, or the value itself."""
    if asked.kind == "file":
        return same(entry.plan_document.path if entry.plan_document else "")
    if asked.kind == "section":
        section = entry.section(asked.part, asked.file, settings.process)
        return text("checklist.words", count=len(section.words.split()) if section else 0)
    return _value(getattr(entry.idea if asked.file == "idea" else entry.plan, asked.field, None), settings)


def _value(value: Any, settings: Settings) -> Text:
    if isinstance(value, Period):
        return same(f"{value.start} – {value.end}")
    if isinstance(value, tuple):
        sums = [item.amount for item in value if isinstance(item, BudgetLine | Financing)]
        return _money(sum(sums)) if sums else text("checklist.items", count=len(value))
    organisation = getattr(value, "organisation", None)
    if organisation:
        return term_label(settings, "organisations", organisation)
    return same(plain(str(value), _SHOWN)) if isinstance(value, str | int) else text("checklist.given")


def _money(amount: int) -> Text:
    return in_every(partial(formats.money, amount))
