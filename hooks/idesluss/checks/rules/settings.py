"""catalogue.yml holds together: the process can be gone through, and speaks only of things that exist."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...model.process import CLOSING, stage_order
from ...model.requirements import find_requirement
from ...model.terms import VocabularyTerm as Term
from ...model.values import SLUG
from ...words.characters import fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...model import Settings
    from ...model.process import GateRule, Process
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ...words import Language

GROUP = "fields"
MAY_BE_EXEMPTED = False
MEANS = {"name": "requirement", "gate": "key"}

_BROKEN_WAYS = frozenset({"settings.gate_order", "settings.leap", "settings.no_gate", "settings.two_gates"})
# What is wrong where the stages and gates of the process do not follow each other.
_OF_THE_WAY = frozenset({"decision_order.ahead", "decision_order.beyond", "unused_waiver.not_required"})


def check(catalogue: Catalogue) -> Iterator[Problem]:
    document, settings = catalogue.tree.settings, catalogue.settings
    yield from _languages(document, settings)
    yield from _domain(document, settings)
    yield from _requirements(document, settings.process)
    yield from _gates(document, settings.process)
    yield from _outcomes(document, settings.process)
    yield from _sections(document, settings.process)
    yield from _uses(document, settings.process)
    yield from _money(document, settings.process)
    for where, terms in _vocabularies(settings):
        yield from _addresses(document, where, terms, settings.site_languages)


def covers(own: Problem, other: Problem) -> bool:
    """While a name or a way of the process is wrong, the process asks for too little or too much."""
    if own.key == "settings.requirement":
        is_same = other.key == "unused_waiver.unknown" and other.values["name"] == own.values["name"]
        return is_same or other.key == "unused_waiver.not_required"
    is_of_gate = other.rule == "required" and other.values["gate"] == own.values.get("gate")
    return own.key in _BROKEN_WAYS and (other.key in _OF_THE_WAY or is_of_gate)


def _problem(document: Document, kind: str, where: tuple[str | int, ...], **values: object) -> Problem:
    return document.problem(document.place_of(*where), "settings", f"settings.{kind}", **values)


def _languages(document: Document, settings: Settings) -> Iterator[Problem]:
    """The main language is one of the site's, and each of them stands once."""
    for at, language in enumerate(settings.languages):
        if language in settings.languages[:at]:
            yield _problem(document, "language_twice", ("languages", at), language=language)
    if settings.language not in settings.languages:
        wanted = ", ".join(settings.site_languages)
        where = ("languages", 0)
        yield _problem(document, "main_language", where, language=settings.language, wanted=wanted)


def _domain(document: Document, settings: Settings) -> Iterator[Problem]:
    """A domain of its own is the one that the site's address says."""
    host = urlsplit(settings.site_url or "").hostname
    if settings.domain and host and host != settings.domain:
        yield _problem(document, "domain", ("domain",), domain=settings.domain, host=plain(host, 80))


def _requirements(document: Document, process: Process) -> Iterator[Problem]:
    for part, rules in (("stages", process.stages), ("gates", process.gates), ("outcomes", process.outcomes)):
        for key, rule in rules.items():
            for at, name in enumerate(rule.required):
                if find_requirement(name, process) is None:
                    where = ("process", part, key, "requires", at)
                    values = {"name": plain(name, 80), "section": _section_example(process)}
                    yield _problem(document, "requirement", where, **values)


def _section_example(process: Process) -> str:
    """A requirement that names a section, or the form of one where the process has none."""
    return f"idea.section.{next(iter(process.sections), '<key>')}"


def _gates(document: Document, process: Process) -> Iterator[Problem]:
    """Each stage is reached from the one before it, through one gate, and the gates stand in that order."""
    order = stage_order(process)
    if any({gate.from_stage, gate.to_stage} - {*order} for gate in process.gates.values()):
        return  # told as an unknown term
    for (before, earlier), (key, gate) in pairwise(process.gates.items()):
        if order.index(gate.to_stage) < order.index(earlier.to_stage):
            yield _problem(document, "gate_order", ("process", "gates", key), gate=key, before=before)
    leading = {key: gate for key, gate in process.gates.items() if gate.leads_on}
    for before, stage in pairwise(order):
        yield from _ways(document, before, stage, leading)


