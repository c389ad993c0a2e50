"""What whoever proposes an idea is asked: the same in the form, on GitHub and in the terminal."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from annotated_types import MaxLen, MinLen
from pydantic import StringConstraints

from ..model import Idea, field_example, field_help, field_question
from ..model.process import stage_order
from ..model.requirements import stage_requirements
from ..model.vocabulary import term_label, terms_of, vocabulary_of
from ..words import Text, in_every, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Settings
    from ..model.process import Process

Kind = Literal["line", "passage", "choice", "choices", "section"]
# What may be wrong with an answer, and the words that the check has for it.
FAULTS = {"empty": "field.empty", "short": "field.short", "long": "field.long", "many": "field.many"}
SECTION = "section."
LONGEST_SECTION = 5000
_LONGEST_LINE = 200
_MOST = 5  # of what the model sets no other limit for
# In the order of asking: what the idea is, whom it is for, then what can wait.
_FIRST = ("title", "summary", f"{SECTION}*", "target_group", "origin", "sector")
_THEN = (
    f"{SECTION}+",
    "driver",
    "innovation_type",
    "themes",
    "vision_goals",
    "agenda_goals",
    "municipalities",
    "contact",
)
_PASSAGES = frozenset({"summary"})


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its key in files, and what it is called."""

    key: str
    label: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A field, or a section of the text as `section.<key>`.

    Lengths are characters; `most` is how many choices may be made. Without `is_first` the question can wait.
    """

    name: str
    kind: Kind
    title: Text
    help: Text
    is_required: bool
    is_first: bool
    shortest: int = 0
    longest: int = 0
    most: int = 1
    options: tuple[Option, ...] = ()
    example: Text | None = None

    @property
    def section(self) -> str:
        """The key of the section, or nothing for a field."""
        return self.name.removeprefix(SECTION) if self.kind == "section" else ""

    def limit(self, fault: str) -> int:
        """The length or number that an answer with one of the `FAULTS` does not keep to."""
        return {"short": self.shortest, "long": self.longest, "many": self.most}.get(fault, 0)


def questions(settings: Settings) -> tuple[Question, ...]:
    """Every question in the order of asking; what nobody must answer before the first gate comes last."""
    asked = _required_fields(settings.process)
    first = (*_FIRST, *(name for name in _THEN if name in asked))
    then = tuple(name for name in _THEN if name not in first)
    return (*_questions(settings, first, is_first=True), *_questions(settings, then, is_first=False))


def _required_fields(process: Process) -> set[str]:
    """The fields that every idea must have from its first stage on."""
    names = stage_requirements(process, process.first_stage)
    return {name.removeprefix("idea.") for name in names}


def _questions(settings: Settings, names: tuple[str, ...], *, is_first: bool) -> Iterator[Question]:
    first, later = _sections(settings.process)
    for name in names:
        if name.startswith(SECTION):
            keys = first if name.endswith("*") else later
            yield from (_section(settings, key, is_first=is_first) for key in keys)
        else:
            question = _field(settings, name, is_first=is_first)
            if question.kind not in {"choice", "choices"} or question.options:
                yield question


def _sections(process: Process) -> tuple[list[str], list[str]]:
    """The sections that the first stage and the first gate ahead ask for, and those that the next ones do."""
    own = stage_requirements(process, process.first_stage)
    gates = process.gates.values()
    by_step = [
        [name for gate in gates if (gate.from_stage, gate.to_stage) == step for name in gate.required]
        for step in itertools.pairwise(stage_order(process))
    ]
    first = _section_keys(process, (*own, *(by_step[0] if by_step else ())))
    rest = _section_keys(process, itertools.chain.from_iterable(by_step[1:]))
    return first, [key for key in rest if key not in first]


def _section_keys(process: Process, names: Iterable[str]) -> list[str]:
    """The sections of an idea that requirements name, each once."""
    keys = (name.partition(f"idea.{SECTION}")[2] for name in names)
    return list(dict.fromkeys(key for key in keys if key in process.sections))


def _section(settings: Settings, key: str, *, is_first: bool) -> Question:
    rule = settings.process.sections[key]
    return Question(
        name=f"{SECTION}{key}",
        kind="section",
        title=term_label(settings, "sections", key),
        help=in_every(rule.help.in_),
        is_required=is_first,
        is_first=is_first,
        longest=LONGEST_SECTION,
    )


def _field(settings: Settings, name: str, *, is_first: bool) -> Question:
    declared = Idea.model_fields[name]
    options = tuple(_options(settings, name))
    is_list = str(declared.annotation).startswith("tuple")
    shortest, longest = _lengths(declared.metadata)
    kind: Kind = "choices" if is_list else "choice" if options else "line"
    return Question(
        name=name,
        kind="passage" if name in _PASSAGES else kind,
        title=field_question(Idea, name),
        help=field_help(Idea, name),
        is_required=name in _required_fields(settings.process),
        is_first=is_first,
        shortest=shortest,
        longest=longest,
        most=_most(declared.metadata) if is_list else 1,
        options=options,
        example=None if options else field_example(Idea, name),
    )


def _options(settings: Settings, name: str) -> Iterator[Option]:
    vocabulary = name if name == "agenda_goals" else vocabulary_of(Idea, name)
    if vocabulary:
        yield from (
            Option(key, term_label(settings, vocabulary, key)) for key in terms_of(settings, vocabulary)
        )
    elif name == "driver":
        literal = get_args(Idea.model_fields[name].annotation)[0]
        yield from (Option(key, text(f"choice.{name}.{key}")) for key in get_args(literal))


def _lengths(metadata: list[object]) -> tuple[int, int]:
    """The strictest limits that the model sets."""
    least, most = [0], [_LONGEST_LINE]
    for limit in metadata:
        if isinstance(limit, StringConstraints):
            least.append(limit.min_length or 0)
            most.append(limit.max_length or _LONGEST_LINE)
        elif isinstance(limit, MinLen):
            least.append(limit.min_length)
        elif isinstance(limit, MaxLen):
            most.append(limit.max_length)
    return max(least), min(most[1:], default=most[0])


def _most(metadata: list[object]) -> int:
    limits = [limit.max_length for limit in metadata if isinstance(limit, MaxLen)]
    return min([*limits, _MOST]) if limits else _MOST
