"""What is told of a row: a value that was changed or left out, a row that was refused, a likely duplicate."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Nothing is written of the row; a value of it is left out; it is perhaps here already; it was edited by hand
# here; the check warns of it; a value is written in another way than it stood.
Group = Literal["refused", "left", "likely", "edited", "warned", "changed"]
GROUPS: tuple[Group, ...] = get_args(Group)
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about one row; `key` names its words, and `about` what it is about, such as a column."""

    group: Group
    key: str
    row: int
    about: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FindingCause:
    """Findings of one kind, about the same thing."""

    group: Group
    key: str
    about: str
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """How many rows it is found on."""
        return len({finding.row for finding in self.findings})

    @property
    def examples(self) -> list[Finding]:
        """The first of them, one for each row."""
        return list({finding.row: finding for finding in reversed(self.findings)}.values())[::-1][:EXAMPLES]


def finding_causes(findings: Iterable[Finding]) -> list[FindingCause]:
    """A cause for each kind and what it is about: what is lost first, and the most frequent first of that."""
    gathered: dict[tuple[Group, str, str], list[Finding]] = {}
    for finding in findings:
        gathered.setdefault((finding.group, finding.key, finding.about), []).append(finding)
    causes = [FindingCause(*kind, tuple(alike)) for kind, alike in gathered.items()]
    return sorted(causes, key=lambda cause: (GROUPS.index(cause.group), -cause.count, cause.key, cause.about))


@dataclass(slots=True)
class Notes:
    """What is found while one row is read."""

    row: int
    findings: list[Finding] = field(default_factory=list)

    def add(self, group: Group, key: str, about: str = "", before: object = "", after: object = "") -> None:
        """Keep one thing about the row; twice in a column it is told once, unless values are lost."""
        finding = Finding(group, key, self.row, about, str(before), str(after))
        known = {(other.group, other.key, other.about) for other in self.findings}
        if group == "left" or (group, key, about) not in known:
            self.findings.append(finding)

    @property
    def is_refused(self) -> bool:
        return any(finding.group == "refused" for finding in self.findings)


def values_of(finding: Finding) -> Mapping[str, object]:
    """What the words of a finding are filled in with."""
    return {"about": finding.about, "before": finding.before, "after": finding.after}