def _ways(document: Document, before: str, stage: str, leading: Mapping[str, GateRule]) -> Iterator[Problem]:
    to_stage = {key: gate for key, gate in leading.items() if gate.to_stage == stage}
    if not to_stage:
        yield _problem(document, "no_gate", ("process", "stages", stage), stage=stage, before=before)
    for at, (key, gate) in enumerate(to_stage.items()):
        if gate.from_stage != before:
            where = ("process", "gates", key, "from_stage")
            yield _problem(
                document, "leap", where, gate=key, given=gate.from_stage, stage=stage, before=before
            )
        elif at:
            where = ("process", "gates", key, "to_stage")
            yield _problem(document, "two_gates", where, gate=key, stage=stage, other=next(iter(to_stage)))


def _outcomes(document: Document, process: Process) -> Iterator[Problem]:
    """Verdicts to end lead to final outcomes and no others do, and the first outcome is that of going on."""
    for key, rule in process.outcomes.items():
        for at, verdict in enumerate(rule.verdicts):
            if rule.is_final != (verdict in CLOSING):
                kind = "outcome_ending" if rule.is_final else "outcome_not_ending"
                spot = ("process", "outcomes", key, "verdicts", at)
                yield _problem(document, kind, spot, outcome=key, verdict=verdict)
    first = process.first_outcome
    if "go" not in process.outcomes[first].verdicts:
        where = ("process", "outcomes", first, "verdicts")
        yield _problem(document, "outcome_first", where, outcome=first)


def _sections(document: Document, process: Process) -> Iterator[Problem]:
    """A body's section is known by its heading in any language."""
    holders: dict[str, str] = {}
    for key, section in process.sections.items():
        titles = set(map(fold, section.title.variants))
        taken = next((holders[title] for title in sorted(titles) if title in holders), None)
        holders |= dict.fromkeys(titles - holders.keys(), key)
        if taken:
            where = ("process", "sections", key, "title")
            title = plain(section.title.variants[0], 80)
            yield _problem(document, "section", where, title=title, other=taken)


def _uses(document: Document, process: Process) -> Iterator[Problem]:
    """The site looks for one section of a use."""
    for key, section in process.sections.items():
        first = process.section_for(section.use) if section.use else None
        if first and first != key:
            where = ("process", "sections", key, "use")
            yield _problem(document, "use", where, use=section.use, other=first)


def _money(document: Document, process: Process) -> Iterator[Problem]:
    for at, (smaller, larger) in enumerate(pairwise(process.money_limits), 1):
        if larger.above <= smaller.above:
            where = ("process", "money_limits", at, "above")
            yield _problem(document, "money", where, above=larger.above, before=smaller.above)


def _vocabularies(settings: Settings) -> Iterator[tuple[tuple[str, ...], dict[str, Term]]]:
    for record, where in ((settings.process, ("process",)), (settings, ())):
        for name in type(record).model_fields:
            terms: Any = getattr(record, name)
            if isinstance(terms, dict) and all(isinstance(term, Term) for term in terms.values()):
                yield (*where, name), terms


def _addresses(
    document: Document, where: tuple[str, ...], terms: dict[str, Term], languages: tuple[Language, ...]
) -> Iterator[Problem]:
    holders: dict[tuple[str, str], str] = {}
    for key, term in terms.items():
        for language in languages:
            address = term.address(key, language)
            spot = (*where, key, "path", language) if term.path else (*where, key)
            if term.path and not re.fullmatch(SLUG, address):
                yield _problem(document, "address_form", spot, address=plain(address, 80))
            elif holders.setdefault((language, address), key) != key:
                other = holders[language, address]
                yield _problem(document, "address", spot, address=address, other=other)
                break
