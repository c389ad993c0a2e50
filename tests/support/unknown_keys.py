"""Catalogues of which one key has another name, or none, in catalogue.yml alone: for each key, in each way.

They hold an idea that has gone through the whole process, with decisions, and waivers for all else that it
is asked for.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading
from idesluss.model import Idea
from idesluss.model.process import gates_passed
from idesluss.model.requirements import demands_on
from idesluss.model.vocabulary import terms_of
from idesluss.reading.files import DiskFiles
from idesluss.reading.paths import SETTINGS, is_of_settings
from tests.support import catalogues, project, renamed_keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.model import Settings
    from idesluss.reading.problem import Problem

# Renamed where it is defined; wherever it stands in catalogue.yml; taken away where it is defined.
Way = Literal["defined", "everywhere", "removed"]
WAYS: tuple[Way, ...] = get_args(Way)
NEW = "annatnamn"
_VETERAN = "ideas/2019/hela-vagen/idea.md"
_NOT_WAIVED = frozenset({"idea.title", "idea.summary", "idea.stage", "idea.outcome", "idea.sector"})


class UnknownKey(NamedTuple):
    """A key that catalogue.yml no longer has, in which way, and what the check says then."""

    vocabulary: str
    key: str
    way: Way
    problems: list[Problem]

    @property
    def name(self) -> str:
        return f"{self.vocabulary}.{self.key} {self.way}"


def judged(root: Path) -> list[Problem]:
    """What the check says of the catalogue there."""
    return judge_reading(read_catalogue(DiskFiles(root), catalogues.TODAY))


def lay(root: Path) -> Path:
    """A catalogue without problems, in which every key of the process may matter to an idea."""
    catalogues.lay(root, project.BASE, project.RICH)
    file = root / _VETERAN
    file.parent.mkdir(parents=True)
    file.write_text(_veteran(catalogues.read(root).settings), encoding="utf-8")
    return root


def _veteran(settings: Settings) -> str:
    """An idea in the last stage: all decisions there, all else waived."""
    process = settings.process
    stage, outcome = [*process.stages][-1], process.first_outcome
    sector = next(iter(settings.sectors))
    idea = Idea(title="Hela vägen igenom", summary="x" * 20, stage=stage, outcome=outcome, sector=sector)
    asked = (demand.requirement for demand in demands_on(settings, idea, catalogues.TODAY))
    names = {r.name: r for r in asked if r.kind != "decision" and r.name not in _NOT_WAIVED}
    decisions = [
        f"  - {{gate: {key}, date: 2019-0{at}-01, verdict: go, role: {gate.approvers[0]}, reason: Den höll.}}"
        for at, (key, gate) in enumerate(gates_passed(process, stage), 1)
    ]
    lines = [
        *("---", "title: Hela vägen igenom", "summary: En äldre idé som har gått genom hela processen."),
        *(f"stage: {stage}", f"outcome: {outcome}", f"sector: {sector}"),
        *("decisions:", *decisions),
        *(
            "waivers:",
            "  - reason: Uppgifterna finns inte kvar.",
            f"    waives: [{', '.join(sorted(names))}]",
        ),
        *("---", "", "Texten är borta."),
    ]
    return "\n".join(lines) + "\n"


def unknown_keys(root: Path) -> Iterator[UnknownKey]:
    """Each key of each vocabulary of the catalogue there, made unknown in each way."""
    held = catalogues.read(root)
    file = root / SETTINGS
    before = file.read_text(encoding="utf-8")
    own = (name for name in renamed_keys.vocabularies(kept=()) if name not in held.tree.shipped)
    for vocabulary in own:
        for key in terms_of(held.settings, vocabulary):
            for way in WAYS:
                file.write_text(_edited(held, before, vocabulary, key, way), encoding="utf-8")
                yield UnknownKey(vocabulary, key, way, judged(root))
    file.write_text(before, encoding="utf-8")


def _edited(held: Catalogue, text: str, vocabulary: str, key: str, way: Way) -> str:
    if way == "everywhere":
        return renamed_keys.renamed_text(held, SETTINGS, text, {(vocabulary, key): NEW})
    where = ("process", vocabulary, key) if vocabulary in renamed_keys.OF_PROCESS else (vocabulary, key)
    at = held.tree.settings.place_of(*where, at_key=True).line - 1
    lines = text.split("\n")
    if way == "defined":
        # The key at the beginning of its line, in quotation marks where it is a number.
        lines[at] = re.sub(rf'^(\s*)"?{re.escape(key)}"?:', rf"\1{NEW}:", lines[at])
        return "\n".join(lines)
    depth = len(lines[at]) - len(lines[at].lstrip())
    end = next(n for n in range(at + 1, len(lines)) if not lines[n].startswith(" " * (depth + 1)))
    return "\n".join([*lines[:at], *lines[end:]])


class Misspelt(NamedTuple):
    """A key that one file writes in another way in one place, and what the check says then."""

    place: str
    problems: list[Problem]


def misspelt_keys(root: Path) -> Iterator[Misspelt]:
    """Each place outside the settings where a key stands, with another word there instead.

    And each name of a requirement, also in the settings, with a letter too much.
    """
    held = catalogues.read(root)
    names = {
        (name, key): NEW
        for name in renamed_keys.vocabularies(kept=())
        for key in terms_of(held.settings, name)
    }
    of_keys = {edit for edit in renamed_keys.edits(held, names) if not is_of_settings(edit[0])}
    for edit in sorted(of_keys | {(*place, f"{place[-1]}x") for place in _requirements(held)}):
        path, line, column, old, _ = edit
        file = root / path
        before = file.read_text(encoding="utf-8")
        file.write_text(renamed_keys.edited(before, {edit}), encoding="utf-8")
        yield Misspelt(f"{path}:{line}:{column} {old}", judged(root))
        file.write_text(before, encoding="utf-8")


def misplaced_gates(root: Path) -> Iterator[Misspelt]:
    """Each gate, led from or to each other stage."""
    held = catalogues.read(root)
    file, process = root / SETTINGS, held.settings.process
    before = file.read_text(encoding="utf-8")
    for (key, gate), field in itertools.product(process.gates.items(), ("from_stage", "to_stage")):
        place = held.tree.settings.place_of("process", "gates", key, field)
        for stage in process.stages.keys() - {getattr(gate, field)}:
            edit = (SETTINGS, place.line, place.column, str(getattr(gate, field)), stage)
            file.write_text(renamed_keys.edited(before, {edit}), encoding="utf-8")
            yield Misspelt(f"{key}.{field} {stage}", judged(root))
    file.write_text(before, encoding="utf-8")


def _requirements(held: Catalogue) -> Iterator[tuple[str, int, int, str]]:
    """Where each name of a requirement stands, in the settings and in waivers."""
    document, process = held.tree.settings, held.settings.process
    for part, rules in (("stages", process.stages), ("gates", process.gates), ("outcomes", process.outcomes)):
        for key, rule in rules.items():
            for at, name in enumerate(rule.required):
                place = document.place_of("process", part, key, "requires", at)
                yield place.path, place.line, place.column, name
    for entry in held.judged:
        for at, waiver in enumerate(entry.idea.waivers):
            for nth, name in enumerate(waiver.waives):
                place = entry.document.place_of("waivers", at, "waives", nth)
                yield place.path, place.line, place.column, name
