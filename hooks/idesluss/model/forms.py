"""The form of content: which fields there are and where. Each change of it is a step that can be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RecordKind = Literal["catalogue", "idea", "plan", "call"]
FIRST_FORM = 1  # of content that does not say which it has
ANY = "*"  # any key or item, in the way to a field


@dataclass(frozen=True, slots=True)
class FormStep:
    """A field that is called otherwise, or stands elsewhere, from a form on.

    `former` and `now` are the ways to it from the file's root, the same as far as they hold `*`. A name
    that a step has left is never taken again.
    """

    form: int
    record: RecordKind
    former: str
    now: str

    @property
    def base(self) -> tuple[str, ...]:
        """What the two ways have in common."""
        former, now = self.former.split("."), self.now.split(".")
        pairs = zip(former[:-1], now[:-1], strict=False)
        length = next((at for at, (before, after) in enumerate(pairs) if before != after), None)
        return tuple(former[: min(len(former), len(now)) - 1 if length is None else length])

    @property
    def below(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The rest of the former way, and of the way now."""
        at = len(self.base)
        return tuple(self.former.split(".")[at:]), tuple(self.now.split(".")[at:])

    @property
    def requirement(self) -> tuple[str, str]:
        """What a process calls the field where it asks for it, and calls it now."""
        former, now = (way.replace(f".{ANY}", "") for way in (self.former, self.now))
        return f"{self.record}.{former}", f"{self.record}.{now}"


# In the order that they are taken.
STEPS: tuple[FormStep, ...] = (FormStep(2, "catalogue", "roles.*.github", "roles.*.holders"),)
NEWEST_FORM = max(step.form for step in STEPS)


def steps_of_requirements(form: int) -> list[FormStep]:
    """The steps from a form on that the names of requirements follow."""
    return [step for step in STEPS if step.form > form and step.record in {"idea", "plan"}]


def steps_from(form: int, record: RecordKind) -> list[FormStep]:
    """The steps that lead from a form to the newest, for the files of one kind."""
    return [step for step in STEPS if step.form > form and step.record == record]
