"""A stage changes one gate at a time, commit by commit, and never backwards.

A gate that was jumped over is a question that nobody answered: is it worth it, who receives it, who pays?
The way from the stage before the change to the stage after it must lead through every gate between them,
by the process as it was before the change. Put `stage` back, save, and then take one gate at a time, each
with its decision. A wrong step that is put right later in the same change is only noted, since a web
editor cannot take a saved step away.

På svenska
----------
Ett skede ändras en grind i taget, ändring för ändring, och aldrig bakåt.

En grind som hoppas över är en fråga som ingen har svarat på: är det värt det, vem tar emot, vem betalar?
Vägen från skedet före ändringen till skedet efter den ska gå genom varje grind däremellan, enligt processen
så som den var före ändringen. Sätt tillbaka `stage`, spara, och ta sedan en grind i taget med sitt beslut.
Ett felsteg som rättas senare i samma ändring noteras bara, eftersom den som skriver i webbläsaren inte kan
ta tillbaka det som sparats.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..problem import Problem
from ..process import demands, gates_between, is_step, requirement, stage_order
from ..text import plain
from ..words import Text
from .required import waived_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..change import Change, EntryChange, State
    from ..model.settings import Process


def check_change(change: Change) -> Iterator[Problem]:
    process = change.settings.process
    for entry in change.entries:
        if entry.after.is_in_process and not entry.after.unread & {"idea.stage", "idea.kind"}:
            yield from _judge(change, process, entry)


def covers(own: Problem, other: Problem) -> bool:
    """A jump is why the gates that were passed by lack what they ask for, a step back why one stands open."""
    is_same_file = own.place.path == other.place.path
    if own.key == "stage_step.jump":
        passed = str(own.values["passed"]).split()
        asked = other.rule == "required" and other.values.get("gate") in passed
        return is_same_file and (asked or other.key == "required.file")
    return is_same_file and own.key == "stage_step.back" and other.key == "decision_order.ahead"


def _judge(change: Change, process: Process, entry: EntryChange) -> Iterator[Problem]:
    states = _from_first(process, entry)
    known = stage_order(process)
    if states and _is_invented(change, states):
        place = entry.after.document.place_of("stage")
        moved = {"stage": states[-1].stage, "before": states[0].stage}
        yield entry.after.document.problem(place, "stage_step", "stage_step.invented", **moved)
    if not states or states[0].stage not in known or states[-1].stage not in known:
        return  # told above, as an idea that is born late, or as an unknown term
    reached = _reached(process, states)
    if states[-1] not in reached:
        yield _refused(change, process, entry, reached[-1], states[-1])
        return
    yield from _lacking(change, process, entry, states)
    for before, after in pairwise(states):
        if not is_step(process, before.stage, after.stage):
            place = entry.after.document.place_of("stage")
            values = {"commit": after.commit or "–", **_names(change, before, after)}
            yield Problem(place, "stage_step", "hint", "stage_step.mended", values)


def _is_invented(change: Change, states: list[State]) -> bool:
    """Whether the idea has moved to a stage that the same change made, from one that is still there."""
    now = change.head.settings.process.stages
    last = states[-1].stage
    return last in now and last not in change.settings.process.stages and states[0].stage in now


def _from_first(process: Process, entry: EntryChange) -> list[State]:
    """The way of what is new in the process begins where it first stood at the first stage."""
    if not entry.enters_process:
        return entry.states
    first = stage_order(process)[0]
    at = next((at for at, state in enumerate(entry.states) if state.stage == first), len(entry.states))
    return entry.states[at:]


def _reached(process: Process, states: list[State]) -> list[State]:
    """Those of the states that a way of single steps leads to from the first one."""
    reached = [states[0]]
    for state in states[1:]:
        if any(is_step(process, before.stage, state.stage) for before in reached):
            reached.append(state)
    return reached


def _refused(change: Change, process: Process, entry: EntryChange, first: State, last: State) -> Problem:
    gates = gates_between(process, first.stage or "", last.stage or "")
    titles = {key: change.label("gates", key) for key in gates}
    return entry.after.document.problem(
        entry.after.document.place_of("stage"),
        "stage_step",
        "stage_step.jump" if gates else "stage_step.back",
        **_names(change, first, last),
        back=first.stage,
        following=process.gates[gates[0]].to_stage if gates else "",
        passed=" ".join(gates),
        gates=Text(
            ", ".join(f"{key} {title.sv}" for key, title in titles.items()),
            ", ".join(f"{key} {title.en}" for key, title in titles.items()),
        ),
    )


def _lacking(change: Change, process: Process, entry: EntryChange, states: list[State]) -> Iterator[Problem]:
    """What the gates asked for before the change, where the change itself takes the demand away."""
    asked_still = {demand.requirement.name for demand in demands(change.head.settings, entry.after.idea)}
    settled = {*asked_still, *waived_names(entry.after)}
    for key in gates_between(process, states[0].stage or "", states[-1].stage or ""):
        for name in (f"idea.decisions.{key}", *process.gates[key].requires):
            asked = requirement(name, process)
            if asked and name not in settled and not entry.after.meets(asked, process):
                place, gate = entry.after.document.place_of("stage"), change.label("gates", key)
                values = {"name": name, "key": key, "gate": gate}
                yield entry.after.document.problem(place, "stage_step", "stage_step.lacking", **values)


def _names(change: Change, before: State, after: State) -> dict[str, object]:
    """The two stages, in words; a stage that does not exist as it was written."""
    return {
        "before": change.label("stages", plain(before.stage or "–", 60)),
        "after": change.label("stages", plain(after.stage or "–", 60)),
    }
