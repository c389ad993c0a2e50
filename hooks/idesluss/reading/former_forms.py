"""Content of an older form, taken for what it says: fields by their former names, where they stood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..model.forms import ANY, FIRST_FORM, NEWEST_FORM, steps_from, steps_of_requirements
from .strict_yaml import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.forms import FormStep, RecordKind
    from .document import Document
    from .problem import Place, Problem
    from .table import TermTable

# Where requirements are named.
_REQUIRING = (
    *(("process", part, ANY, "requires") for part in ("stages", "outcomes", "gates")),
    ("waivers", ANY, "waives"),
)
FORMAT = "format"  # the field of catalogue.yml that says which form the content has


class FormerField(NamedTuple):
    """A field where a step finds it: the mapping that the ways begin in, and the one that holds it."""

    step: FormStep
    base: Node
    holder: Node


class FormerRequirement(NamedTuple):
    """A requirement by the name of a field that a step has left, where it stands, and its name now."""

    step: FormStep
    node: Node
    former: str
    now: str


def former_fields(front: Node, steps: Iterable[FormStep]) -> Iterator[FormerField]:
    """The fields that a step has left. One whose new place is taken is let be, and told as unknown."""
    for step in steps:
        (*way, name), (*new_way, new_name) = step.below
        for base in _at(front, step.base):
            holder, target = _descended(base, way), _descended(base, new_way)
            if holder and name in holder.value and not (target and new_name in target.value):
                yield FormerField(step, base, holder)


def _at(node: Node, way: tuple[str, ...]) -> Iterator[Node]:
    """The mappings at the end of a way, in which `*` is any key or item."""
    if not way:
        if isinstance(node.value, dict):
            yield node
        return
    step, rest = way[0], way[1:]
    values = node.value.values() if isinstance(node.value, dict) else node.value
    if step == ANY and not isinstance(node.value, str):
        for inner in values:
            yield from _at(inner, rest)
    elif isinstance(node.value, dict) and step in node.value:
        yield from _at(node.value[step], rest)


def _descended(node: Node | None, way: Iterable[str]) -> Node | None:
    for name in way:
        node = node.value.get(name) if node and isinstance(node.value, dict) else None
    return node if node and isinstance(node.value, dict) else None


def former_requirements(front: Node, steps: Sequence[FormStep]) -> Iterator[FormerRequirement]:
    """Requirements by the names of fields that a step has left, in the process and in waivers."""
    for *way, key in _REQUIRING:
        for holder in _at(front, tuple(way)):
            listed = holder.value.get(key)
            for item in listed.value if listed and isinstance(listed.value, list) else ():
                node = item.value.get("name") if isinstance(item.value, dict) else item
                name = node.value if node and isinstance(node.value, str) else ""
                if node and (step := _step_of(name, steps)):
                    yield FormerRequirement(step, node, name, _name_now(name, steps))


def _step_of(name: str, steps: Iterable[FormStep]) -> FormStep | None:
    """The first step that leaves the name; a part of a field goes along with it."""
    return next((step for step in steps if f"{name}.".startswith(f"{step.requirement[0]}.")), None)


def _name_now(name: str, steps: Sequence[FormStep]) -> str:
    while step := _step_of(name, steps):
        former, now = step.requirement
        name = now + name.removeprefix(former)
    return name


def bring_up_requirements(front: Node, steps: Sequence[FormStep]) -> None:
    """Let each stand by the name that it has now."""
    for requirement in list(former_requirements(front, steps)):
        requirement.node.value = requirement.now


def bring_up(front: Node, steps: Iterable[FormStep]) -> None:
    """Let each field that a step has left stand where it does now, with the place where it is written."""
    for step in steps:
        for field in list(former_fields(front, [step])):
            _take(field)


def _take(field: FormerField) -> None:
    (*way, name), (*new_way, new_name) = field.step.below
    target = field.base
    for step in new_way:
        target = target.value.setdefault(step, Node({}, target.line, target.column, keys={}))
    if way == new_way:
        _rename(field.holder, name, new_name)
        return
    target.value[new_name] = field.holder.value.pop(name)
    if field.holder.keys and target.keys is not None:
        target.keys[new_name] = field.holder.keys.pop(name)
    outer = _descended(field.base, way[:-1])
    if outer and way and not field.holder.value:
        del outer.value[way[-1]]


def _rename(holder: Node, name: str, new_name: str) -> None:
    """The order of fields is kept, as some say something by it."""
    holder.value = {new_name if key == name else key: value for key, value in holder.value.items()}
    if holder.keys:
        holder.keys = {new_name if key == name else key: place for key, place in holder.keys.items()}


def steps_of_part(vocabulary: str, steps: Iterable[FormStep]) -> list[FormStep]:
    """The steps of catalogue.yml as they are for a file that holds a vocabulary alone."""
    start = f"{vocabulary}."
    return [
        replace(step, former=step.former.removeprefix(start), now=step.now.removeprefix(start))
        for step in steps
        if step.former.startswith(start) and step.now.startswith(start)
    ]


def columns_now(steps: Iterable[FormStep]) -> dict[str, str]:
    """The columns of a vocabulary's table by their former names, given the steps for its file."""
    ways = [(step.former.split("."), step.now.split(".")) for step in steps]
    return {former[1]: now[1] for former, now in ways if len(former) == len(now) == 2}  # noqa: PLR2004  # the term, and its field


def form_of(document: Document) -> int:
    """The form that catalogue.yml says; what is no number is judged as a field."""
    node = document.front.value.get(FORMAT) if isinstance(document.front.value, dict) else None
    written = node.value if node else ""
    return int(written) if isinstance(written, str) and written.isdecimal() else FIRST_FORM


def newer_problem(document: Document) -> Problem | None:
    """That the program is older than the form that catalogue.yml says."""
    form = form_of(document)
    if form <= NEWEST_FORM:
        return None
    values = {"form": form, "newest": NEWEST_FORM}
    return document.problem(document.place_of(FORMAT), FORMAT, "format.newer", **values)


def bring_up_document(document: Document, record: RecordKind, form: int) -> list[Problem]:
    """Let the document say what it says in the newest form; a warning for each field and requirement."""
    problems = bring_up_part(document, steps_from(form, record))
    named = steps_of_requirements(form)
    if not named or not document.is_readable:
        return problems
    for step, node, former, now in former_requirements(document.front, named):
        place = document.place(node.line, node.column, len(former))
        problems.append(_left(document, place, former, now, step.form))
    bring_up_requirements(document.front, named)
    return problems


def bring_up_part(document: Document, steps: Sequence[FormStep]) -> list[Problem]:
    """The same by steps alone, as for a file that holds a vocabulary."""
    if not steps or not document.is_readable:
        return []
    problems = [_warning(document, field) for field in former_fields(document.front, steps)]
    bring_up(document.front, steps)
    return problems


def _warning(document: Document, field: FormerField) -> Problem:
    name = field.step.below[0][-1]
    line, column = (field.holder.keys or {}).get(name, (field.holder.line, field.holder.column))
    step = field.step
    return _left(document, document.place(line, column, len(name)), step.former, step.now, step.form)


def former_columns(table: TermTable, steps: Iterable[FormStep]) -> list[Problem]:
    """A warning for each column of the table that a step has left, and that is taken for what it is now."""
    by_column = {step.former.split(".")[-1]: step for step in steps}
    return [
        _left(table, table.place(cell.line, cell.column, cell.length), step.former, step.now, step.form)
        for cell in table.former
        for step in (by_column[cell.value],)
    ]


def _left(document: Document, place: Place, former: str, now: str, form: int) -> Problem:
    values = {"former": former, "now": now, "form": form}
    return document.warning(place, FORMAT, "format.former", **values)
